// What the plugin must not touch, and what it must outlive, in ProseMirror itself.
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launch, open } from '../../web/support/browser.ts';
import { highlightTraces } from '../support/highlights.ts';
import { openFromSource, type Example } from '../support/source.ts';
import { article } from '../support/suite.ts';
import type {} from './page/main.ts';

let browser: Browser;
let example: Example;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  [browser, example] = await Promise.all([launch(), openFromSource('prosemirror-test', 'tests/embed/prosemirror/page')]);
  ({ page, complaints } = await open(browser, example.url));
  await page.waitForFunction(() => 'kit' in window);
});
afterAll(async () => {
  await browser?.close();
  await example?.close();
});
afterEach(async () => {
  await page.evaluate(() => window.kit.clear());
  expect(await highlightTraces(page)).toEqual([]);
  expect(complaints.splice(0)).toEqual([]);
});

/** An editor that has been read. */
const start = (paragraphs: readonly string[] = article, delay = 50): Promise<void> =>
  page.evaluate(async ([paragraphs, delay]) => {
    window.view = window.kit.make(paragraphs, { delay });
    await window.kit.read(window.view);
  }, [paragraphs, delay] as const);
const marked = (): Promise<string[]> => page.evaluate(() => window.kit.marked(window.view));

test('marks touch neither history, nor selection, nor what is chosen for the next letter', async () => {
  const before = await page.evaluate(async (article) => {
    const { kit } = window;
    const view = (window.view = kit.make(article, { delay: 50 }));
    view.focus();
    view.dispatch(view.state.tr.setSelection(kit.TextSelection.create(view.state.doc, 5)));
    kit.bold(view.state, view.dispatch);
    await kit.read(view);
    return { depth: kit.undoDepth(view.state), head: view.state.selection.head, sent: kit.sendableSteps(view.state) };
  }, article);
  expect(before).toEqual({ depth: 0, head: 5, sent: null });
  expect((await marked()).length).toBeGreaterThan(2);
  await page.keyboard.type('x');
  expect(await page.evaluate(() => window.kit.saved(window.view))).toContain('<strong>x</strong>');
  expect(await page.evaluate(() => window.kit.undoDepth(window.view.state))).toBe(1);
});

test('what is saved is byte for byte what an editor without the plugin saves', async () => {
  await start();
  await page.evaluate((article) => (window.other = window.kit.make(article, null)), article);
  for (const name of ['view', 'other'] as const) {
    await page.evaluate((name) => {
      const view = window[name];
      view.focus();
      view.dispatch(view.state.tr.setSelection(window.kit.TextSelection.create(view.state.doc, 50)));
    }, name);
    await page.keyboard.type('Ek said: “Rain”, ');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(300);
    await page.keyboard.press('Delete');
    await page.keyboard.type('and snow.');
  }
  const [one, other] = await page.evaluate(() => [window.kit.saved(window.view), window.kit.saved(window.other)]);
  expect(one).toContain('and snow.');
  expect(one).toBe(other);
});

test('steps of another editor move marks at once, and nothing but the text is sent', async () => {
  await start();
  const outcome = await page.evaluate((article) => {
    const { kit, view } = window;
    const other = kit.make(article, null);
    const before = kit.marked(view);
    other.dispatch(other.state.tr.insertText('Once more: ', 1));
    other.dispatch(other.state.tr.split(60));
    const sent = kit.send(other, view);
    return { before, after: kit.marked(view), sent, back: kit.send(view, other), depth: kit.undoDepth(view.state) };
  }, article);
  expect(outcome.after.join(' ')).toBe(outcome.before.join(' '));
  expect(outcome).toMatchObject({ sent: 2, back: 0, depth: 0 });
  await page.waitForTimeout(400);
  expect(await page.evaluate(() => window.kit.sendableSteps(window.view.state))).toBe(null);
});

test('an editor destroyed while it is being read leaves nothing', async () => {
  await page.evaluate((article) => {
    const { kit } = window;
    const [early, late] = [kit.make(article, { delay: 0 }), kit.make(article, { delay: 0 })];
    early.destroy();
    setTimeout(() => late.destroy(), 15);
  }, article);
  await page.waitForTimeout(800);
  expect(await highlightTraces(page)).toEqual([]);
});

test('the reading outlives other plugins that come and go', async () => {
  await start();
  const same = await page.evaluate(() => {
    const { kit, view } = window;
    const [attached, before] = [kit.attachedOf(view), kit.marked(view)];
    view.updateState(view.state.reconfigure({ plugins: [...view.state.plugins, new kit.Plugin({})] }));
    return [kit.attachedOf(view) === attached, kit.marked(view).join() === before.join()];
  });
  expect(same).toEqual([true, true]);
  await page.evaluate(() => window.view.dispatch(window.view.state.tr.insertText(' The harbour closed in May.', window.view.state.doc.content.size - 1)));
  await expect.poll(marked).toContain('The harbour closed in May.');
});

test('the plugin taken out, and put in again, begins anew', async () => {
  await start();
  const before = await page.evaluate(() => {
    const { kit, view } = window;
    const [all, attached] = [view.state.plugins, kit.attachedOf(view)];
    view.updateState(view.state.reconfigure({ plugins: all.filter(({ spec }) => spec.key !== kit.sourceLightKey) }));
    const gone = [kit.attachedOf(view), document.adoptedStyleSheets.length, document.querySelectorAll('[class*=sourcelight]').length];
    view.updateState(view.state.reconfigure({ plugins: all }));
    return [...gone, kit.attachedOf(view) === attached];
  });
  expect(before).toEqual([null, 0, 0, false]);
  await expect.poll(async () => (await marked()).length).toBeGreaterThan(2);
});

