// The extension in real Chromium where it is hard: pages of other kinds, sites that redraw or have
// highlights of their own, and browsers that stop or replace the extension at the worst moment.
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { chromiumDesk } from './support/desk.ts';
import { leave, mark, marksOn, marksWith, noticed, painted, selectWords, site, stateOf, traces } from './support/page.ts';

const desk = chromiumDesk();
const wire = readFileSync(new URL('pages/wire.html', import.meta.url), 'utf8');

beforeEach(async () => {
  await desk.visitor.newTab();
});
afterEach(async () => {
  const { context } = desk.visitor;
  desk.visitor.page = context.pages()[0] ?? desk.visitor.page;
  for (const page of context.pages().slice(1)) await page.close();
});

test('A text without any markup is read', async () => {
  const { visitor } = desk;
  desk.net.put('/wire.txt', /<pre>\n([^]*)<\/pre>/.exec(wire)?.[1] ?? '');
  await visitor.open(`${site}/wire.txt`);
  await visitor.press();
  await expect.poll(async () => (await visitor.button()).text).toMatch(/%$/);
  expect((await stateOf(visitor)).text).toContain('Its operator, Enersal,');
  expect(await visitor.run(() => CSS.highlights.has('sourcelight-named'), null)).toBe(true);
});

test('A page in XHTML is read', async () => {
  const { visitor } = desk;
  const page = readFileSync(new URL('pages/frame-inside.html', import.meta.url), 'utf8');
  desk.net.put('/strike.xhtml', page.replace('<!doctype html>', '').replace('<html ', '<html xmlns="http://www.w3.org/1999/xhtml" ')
    .replace(/<(meta|link)([^>]*)>/g, '<$1$2 />'));
  const all = await mark(visitor, 'strike.xhtml', 'it had lost 22 million crowns');
  expect(marksOn(all, 'they feel forgotten')).toEqual(['unnamed']);
  await leave(visitor);
});

test('Where a site draws its article anew, the marks are there again', async () => {
  const { visitor } = desk;
  await mark(visitor, 'scroll.html', 'The first rails were laid in the rain');
  const before = await painted(visitor);
  await visitor.run(() => {
    const story = document.querySelector('#story') as Element;
    story.replaceWith(story.cloneNode(true));
  }, null);
  await marksWith(visitor, 'The first rails were laid in the rain');
  expect(await painted(visitor)).toEqual(before);
});

test('Highlights of the site itself stay, with marks and after leaving', async () => {
  const { visitor } = desk;
  await visitor.open(`${site}/wire.html`);
  const found = (): Promise<string[]> => visitor.run(() => [...(CSS.highlights.get('site-search') ?? [])].map(String), null);
  await visitor.run(() => {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector('pre') as Element);
    CSS.highlights.set('site-search', new Highlight(range));
  }, null);
  const before = await found();
  await visitor.press();
  await marksWith(visitor, 'Schools stay closed until Monday');
  expect(await found()).toEqual(before);
  await visitor.press();
  await expect.poll(() => visitor.run(() => [...CSS.highlights.keys()], null)).toEqual(['site-search']);
  expect(await found()).toEqual(before);
});

test('A page that never rests is read all the same, and not again and again', async () => {
  const { visitor } = desk;
  await visitor.open(`${site}/wire.html`);
  await visitor.run(() => {
    const clock = document.createElement('div');
    document.body.prepend(clock);
    setInterval(() => (clock.textContent = `Now: ${performance.now()}`), 20);
  }, null);
  await visitor.press();
  await marksWith(visitor, 'Schools stay closed until Monday');
  const before = await painted(visitor);
  await visitor.page.waitForTimeout(1_500);
  expect(await painted(visitor)).toEqual(before);
  await leave(visitor);
});

