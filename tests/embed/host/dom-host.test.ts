// The generic embed where editables stand in unusual places, in Chromium.
import { afterEach, describe, expect, test } from 'vitest';
import { highlightTraces } from '../support/highlights.ts';
import { openHostPage } from './open.ts';

const here = openHostPage();
const card = () => here.page.locator('[data-sourcelight=card]');
const sank = '<p>Police said the ferry sank.</p>';

/** What is painted with one name, everything of the page together. */
const painted = (name: string): Promise<string[]> =>
  here.page.evaluate((name) => {
    const frames = [window, ...[...document.querySelectorAll('iframe')].map((frame) => frame.contentWindow as typeof window)];
    const highlights = frames.map((view) => view.CSS.highlights.get(`sourcelight-${name}`) ?? []);
    return highlights.flatMap((ranges) => [...ranges].map(String));
  }, name);

/** The first engine of the page takes a while to start. */
const soon = <Value>(value: () => Promise<Value>) => expect.poll(value, { timeout: 15_000 });

afterEach(async () => {
  await here.page.evaluate(() => window.host.clear());
  expect(await highlightTraces(here.page)).toEqual([]);
});

describe('Editables on one page with one engine', () => {
  test('are each read and marked, also when both change at once', async () => {
    await here.page.evaluate(async (sank) => {
      const one = window.host.make(sank).root;
      const other = window.host.make('<p>Mayor Lind said rents doubled.</p>').root;
      one.append(' The mill is old.');
      other.append(' The yard burned down in April.');
    }, sank);
    await soon(async () => (await painted('named')).sort()).toEqual(['rents doubled', 'the ferry sank']);
    await soon(async () => (await painted('unsourced')).sort()).toEqual(['The mill is old.', 'The yard burned down in April.']);
  });

  test('go one by one, and leave the others and the engine', async () => {
    await here.page.evaluate((sank) => {
      const one = window.host.make(sank);
      Object.assign(window, { one, other: window.host.make('<p>Mayor Lind said rents doubled.</p>') });
    }, sank);
    await soon(async () => (await painted('named')).length).toBe(2);
    await here.page.evaluate('one.attached.destroy()');
    expect(await painted('named')).toEqual(['rents doubled']);
    expect(await here.page.evaluate('getComputedStyle(other.root.firstChild, "::highlight(sourcelight-named)").textDecorationLine')).toBe('underline');
    await here.page.evaluate('other.root.append(" The yard burned down in April.")');
    await soon(() => painted('unsourced')).toEqual(['The yard burned down in April.']);
  });
});

describe('In a shadow root', () => {
  test('words are marked in its own style, and a click opens the card', async () => {
    const place = await here.page.evaluate((sank) => {
      const shadow = document.querySelector('main')?.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
      if (!shadow) throw new Error('There is no shadow root.');
      const { root } = window.host.make(sank, {}, shadow);
      Object.assign(window, { shadow });
      const { left, top, height } = root.firstElementChild?.getBoundingClientRect() ?? new DOMRect();
      return { x: left + 120, y: top + height / 2 };
    }, sank);
    await soon(() => painted('named')).toEqual(['the ferry sank']);
    const style = 'getComputedStyle(shadow.querySelector("p"), "::highlight(sourcelight-named)").textDecorationLine';
    expect(await here.page.evaluate(style)).toBe('underline');
    await here.page.mouse.click(place.x, place.y);
    expect(await card().locator('.status').innerText()).toBe('Named source');
    await here.page.keyboard.press('Escape');
    expect(await here.page.evaluate(() => (window as unknown as { shadow: ShadowRoot }).shadow.activeElement?.tagName)).toBe('ARTICLE');
    await here.page.evaluate(() => window.host.clear());
    expect(await here.page.evaluate('shadow.adoptedStyleSheets.length')).toBe(0);
  });
});

describe('In a frame', () => {
  test('the card stands beside the words, whatever border and padding the frame has', async () => {
    const words = await here.page.evaluate((sank) => {
      const frame = document.createElement('iframe');
      frame.style.cssText = 'position: absolute; left: 300px; top: 200px; border: 20px solid; padding: 30px';
      document.querySelector('main')?.append(frame);
      const body = frame.contentDocument?.body;
      if (!body) throw new Error('The frame has no document.');
      const { root } = window.host.make(sank, {}, body);
      const rect = root.getBoundingClientRect();
      const outer = frame.getBoundingClientRect();
      return { x: outer.x + 50 + rect.x + 120, bottom: outer.y + 50 + rect.bottom, middle: outer.y + 50 + rect.y + rect.height / 2 };
    }, sank);
    await soon(() => painted('named')).toEqual(['the ferry sank']);
    await here.page.mouse.click(words.x, words.middle);
    const box = await card().boundingBox();
    expect(Math.abs((box?.x ?? 0) - words.x)).toBeLessThan(10);
    expect((box?.y ?? 0) - words.bottom).toBeLessThan(10);
    expect((box?.y ?? 0) - words.bottom).toBeGreaterThan(-30);
    await here.page.keyboard.press('Escape'); // in the frame, where the focus is
    expect(await card().count()).toBe(0);
  });
});