test('destroyed for good, it does not come back', async () => {
  await start();
  await page.evaluate(() => {
    const { kit, view } = window;
    kit.attachedOf(view)?.destroy();
    view.updateState(view.state.reconfigure({ plugins: [...view.state.plugins, new kit.Plugin({})] }));
    view.dispatch(view.state.tr.insertText('x', 1));
  });
  await page.waitForTimeout(300);
  expect(await highlightTraces(page)).toEqual([]);
});

test('while letters are composed, nothing is painted; afterwards all is', async () => {
  await start();
  await page.evaluate(() => {
    const { view } = window;
    view.focus();
    view.dispatch(view.state.tr.setSelection(window.kit.TextSelection.atEnd(view.state.doc)));
  });
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: ' Åse', selectionStart: 4, selectionEnd: 4 });
  const during = await page.evaluate(async () => {
    const { kit, view } = window;
    const before = kit.marked(view).join();
    kit.attachedOf(view)?.refresh();
    kit.attachedOf(view)?.select(0);
    await new Promise((done) => setTimeout(done, 400));
    return [view.composing, kit.marked(view).join() === before];
  });
  expect(during).toEqual([true, true]);
  await session.send('Input.insertText', { text: ' Åse said the harbour is deep.' });
  await expect.poll(marked).toContain('the harbour is deep');
});

test('Alt+Enter opens the card at the caret, and Escape gives the keyboard back', async () => {
  await start();
  const caret = (at: number): Promise<void> => page.evaluate((at) => {
    const { view, kit } = window;
    view.focus();
    view.dispatch(view.state.tr.setSelection(kit.TextSelection.create(view.state.doc, at)));
  }, at);
  const card = page.locator('[data-sourcelight=card]');
  await caret(5);
  await page.keyboard.press('Alt+Enter');
  expect(await card.count()).toBe(0);
  const content = await page.evaluate(() => window.kit.saved(window.view));
  await caret(50);
  await page.keyboard.press('Alt+Enter');
  expect(await card.locator('.status').innerText()).toBe('Named source');
  expect(await page.evaluate(() => window.view.hasFocus())).toBe(false);
  await page.keyboard.press('Escape');
  expect(await card.count()).toBe(0);
  expect(await page.evaluate(() => window.view.hasFocus())).toBe(true);
  expect(content).toBe(await page.evaluate(() => window.kit.saved(window.view)));
});

test('in 5,000 words, a letter costs a few milliseconds', async () => {
  const paragraphs = Array.from({ length: 92 }, () => article.slice(1).join(' '));
  await start(paragraphs, 250);
  const { words, marks, bare, full } = await page.evaluate(async (paragraphs) => {
    const { kit, view } = window;
    const other = kit.make(paragraphs, null);
    const times = { view: [] as number[], other: [] as number[] };
    for (let count = 0; count < 300; ++count) {
      for (const [name, editor] of [['view', view], ['other', other]] as const) {
        const { tr } = editor.state;
        const begin = performance.now();
        editor.dispatch(tr.insertText('x', 5000));
        times[name].push(performance.now() - begin);
      }
    }
    const median = (of: number[]): number => of.sort((a, b) => a - b)[of.length >> 1] ?? 0;
    const words = view.state.doc.textBetween(0, view.state.doc.content.size, ' ').split(' ').length;
    return { words, marks: kit.marked(view).length, full: median(times.view), bare: median(times.other) };
  }, paragraphs);
  console.log(`${words} words, ${marks} marks: ${full.toFixed(2)} ms for a letter, ${bare.toFixed(2)} ms without the plugin`);
  expect(marks).toBeGreaterThan(300);
  expect(full - bare).toBeLessThan(8);
});

test('in a frame, the card stands beside its words in the outer page, and scrolling the frame closes it', async () => {
  const words = await page.evaluate(async (article) => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    frame.style.cssText = 'margin: 150px 0 0 200px; width: 600px; height: 150px';
    const view = (window.view = window.kit.make(article, { delay: 50 }, frame.contentDocument ?? document));
    await window.kit.read(view);
    const [mark] = window.kit.sourceLightKey.getState(view.state)?.decorations.find() ?? [];
    const { left, bottom } = view.coordsAtPos((mark?.from ?? 0) + 1);
    const box = frame.getBoundingClientRect();
    return { x: box.x + frame.clientLeft + left, y: box.y + frame.clientTop + bottom };
  }, article);
  await page.mouse.click(words.x + 1, words.y - 3);
  const card = page.locator('[data-sourcelight=card]');
  await card.waitFor();
  const box = await card.boundingBox();
  const gap = box ? Math.min(Math.abs(box.y - words.y), Math.abs(words.y - box.y - box.height)) : Number.NaN;
  expect(gap).toBeLessThan(40);
  expect(Math.abs((box?.x ?? 0) - words.x)).toBeLessThan(60);
  await page.evaluate(() => window.view.dom.ownerDocument.defaultView?.scrollBy(0, 40));
  await expect.poll(() => card.count()).toBe(0);
  await page.evaluate(() => document.querySelector('iframe')?.remove());
});
