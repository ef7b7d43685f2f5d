// The report view and the map in a real Chromium: builds charts-harness.html and opens it.
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { build } from 'vite';
import { expect } from 'vitest';
import type {} from './charts-harness.ts';
import { launch, open } from '../support/browser.ts';
import { root, serve, type Site } from '../support/serve.ts';
import type { Made } from './charts-made.ts';

export interface ChartsSite {
  readonly browser: Browser;
  /** Runs `use` on a fresh page that shows `made`; scripts may not fail, nor the policy be broken. */
  onPage(
    made: Made,
    use: (page: Page) => Promise<void>,
    options?: BrowserContextOptions,
    query?: string,
  ): Promise<void>;
  close(): Promise<void>;
}

export async function openCharts(): Promise<ChartsSite> {
  const here = join(root, 'tests/web/widget');
  const folder = await mkdtemp(join(root, 'build', 'web-tests-'));
  await build({
    root: here,
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: folder, emptyOutDir: true, rollupOptions: { input: join(here, 'charts-harness.html') } },
  });
  const site: Site = await serve(folder);
  const browser = await launch();
  return {
    browser,
    onPage: async (made, use, options = {}, query = '') => {
      const { page, complaints } = await open(browser, `${site.url}charts-harness.html${query}`, options);
      await page.waitForFunction(() => 'charts' in window);
      await show(page, made);
      await use(page);
      await page.context().close();
      expect(complaints.filter((one) => !one.includes('404'))).toEqual([]);
    },
    close: async () => {
      await browser.close();
      await site.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export const show = (page: Page, { text, report }: Made): Promise<void> =>
  page.evaluate(([text, report]) => window.charts.show(text, report), [text, report] as const);

/** What the views have asked for so far. */
export const asked = (page: Page) => page.evaluate(() => window.charts.events);
