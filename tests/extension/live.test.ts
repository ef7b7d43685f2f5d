// The extension in real Chromium while pages change, tabs come and go, and the browser stops its
// background.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { chromiumDesk } from './support/desk.ts';
import { card, clickOn, isInView, leave, mark, marksOn, marksWith, noticed, painted, selectWords, site, stateOf, traces } from './support/page.ts';
import type { Settings } from '../../web/extension/kept/settings.ts';

const desk = chromiumDesk();

beforeEach(async () => {
  await desk.visitor.newTab();
});
afterEach(async () => {
  const { context } = desk.visitor;
  desk.visitor.page = context.pages()[0] ?? desk.visitor.page;
  for (const page of context.pages().slice(1)) await page.close();
  desk.visitor.complaints.length = 0;
});

const settings = (change: Partial<Settings>): Promise<void> =>
  desk.visitor.inBackground((settings) => chrome.storage.local.set({ settings }), change);

const menu = (): Promise<void> =>
  desk.visitor.inBackground(async () => {
    const [tab] = await chrome.tabs.query({ active: true });
    const clicked = chrome.contextMenus.onClicked as unknown as { dispatch(info: object, tab?: chrome.tabs.Tab): void };
    clicked.dispatch({ menuItemId: 'sourcelight-selection', editable: false, pageUrl: '' }, tab);
  }, undefined);

const command = (name: string): Promise<void> =>
  desk.visitor.inBackground(async (name) => {
    const [tab] = await chrome.tabs.query({ active: true });
    (chrome.commands.onCommand as unknown as { dispatch(name: string, tab?: chrome.tabs.Tab): void }).dispatch(name, tab);
  }, name);

test('More of a story is marked when the page loads it, and only the page asked for it', async () => {
  const { visitor } = desk;
  await mark(visitor, 'scroll.html', 'The first rails were laid in the rain');
  visitor.net.requests.length = 0;
  await visitor.run(() => window.loadMore(), null);
  const all = await marksWith(visitor, 'it would run under the river');
  expect(marksOn(all, 'it would run under the river')).toEqual(['named']);
  expect(marksOn(all, 'the tunnel would dry out the wells')).toEqual(['unnamed']);
  expect(marksOn(all, 'The first rails were laid in the rain')).toEqual(['unsourced']);
  expect(visitor.net.requests).toEqual([`GET ${site}/scroll-more.html`]);
  await leave(visitor);
});

test('A new post of a live blog is marked, and marks below stay at their words', async () => {
  const { visitor } = desk;
  await mark(visitor, 'live.html', 'The detour takes 25 minutes');
  await visitor.run(() => window.addPost(), null);
  const all = await marksWith(visitor, 'the damage came to 12 million crowns');
  expect(marksOn(all, 'the damage came to 12 million crowns')).toEqual(['named']);
  expect(marksOn(all, 'The detour takes 25 minutes')).toEqual(['named']);
  expect(marksOn(all, 'they had heard two loud bangs')).toEqual(['unnamed']);
});

test('Navigation without a new page brings a new article, and back the old one', async () => {
  const { visitor } = desk;
  await mark(visitor, 'spa.html', 'The town has put aside 40,000 crowns');
  await visitor.page.getByText('Orchard').click();
  let all = await marksWith(visitor, 'they expected the price to double');
  expect(marksOn(all, 'Frost has killed four fifths of the blossom')).toEqual(['named']);
  await expect.poll(async () => (await stateOf(visitor)).address).toBe(`${site}/spa.html?story=orchard`);
  await visitor.page.goBack();
  all = await marksWith(visitor, 'The town has put aside 40,000 crowns');
  expect(marksOn(all, 'there was no danger')).toEqual(['named']);
  await leave(visitor);
});

