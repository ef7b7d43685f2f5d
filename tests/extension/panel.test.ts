// The panel beside a page, in real Chromium: what it shows, how it and the page lead to each other, and
// the reviews that are kept of a page.
import type { Page } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type {} from '../../web/widget/source-light.ts';
import { chromiumDesk } from './support/desk.ts';
import { clickOn, isInView, leave, mark, marksOn, marksWith, noticed, painted, site, stateOf } from './support/page.ts';
import { checkWithoutHighlights } from './support/without-highlights.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const desk = chromiumDesk();
let home: Page;

beforeEach(async () => {
  home = await desk.visitor.newTab();
});
afterEach(async () => {
  const { context } = desk.visitor;
  desk.visitor.page = context.pages()[0] ?? desk.visitor.page;
  for (const page of context.pages().slice(1)) await page.close();
  await desk.visitor.inBackground(() => chrome.storage.local.clear(), undefined);
});

/** All that can be read in the panel, the widget's words too. */
const panelText = (): Promise<string> =>
  desk.visitor.inPanel(() => {
    const parts = [document.body, ...(document.querySelector('source-light')?.shadowRoot?.children ?? [])];
    return parts.map((part) => (part as HTMLElement).innerText ?? '').join('\n');
  }, null);

/** The widget's words for the claim that is chosen in the panel; null: none is. */
const chosenInPanel = (): Promise<string | null> =>
  desk.visitor.inPanel(() => {
    const light = document.querySelector('source-light');
    const claim = light?.report?.claims[light.selectedClaim ?? -1];
    return claim ? claim.spans.map(([begin, end]) => light?.text.slice(begin, end)).join(' … ') : null;
  }, null);

/** Presses the entry with these words in the panel's list, as soon as it is there. */
async function chooseInPanel(words: string): Promise<void> {
  const press = (): Promise<boolean> => desk.visitor.inPanel((words) => {
    const items = document.querySelector('source-light')?.shadowRoot?.querySelectorAll<HTMLElement>('.item') ?? [];
    const item = [...items].find(({ textContent }) => textContent?.includes(words));
    item?.click();
    return item !== undefined;
  }, words);
  await expect.poll(press, { message: words }).toBe(true);
}

/** The panel in a tab of its own, for the page that is open. */
async function openPanelTab(): Promise<Page> {
  const id = await desk.visitor.tabId();
  const panel = await desk.visitor.openExtension(`panel.html?tab=${id}`);
  await panel.waitForFunction(() => document.querySelector('source-light')?.report);
  return panel;
}

const tick = (panel: Page, words: string) => panel.getByRole('tabpanel').locator('.entry', { hasText: words }).locator('.tick');
const markOf = (panel: Page, words: string) => panel.getByRole('tabpanel').locator('.entry', { hasText: words }).getAttribute('data-mark');
const kept = (): Promise<string[]> =>
  desk.visitor.inBackground(async () => Object.keys(await chrome.storage.local.get()).filter((key) => key.startsWith('reviews:')), undefined);

test('The panel shows summary, claims and sources of the page, and says what to do where nothing is read', async () => {
  const { visitor } = desk;
  await visitor.open(`${site}/semantic.html`);
  await expect.poll(panelText).toContain('Press the Sourcelight button');
  await visitor.press();
  await marksWith(visitor, 'The work will cost 6.3 million crowns');
  await expect.poll(panelText).toContain('The harbour wall at Tolsta will be raised by a metre before next winter');
  const { text } = await stateOf(visitor);
  expect(await visitor.inPanel(() => document.querySelector('source-light')?.text, null)).toBe(text);
  await visitor.inPanel(() => document.querySelector('source-light')?.openView('sources'), null);
  await expect.poll(panelText).toContain('Jonas Rask');
  expect(await panelText()).toContain('county engineer');
  await leave(visitor);
  await expect.poll(panelText).toContain('Press the Sourcelight button');
});

test('A claim that is chosen in the panel is shown on the page, and its mark stands out', async () => {
  const { visitor } = desk;
  await mark(visitor, 'scroll.html', 'The first rails were laid in the rain');
  await expect.poll(panelText).toContain('It is the steepest rise');
  await visitor.run(() => document.body.style.setProperty('padding-bottom', '2000px'), null);
  await chooseInPanel('It is the steepest rise');
  await expect.poll(() => isInView(visitor, 'It is the steepest rise')).toBe(true);
  await expect.poll(async () => marksOn(await painted(visitor), 'It is the steepest rise')).toContain('selected');
  await visitor.run(() => scrollTo(0, 3000), null);
  await chooseInPanel('that the tram would come');
  await expect.poll(() => isInView(visitor, 'the tram would come')).toBe(true);
});