test('An article is read although thousands of readers have commented on it', async () => {
  const { visitor } = desk;
  await visitor.open(`${site}/semantic.html`);
  await visitor.run(() => {
    const comments = document.createElement('section');
    for (let number = 0; number < 7_000; ++number) {
      const comment = comments.appendChild(document.createElement('div'));
      comment.appendChild(document.createElement('b')).append(`Reader ${number}`);
      comment.appendChild(document.createElement('p')).append('No.');
    }
    document.body.append(comments);
  }, null);
  await visitor.press();
  const all = await marksWith(visitor, 'The work will cost 6.3 million crowns');
  expect(marksOn(all, 'Reader')).toEqual([]);
  await leave(visitor);
});

test('A frame that comes later is read with its marks', async () => {
  const { visitor } = desk;
  await visitor.open(`${site}/empty.html`);
  await visitor.press();
  await expect.poll(async () => (await stateOf(visitor)).phase).toBe('nothing');
  await visitor.run(() => {
    const frame = document.createElement('iframe');
    frame.src = '/frame-inside.html';
    frame.style.cssText = 'width: 800px; height: 900px';
    document.querySelector('#app')?.append(frame);
  }, null);
  const all = await marksWith(visitor, 'it had lost 22 million crowns');
  expect(marksOn(all, 'They have had no rise since 2027')).toEqual(['unsourced']);
});

test('What is selected in a shadow root or in a frame is read alone', async () => {
  const { visitor } = desk;
  for (const [file, selected, words, other] of [
    ['components.html', 'The ministry’s biologist, Sanna Vik, said the animal had most likely come over the border.', 'the animal had most likely', 'ranger Tilda Moe'],
    ['frame.html', 'The shipping company Nordfar said it had lost 22 million crowns.', 'it had lost 22 million crowns', 'Maja Lindqvist'],
  ] as const) {
    await visitor.open(`${site}/${file}`);
    await selectWords(visitor, selected);
    await visitor.press();
    await marksWith(visitor, words);
    const { text, isSelection } = await stateOf(visitor);
    expect(isSelection, file).toBe(true);
    expect(text.trim()).toBe(selected.trim());
    expect(text).not.toContain(other);
    await leave(visitor);
  }
});

test('Pressed twice at once, it leaves no trace; pressed three times, it reads', async () => {
  const { visitor } = desk;
  await visitor.open(`${site}/wire.html`);
  await Promise.all([visitor.press(), visitor.press()]);
  await visitor.page.waitForTimeout(1_000);
  expect(await traces(visitor)).toEqual([]);
  expect((await visitor.button()).text).toBe('');
  await Promise.all([visitor.press(), visitor.press(), visitor.press()]);
  await marksWith(visitor, 'Schools stay closed until Monday');
  await expect.poll(async () => (await visitor.button()).text).toMatch(/%$/);
  await leave(visitor);
  expect(await noticed(visitor)).toEqual([]);
});

test('A background that is stopped while it reads is started again, and the page is read', async () => {
  const { visitor } = desk;
  for (const wait of [0, 50, 150]) {
    await visitor.stopBackground();
    await visitor.open(`${site}/semantic.html`);
    await visitor.press();
    await expect.poll(() => visitor.inPanel(() => document.body.dataset['phase'], null), { interval: 5 }).toMatch(/reading|read/);
    await visitor.page.waitForTimeout(wait);
    await visitor.stopBackground();
    await marksWith(visitor, 'The work will cost 6.3 million crowns');
    await expect.poll(async () => (await visitor.button()).text).toMatch(/%$/);
    await leave(visitor);
  }
});

test('After the extension was replaced by a newer one, the button works on pages that were open', async () => {
  const { visitor } = desk;
  await mark(visitor, 'wire.html', 'Schools stay closed until Monday');
  await visitor.reload();
  await visitor.press();
  await expect.poll(async () => (await visitor.button()).text).toMatch(/%$/);
  await marksWith(visitor, 'Schools stay closed until Monday');
  await leave(visitor);
  // What is left of the older one does not mark it again.
  await visitor.run(() => document.querySelector('pre')?.append('Boats stay in the harbour, the mayor said.'), null);
  await visitor.page.waitForTimeout(800);
  expect(await traces(visitor)).toEqual([]);
});
