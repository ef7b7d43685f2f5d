// The page in Chromium: marks, legend, card and lists say what the report says.
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { claimStatuses, type Report } from '../../../web/engine/index.ts';
import { sample } from '../../../web/page/sample.ts';
import { english } from '../../../web/words/index.ts';
import { card, entries, field, filter, openSample, painted, paintedStatuses, pointAt, wordsOf } from '../support/article.ts';
import { launch, open } from '../support/browser.ts';
import { root, serve, type Site } from '../support/serve.ts';

const { kinds, quotes, statuses } = english.terms;

let site: Site;
let browser: Browser;
let page: Page;
let complaints: string[];
let report: Report;

beforeAll(async () => {
  site = await serve(join(root, 'dist'));
  browser = await launch();
});
beforeEach(async () => {
  ({ page, complaints } = await open(browser, site.url));
  report = await openSample(page);
});
afterEach(async () => {
  await page.context().close();
  expect(complaints).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const words = (spans: readonly (readonly [number, number])[]) =>
  spans.map(([begin, end]) => sample.slice(begin, end));

/** A claim that someone is named for, and the attribution it rests on. */
function namedClaim() {
  const index = report.claims.findIndex(
    ({ status, attributions }) => status === 'named' && attributions.length > 0,
  );
  const claim = report.claims[index];
  const attribution = report.attributions[claim?.attributions[0] ?? -1];
  const source = report.sources[attribution?.sourceId ?? -1];
  if (!claim || !attribution || !source) throw new Error('the sample has no claim with a source');
  return { index, claim, attribution, source };
}

describe('The sample article', () => {
  test('is marked claim by claim, each with the line of its status', async () => {
    const marks = await painted(page);
    for (const status of claimStatuses.filter((status) => status !== 'none')) {
      expect(marks[status], status).toEqual(wordsOf(report, sample, status));
      expect(marks[status]?.length, `marks for ${status}`).toBeGreaterThan(0);
    }
    expect(marks['none']).toBeUndefined();
  });

  test('is counted in the legend as in the report', async () => {
    for (const status of claimStatuses) {
      const expected = report.claims.filter((claim) => claim.status === status).length;
      const button = filter(page, statuses[status].label);
      expect(await button.locator('.count').textContent(), status).toBe(String(expected));
    }
  });
});

describe('The legend', () => {
  test('shows only the claims whose status is pressed, in the text and in the list', async () => {
    await filter(page, 'Unnamed source').click();
    expect(await filter(page, 'Unnamed source').getAttribute('aria-pressed')).toBe('true');
    expect(await painted(page)).toEqual({ unnamed: wordsOf(report, sample, 'unnamed') });
    const shown = report.claims.filter(({ status }) => status === 'unnamed').length;
    expect(await entries(page).count()).toBe(shown);
  });

  test('adds a status with each press and shows all again when none is pressed', async () => {
    await filter(page, 'Unnamed source').press('Enter');
    await filter(page, 'Hidden source').press('Space');
    expect(await paintedStatuses(page)).toEqual(['hidden', 'unnamed']);
    await filter(page, 'Unnamed source').press('Enter');
    await filter(page, 'Hidden source').press('Space');
    expect(await paintedStatuses(page)).toEqual(
      ['hidden', 'named', 'unnamed', 'unsourced'],
    );
  });

  test('marks what is no claim when asked for', async () => {
    await filter(page, 'No claim').click();
    expect(await painted(page)).toEqual({ none: wordsOf(report, sample, 'none') });
  });
});

describe('A click on a claim', () => {
  test('opens a card that says who, in which words, how, and why', async () => {
    const { claim, attribution, source } = namedClaim();
    const { x, y } = await pointAt(page, claim.spans[0]?.[0] ?? -1);
    await page.mouse.click(x, y);
    const text = (await card(page).textContent()) ?? '';
    expect(text).toContain(statuses.named.label);
    expect(text).toContain(source.name);
    expect(text).toContain(source.title);
    expect(text).toContain(kinds[source.kind]);
    expect(text).toContain(`“${words(attribution.cue).join(' … ')}”`);
    expect(text).toContain(quotes[attribution.quote]);
    expect(text).toContain(claim.why);
  });

  test('shows source, cue and content of the claim in the text', async () => {
    const { claim } = namedClaim();
    const { x, y } = await pointAt(page, claim.spans[0]?.[0] ?? -1);
    await page.mouse.click(x, y);
    const marks = await painted(page);
    const attributions = claim.attributions.map((id) => report.attributions[id]);
    for (const part of ['source', 'cue', 'content'] as const) {
      expect(marks[part], part).toEqual(attributions.flatMap((one) => words(one?.[part] ?? [])));
    }
    expect(marks['selected']).toEqual(words(claim.spans));
  });

  test('leaves the caret where it was put, so that typing goes on there', async () => {
    const begin = namedClaim().claim.spans[0]?.[0] ?? -1;
    const { x, y } = await pointAt(page, begin);
    await page.mouse.click(x, y);
    await page.keyboard.type('X');
    const at = (await field(page).inputValue()).indexOf('X');
    expect(Math.abs(at - begin)).toBeLessThanOrEqual(3);
  });
});

describe('By keyboard', () => {
  test('every claim is reached from the list of claims, and Enter opens its card', async () => {
    await page.getByRole('combobox', { name: 'Order' }).selectOption('As in the article');
    await page.getByRole('button', { name: 'Weights' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Home');
    for (const [index, claim] of report.claims.entries()) {
      await page.keyboard.press('Enter');
      const text = (await card(page).textContent()) ?? '';
      expect(text).toContain(`Claim ${index + 1} of ${report.claims.length}`);
      expect(text).toContain(statuses[claim.status].label);
      expect(text).toContain(claim.why);
      await page.keyboard.press('ArrowDown');
    }
  });

  test('n and p go from claim to claim', async () => {
    const position = card(page).locator('.position');
    await page.getByRole('tab', { name: 'Claims' }).focus();
    await page.keyboard.press('n');
    await page.keyboard.press('n');
    expect(await position.textContent()).toMatch(/^Claim 2 of/);
    await page.keyboard.press('p');
    expect(await position.textContent()).toMatch(/^Claim 1 of/);
  });

  test('F8 goes on from the caret while writing, and Escape closes the card', async () => {
    await field(page).focus();
    const last = report.claims.length - 1;
    const begin = report.claims[last]?.spans[0]?.[0] ?? 0;
    await field(page).evaluate((element, at) => {
      (element as HTMLTextAreaElement).setSelectionRange(at, at);
    }, begin - 1);
    await page.keyboard.press('F8');
    expect(await card(page).textContent()).toContain(`Claim ${last + 1} of`);
    await page.keyboard.press('Shift+F8');
    expect(await card(page).textContent()).toContain(`Claim ${last} of`);
    await page.keyboard.press('Escape');
    expect(await card(page).isVisible()).toBe(false);
    expect(await field(page).evaluate((element) => element.matches(':focus'))).toBe(true);
  });

  test('letters typed into the article stay letters', async () => {
    await field(page).focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('npnp');
    expect(await field(page).inputValue()).toBe(`${sample}npnp`);
  });
});

describe('The list of sources', () => {
  test('names each source with a statement, its title, kind and share', async () => {
    await page.getByRole('tab', { name: 'Sources' }).click();
    const panel = page.getByRole('tabpanel');
    for (const source of report.sources) {
      const entry = panel.locator('section', { has: page.getByRole('heading', { name: source.name, exact: true }) });
      const text = (await entry.first().textContent()) ?? '';
      expect(text).toContain(source.title);
      expect(text).toContain(kinds[source.kind]);
    }
  });

  test('leads from a statement to its claim, which comes into sight', async () => {
    await page.getByRole('tab', { name: 'Sources' }).click();
    const statements = entries(page);
    const last = await statements.count();
    for (const at of [last - 1, 0]) {
      await statements.nth(at).click();
      expect(await statements.nth(at).getAttribute('aria-current')).toBe('true');
      const claim = await page.evaluate(() => document.querySelector('source-light')?.selectedClaim);
      expect(await card(page).textContent()).toContain(`Claim ${(claim ?? -1) + 1} of`);
      await page.waitForFunction(() => {
        const [range] = CSS.highlights.get('sourcelight-selected') as unknown as Iterable<Range>;
        const rect = range?.getBoundingClientRect();
        return rect && rect.top >= 0 && rect.bottom <= innerHeight;
      });
    }
  });
});
