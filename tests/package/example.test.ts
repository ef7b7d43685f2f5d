// examples/element against the packed package: the mechanism by which every editor's example is
// tested, and the element as a newsroom has it.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { makePackage, root } from '../../tools/build/package.ts';
import { launch, open, reportOf } from '../web/support/browser.ts';
import { openExample } from '../embed/support/example.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
  await makePackage();
}, 300_000);
afterAll(() => browser.close());

test('every example installs the package of this version, and tells Vite what it needs', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const names = readdirSync(join(root, 'examples')).filter((name) =>
    existsSync(join(root, 'examples', name, 'package.json')),
  );
  expect(names).toContain('element');
  for (const name of names) {
    const file = (path: string): string => readFileSync(join(root, 'examples', name, path), 'utf8');
    const { dependencies } = JSON.parse(file('package.json')) as { dependencies: Record<string, string> };
    expect(dependencies['sourcelight'], name).toBe(`file:../../dist/sourcelight-${version}.tgz`);
    const config = existsSync(join(root, 'examples', name, 'vite.config.js')) ? 'vite.config.js' : '../page/vite.config.js';
    expect(file(config), name).toContain("optimizeDeps: { exclude: ['sourcelight'] }");
    for (const [, given] of Object.entries(dependencies)) expect(given, name).toMatch(/^(file:|\d)/);
  }
});

test('the element of the packed package reads with its model', async () => {
  const { url, close } = await openExample('element');
  try {
    const { page, complaints } = await open(browser, url);
    const { attributions, claims } = await reportOf(page);
    expect(attributions.length).toBeGreaterThan(1);
    expect(claims.some(({ status }) => status === 'unnamed')).toBe(true);
    const files = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    expect(files.filter((name) => name.endsWith('.slm'))).toHaveLength(1);
    expect(complaints).toEqual([]);
  } finally {
    await close();
  }
});