test('A claim in a frame and in a shadow root is scrolled to', async () => {
  const { visitor } = desk;
  await home.setViewportSize({ width: 900, height: 300 });
  await mark(visitor, 'frame.html', 'The strike is the longest since 1988');
  expect(await isInView(visitor, 'The strike is the longest')).toBe(false);
  await chooseInPanel('The strike is the longest since 1988');
  await expect.poll(() => isInView(visitor, 'The strike is the longest')).toBe(true);
  await mark(visitor, 'components.html', 'he would gladly put up a living one');
  expect(await isInView(visitor, 'he would gladly put up')).toBe(false);
  await chooseInPanel('he would gladly put up a living one');
  await expect.poll(() => isInView(visitor, 'he would gladly put up')).toBe(true);
});

test('A click on a mark chooses its claim in the panel, opens no card, and changes nothing on the page', async () => {
  const { visitor } = desk;
  await mark(visitor, 'semantic.html', 'The work will cost 6.3 million crowns');
  await expect.poll(panelText).toContain('6.3 million');
  await clickOn(visitor, 'The work will cost');
  await expect.poll(chosenInPanel).toBe('The work will cost 6.3 million crowns and take five months.');
  expect(await noticed(visitor)).toEqual([]);
  await visitor.stopBackground();
  await clickOn(visitor, 'the money had already been spent');
  await expect.poll(chosenInPanel).toBe('the money had already been spent on the new theatre');
});

test('A claim that is corrected in the panel is marked so on the page, then and when the page is read again', async () => {
  const { visitor } = desk;
  const words = 'The work will cost 6.3 million crowns';
  await mark(visitor, 'semantic.html', words);
  const panel = await openPanelTab();
  await panel.getByRole('tabpanel').locator('.item', { hasText: words }).click();
  await panel.keyboard.press('e');
  await panel.getByRole('radio', { name: 'a named source' }).check();
  await panel.locator('.correct-form').getByRole('button', { name: 'Save' }).click();
  visitor.page = home;
  await home.bringToFront();
  await expect.poll(async () => marksOn(await painted(visitor), words)).toContain('named');
  expect((await stateOf(visitor)).report?.claims.some(({ byHand }) => byHand)).toBe(false);
  await leave(visitor);
  await mark(visitor, 'semantic.html', words);
  await expect.poll(async () => marksOn(await painted(visitor), words)).toContain('named');
});

test('The panel follows from tab to tab, and to another page in its tab', async () => {
  const { visitor } = desk;
  await mark(visitor, 'wire.html', 'The quake was the strongest in Marenia');
  await visitor.newTab();
  await mark(visitor, 'comments.html', 'The town pays for six more posts');
  await expect.poll(panelText).toContain('The town pays for six more posts');
  await home.bringToFront();
  await expect.poll(panelText).toContain('The quake was the strongest in Marenia');
  visitor.page = home;
  await visitor.open(`${site}/tables.html`);
  await expect.poll(panelText).toContain('Press the Sourcelight button');
  await visitor.press();
  await expect.poll(panelText).toContain('The chemical works lie two miles upstream');
});

test('A panel in a tab of its own stays with the page, and two panels say the same', async () => {
  const { visitor } = desk;
  await mark(visitor, 'wire.html', 'The quake was the strongest in Marenia');
  const panel = await openPanelTab();
  await panel.getByRole('tabpanel').locator('.item', { hasText: 'the reactor was undamaged' }).click();
  await home.bringToFront();
  await expect.poll(chosenInPanel).toBe('the reactor was undamaged');
  await panel.close();
  await clickOn(visitor, 'The quake was the strongest');
  await expect.poll(chosenInPanel).toContain('The quake was the strongest');
});

test('Where words cannot be marked on the page, the panel says so and shows the text with its marks', () =>
  checkWithoutHighlights(desk.visitor));

test('A page in another language is read, and the panel says that it is not made for that', async () => {
  const { visitor } = desk;
  const page = readFileSync(new URL('pages/wire.html', import.meta.url), 'utf8');
  desk.net.put('/in-norwegian.html', page.replace('<html lang="en">', '<html lang="nb">'));
  await mark(visitor, 'in-norwegian.html', 'The quake was the strongest in Marenia');
  await expect.poll(panelText).toMatch(/This page is in Norwegian.*; Sourcelight reads English\./);
});