describe('A claim that is chosen', () => {
  test('is scrolled to in a box, in the page and at the end of a long paragraph, and nothing is selected', async () => {
    await here.page.evaluate((sank) => {
      const box = document.createElement('div');
      box.style.cssText = 'height: 200px; overflow: auto; margin-top: 2000px; width: 300px';
      document.querySelector('main')?.append(box);
      const { attached } = window.host.make(`<p>${'Why? '.repeat(2000)}${sank.slice(3, -4)}</p>`, {}, box);
      Object.assign(window, { attached, box });
      getSelection()?.removeAllRanges();
    }, sank);
    await soon(() => painted('named')).toEqual(['the ferry sank']);
    const seen = await here.page.evaluate(() => {
      const { attached, box } = window as unknown as { attached: ReturnType<typeof window.host.make>['attached']; box: Element };
      attached.select(attached.report?.claims.findIndex(({ status }) => status === 'named') ?? null);
      const [range] = CSS.highlights.get('sourcelight-named') ?? [];
      const words = (range as Range).getBoundingClientRect();
      const frame = box.getBoundingClientRect();
      return {
        inBox: words.top >= frame.top && words.bottom <= frame.bottom,
        inWindow: words.top >= 0 && words.bottom <= innerHeight,
        selected: getSelection()?.rangeCount,
        focus: document.activeElement?.tagName,
      };
    });
    expect(seen).toEqual({ inBox: true, inWindow: true, selected: 0, focus: 'BODY' });
  });
});

describe('Where there is no Highlight API', () => {
  test('that is told as a problem, and the text is read all the same', async () => {
    const { page } = here;
    const told = await page.evaluate(async (sank) => {
      const { highlights } = CSS;
      Object.defineProperty(CSS, 'highlights', { value: undefined, configurable: true });
      const problems: (string | undefined)[] = [];
      const report = await new Promise<string | undefined>((resolve) => {
        window.host.make(sank, {
          onProblem: (problem) => problems.push(problem?.message),
          onReport: ({ claims }) => resolve(claims[0]?.status),
        });
      });
      window.host.clear();
      Object.defineProperty(CSS, 'highlights', { value: highlights, configurable: true });
      return { report, problems: [...new Set(problems)] };
    }, sank);
    expect(told).toEqual({
      report: 'named',
      problems: ['This browser has no CSS Custom Highlight API: claims are read, but not marked in the text.'],
    });
  });
});

describe('What has no text that could be marked', () => {
  test.each([
    ['document.createElement("textarea")', /inside a <textarea>.*contenteditable.*<source-light editable>/],
    ['document.createElement("input")', /inside an? <input>/],
    ['document.createElement("iframe")', /not its <iframe>/],
    ['document.querySelector("#typo")', /needs an element, and was given null/],
    ['undefined', /needs an element, and was given undefined/],
  ])('is refused: %s', async (what, message) => {
    const refused = await here.page.evaluate(`(() => {
      try { host.attachToEditable(${what}); } catch (reason) { return [reason instanceof TypeError, reason.message]; }
    })()`);
    expect(refused).toEqual([true, expect.stringMatching(message)]);
  });
});

test('A keystroke in 5,000 words with 600 marks takes a few milliseconds of the page’s thread', async () => {
  const { page } = here;
  await page.evaluate(async () => {
    const words =
      '<p>The bridge over the <b>Varn</b> will close on Monday, Mayor Mara Lind said. “It is not safe,” she told <i>reporters</i>. '
      + 'Repairs cost 3 million crowns. The old mill burned down in April. The work is expected to take two years.</p>\n';
    const took: number[] = [];
    const Native = MutationObserver;
    window.MutationObserver = class extends Native {
      constructor(then: MutationCallback) {
        super((records, observer) => {
          const begin = performance.now();
          then(records, observer);
          took.push(performance.now() - begin);
        });
      }
    };
    const { root, attached } = window.host.make(words.repeat(125));
    window.MutationObserver = Native;
    root.id = 'long';
    Object.assign(window, { took, attached });
  });
  await page.waitForFunction('attached.report', null, { timeout: 30_000 });
  const marks = await page.evaluate(() => {
    const text = document.querySelectorAll('#long p')[60]?.lastChild;
    document.querySelector<HTMLElement>('#long')?.focus();
    getSelection()?.collapse(text ?? null, 20);
    return [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
  });
  expect(marks).toBeGreaterThan(600);
  await page.keyboard.type('harbour walls and ferries', { delay: 10 });
  const took = (await page.evaluate('took')) as number[];
  const middle = took.sort((one, other) => one - other)[took.length >> 1] ?? Number.NaN;
  console.log(`a keystroke: ${middle.toFixed(1)} ms (median of ${took.length})`);
  expect(took.length).toBeGreaterThanOrEqual(25);
  expect(middle).toBeLessThan(10);
});