test('A page that comes back from the cache of the browser is marked as it was', async () => {
  const { visitor } = desk;
  await mark(visitor, 'wire.html', 'The quake was the strongest in Marenia');
  await visitor.page.goto(`${site}/empty.html`);
  await visitor.page.evaluate(() => history.back());
  await visitor.page.waitForURL(`${site}/wire.html`, { waitUntil: 'commit' });
  await marksWith(visitor, 'The quake was the strongest in Marenia');
  await expect.poll(async () => (await visitor.button()).text).toMatch(/%$/);
});

test('When the background was stopped, marks stay, a click chooses its claim, and more text is read', async () => {
  const { visitor } = desk;
  await mark(visitor, 'scroll.html', 'The first rails were laid in the rain');
  const before = await painted(visitor);
  await visitor.stopBackground();
  await visitor.page.waitForTimeout(300);
  expect(await painted(visitor)).toEqual(before);
  await clickOn(visitor, 'that the rumour was a lie');
  await expect.poll(async () => marksOn(await painted(visitor), 'that the rumour was a lie')).toEqual(['named', 'selected']);
  await visitor.run(() => window.loadMore(), null);
  await marksWith(visitor, 'it would run under the river');
  await visitor.stopBackground();
  await leave(visitor);
});

test('Without the panel a click opens a card beside the words, and leaving takes it away', async () => {
  const { visitor } = desk;
  await mark(visitor, 'semantic.html', 'The work will cost 6.3 million crowns');
  await visitor.closePanel();
  try {
    await visitor.stopBackground();
    await clickOn(visitor, 'the storms had flooded eleven cellars');
    await expect.poll(() => card(visitor)).toContain('Ingrid Vaal');
    await visitor.key('Escape');
    expect(await card(visitor)).toBeNull();
    await clickOn(visitor, 'the money had already been spent');
    await expect.poll(() => card(visitor)).toContain('Unnamed');
    await leave(visitor);
    expect(await card(visitor)).toBeNull();
    expect(new Set(await noticed(visitor))).toEqual(new Set(['the card']));
  } finally {
    await mark(visitor, 'wire.html', 'Schools stay closed until Monday');
  }
});

test('A click in a frame and in a shadow root opens the card of the words under it', async () => {
  const { visitor } = desk;
  await mark(visitor, 'frame.html', 'it had lost 22 million crowns');
  await visitor.closePanel();
  try {
    await clickOn(visitor, 'it had lost 22 million crowns');
    await expect.poll(() => card(visitor)).toContain('Nordfar');
    await mark(visitor, 'components.html', 'the animal had most likely come over the border');
    await visitor.closePanel();
    for (const [words, source] of [['the animal had most likely', 'Sanna Vik'], ['he would gladly put up', 'Leif Onstad'], ['that he had already lost three', 'Anders Hegg']] as const) {
      await clickOn(visitor, words);
      await expect.poll(() => card(visitor), { message: words }).toContain(source);
      await visitor.key('Escape');
    }
  } finally {
    await mark(visitor, 'wire.html', 'Schools stay closed until Monday');
  }
});

test('A click on a link still follows it', async () => {
  const { visitor } = desk;
  await mark(visitor, 'semantic.html', 'four streets would be under water');
  const [request] = await Promise.all([
    visitor.page.waitForEvent('request'),
    visitor.page.getByRole('link', { name: 'report by the county' }).click(),
  ]);
  expect(request.url()).toBe('http://county.example/reports/wall.pdf');
});

test('A link to another page of the site is no source, and the claim says so', async () => {
  const { visitor } = desk;
  await mark(visitor, 'scroll.html', 'The first rails were laid in the rain');
  const { links, report } = await stateOf(visitor);
  expect(links.map(({ target }) => target)).toContain(`${site}/topics/rails`);
  const claim = report?.claims.find(({ reason }) => reason.kind === 'linked_within');
  expect(claim?.status).toBe('unsourced');
});

