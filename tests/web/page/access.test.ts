// Every view and dialog in Chromium for people who see, hear or point otherwise: axe finds nothing
// to mend, light and dark, wide and on a phone.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sample } from '../../../web/page/sample.ts';
import type { Tab } from '../../../web/widget/views.ts';
import { enter, filter, openSample } from '../support/article.ts';
import { launch, open } from '../support/browser.ts';
import { root, serve, type Site } from '../support/serve.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } as const;

let site: Site;
let browser: Browser;

beforeAll(async () => {
  site = await serve(join(root, 'dist'));
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

async function openView(page: Page, view: Tab, claim?: number): Promise<void> {
  await openSample(page);
  await page.evaluate(
    ([name, index]) => {
      const light = document.querySelector('source-light');
      light?.openView(name);
      if (index !== undefined) light?.selectClaim(index);
    },
    [view, claim] as const,
  );
}

async function compare(page: Page): Promise<void> {
  await openView(page, 'versions');
  const earlier = sample.replace(', Mayor Ilse Varga said on Monday', '').replace('4.2 million', '4 million');
  await page.getByRole('textbox', { name: 'Paste the other version here' }).fill(earlier);
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await page.locator('source-light .compare-result').waitFor();
}

async function review(page: Page): Promise<void> {
  await openView(page, 'claims', 4);
  await page.getByRole('button', { name: 'Needs a source' }).click();
  await page.getByRole('button', { name: 'Add a note' }).click();
  await page.getByRole('textbox', { name: 'Note' }).fill('Ask the harbour master.');
  await page.locator('source-light .tick').first().click();
  const edit = page.getByRole('button', { name: 'Edit text' });
  if (await edit.isVisible()) await edit.click();
  await enter(page, sample.replace('It is the only crossing within fifteen kilometres.', ''));
}

const views: Record<string, (page: Page) => Promise<unknown>> = {
  'an empty page': async () => {},
  'the claims, with a card': (page) => openView(page, 'claims', 3),
  'the sources, with a filter': async (page) => {
    await openView(page, 'sources');
    await filter(page, 'Own voice').click();
  },
  'the report': (page) => openView(page, 'report', 2),
  'the versions': (page) => openView(page, 'versions'),
  'two versions compared': compare,
  'checks of a changed article': review,
  'the keys': async (page) => {
    await openSample(page);
    await page.getByRole('button', { name: 'Keys' }).click();
  },
  'the menu': async (page) => {
    await openSample(page);
    await page.getByRole('button', { name: 'Save as' }).click();
  },
  'the page in Spanish': async (page) => {
    await openView(page, 'report');
    await page.getByRole('combobox', { name: 'Language' }).selectOption('es');
    await page.getByRole('tab', { name: 'Informe' }).waitFor();
  },
};

describe('Axe finds nothing to mend', () => {
  const settings: [string, BrowserContextOptions][] = [
    ['light', { colorScheme: 'light' }],
    ['dark', { colorScheme: 'dark' }],
    ['on a phone', { ...phone, colorScheme: 'light' }],
  ];
  const all = Object.keys(views).flatMap((name) => settings.map(([how, options]) => [name, how, options] as const));

  test.each(all)('in %s, %s', async (name, _, options) => {
    const { page, complaints } = await open(browser, site.url, options);
    await views[name]?.(page);
    await expectNoViolations(page);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('where something went wrong', async () => {
    const { page } = await open(browser, 'about:blank');
    await page.route('**/*.wasm', (route) => route.abort());
    await page.goto(site.url);
    await page.getByRole('alert').waitFor();
    await expectNoViolations(page);
    await page.context().close();
  });
});

async function expectNoViolations(page: Page): Promise<void> {
  await page.evaluate(axe);
  const { violations }: AxeResults = await page.evaluate(() => window.axe.run());
  const found = violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${impact} ${id}: ${html} ${failureSummary}`),
  );
  expect(found).toEqual([]);
}

declare global {
  interface Window {
    axe: typeof import('axe-core');
  }
}
