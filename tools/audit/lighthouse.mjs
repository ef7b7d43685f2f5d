// Lets Lighthouse judge the built page, served as a good host does, as a phone and as a desktop see
// it; prints the scores and fails below what this project promises. `./dev audit` runs it.
import { execFile } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { host } from './host.mjs';

// Not in package.json: it is larger than all else together. Version 12 is the last for node 18.
const lighthouse = 'lighthouse@12.8.2';
const least = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 0 };

async function judge(address, preset) {
  const output = `build/audit/lighthouse-${preset}.json`;
  await promisify(execFile)(
    'npx',
    [
      '--yes', lighthouse, address, '--quiet', '--output=json', `--output-path=${output}`,
      `--only-categories=${Object.keys(least).join(',')}`,
      ...(preset === 'desktop' ? ['--preset=desktop'] : []),
      '--chrome-flags=--headless=new --no-sandbox --disable-gpu',
    ],
    { env: { CHROME_PATH: '/usr/bin/chromium', ...process.env }, maxBuffer: 1 << 26 },
  );
  return JSON.parse(await readFile(output, 'utf8'));
}

/** Prints the scores with what kept each from being whole; gives those that are too low. */
function report(preset, { categories, audits }) {
  return Object.entries(least).filter(([id, minimum]) => {
    const score = Math.round(categories[id].score * 100);
    console.log(`${preset.padEnd(8)} ${id.padEnd(15)} ${String(score).padStart(3)}${minimum ? `  (at least ${minimum})` : ''}`);
    for (const { id: audit, weight } of score < 100 ? categories[id].auditRefs : []) {
      const { score, title, displayValue = '' } = audits[audit];
      if (weight > 0 && score !== null && score < 0.9) console.log(`           ${title} ${displayValue}`);
    }
    return score < minimum;
  });
}

const { address, close } = await host();
await mkdir('build/audit', { recursive: true });
let failed = 0;
for (const preset of ['mobile', 'desktop']) failed += report(preset, await judge(address, preset)).length;
close();
process.exitCode = failed ? 1 : 0;
