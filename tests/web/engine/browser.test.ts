// The suites that need a browser, in a real Chromium under the page's own policy.
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textIndexCases } from '../highlight/text-index.ts';
import { launch, open, type OpenPage } from '../support/browser.ts';
import { root, serve, type Site } from '../support/serve.ts';
import type { SuiteName } from './harness.ts';
import { htmlCases } from './html.ts';
import { engineSuite } from './suite.ts';

let folder: string;
let site: Site;
let browser: Browser;
let harness: OpenPage;

beforeAll(async () => {
  folder = await mkdtemp(join(root, 'build', 'web-tests-'));
  await build({
    root: join(root, 'tests/web/engine'),
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: folder, rollupOptions: { input: join(root, 'tests/web/engine/harness.html') } },
  });
  site = await serve(folder);
  browser = await launch();
  harness = await open(browser, `${site.url}harness.html`);
  await harness.page.waitForFunction(() => 'runCase' in window);
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
  await rm(folder, { recursive: true, force: true });
});

function runAll(suite: SuiteName, cases: readonly { name: string }[]): void {
  describe(`${suite} (Chromium)`, () => {
    test.each(cases.map(({ name }) => name))('%s', async (name) => {
      const run = ([suite, name]: [SuiteName, string]) => window.runCase(suite, name);
      expect(await harness.page.evaluate(run, [suite, name] as [SuiteName, string])).toBeNull();
    });
  });
}

runAll('The engine on the page’s thread', engineSuite);
runAll('The engine in a worker', [
  ...engineSuite,
  { name: 'a worker whose script is missing is a clear error, and the next call starts a new one' },
  { name: 'a short text is read at once though a long one, now cancelled, was under way' },
]);
runAll('Offsets and DOM ranges', textIndexCases);
runAll('HTML as text with links', htmlCases);
