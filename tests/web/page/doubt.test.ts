// The page in Chromium: what is unsure looks so, and is said, listed and counted.
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Report } from '../../../web/engine/index.ts';
import { sample } from '../../../web/page/sample.ts';
import { doubtNote, isUnsure } from '../../../web/widget/doubt.ts';
import { english } from '../../../web/words/index.ts';
import { card, entries, filter, openSample, painted } from '../support/article.ts';
import { launch, open } from '../support/browser.ts';
import { root, serve, type Site } from '../support/serve.ts';

// One page for all: each test begins with everything shown.
let site: Site;
let browser: Browser;
let page: Page;
let complaints: string[];
let report: Report;
let unsure: number[];

beforeAll(async () => {
  site = await serve(join(root, 'dist'));
  browser = await launch();
  ({ page, complaints } = await open(browser, site.url));
  report = await openSample(page);
  unsure = report.claims.flatMap((claim, index) => (isUnsure(claim, report) ? index : []));
  expect(unsure.length, 'unsure claims of the sample').toBeGreaterThan(0);
  expect(unsure.length).toBeLessThan(report.claims.length / 2);
});
beforeEach(() =>
  page.evaluate(() => {
    const light = document.querySelector('source-light');
    if (light) light.filter = { statuses: new Set(), source: null, kind: null };
    light?.openView('claims');
  }),
);
afterAll(async () => {
  await browser?.close();
  await site?.close();
  expect(complaints).toEqual([]);
});

const wordsOf = (claims: readonly number[]): string[] =>
  claims.flatMap((claim) => report.claims[claim]?.spans ?? []).map(([begin, end]) => sample.slice(begin, end));

const select = (claim: number) =>
  page.evaluate((claim) => document.querySelector('source-light')?.selectClaim(claim), claim);

test('Unsure claims have a second line, in addition to that of their status', async () => {
  const marks = await painted(page);
  expect(marks['unsure']).toEqual(wordsOf(unsure));
  const lines = Object.entries(marks).flatMap(([name, words]) => (name === 'unsure' ? [] : words));
  expect(lines).toEqual(expect.arrayContaining(marks['unsure'] ?? []));
});

test('The legend counts them, says what the line means, and shows only them', async () => {
  const button = filter(page, 'Unsure');
  expect(await button.locator('.count').textContent()).toBe(String(unsure.length));
  expect(await button.getAttribute('title')).toBe(english.widget.doubt.meaning);
  await button.click();
  expect(await button.getAttribute('aria-pressed')).toBe('true');
  expect(await entries(page).count()).toBe(unsure.length);
  const { unsure: second, ...lines } = await painted(page);
  expect(second).toEqual(wordsOf(unsure));
  expect(Object.values(lines).flat().sort()).toEqual([...(second ?? [])].sort());
  await button.click();
  expect(await entries(page).count()).toBe(report.claims.length);
});

test('The card says how sure and of what, and its sample has the second line only of what is unsure', async () => {
  const sure = report.claims.findIndex(({ status, confidence }) => status === 'unsourced' && confidence >= 0.8);
  const doubt = card(page).locator('.doubt');
  const second = card(page).locator('.status .unsure');
  await select(unsure[0] ?? -1);
  expect(await doubt.textContent()).toMatch(/^How sure: unsure of .* \(about half of such are right\)/);
  expect(await second.count()).toBe(1);
  await select(sure);
  expect(await doubt.textContent()).toBe('How sure: sure of the mark (more than nine in ten are right).');
  expect(await second.count()).toBe(0);
});

test('The list says of what, and has the unsure first where that is asked for', async () => {
  const metas = () => entries(page).locator('.meta').allTextContents();
  expect((await metas()).filter((meta) => meta.startsWith('unsure of'))).toHaveLength(unsure.length);
  await page.getByRole('combobox', { name: 'Order' }).selectOption('Unsure first');
  const first = (await metas()).slice(0, unsure.length).map((meta) => meta.split(' · ')[0]);
  const priority = (claim: number): number => report.claims[claim]?.priority ?? 0;
  const expected = [...unsure]
    .sort((one, other) => priority(other) - priority(one) || one - other)
    .map((index) => {
      const claim = report.claims[index];
      return claim && doubtNote(claim, report, english);
    });
  expect(first).toEqual(expected);
});

test('The report counts them and shows them alone', async () => {
  await page.getByRole('tab', { name: 'Report' }).click();
  const all = report.claims.filter(({ status }) => status !== 'none').length;
  const told = page.getByRole('region', { name: 'The article as a whole' }).locator('.doubt');
  expect(await told.textContent()).toContain(`Sourcelight is unsure of ${unsure.length} of ${all} claims.`);
  const button = told.getByRole('button', { name: 'Show only the unsure' });
  await button.click();
  expect((await painted(page))['unsure']).toEqual(wordsOf(unsure));
  expect(await filter(page, 'Unsure').getAttribute('aria-pressed')).toBe('true');
  expect(await page.getByText('Showing only: Unsure', { exact: true }).isVisible()).toBe(true);
  await button.click();
  expect(await filter(page, 'Unsure').getAttribute('aria-pressed')).toBe('false');
});
