// The report view in Chromium: what it says, what clicks and keys ask for, and that everybody can
// use it, in light, dark and forced colours.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asked, openCharts, show, type ChartsSite } from './charts-page.ts';
import { bridge, longArticle, make } from './charts-made.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const narrow = { viewport: { width: 386, height: 900 } } as const;

let site: ChartsSite;
beforeAll(async () => {
  site = await openCharts();
});
afterAll(() => site?.close());

const figure = (page: Page, name: string) => page.getByRole('figure').filter({ hasText: name });
const row = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) });
const strip = (page: Page) => page.getByRole('slider');
const textOf = async (page: Page, name: string) =>
  (await row(page, name).textContent())?.replace(/\s+/g, ' ').trim();

/** Where the `word`-th word of the short article, which has 48 in one row, stands in the strip. */
async function pointInStrip(page: Page, word: number): Promise<{ x: number; y: number }> {
  await strip(page).scrollIntoViewIfNeeded();
  const box = await strip(page).locator('svg.strip').boundingBox();
  if (!box) throw new Error('the strip is not on the page');
  return { x: box.x + (word + 0.5) * (box.width / 48), y: box.y + 11 };
}

describe('The report view says', () => {
  test('the summary, and the words and share of each status', () =>
    site.onPage(bridge, async (page) => {
      await expect.poll(() => page.getByText('In short.').isVisible()).toBe(true);
      expect(await textOf(page, 'Named source')).toBe('Named source 8 Words 17%');
      expect(await textOf(page, 'Own voice')).toBe('Own voice 13 Words 27%');
      expect(await figure(page, 'Who the words rest on').getByText(/Between the claims/).count()).toBe(1);
    }));

  test('each source with its kind, the most words first', () =>
    site.onPage(bridge, async (page) => {
      const rows = figure(page, 'Who gets the most words').getByRole('button');
      expect(await rows.allTextContents()).toEqual([
        'two engineers anonymous source 5 Words 10%',
        'Mara Lind named person 4 Words 8%',
        'Ostby Harbour Board named organisation 4 Words 8%',
      ]);
    }));

  test('eight of many sources and how many others there are, and all in the table', () =>
    site.onPage(longArticle(), async (page) => {
      const picture = figure(page, 'Who gets the most words');
      expect(await picture.getByRole('listitem').count()).toBe(9);
      expect(await picture.getByRole('listitem').last().textContent()).toMatch(/^4 others/);
      await picture.getByText('As a table').click();
      await expect.poll(() => picture.getByRole('row').count()).toBe(13);
    }));

  test('in which paragraphs the longest stretch without a source is, and leads there', () =>
    site.onPage(bridge, async (page) => {
      const text = await figure(page, 'From beginning to end').locator('figcaption').textContent();
      expect(text).toContain('The longest stretch without a source: paragraphs 1 to 2 (15 words).');
      await row(page, 'Go to the longest stretch').click();
      expect(await asked(page)).toEqual([{ offset: bridge.text.indexOf('The bridge was') }]);
    }));

  test('each paragraph’s words by status in a table', () =>
    site.onPage(bridge, async (page) => {
      const picture = figure(page, 'From beginning to end');
      await picture.getByText('As a table').click();
      await expect.poll(() => picture.getByRole('row').count()).toBe(6);
      const rows = await picture.getByRole('row').allTextContents();
      expect(rows[3]).toBe('200452');
    }));

  test('one plain sentence where there is nothing to show, and pictures again afterwards', () =>
    site.onPage(make([], []), async (page) => {
      await expect.poll(() => page.getByText('No claims yet.').isVisible()).toBe(true);
      expect(await page.getByRole('figure').count()).toBe(0);
      await show(page, bridge);
      expect(await page.getByText('No claims yet.').isVisible()).toBe(false);
      expect(await page.getByRole('figure').count()).toBe(5);
    }));

  test('everything in Spanish too', () =>
    site.onPage(
      bridge,
      async (page) => {
        expect(await textOf(page, 'Fuente identificada')).toBe('Fuente identificada 8 Palabras 17 %');
        expect(await page.getByRole('heading', { name: 'De principio a fin' }).count()).toBe(1);
      },
      {},
      '?language=es',
    ));
});

