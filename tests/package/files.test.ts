// The packed package without a bundler: as modules from a folder, under the policies that docs/npm.md
// names, and with the engine's files on a server of another origin (`assets`).
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, open } from '../web/support/browser.ts';
import { root, serve } from '../web/support/serve.ts';
import { makeProject, page, text, writeFiles } from './support/project.ts';
import { expectReadings } from './support/readings.ts';

let browser: Browser;
let folder: string;
beforeAll(async () => {
  browser = await launch();
  folder = await makeProject('plain', {});
}, 300_000);
afterAll(() => browser.close());

/** The policy that docs/npm.md names for what a heading says. */
function policyFor(heading: string, cdn = ''): string {
  const guide = readFileSync(join(root, 'docs/npm.md'), 'utf8');
  const found = new RegExp(`${heading}:?\\n+\`\`\`\\n([^\`]+)\`\`\``).exec(guide)?.[1];
  if (!found) throw new Error(`docs/npm.md names no policy for "${heading}"`);
  const policy = found.trim().replace(/\s+/g, ' ').replaceAll('https://cdn.example', cdn);
  return `default-src 'none'; img-src data:; ${policy}`;
}

const script = (from: string, options = ''): string => `
import { createEngine } from '${from}';
globalThis.readings = createEngine(${options}).then(async (engine) => {
  const report = await engine.analyze(${JSON.stringify(text)});
  return [{ report }];
});
`;

async function read(main: string, policy: string): Promise<readonly string[]> {
  writeFiles(folder, { 'index.html': page('main.js'), 'main.js': main });
  const site = await serve(folder, policy);
  await expectReadings(browser, site.url, 1).finally(() => site.close());
  return site.requests;
}

test('plain modules read, with the files of the folder', async () => {
  const requests = await read(
    script('./node_modules/sourcelight/index.js'),
    policyFor('Files beside the scripts'),
  );
  expect(requests.filter((path) => /\.(wasm|slm)$|worker/.test(path)).map(last).sort()).toEqual([
    'en.slm',
    'sourcelight.wasm',
    'worker.js',
  ]);
});

test('the inlined engine reads, and asks for nothing but its script', async () => {
  const requests = await read(
    script('./node_modules/sourcelight/inlined.js'),
    policyFor('Everything inlined'),
  );
  expect(requests).toEqual(['/', '/main.js', '/node_modules/sourcelight/inlined.js']);
});

test('the files of another origin are read, the worker too', async () => {
  const files = join(folder, 'node_modules/sourcelight');
  const cdn = await serve(files, '', { 'Access-Control-Allow-Origin': '*' });
  try {
    const origin = cdn.url.replace(/\/$/, '');
    const policy = policyFor('Files on another origin', origin);
    const requests = await read(
      script('./node_modules/sourcelight/index.js', `{ assets: '${origin}' }`),
      policy,
    );
    expect(requests.filter((path) => /\.(wasm|slm)$|worker/.test(path))).toEqual([]);
    expect([...cdn.requests].sort()).toEqual(['/en.slm', '/sourcelight.wasm', '/worker.js']);
  } finally {
    await cdn.close();
  }
});

test('one file may have an address of its own, relative to the page', async () => {
  const files = join(folder, 'node_modules/sourcelight');
  cpSync(join(files, 'en.slm'), join(folder, 'elsewhere/weights.bin'));
  const requests = await read(
    script('./node_modules/sourcelight/index.js', `{ assets: { model: 'elsewhere/weights.bin' } }`),
    policyFor('Files beside the scripts'),
  );
  expect(requests.some((path) => path.endsWith('.slm'))).toBe(false);
  expect(requests).toContain('/elsewhere/weights.bin');
});

test('says so where the server answers with a page in the place of a file', async () => {
  writeFiles(folder, {
    'index.html': page('main.js'),
    'main.js': `
import { createEngine } from './node_modules/sourcelight/index.js';
globalThis.said = createEngine({ assets: { wasm: '/' } }).catch(String);
`,
  });
  const site = await serve(folder, '');
  try {
    const { page: opened } = await open(browser, site.url);
    await opened.waitForFunction(() => globalThis.said !== undefined);
    const said = await opened.evaluate(() => globalThis.said);
    expect(said).toContain('is a page, not WebAssembly: docs/npm.md says how to host it');
  } finally {
    await site.close();
  }
});

declare global {
  var said: Promise<unknown> | undefined;
}

const last = (path: string): string => path.split('/').at(-1) ?? '';
