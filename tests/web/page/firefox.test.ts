// The page in Firefox: marks stand under their words, a click and a key open the card.
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Report } from '../../../web/engine/index.ts';
import { sample } from '../../../web/page/sample.ts';
import { isUnsure } from '../../../web/widget/doubt.ts';
import type {} from '../../../web/widget/source-light.ts';
import { corrected, hasForm, hasList, isAsRead, isCorrected, openForm, sayNone, undo } from '../support/by-hand.ts';
import { chooseFactChecks, difference, dropTranscript, factCheck, hasChanged, hasMatch, hasParts, openCheck, openMatch, transcript } from '../support/other-material.ts';
import { root, serve, type Site } from '../support/serve.ts';

let site: Site;
let browser: Browser;
let page: Page;
let report: Report;

beforeAll(async () => {
  site = await serve(join(root, 'dist'));
  browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env['FIREFOX'] ?? '/usr/bin/firefox-esr',
    headless: true,
    // The window's own size: Firefox 140 cannot be told another viewport.
    defaultViewport: null,
    args: ['--width=1280', '--height=900'],
  });
  page = await browser.newPage();
  await page.goto(site.url);
  await page.click('#sample');
  report = await reportOf();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** Asks until it holds. page.waitForFunction() wants eval, which the page's policy forbids. */
async function until(holds: () => boolean): Promise<void> {
  await vi.waitUntil(() => page.evaluate(holds), { timeout: 10_000 });
}

async function reportOf(): Promise<Report> {
  await page.evaluate(() => document.querySelector('source-light')?.whenReady());
  await until(() => document.querySelector('source-light')?.current === true);
  return page.evaluate(() => document.querySelector('source-light')?.report as Report);
}

const cardText = () =>
  page.evaluate(() => {
    const card = document.querySelector('source-light')?.shadowRoot?.querySelector<HTMLElement>('.card');
    return card?.hidden ? null : card?.textContent;
  });

test('Firefox marks the sample, each status with its own line, and what is unsure', async () => {
  const marks = await page.evaluate(() =>
    [...CSS.highlights].map(([name, highlight]) => [name.replace('sourcelight-', ''), highlight.size]),
  );
  for (const status of ['named', 'unnamed', 'hidden', 'unsourced'] as const) {
    const spans = report.claims.filter((claim) => claim.status === status).flatMap((claim) => claim.spans);
    expect(marks).toContainEqual([status, spans.length]);
  }
  const unsure = report.claims.filter((claim) => isUnsure(claim, report)).flatMap((claim) => claim.spans);
  expect(unsure.length).toBeGreaterThan(0);
  expect(marks).toContainEqual(['unsure', unsure.length]);
});

test('Firefox shows the begin of the sample, not its end', async () => {
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('Firefox lays the lines of the field where the marks are', async () => {
  for (const width of [400, 900, 1280]) {
    const heights = await page.evaluate((pixels) => {
      document.documentElement.style.width = `${pixels}px`;
      const shadow = document.querySelector('source-light')?.shadowRoot;
      const area = shadow?.querySelector('textarea') as HTMLTextAreaElement;
      const sheet = (shadow?.querySelector('.sheet') as HTMLElement).getBoundingClientRect().height;
      area.style.height = '0';
      const field = area.scrollHeight;
      area.style.height = '';
      document.documentElement.style.width = '';
      return { field, sheet };
    }, width);
    // The field's height is told in whole pixels; a line has 33.
    expect(Math.abs(heights.field - heights.sheet), `at ${width} px`).toBeLessThanOrEqual(0.5);
  }
});

test('A click on a claim opens its card in Firefox', async () => {
  const index = report.claims.findIndex(({ status }) => status === 'named');
  const point = await page.evaluate(() => {
    const [range] = CSS.highlights.get('sourcelight-named') as unknown as Iterable<Range>;
    const rect = range?.getClientRects()[0];
    return { x: (rect?.left ?? 0) + 40, y: (rect?.top ?? 0) + (rect?.height ?? 0) / 2 };
  });
  await page.mouse.click(point.x, point.y);
  expect(await cardText()).toContain(report.claims[index]?.why);
});

test('Typing, undo and the keys from claim to claim work in Firefox', async () => {
  await page.keyboard.press('Escape');
  expect(await cardText()).toBeNull();
  await page.keyboard.down('Control');
  await page.keyboard.press('End');
  await page.keyboard.up('Control');
  await page.keyboard.type('Nobody was hurt, the mayor said.');
  await reportOf();
  const text = () => page.evaluate(() => document.querySelector('source-light')?.text);
  expect(await text()).toBe(`${sample}Nobody was hurt, the mayor said.`);
  await page.keyboard.press('F8');
  expect(await cardText()).toContain('Claim 1 of');
  await page.keyboard.down('Control');
  for (let times = 0; times < 40 && (await text()) !== sample; ++times) await page.keyboard.press('z');
  await page.keyboard.up('Control');
  expect(await text()).toBe(sample);
});

test('A mark is corrected by hand in Firefox, stays so over a reload, and is as it was read when that is undone', async () => {
  await page.evaluate(openForm);
  await until(hasForm);
  await page.evaluate(sayNone);
  await until(isCorrected);
  expect(await page.evaluate(corrected)).toBe('none');
  await page.evaluate(() => document.querySelector('source-light')?.reviews.flush());
  await page.reload();
  await reportOf();
  await until(isCorrected);
  await until(hasList);
  await page.evaluate(undo);
  await until(isAsRead);
  expect(await page.evaluate(() => document.querySelector('source-light')?.report as Report)).toEqual(report);
});

test('A transcript that is dropped in Firefox shows what a quotation has changed', async () => {
  await page.evaluate(openCheck);
  await until(hasParts);
  await page.evaluate(dropTranscript, transcript);
  await until(hasChanged);
  const { gone, come, outcome } = await page.evaluate(difference);
  expect([gone, come]).toEqual(['will never', 'are not going to']);
  expect(outcome).toContain('1 changed');
});

test('Fact-checks that are chosen in Firefox are found at their claim, after a reload too', async () => {
  await page.evaluate(chooseFactChecks, factCheck);
  await until(hasMatch);
  await page.reload();
  await reportOf();
  await page.evaluate(openCheck);
  await until(hasMatch);
  await page.evaluate(openMatch);
  expect(await cardText()).toMatch(/Already checked\?.*Mostly true/s);
  await page.keyboard.press('Escape');
});

test('The sample can be read without writing, and a click finds its claim in Firefox', async () => {
  await page.evaluate((text) => {
    const light = document.querySelector('source-light');
    if (!light) return;
    light.editable = false;
    light.text = text;
  }, sample);
  await page.evaluate((report) => {
    const light = document.querySelector('source-light');
    if (light) light.report = report;
  }, report);
  const point = await page.evaluate(() => {
    const [range] = CSS.highlights.get('sourcelight-named') as unknown as Iterable<Range>;
    range?.startContainer.parentElement?.scrollIntoView();
    const rect = range?.getClientRects()[0];
    return { x: (rect?.left ?? 0) + 40, y: (rect?.top ?? 0) + (rect?.height ?? 0) / 2 };
  });
  await page.mouse.click(point.x, point.y);
  const index = report.claims.findIndex(({ status }) => status === 'named');
  expect(await cardText()).toContain(report.claims[index]?.why);
});
