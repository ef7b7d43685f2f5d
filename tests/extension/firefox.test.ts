// The extension in real Firefox, as a temporary add-on: on pages built as news sites build theirs, with
// its background stopped, and where the browser cannot mark words.
import { describe, expect, test } from 'vitest';
import type {} from '../../web/widget/source-light.ts';
import { firefoxDesk } from './support/desk.ts';
import { card, clickOn, isInView, leave, mark, marksOn, marksWith, noticed, painted, selectWords, site, traces } from './support/page.ts';
import { pagesSuite } from './support/pages-suite.ts';
import { speedSuite } from './support/speed-suite.ts';
import { checkWithoutHighlights } from './support/without-highlights.ts';

const desk = firefoxDesk();

const panelText = (): Promise<string> => desk.visitor.inPanel(() => document.body.innerText, null);
const chosenInPanel = (): Promise<string | null> =>
  desk.visitor.inPanel(() => {
    const light = document.querySelector('source-light');
    const [span] = light?.report?.claims[light.selectedClaim ?? -1]?.spans ?? [];
    return span ? (light?.text.slice(...span) ?? null) : null;
  }, null);

/** Presses what is found in the widget of the panel; whether it was there. */
const pressInPanel = (selector: string, words: string): Promise<boolean> =>
  desk.visitor.inPanel(([selector, words]) => {
    const entries = document.querySelector('source-light')?.shadowRoot?.querySelectorAll('.entry') ?? [];
    const entry = [...entries].find(({ textContent }) => textContent?.includes(words));
    entry?.querySelector<HTMLElement>(selector)?.click();
    return entry !== undefined;
  }, [selector, words] as const);

describe('In Firefox', () => pagesSuite(() => desk.visitor));
describe('In Firefox', () => speedSuite(() => desk.visitor));

describe('In Firefox', () => {
  test('a claim that is chosen in the sidebar is shown on the page, and a click on a mark chooses it there', async () => {
    const { visitor } = desk;
    await mark(visitor, 'scroll.html', 'The first rails were laid in the rain');
    await visitor.run(() => document.body.style.setProperty('padding-bottom', '3000px'), null);
    await expect.poll(() => pressInPanel('.item', 'It is the steepest rise')).toBe(true);
    await expect.poll(async () => marksOn(await painted(visitor), 'It is the steepest rise')).toContain('selected');
    await visitor.run(() => scrollTo(0, 3000), null);
    await pressInPanel('.item', 'that the tram would come');
    await expect.poll(() => isInView(visitor, 'the tram would come')).toBe(true);
    await clickOn(visitor, 'that the rumour was a lie');
    await expect.poll(chosenInPanel).toBe('that the rumour was a lie');
    await leave(visitor);
  });

  test('when the background was stopped, marks stay, a click chooses its claim, and more text is read', async () => {
    const { visitor } = desk;
    await mark(visitor, 'scroll.html', 'The first rails were laid in the rain');
    const before = await painted(visitor);
    await visitor.stopBackground();
    expect(await painted(visitor)).toEqual(before);
    await clickOn(visitor, 'that the rumour was a lie');
    await expect.poll(chosenInPanel).toBe('that the rumour was a lie');
    await visitor.run(() => window.loadMore(), null);
    await marksWith(visitor, 'it would run under the river');
    await visitor.stopBackground();
    await leave(visitor);
  });

  test('a background that is stopped while it reads is started again, and the page is read', async () => {
    const { visitor } = desk;
    await visitor.stopBackground();
    await visitor.open(`${site}/semantic.html`);
    await visitor.press();
    await expect.poll(() => visitor.inPanel(() => document.body.dataset['phase'], null), { interval: 5 }).toMatch(/reading|read/);
    await visitor.stopBackground();
    await marksWith(visitor, 'The work will cost 6.3 million crowns');
    await expect.poll(async () => (await visitor.button()).text).toMatch(/%$/);
    await leave(visitor);
  });

  test('without the sidebar a click opens a card, in a frame and in a shadow root too', async () => {
    const { visitor } = desk;
    for (const [file, words, source] of [
      ['semantic.html', 'the storms had flooded eleven cellars', 'Ingrid Vaal'],
      ['frame.html', 'it had lost 22 million crowns', 'Nordfar'],
      ['components.html', 'the animal had most likely', 'Sanna Vik'],
    ] as const) {
      await mark(visitor, file, words);
      await visitor.closePanel();
      await clickOn(visitor, words);
      await expect.poll(() => card(visitor), { message: words }).toContain(source);
      await visitor.key('Escape');
      expect(await card(visitor)).toBeNull();
      await leave(visitor);
      expect(new Set(await noticed(visitor))).toEqual(new Set(['the card']));
    }
  });

  test('navigation without a new page brings a new article', async () => {
    const { visitor } = desk;
    await mark(visitor, 'spa.html', 'The town has put aside 40,000 crowns');
    await visitor.run(() => document.querySelector<HTMLElement>('[data-story=orchard]')?.click(), null);
    const all = await marksWith(visitor, 'they expected the price to double');
    expect(marksOn(all, 'Frost has killed four fifths of the blossom')).toEqual(['named']);
    await leave(visitor);
  });

  test('only what is selected is read when the button is pressed', async () => {
    const { visitor } = desk;
    await visitor.open(`${site}/comments.html`);
    await selectWords(visitor, 'My cousin said the librarian earns more than the prime minister, and everybody in town knows that it is true.');
    await visitor.press();
    const all = await marksWith(visitor, 'the librarian earns more');
    expect(Object.values(all).flat().join()).not.toContain('The town pays');
    await leave(visitor);
  });

  test('a page of the browser is not read, and the button says why', async () => {
    const { visitor } = desk;
    await visitor.open('about:license');
    await visitor.press();
    await expect.poll(() => visitor.button()).toEqual({ text: '–', title: 'The browser lets no extension read this page.' });
  });

  test('a page without an article is none, and the sidebar says so', async () => {
    const { visitor } = desk;
    await visitor.open(`${site}/empty.html`);
    await visitor.press();
    await expect.poll(panelText).toContain('There is no article on this page');
    expect(await traces(visitor)).toEqual([]);
  });

  test('checks of a page are there again after a reload', async () => {
    const { visitor } = desk;
    const markOfReactor = (): Promise<string | null | undefined> => visitor.inPanel(() => {
      const entries = document.querySelector('source-light')?.shadowRoot?.querySelectorAll('.entry') ?? [];
      return [...entries].find(({ textContent }) => textContent?.includes('the reactor was undamaged'))?.getAttribute('data-mark');
    }, null);
    await mark(visitor, 'wire.html', 'The quake was the strongest in Marenia');
    await expect.poll(() => pressInPanel('.tick', 'the reactor was undamaged')).toBe(true);
    await expect.poll(markOfReactor).toBe('checked');
    await visitor.stopBackground();
    await mark(visitor, 'tables.html', 'The parish has ordered 2,000 bottles');
    await mark(visitor, 'wire.html', 'The quake was the strongest in Marenia');
    await expect.poll(markOfReactor).toBe('checked');
    await leave(visitor);
  });

  test('where words cannot be marked on the page, the sidebar says so and shows the text with its marks', () =>
    checkWithoutHighlights(desk.visitor));

  test('the keys of button, next and previous claim are registered', async () => {
    expect(await desk.visitor.commands()).toEqual({
      _execute_action: 'Alt+Shift+S',
      'next-claim': 'Alt+Shift+J',
      'previous-claim': 'Alt+Shift+K',
    });
  });
});