test('Keys go to the next claim and the previous one, and scroll to it', async () => {
  const { visitor } = desk;
  await mark(visitor, 'scroll.html', 'The first rails were laid in the rain');
  const chosen = async (): Promise<string | undefined> => (await painted(visitor))['selected']?.join(' ');
  await command('next-claim');
  await expect.poll(chosen).toContain('that the tram would come');
  await command('next-claim');
  await expect.poll(chosen).toContain('drew the first map');
  await command('previous-claim');
  await expect.poll(chosen).toContain('that the tram would come');
  await command('previous-claim');
  await expect.poll(chosen).toContain('It is the steepest rise in the city');
  await expect.poll(() => isInView(visitor, 'It is the steepest rise')).toBe(true);
});

test('Two tabs are read by one engine, each with its own marks and its own badge', async () => {
  const { visitor } = desk;
  await mark(visitor, 'wire.html', 'The quake was the strongest in Marenia');
  const first = visitor.page;
  await visitor.newTab();
  await mark(visitor, 'comments.html', 'The town pays for six more posts');
  expect(visitor.context.serviceWorkers()).toHaveLength(1);
  const second = (await visitor.button()).title;
  await leave(visitor);
  visitor.page = first;
  expect(marksOn(await painted(visitor), 'The quake was the strongest in Marenia')).toEqual(['unsourced']);
  expect((await visitor.button()).title).not.toBe(second);
  expect((await visitor.button()).text).toMatch(/%$/);
});

test('The button tells the share of claims that name a source', async () => {
  const { visitor } = desk;
  await mark(visitor, 'wire.html', 'The quake was the strongest in Marenia');
  await expect.poll(async () => (await visitor.button()).text).toMatch(/%$/);
  const claims = (await stateOf(visitor)).report?.claims.filter(({ status }) => status !== 'none') ?? [];
  const named = claims.filter(({ status }) => status === 'named').length;
  expect(await visitor.button()).toEqual({
    text: `${Math.round((100 * named) / claims.length)}%`,
    title: `${named} of ${claims.length} claims name a source`,
  });
});

test('Of a page of the browser the button says that it cannot be read', async () => {
  const { visitor } = desk;
  await visitor.open('chrome://version/');
  await visitor.press();
  await expect.poll(() => visitor.button()).toEqual({ text: '–', title: 'The browser lets no extension read this page.' });
  await expect.poll(() => visitor.inPanel(() => document.body.innerText, null)).toContain('The browser lets no extension read this page.');
});

test('A site to stay off is left alone, with all below it, and read again when it is not', async () => {
  const { visitor } = desk;
  await settings({ sites: ['quiet.example'] });
  await visitor.open('http://www.quiet.example/wire.html');
  await visitor.press();
  await expect.poll(async () => (await visitor.button()).title).toContain('stays off');
  expect(await traces(visitor)).toEqual([]);
  await mark(visitor, 'wire.html', 'The quake was the strongest in Marenia');
  await settings({ sites: [] });
  await visitor.open('http://www.quiet.example/wire.html');
  await visitor.press();
  await marksWith(visitor, 'The quake was the strongest in Marenia');
});

test('From the menu only what is selected is read', async () => {
  const { visitor } = desk;
  await mark(visitor, 'comments.html', 'The town pays for six more posts');
  await selectWords(visitor, 'My cousin said the librarian earns more than the prime minister, and everybody in town knows that it is true.');
  await menu();
  const all = await marksWith(visitor, 'the librarian earns more');
  expect(Object.values(all).flat().join()).not.toContain('The town pays');
  await expect.poll(async () => (await stateOf(visitor)).isSelection).toBe(true);
  expect((await stateOf(visitor)).text).toBe('My cousin said the librarian earns more than the prime minister, and everybody in town knows that it is true.');
  await visitor.run(() => getSelection()?.removeAllRanges(), null);
  await leave(visitor);
});

