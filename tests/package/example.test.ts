// examples/element against the packed package: the mechanism by which every editor's example is
// tested, and the element as a newsroom has it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { makePackage } from '../../tools/build/package.ts';
import { launch, open, reportOf } from '../web/support/browser.ts';
import { openExample } from '../embed/support/example.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
  await makePackage();
}, 300_000);
afterAll(() => browser.close());

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
