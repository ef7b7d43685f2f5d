// What the extension must not touch, and how it lives beside other linters, in CodeMirror itself.
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launch, open } from '../../web/support/browser.ts';
import { highlightTraces } from '../support/highlights.ts';
import { openFromSource, type Example } from '../support/source.ts';
import { article as paragraphs } from '../support/suite.ts';
import type {} from './page/main.ts';

const article = paragraphs.join('\n\n');
let browser: Browser;
let example: Example;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  [browser, example] = await Promise.all([launch(), openFromSource('codemirror-test', 'tests/embed/codemirror/page')]);
  ({ page, complaints } = await open(browser, example.url));
  await page.waitForFunction(() => 'codeMirror' in window);
});
afterAll(async () => {
  await browser?.close();
  await example?.close();
});
afterEach(async () => {
  await page.evaluate(() => window.codeMirror.clear());
  expect(await highlightTraces(page)).toEqual([]);
  expect(complaints.splice(0)).toEqual([]);
});

/** An editor that has been read, with the focus at the words. */
const start = (words = 'Bridge', options: { card?: boolean } = {}): Promise<void> =>
  page.evaluate(async ([article, words, options]) => {
    const kit = window.codeMirror;
    const view = (window.codeView = kit.make(article, options));
    view.focus();
    view.dispatch({ selection: { anchor: article.indexOf(words) + 1 } });
    await kit.read(view);
  }, [article, words, options] as const);
const found = (by = 'Sourcelight') => page.evaluate((by) => window.codeMirror.found(window.codeView, by), by);
const words = async (): Promise<string[]> => (await found()).map(({ words }) => words);
const card = () => page.locator('[data-sourcelight=card]');

test('claims are diagnostics, as bad as their source is vague, and stand in the lint panel', async () => {
  await start();
  const all = await found();
  expect(all.find(({ words }) => words.includes('will close'))).toMatchObject({ severity: 'hint' });
  expect(all.find(({ words }) => words.includes('burned'))).toMatchObject({ severity: 'warning' });
  expect(all.find(({ words }) => words.includes('will close'))?.message).toMatch(/^Named source\. .*Lind/);
  await page.keyboard.press('Control+Shift+M');
  expect(await page.locator('.cm-panel-lint').innerText()).toContain('Named source. ');
});

test('what a rule of the newsroom finds has the severity and message of the rule', async () => {
  await page.evaluate((article) => {
    const rules = [{ id: 'crowns', pattern: 'crowns', message: 'Give it in euros too.', severity: 'error' as const }];
    window.codeView = window.codeMirror.make(article, { engine: undefined, settings: JSON.stringify({ rules }) });
  }, article);
  await expect.poll(found, { timeout: 10_000 }).toContainEqual(
    { severity: 'error', words: 'crowns', message: 'Give it in euros too.' },
  );
});

test('it lives beside another linter, and taken off leaves that one’s diagnostics alone', async () => {
  await start();
  await expect.poll(() => found('speller')).toHaveLength(1);
  await page.evaluate(() => window.codeMirror.remove(window.codeView));
  await expect.poll(words).toEqual([]);
  expect(await found('speller')).toHaveLength(1);
  expect(await highlightTraces(page)).toEqual([]);
  expect(await page.evaluate(() => window.codeMirror.attachedOf(window.codeView))).toBe(null);
});

test('where another linter finds something worse, both are seen', async () => {
  await start();
  await expect.poll(() => page.locator('.cm-lintRange-error.sourcelight-unsourced').count()).toBe(1);
  const lines = await page.evaluate(() =>
    ['.cm-lintRange-error.sourcelight-unsourced', '.cm-lintRange-warning.sourcelight-unsourced'].map((one) => {
      const element = document.querySelector(one);
      return element ? getComputedStyle(element).backgroundImage.slice(0, 4) : 'none at all';
    }));
  expect(lines).toEqual(['url(', 'none']);
});

test('a claim that is chosen is shown, without asking other linters again', async () => {
  await start();
  const spelled = await page.evaluate(async () => {
    const kit = window.codeMirror;
    await new Promise((done) => setTimeout(done, 200));
    const before = kit.spelled();
    kit.attachedOf(window.codeView)?.select(0);
    await new Promise((done) => setTimeout(done, 200));
    return kit.spelled() - before;
  });
  expect(spelled).toBe(0);
  expect(await page.locator('.sourcelight-selected').count()).toBeGreaterThan(0);
  await page.evaluate(() => window.codeMirror.attachedOf(window.codeView)?.select(null));
  await expect.poll(() => page.locator('.sourcelight-selected').count()).toBe(0);
});

