// The page in Chromium on paper: the marked article, what the marks mean, and its sources, in black
// and white and without what belongs to the screen.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Report } from '../../../web/engine/index.ts';
import { card, enter } from '../support/article.ts';
import { openDesk } from '../support/desk.ts';
import { article } from '../support/lock.ts';

const desk = openDesk();
let report: Report;

beforeEach(async () => {
  report = await enter(desk.page, article);
});

const paper = () => desk.page.locator('source-light .paper');

async function beginPrinting(): Promise<void> {
  await desk.page.emulateMedia({ media: 'print' });
  await desk.page.evaluate(() => dispatchEvent(new Event('beforeprint')));
}

describe('On paper', () => {
  test('stands the whole article, each claim with the line of its status', async () => {
    await beginPrinting();
    const paragraphs = await paper().locator('.text p').allTextContents();
    expect(paragraphs).toEqual(article.split('\n').filter((line) => line));
    for (const status of ['named', 'unnamed', 'hidden', 'unsourced'] as const) {
      const spans = report.claims.filter((claim) => claim.status === status).flatMap((claim) => claim.spans);
      const marked = await paper().locator(`.text .line.${status}`).allTextContents();
      expect(marked, status).toEqual(spans.map(([begin, end]) => article.slice(begin, end)));
    }
    expect(await paper().locator('.line.none').count()).toBe(0);
  });

  test('stand the summary, what the lines mean, and every source', async () => {
    await beginPrinting();
    expect(await paper().locator('.summary').textContent()).toContain('7 of 13 claims name a source');
    expect((await paper().locator('.marks').textContent())?.replaceAll('\u00a0', '')).toBe(
      ' Named source (7) Unnamed source (1) Hidden source (1) Own voice (4) Unsure (1)',
    );
    const sources = await paper().locator('.sources li').allTextContents();
    expect(sources.length).toBe(report.sources.length);
    for (const { name } of report.sources) expect(sources.join('\n')).toContain(name);
  });

  test('stands nothing of the screen, and no colour but black', async () => {
    await desk.page.evaluate(() => document.querySelector('source-light')?.selectClaim(3));
    await beginPrinting();
    for (const part of [card(desk.page), desk.page.getByRole('tablist'), desk.page.getByRole('button'), desk.page.locator('footer')]) {
      expect(await part.filter({ visible: true }).count()).toBe(0);
    }
    const inks = await paper().evaluate((element) => {
      const parts = [...element.querySelectorAll('*')].filter(({ textContent }) => textContent?.trim());
      return [...new Set(parts.flatMap((part) => {
        const { color, textDecorationColor } = getComputedStyle(part);
        return [color, textDecorationColor];
      }))];
    });
    expect(inks).toEqual(['rgb(0, 0, 0)']);
  });

  test('stands what was made of a claim, behind its words', async () => {
    const row = desk.page.locator('source-light .claims .entries li').filter({ hasText: 'the oldest' });
    await row.getByRole('button', { name: /^Checked/ }).click();
    await beginPrinting();
    expect(await paper().textContent()).toContain('the oldest on the river. [Checked]');
  });

  test('stands nothing when printing is over', async () => {
    await beginPrinting();
    await desk.page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await paper().count()).toBe(0);
  });

  test('it takes few pages, in dark mode too', async () => {
    await desk.page.emulateMedia({ colorScheme: 'dark' });
    await beginPrinting();
    const background = await desk.page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    expect(['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)']).toContain(background);
    const pdf = await desk.page.pdf({ format: 'A4' });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(2);
  });
});
