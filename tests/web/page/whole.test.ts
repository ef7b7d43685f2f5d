// The page in Chromium: the article as a whole. Its pictures filter the text, the strip leads to
// claims, and the remarks to their places.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Report } from '../../../web/engine/index.ts';
import { card, enter, painted, paintedStatuses } from '../support/article.ts';
import { reportOf } from '../support/browser.ts';
import { openDesk } from '../support/desk.ts';
import { article } from '../support/lock.ts';

const desk = openDesk();
let report: Report;

beforeEach(async () => {
  report = await enter(desk.page, article);
  await desk.page.getByRole('tab', { name: 'Report' }).click();
});

const panel = () => desk.page.getByRole('tabpanel');
const figure = (name: string) => panel().getByRole('figure').filter({ hasText: name });
const part = (picture: string, name: string) => figure(picture).getByRole('button', { name: new RegExp(`^${name}`) });
const selected = () => desk.page.evaluate(() => document.querySelector('source-light')?.selectedClaim);
const only = () => desk.page.getByRole('region', { name: 'Show only' }).locator('.only');
const wordsOf = (...statuses: string[]) =>
  report.claims
    .filter(({ status }) => statuses.includes(status))
    .flatMap(({ spans }) => spans.map(([begin, end]) => article.slice(begin, end)));

describe('The report view', () => {
  test('sums the article up in one paragraph', async () => {
    expect(await panel().locator('.summary').textContent()).toBe(report.summary.text);
    expect(report.summary.text).toContain('7 of 13 claims name a source');
  });

  test('a status chosen in the picture is all that is marked, and the legend says so', async () => {
    await part('Who the words rest on', 'Own voice').click();
    expect(await painted(desk.page)).toEqual({ unsourced: wordsOf('unsourced') });
    expect(await only().textContent()).toContain('Showing only: Own voice.');
    expect(await desk.page.getByRole('button', { name: /^Own voice 4/ }).first().getAttribute('aria-pressed')).toBe('true');
    await part('Who the words rest on', 'Own voice').click();
    expect((await paintedStatuses(desk.page)).length).toBe(4);
  });

  test('a source, a kind of source, and those who cannot be identified filter too', async () => {
    await part('Who gets the most words', 'Runa Teller').click();
    expect(await only().textContent()).toContain('Runa Teller');
    expect((await painted(desk.page))['named']?.length).toBe(5);
    await part('What kinds of sources', 'unnamed group').click();
    expect(await painted(desk.page)).toEqual({ unnamed: wordsOf('unnamed') });
    await part('Named against unnamed', 'Readers cannot tell who').click();
    expect(await painted(desk.page)).toEqual({ unnamed: wordsOf('unnamed'), hidden: wordsOf('hidden') });
    await panel().getByRole('button', { name: 'Show all' }).click();
    expect(await only().isVisible()).toBe(false);
  });

  test('every picture has parts that are to be seen', async () => {
    const buttons = panel().getByRole('figure').getByRole('button');
    const heights = await buttons.evaluateAll((all) =>
      all.flatMap((button) => [...button.querySelectorAll('.choice, .bar, rect')].map((bar) => bar.getBoundingClientRect().height)),
    );
    expect(heights.length).toBeGreaterThan(4);
    expect(Math.min(...heights)).toBeGreaterThan(3);
  });

  test('the strip opens the card of a claim, by mouse and by keys', async () => {
    const strip = panel().getByRole('slider');
    await strip.scrollIntoViewIfNeeded();
    const box = await strip.boundingBox();
    await desk.page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + 11);
    expect(await card(desk.page).isVisible()).toBe(true);
    await strip.focus();
    await desk.page.keyboard.press('Home');
    await desk.page.keyboard.press('ArrowRight');
    await desk.page.keyboard.press('Enter');
    expect(await selected()).not.toBeNull();
    const position = await card(desk.page).locator('.position').textContent();
    expect(position).toMatch(/^Claim [1-4] of 15$/);
  });

  test('numbers that differ lead to their claim', async () => {
    const remark = panel().getByRole('button', { name: /4\.2 million.+3\.1 million/ });
    expect(await remark.textContent()).toContain('paragraphs 3 and 5');
    await remark.click();
    expect(await card(desk.page).textContent()).toContain('4.2 million crowns');
  });

  test('the house style’s remarks stand with their words, and lead there', async () => {
    await desk.page.evaluate(() => {
      const light = document.querySelector('source-light');
      const rules = [{ id: 'disgrace', pattern: '(?i)disgrace', message: 'Who says that it is one?' }];
      if (light) light.houseStyle = { rules };
    });
    const remark = panel().getByRole('button', { name: /Who says that it is one\?/ });
    await remark.waitFor();
    await reportOf(desk.page);
    expect(await remark.textContent()).toContain('Paragraph 7: “disgrace”');
    await desk.page.setViewportSize({ width: 1280, height: 420 });
    await desk.page.evaluate(() => scrollTo(0, 0));
    await remark.click();
    await desk.page.waitForFunction(() => scrollY > 100);
  });

  test('follows the text', async () => {
    await enter(desk.page, 'Critics said that it rained.');
    await expect.poll(() => panel().locator('.summary').textContent()).toBe('The one claim names no source; 1 rests on an unnamed source.');
    await desk.page.getByRole('button', { name: 'Clear' }).click();
    await panel().getByText('No claims yet.').waitFor();
  });
});
