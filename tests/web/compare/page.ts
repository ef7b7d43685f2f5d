// The view that compares two versions, on a page of its own under the page's own policy: opens it
// in a real Chromium for view.test.ts and quick.test.ts beside it.
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect } from 'vitest';
import { launch, open } from '../support/browser.ts';
import { root, serve, type Site } from '../support/serve.ts';
import type {} from './harness.ts';

/** Runs `run` on a fresh page and holds that nothing complained. */
export type OnPage = (
  run: (page: Page) => Promise<void>,
  options?: BrowserContextOptions,
  query?: string,
) => Promise<void>;

/** What it gives works once the tests run. */
export function openComparing(): OnPage {
  let folder: string;
  let site: Site;
  let browser: Browser;

  beforeAll(async () => {
    folder = await mkdtemp(join(root, 'build', 'web-compare-'));
    await build({
      root: join(root, 'tests/web/compare'),
      configFile: join(root, 'vite.config.ts'),
      logLevel: 'warn',
      build: { outDir: folder, rollupOptions: { input: join(root, 'tests/web/compare/harness.html') } },
    });
    site = await serve(folder);
    browser = await launch();
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await rm(folder, { recursive: true, force: true });
  });

  return async (run, options = {}, query = '') => {
    const { page, complaints } = await open(browser, `${site.url}harness.html${query}`, options);
    try {
      await page.waitForFunction(() => 'harness' in window);
      await run(page);
      expect(complaints).toEqual([]);
    } finally {
      await page.context().close();
    }
  };
}

export const field = (page: Page) => page.getByRole('textbox', { name: 'Paste the other version here' });
export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
export const summary = (page: Page) => page.locator('.compare .outcome');
export const entries = (page: Page) => page.locator('.result');
export const setArticle = (page: Page, text: string) =>
  page.evaluate((article) => window.harness.setArticle(article), text);

export async function compare(page: Page, other: string): Promise<void> {
  await field(page).fill(other);
  await button(page, 'Compare').click();
  await result(page);
}

/** Waits until the result stands whole. */
export const result = (page: Page) =>
  page.locator('.compare[data-state=result] .groups:not([aria-busy])').waitFor({ state: 'attached' });