test('Statuses and colours of the options are those on the page, at once', async () => {
  const { visitor } = desk;
  await mark(visitor, 'wire.html', 'The quake was the strongest in Marenia');
  await settings({ statuses: ['named'], colours: { named: '#ff0000' } });
  await expect.poll(async () => Object.keys(await painted(visitor)).filter((name) => name !== 'unsure')).toEqual(['named']);
  const colour = () => visitor.run(() => getComputedStyle(document.querySelector('pre') as Element, '::highlight(sourcelight-named)').textDecorationColor, null);
  await expect.poll(colour).toBe('rgb(255, 0, 0)');
  await settings({ statuses: null, colours: {} });
  await expect.poll(async () => Object.keys(await painted(visitor))).toContain('unsourced');
  await leave(visitor);
});

test('Light letters on a dark page get the colours for dark pages', async () => {
  const { visitor } = desk;
  const colourIn = async (file: string, words: string, selector: string): Promise<string> => {
    await mark(visitor, file, words);
    return visitor.run((selector) => getComputedStyle(document.querySelector(selector) as Element, '::highlight(sourcelight-named)').textDecorationColor, selector);
  };
  const dark = await colourIn('scroll.html', 'The first rails were laid', '#story p');
  const light = await colourIn('wire.html', 'The quake was the strongest', 'pre');
  expect(dark).not.toBe(light);
  const brightness = (colour: string): number => (colour.match(/\d+/g) ?? []).slice(0, 3).reduce((sum, one) => sum + Number(one), 0);
  expect(brightness(dark)).toBeGreaterThan(brightness(light));
});

test('Marks take the other colours when the page turns dark, by its own switch or with the system', async () => {
  const { visitor } = desk;
  await mark(visitor, 'wire.html', 'The quake was the strongest');
  const colour = () => visitor.run(() => getComputedStyle(document.querySelector('pre') as Element, '::highlight(sourcelight-named)').textDecorationColor, null);
  const light = await colour();
  await visitor.run(() => {
    const dark = '{ background: #111; color: #eee }';
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`.night ${dark} @media (prefers-color-scheme: dark) { html ${dark} }`);
    document.adoptedStyleSheets.push(sheet);
    document.documentElement.className = 'night';
  }, null);
  await vi.waitUntil(async () => (await colour()) !== light, { timeout: 5_000 });
  const dark = await colour();
  await visitor.run(() => document.documentElement.removeAttribute('class'), null);
  await vi.waitUntil(async () => (await colour()) === light, { timeout: 5_000 });
  await visitor.page.emulateMedia({ colorScheme: 'dark' });
  await vi.waitUntil(async () => (await colour()) === dark, { timeout: 5_000 });
  await visitor.page.emulateMedia({ colorScheme: null });
  await vi.waitUntil(async () => (await colour()) === light, { timeout: 5_000 });
  await leave(visitor);
});

test('A paywalled page is read as far as it goes, or the panel says that there is nothing', async () => {
  const { visitor } = desk;
  await visitor.open(`${site}/paywall.html`);
  await visitor.press();
  await marksWith(visitor, 'Lang had quarrelled with the board');
  const { text } = await stateOf(visitor);
  expect(text).toContain('The head of the Marble Bank, Victor Lang, will leave at the end of the month, the bank said on Friday.');
  expect(text).not.toContain('Subscribe now');
  await leave(visitor);
  expect(visitor.complaints).toEqual([]);
});

test('Of a page without an article the panel says so, and nothing is left there', async () => {
  const { visitor } = desk;
  await visitor.open(`${site}/empty.html`);
  await visitor.press();
  await expect.poll(() => visitor.inPanel(() => document.body.innerText, null)).toContain('There is no article on this page');
  expect((await visitor.button()).text).toBe('');
  expect(await traces(visitor)).toEqual([]);
  expect(visitor.complaints).toEqual([]);
});

test('The keys of button, next and previous claim are registered', async () => {
  expect(await desk.visitor.commands()).toEqual({
    _execute_action: 'Alt+Shift+S',
    'next-claim': 'Alt+Shift+J',
    'previous-claim': 'Alt+Shift+K',
  });
});
