// Runs the finder of articles over a folder of web pages in Chromium, scripts and requests off, and
// prints one JSON line a page: {"key", "text", "extra": [...], "ms"}: text null where nothing was found,
// `extra` the headline, captions and bylines, which stand at the end of it; `ms` what the extension waits for. With --blocks what
// tools/train/article.py learns from: {"key", "blocks": [{"text", "features", "names"}, ...]}, and then the
// same of pages that are made of it (vary.ts).
//
// usage: node tools/pages/pages.mjs FOLDER [--blocks]
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('../../', import.meta.url));
const [folder, ...options] = process.argv.slice(2);
const ending = /\.html(?:\.gz)?$/;
/** Pages that are open at a time would take time from each other. */
const address = 'https://page.invalid/';

if (!folder || options.some((option) => option !== '--blocks')) {
  process.stderr.write('usage: ./dev pages FOLDER [--blocks]   (a folder of KEY.html or KEY.html.gz)\n');
  process.exit(2);
}

const names = readdirSync(folder).filter((name) => ending.test(name)).sort();
if (!names.length) {
  process.stderr.write(`${folder}: no KEY.html or KEY.html.gz in it.\n`);
  process.exit(1);
}
const script = await finder();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const context = await browser.newContext({ javaScriptEnabled: false });
for (const [at, name] of names.entries()) {
  if (process.stderr.isTTY) process.stderr.write(`\r${at + 1} of ${names.length}`);
  for (const line of await read(join(folder, name))) {
    process.stdout.write(`${JSON.stringify({ key: name.replace(ending, ''), ...line })}\n`);
  }
}
if (process.stderr.isTTY) process.stderr.write('\n');
await browser.close();

/** As the extension has it, smaller and in one piece. */
async function finder() {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'tools/pages/in-page.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  });
  return outputFiles[0].text;
}

async function read(path) {
  const bytes = readFileSync(path);
  const body = path.endsWith('.gz') ? gunzipSync(bytes) : bytes;
  const page = await context.newPage();
  await page.route('**/*', (route) =>
    route.request().url() === address
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body })
      : route.abort());
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  await page.evaluate(script);
  const result = await page.evaluate((blocks) => globalThis.sourcelightPages(blocks), options.includes('--blocks'));
  await page.close();
  return result;
}
