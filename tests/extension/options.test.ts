// The options in real Chromium: what is set there holds on the page, and is there the next time.
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { chromiumDesk } from './support/desk.ts';
import { mark, marksWith, painted, site, stateOf, traces } from './support/page.ts';

const desk = chromiumDesk();
let options: Page;

beforeEach(async () => {
  await desk.visitor.newTab();
  await mark(desk.visitor, 'wire.html', 'The quake was the strongest in Marenia');
  options = await desk.visitor.openExtension('options.html');
});
afterEach(async () => {
  const { context } = desk.visitor;
  desk.visitor.page = context.pages()[0] ?? desk.visitor.page;
  for (const page of context.pages().slice(1)) await page.close();
  await desk.visitor.inBackground(() => chrome.storage.local.clear(), undefined);
});

const shown = async (): Promise<string[]> => Object.keys(await painted(desk.visitor)).filter((name) => name !== 'unsure').sort();

test('The statuses that are ticked are those that are marked', async () => {
  await options.getByRole('radio', { name: 'These' }).check();
  await options.getByRole('checkbox', { name: 'Own voice' }).uncheck();
  await options.getByRole('checkbox', { name: /^Named source/ }).uncheck();
  await expect.poll(() => options.getByText('Saved.').isVisible()).toBe(true);
  await expect.poll(shown).toEqual(['hidden', 'unnamed']);
  await options.reload();
  await expect.poll(() => options.getByRole('checkbox', { name: 'Own voice' }).isChecked()).toBe(false);
  expect(await options.getByRole('checkbox', { name: 'Hidden source' }).isChecked()).toBe(true);
  await options.getByRole('radio', { name: 'As the newsroom' }).check();
  await expect.poll(shown).toEqual(['hidden', 'named', 'unnamed', 'unsourced']);
});

test('A colour that is chosen is that of the marks, until the usual ones are wanted', async () => {
  const colour = () => desk.visitor.run(() => getComputedStyle(document.querySelector('pre') as Element, '::highlight(sourcelight-hidden)').textDecorationColor, null);
  const usual = await colour();
  await options.locator('[name=colour-hidden]').fill('#00ff00');
  await expect.poll(colour).toBe('rgb(0, 255, 0)');
  await options.getByRole('button', { name: 'The usual colours' }).click();
  await expect.poll(colour).toBe(usual);
});

test('Careful reading reads by its own weights, until quick reading is wanted', async () => {
  await desk.visitor.inBackground(() => {
    const [scope, plainly] = [globalThis as typeof globalThis & { fetched: string[] }, fetch];
    scope.fetched = [];
    scope.fetch = (what, ...more) => (scope.fetched.push(String(what).replace(/^.*\//, '')), plainly(what, ...more));
  }, undefined);
  const fetched = () => desk.visitor.inBackground(() => (globalThis as typeof globalThis & { fetched: string[] }).fetched, undefined);
  await options.getByRole('radio', { name: 'Careful' }).check();
  await expect.poll(fetched, { timeout: 15_000 }).toEqual(['en-careful.slm']);
  await marksWith(desk.visitor, 'The quake was the strongest in Marenia');
  await options.reload();
  await expect.poll(() => options.getByRole('radio', { name: 'Careful' }).isChecked()).toBe(true);
  await options.getByRole('radio', { name: 'Quick' }).check();
  await options.reload();
  await expect.poll(() => options.getByRole('radio', { name: 'Quick' }).isChecked()).toBe(true);
});

test('In another language options, panel and button speak it', async () => {
  await options.getByRole('combobox', { name: 'Language' }).selectOption('es');
  await expect.poll(() => options.evaluate(() => document.documentElement.lang)).toBe('es');
  await desk.visitor.page.bringToFront();
  await desk.visitor.open(`${site}/empty.html`);
  await expect.poll(() => desk.visitor.inPanel(() => document.documentElement.lang, null)).toBe('es');
  expect(await desk.visitor.inPanel(() => document.body.innerText, null)).not.toContain('Press');
  await desk.visitor.open(`${site}/wire.html`);
  await desk.visitor.press();
  await expect.poll(async () => (await desk.visitor.button()).text).toMatch(/%$/);
  expect((await desk.visitor.button()).title).not.toContain('claims name a source');
});

test('The newsroom’s settings file is used on the page, and what makes no sense in it is told by line', async () => {
  const file = (text: string) => ({ name: 'harbour.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  const input = options.locator('input[type=file]');
  await input.setInputFiles(file(`{
    "statuses": ["hidden", "unsourced"],
    "rules": [
      {"id": "strongest", "message": "Says who?", "pattern": "strongest"},
      {"id": "broken", "message": "Never", "pattern": "("}
    ]
  }`));
  await expect.poll(() => options.locator('section', { hasText: 'harbour.json' }).innerText()).toMatch(/rules\[1\]\.pattern/);
  await expect.poll(shown).toEqual(['finding', 'hidden', 'unsourced']);
  await expect.poll(async () => (await painted(desk.visitor))['finding']).toEqual(['strongest']);
  await desk.visitor.page.bringToFront();
  await expect.poll(() => desk.visitor.inPanel(() => document.body.innerText, null)).toContain('make no sense');
  await options.bringToFront();
  await input.setInputFiles(file('no JSON at all'));
  await expect.poll(() => options.locator('.wrong').innerText()).toContain('harbour.json');
  await expect.poll(shown).toEqual(['hidden', 'named', 'unnamed', 'unsourced']);
  await options.getByRole('button', { name: 'Remove' }).first().click();
  await expect.poll(() => options.locator('.wrong').count()).toBe(0);
});

test('A site that is added is left alone, and one that is none is refused', async () => {
  const field = options.getByRole('textbox', { name: 'Site' });
  await field.fill('not a site');
  await options.getByRole('button', { name: 'Add' }).click();
  await expect.poll(() => options.getByText('“not a site” is no name of a site.').isVisible()).toBe(true);
  await field.fill('https://www.quiet.example/news');
  await field.press('Enter');
  await expect.poll(() => options.locator('.list li').first().innerText()).toContain('quiet.example');
  await desk.visitor.open('http://quiet.example/wire.html');
  await desk.visitor.press();
  await expect.poll(async () => (await desk.visitor.button()).title).toContain('stays off');
  expect(await traces(desk.visitor)).toEqual([]);
  await options.getByRole('button', { name: 'Remove quiet.example' }).click();
  await desk.visitor.press();
  await marksWith(desk.visitor, 'The quake was the strongest in Marenia');
  expect((await stateOf(desk.visitor)).phase).toBe('read');
});

test('The keys are told, and where they are changed', async () => {
  await expect.poll(() => options.locator('kbd').allInnerTexts()).toEqual(expect.arrayContaining(['Alt+Shift+S', 'Alt+Shift+J', 'Alt+Shift+K']));
  const [opened] = await Promise.all([
    desk.visitor.context.waitForEvent('page'),
    options.getByRole('button', { name: 'Change the shortcuts' }).click(),
  ]);
  await expect.poll(() => opened.url()).toBe('chrome://extensions/shortcuts');
});