test('changes of another editor move marks at once; nothing is sent, and history knows nothing', async () => {
  await start();
  const outcome = await page.evaluate((article) => {
    const kit = window.codeMirror;
    const view = window.codeView;
    const other = kit.make(article, null);
    const before = kit.found(view).map(({ words }) => words);
    other.dispatch({ changes: [{ from: 0, insert: 'Late: ' }, { from: article.length, insert: ' End.' }] });
    const sent = kit.send(other, view);
    const after = kit.found(view).map(({ words }) => words);
    return { before, after, sent, back: kit.send(view, other), depth: kit.undoDepth(view.state) };
  }, article);
  expect(outcome.before.length).toBeGreaterThan(3);
  expect(outcome.after).toEqual(outcome.before);
  expect(outcome).toMatchObject({ sent: 1, back: 0, depth: 0 });
  await page.waitForTimeout(300);
  const later = await page.evaluate(() => [window.codeMirror.undoDepth(window.codeView.state), window.codeMirror.version(window.codeView)]);
  expect(later).toEqual([0, 1]);
});

test('F8 goes from claim to claim, and Alt+Enter opens the card, which Escape closes', async () => {
  await start();
  await page.keyboard.press('F8');
  await page.keyboard.press('Alt+Enter');
  expect(await card().locator('.status').innerText()).toBe('Named source');
  await page.keyboard.press('Escape');
  expect(await card().count()).toBe(0);
  expect(await page.evaluate(() => window.codeView.hasFocus)).toBe(true);
  expect(await page.evaluate(() => window.codeView.state.doc.toString())).toBe(article);
});

test('hovering shows CodeMirror’s own tooltip, and a click the card in its place, unless the host wants none', async () => {
  for (const card of [true, false]) {
    await start('Bridge', { card });
    const { x, y } = await page.evaluate(() => {
      const view = window.codeView;
      const place = view.coordsAtPos(view.state.doc.toString().indexOf('will close'));
      return { x: (place?.left ?? 0) + 2, y: ((place?.top ?? 0) + (place?.bottom ?? 0)) / 2 };
    });
    await page.mouse.move(5, 500);
    await page.mouse.move(x, y);
    const tooltip = page.locator('.cm-tooltip-lint');
    await expect.poll(() => tooltip.count()).toBe(1);
    expect(await tooltip.innerText()).toContain('Named source. ');
    await page.mouse.click(x, y);
    expect(await page.locator('[data-sourcelight=card]').count()).toBe(card ? 1 : 0);
    expect(await tooltip.count()).toBe(card ? 0 : 1);
    await page.evaluate(() => window.codeMirror.clear());
  }
});

test('while letters are composed, nothing is painted; afterwards all is', async () => {
  await start();
  await page.keyboard.press('Control+End');
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: ' Åse', selectionStart: 4, selectionEnd: 4 });
  const during = await page.evaluate(async () => {
    const kit = window.codeMirror;
    const view = window.codeView;
    const before = kit.found(view).map(({ words }) => words).join();
    kit.attachedOf(view)?.refresh();
    kit.attachedOf(view)?.select(0);
    await new Promise((done) => setTimeout(done, 300));
    const chosen = document.querySelectorAll('.sourcelight-selected').length;
    return [view.composing, kit.found(view).map(({ words }) => words).join() === before, chosen];
  });
  expect(during).toEqual([true, true, 0]);
  await session.send('Input.insertText', { text: ' Åse said the harbour is deep.' });
  await expect.poll(words).toContain('the harbour is deep');
});

test('a text that is emptied loses its marks, and has them again when it comes back', async () => {
  await start();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await expect.poll(words).toEqual([]);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await words()).length).toBeGreaterThan(3);
});

test('an editor destroyed while it is being read leaves nothing', async () => {
  await page.evaluate((article) => {
    const kit = window.codeMirror;
    const [early, late] = [kit.make(article, { delay: 0 }), kit.make(article, { delay: 0 })];
    early.destroy();
    setTimeout(() => late.destroy(), 15);
  }, article);
  await page.waitForTimeout(600);
  expect(await highlightTraces(page)).toEqual([]);
});

test('in 5,000 words, a letter costs a few milliseconds', async () => {
  const text = Array.from({ length: 92 }, () => paragraphs.slice(1).join(' ')).join('\n\n');
  const { marks, bare, full } = await page.evaluate(async (text) => {
    const kit = window.codeMirror;
    const [view, other] = [kit.make(text, { delay: 250 }), kit.make(text, null)];
    await kit.read(view);
    const times = { view: [] as number[], other: [] as number[] };
    for (let count = 0; count < 300; ++count) {
      for (const [name, editor] of [['view', view], ['other', other]] as const) {
        const begin = performance.now();
        editor.dispatch({ changes: { from: 5000, insert: 'x' } });
        times[name].push(performance.now() - begin);
      }
    }
    const median = (of: number[]): number => of.sort((a, b) => a - b)[of.length >> 1] ?? 0;
    return { marks: kit.found(view).length, full: median(times.view), bare: median(times.other) };
  }, text);
  console.log(`${text.split(/\s+/).length} words, ${marks} marks: ${full.toFixed(2)} ms for a letter, ${bare.toFixed(2)} ms without`);
  expect(marks).toBeGreaterThan(300);
  expect(full - bare).toBeLessThan(8);
});
