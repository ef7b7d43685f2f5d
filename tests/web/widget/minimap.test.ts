// The map beside the text in Chromium: it says and shows where nobody is given, follows the
// window, and leads to the place that is pointed at.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asked, openCharts, show, type ChartsSite } from './charts-page.ts';
import { bridge, longArticle, make } from './charts-made.ts';

let site: ChartsSite;
beforeAll(async () => {
  site = await openCharts();
});
afterAll(() => site?.close());

const long = longArticle();
const map = (page: Page) => page.getByRole('img');

async function boxOf(page: Page) {
  const box = await map(page).boundingBox();
  if (!box) throw new Error('the map is not on the page');
  return box;
}

/** Where the frame stands on the map, in shares of it. */
const frame = (page: Page) =>
  map(page)
    .locator('.window')
    .evaluate(({ style }) => [parseFloat(style.top) / 100, parseFloat(style.height) / 100]);

describe('The map', () => {
  test('says where the longest stretch without a source is', () =>
    site.onPage(bridge, async (page) => {
      expect(await map(page).getAttribute('aria-label')).toBe(
        'Map of the article. The longest stretch without a source: paragraphs 1 to 2 (15 words).',
      );
    }));

  test('is as tall as the window beside a long text, and as the text beside a short one', () =>
    site.onPage(long, async (page) => {
      expect((await boxOf(page)).height).toBe(900 - 32);
      await show(page, bridge);
      const sheet = await page.locator('.sheet').boundingBox();
      expect(Math.abs((await boxOf(page)).height - (sheet?.height ?? 0))).toBeLessThan(1);
    }));

  test('frames the part of the text that is in the window, and follows it', () =>
    site.onPage(long, async (page) => {
      const height = await page.locator('.sheet').evaluate((sheet) => sheet.getBoundingClientRect().height);
      await expect.poll(async () => (await frame(page))[1]).toBeCloseTo(900 / height, 1);
      await page.evaluate(() => scrollTo(0, 5000));
      await expect.poll(async () => (await frame(page))[0]).toBeCloseTo(5000 / height, 2);
      expect((await boxOf(page)).y).toBe(16);
    }));

  test('leads to the text at the place that is clicked, and along a drag', () =>
    site.onPage(long, async (page) => {
      const { x, y, height } = await boxOf(page);
      await page.mouse.move(x + 8, y + height / 2);
      await page.mouse.down();
      await page.mouse.move(x + 8, y + height - 1, { steps: 3 });
      await page.mouse.up();
      await page.mouse.move(x + 8, y + 10);
      const offsets = (await asked(page)).flatMap((event) => ('offset' in event ? [event.offset] : []));
      expect(offsets).toHaveLength(4);
      const halfway = await page.locator('.sheet').evaluate((sheet) => {
        const middle = sheet.getBoundingClientRect().top + sheet.clientHeight / 2;
        const lines = [...sheet.children];
        const at = lines.findLastIndex((line) => line.getBoundingClientRect().top <= middle);
        return lines.slice(0, at).map((line) => line.textContent).join('').length;
      });
      expect(Math.abs((offsets[0] ?? 0) - halfway)).toBeLessThan(250);
      expect(offsets).toEqual([...offsets].sort((one, other) => one - other));
      expect((offsets.at(-1) ?? 0) / long.text.length).toBeGreaterThan(0.98);
    }));

  test('names the paragraph under the pointer and what stands there', () =>
    site.onPage(bridge, async (page) => {
      const { x, y, height } = await boxOf(page);
      await page.mouse.move(x + 8, y + height * 0.999);
      const title = await map(page).getAttribute('title');
      expect(title).toBe('Paragraph 4: Named source (4 words), Own voice (2 words)');
    }));

  test('has a part for each status that stands in the text', () =>
    site.onPage(bridge, async (page) => {
      const shown = await map(page).locator('clipPath:has(path:not([d=""])) + .part').evaluateAll((parts) =>
        parts.map((part) => part.classList[1]),
      );
      expect(shown).toEqual(['named', 'unnamed', 'hidden', 'unsourced', 'none']);
    }));

  test('is away where there is no article, and on a phone', () =>
    site.onPage(make([], []), async (page) => {
      expect(await map(page).count()).toBe(0);
      await show(page, bridge);
      expect(await map(page).count()).toBe(1);
      await page.setViewportSize({ width: 800, height: 900 });
      expect(await map(page).count()).toBe(0);
    }));
});