describe('A part of a picture', () => {
  const parts = [
    ['Hidden source', { status: 'hidden' }],
    ['Mara Lind', { source: 0 }],
    ['anonymous source', { kind: 'anonymous' }],
    ['Readers cannot tell who', { named: false }],
  ] as const;

  test.each(parts)('filters by %s, is pressed then, and shows all when pressed again', (name, filter) =>
    site.onPage(bridge, async (page) => {
      expect(await row(page, name).getAttribute('aria-pressed')).toBe('false');
      await row(page, name).click();
      expect(await row(page, name).getAttribute('aria-pressed')).toBe('true');
      await row(page, name).press('Enter');
      expect(await asked(page)).toEqual([{ filter }, { filter: {} }]);
      expect(await page.locator('[aria-pressed=true]').count()).toBe(0);
    }),
  );

  test('is named above while it filters, and “Show all” ends that and leaves the focus on it', () =>
    site.onPage(bridge, async (page) => {
      await row(page, 'Mara Lind').click();
      expect(await page.getByText('Showing only: Mara Lind').isVisible()).toBe(true);
      await page.getByRole('button', { name: 'Show all' }).click();
      expect(await page.getByText('Showing only').isVisible()).toBe(false);
      const focused = page.locator('button:focus');
      expect(await focused.textContent()).toMatch(/^Mara Lind/);
      expect((await asked(page)).at(-1)).toEqual({ filter: {} });
    }));

  test('answers to the mouse in the bar as its row does', () =>
    site.onPage(bridge, async (page) => {
      const bar = await page.locator('svg.stack').first().boundingBox();
      // Named sources have 8 of 48 words, so their part ends at 17% of the bar.
      await page.mouse.click((bar?.x ?? 0) + (bar?.width ?? 0) * 0.1, (bar?.y ?? 0) + 14);
      expect(await asked(page)).toEqual([{ filter: { status: 'named' } }]);
      await page.mouse.click((bar?.x ?? 0) + (bar?.width ?? 0) * 0.97, (bar?.y ?? 0) + 14);
      expect(await asked(page)).toHaveLength(1);
    }));

  test('without words is no button', () =>
    site.onPage(bridge, async (page) => {
      expect(await row(page, 'document').count()).toBe(0);
      expect(await figure(page, 'What kinds').getByText('document').count()).toBe(1);
    }));
});

describe('The strip', () => {
  test('selects the claim that is clicked', () =>
    site.onPage(bridge, async (page) => {
      const lind = await pointInStrip(page, 6);
      await page.mouse.click(lind.x, lind.y);
      const between = await pointInStrip(page, 10);
      await page.mouse.click(between.x, between.y);
      expect(await asked(page)).toEqual([{ claim: 1 }]);
      expect(await page.locator('.cursors .selected').count()).toBe(1);
    }));

  test('says which claim the pointer is on', () =>
    site.onPage(bridge, async (page) => {
      const { x, y } = await pointInStrip(page, 20);
      await page.mouse.move(x, y);
      expect(await page.locator('.readout').textContent()).toBe('Paragraph 2 · Own voice: It is the only one.');
    }));

  test('is walked with arrow keys and chosen from with Enter', () =>
    site.onPage(bridge, async (page) => {
      await strip(page).focus();
      expect(await strip(page).getAttribute('aria-valuenow')).toBe('1');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      expect(await strip(page).getAttribute('aria-valuetext')).toBe(
        'Paragraph 1 · Own voice: The bridge was built in 1911.',
      );
      expect(await asked(page)).toEqual([]);
      await page.keyboard.press('Enter');
      await page.keyboard.press('End');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press(' ');
      expect(await asked(page)).toEqual([{ claim: 2 }, { claim: bridge.report.claims.length - 1 }]);
    }));

  test('lets what a filter leaves out step back', () =>
    site.onPage(bridge, async (page) => {
      const drawn = (name: string) =>
        page
          .locator(`svg.strip clipPath:has(+ .part.${name}) path`)
          .evaluate((path) => path.getAttribute('d') !== '');
      expect(await drawn('named.off')).toBe(false);
      await row(page, 'Own voice').click();
      expect([await drawn('named.off'), await drawn('unsourced.off')]).toEqual([true, false]);
      expect([await drawn('named:not(.off)'), await drawn('unsourced:not(.off)')]).toEqual([false, true]);
    }));
});

describe('Everybody can use the report view', () => {
  const schemes = [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { forcedColors: 'active' }] as const;
  test.each(schemes)('axe finds nothing in %o, filtered and with its tables open', (options) =>
    site.onPage(
      longArticle(),
      async (page) => {
        await row(page, 'Own voice').click();
        for (const one of await page.getByText('As a table').all()) await one.click();
        await page.evaluate(axe);
        const results: AxeResults = await page.evaluate(() => window.axe.run());
        // The harness has no page around it: its landmarks are the page’s.
        const outside = ['landmark-one-main', 'page-has-heading-one', 'region'];
        const found = results.violations.filter(({ id }) => !outside.includes(id));
        expect(found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      },
      { ...narrow, ...options },
    ),
  );

  test('fills differ without colour: each status has its own', () =>
    site.onPage(
      bridge,
      async (page) => {
        const fills = await page.locator('svg.stack').first().locator('rect').evaluateAll((parts) =>
          parts.map((part) => `${part.getAttribute('fill')} ${part.getAttribute('height')}`),
        );
        expect(new Set(fills).size).toBe(6);
      },
      { forcedColors: 'active' },
    ));

  test('nothing is wider than a phone, and parts are large enough for a finger', () =>
    site.onPage(
      longArticle(),
      async (page) => {
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
        const heights = await page.getByRole('button').evaluateAll((all) =>
          all.map((button) => button.getBoundingClientRect().height),
        );
        expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
      },
      { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
    ));
});

declare global {
  interface Window {
    axe: typeof import('axe-core');
  }
}