test('Checks of a page are there again after a reload, with other parameters, and after small edits', async () => {
  const { visitor } = desk;
  const page = readFileSync(new URL('pages/wire.html', import.meta.url), 'utf8');
  desk.net.put('/story.html', page);
  await mark(visitor, 'story.html?id=7', 'The quake was the strongest in Marenia');
  let panel = await openPanelTab();
  await tick(panel, 'the reactor was undamaged').click();
  await tick(panel, 'Schools stay closed until Monday').click();
  await expect.poll(kept).toEqual([`reviews:${site}/story.html?id=7`]);
  await panel.close();
  await visitor.stopBackground();

  const edited = page.replace('The power station', 'UPDATE with casualties\n\n    A man was found under the wall of the hotel, the police said. The power station')
    .replace('said the reactor was undamaged', 'said that the reactor was undamaged').replace('Schools stay closed until Monday.', 'All schools stay closed until Monday.');
  desk.net.put('/story.html', edited);
  await mark(visitor, 'story.html?id=7&utm_source=mail&fbclid=x#top', 'The quake was the strongest in Marenia');
  panel = await openPanelTab();
  await expect.poll(() => markOf(panel, 'the reactor was undamaged')).toBe('checked');
  expect(await markOf(panel, 'schools stay closed until Monday')).toBe('checked');
  expect(await markOf(panel, 'The quake was the strongest')).not.toBe('checked');
  await panel.close();

  await mark(visitor, 'story.html?id=8', 'The quake was the strongest in Marenia');
  panel = await openPanelTab();
  expect(await markOf(panel, 'the reactor was undamaged')).not.toBe('checked');
});

test('Checks that were taken back are kept no more', async () => {
  await mark(desk.visitor, 'wire.html', 'The quake was the strongest in Marenia');
  const panel = await openPanelTab();
  await tick(panel, 'the reactor was undamaged').click();
  await expect.poll(kept).toHaveLength(1);
  await tick(panel, 'the reactor was undamaged').click();
  await expect.poll(kept).toEqual([]);
});

test('Of a page in a private window nothing is kept, and the panel says so', async () => {
  const { visitor } = desk;
  const { tab } = await visitor.openPrivate(`${site}/tables.html`);
  await visitor.press();
  await marksWith(visitor, 'The parish has ordered 2,000 bottles');
  const panel = await visitor.openExtension(`panel.html?tab=${tab}`);
  await tick(panel, 'The parish has ordered').click();
  await expect.poll(() => markOf(panel, 'The parish has ordered')).toBe('checked');
  expect(await panel.locator('body').innerText()).toContain('This is a private window');
  await panel.waitForTimeout(300);
  expect(await kept()).toEqual([]);
});

test('The options list what is kept of which pages, and delete one or all, which an open panel hears', async () => {
  const { visitor } = desk;
  for (const [file, words] of [['wire.html', 'Schools stay closed until Monday'], ['tables.html', 'The parish has ordered 2,000 bottles']] as const) {
    await mark(visitor, file, words);
    const panel = await openPanelTab();
    await tick(panel, words).click();
    await expect.poll(kept).toContain(`reviews:${site}/${file}`);
    await panel.close();
  }
  const panel = await openPanelTab();
  const options = await visitor.openExtension('options.html');
  const rows = options.locator('.kept li');
  await expect.poll(() => rows.count()).toBe(2);
  expect(await rows.first().innerText()).toContain(`${site}/tables.html`);
  expect(await rows.first().innerText()).toContain('1 claim');
  await rows.filter({ hasText: 'tables.html' }).getByRole('button').click();
  await expect.poll(kept).toEqual([`reviews:${site}/wire.html`]);
  await expect.poll(() => markOf(panel, 'The parish has ordered')).not.toBe('checked');
  options.on('dialog', (dialog) => void dialog.accept());
  await options.getByRole('button', { name: 'Delete all' }).click();
  await expect.poll(kept).toEqual([]);
  await expect.poll(() => rows.innerText()).toBe('Nothing is kept.');
});

for (const [name, path] of [['panel', 'panel.html?tab='], ['options', 'options.html?']] as const) {
  test(`The ${name} can be used at 360 pixels, in light and dark, and with a screen reader`, async () => {
    await mark(desk.visitor, 'wire.html', 'The quake was the strongest in Marenia');
    const page = await desk.visitor.openExtension(`${path}${await desk.visitor.tabId()}`);
    await page.setViewportSize({ width: 360, height: 800 });
    await page.locator('source-light, input').first().waitFor({ state: 'attached' });
    await page.evaluate(axe);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      const found = await page.evaluate(async () => (await window.axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`));
      expect(found, colorScheme).toEqual([]);
    }
  });
}

declare global {
  interface Window {
    axe: typeof import('axe-core');
  }
}
