// The embed in TinyMCE's frame: what every editor must do, and what only TinyMCE has.
import type { Browser, Page } from 'playwright-core';
import type { Editor } from 'tinymce';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { attachToTinyMCE, type Attached, type TinyMCEEditor } from '../../../web/embed/tinymce/index.ts';
import { launch, open } from '../../web/support/browser.ts';
import { defineRangeOf, highlightTraces, paintedHighlights, placeOfWords } from '../support/highlights.ts';
import type { Example } from '../support/example.ts';
import { bare, editorSuite } from '../support/suite.ts';
import { driver, frameOf, run, type TinyMCEExample } from './editor.ts';

// Holds when compiled: TinyMCE's own type is one that the embed takes.
export const taken = (editor: Editor): Attached => attachToTinyMCE(editor satisfies TinyMCEEditor);

editorSuite('TinyMCE', driver);

describe('In TinyMCE’s frame', () => {
  let browser: Browser;
  let example: Example;
  let page: Page;
  let complaints: string[];
  const card = () => page.locator('[data-sourcelight=card]');
  const painted = async (name: string): Promise<string> => (await driver.painted(page))[name] ?? '';
  const pointAt = async (words: string): Promise<{ x: number; y: number }> => {
    const place = await driver.placeOf(page, words);
    await page.mouse.click(place.x, place.y);
    return place;
  };

  // One page for all: TinyMCE is long about its start.
  let content: string;
  beforeAll(async () => {
    [browser, example] = await Promise.all([launch(), driver.open()]);
    ({ page, complaints } = await open(browser, example.url));
    content = await frameOf(page).then(() => driver.content(page));
  });
  beforeEach(async () => {
    await page.evaluate(([content]) => (window.example.editor as Editor).resetContent(content), [content]);
    await expect.poll(() => painted('named'), { timeout: 15_000 }).toContain('Itisnotsafe');
  });
  afterAll(async () => {
    expect(complaints).toEqual([]);
    await browser?.close();
    await example?.close();
  });

  test('marks leave content, dirty state and undo levels alone', async () => {
    const state = () =>
      run(page, ({ editor }) => [editor.getContent(), editor.isDirty(), editor.undoManager.hasUndo(), editor.undoManager.hasRedo()]);
    expect((await state()).slice(1)).toEqual([false, false, false]);
    const before = await state();
    await page.evaluate(() => (window.example.attached.refresh(), window.example.attached.select(1)));
    await pointAt('not safe');
    await page.keyboard.press('Escape');
    expect(await state()).toEqual(before);
    await run(page, ({ editor }) => (editor.insertContent('Ferries wait. '), editor.undoManager.undo()));
    await expect.poll(() => run(page, ({ editor }) => editor.undoManager.hasRedo())).toBe(true);
    await page.waitForTimeout(500);
    await page.evaluate(() => window.example.attached.select(0));
    expect(await run(page, ({ editor }) => editor.undoManager.hasRedo())).toBe(true);
    await run(page, ({ editor }) => editor.undoManager.redo());
    expect(await driver.content(page)).toContain('Ferries wait.');
  });

  test('the card stands beside its words in the outer page, and scrolling the frame closes it', async () => {
    await run(page, ({ editor }) => editor.setContent(editor.getContent() + '<p>The mill is old.</p>'.repeat(30)));
    await expect.poll(() => painted('unsourced')).toContain('Themillisold');
    const { x, y } = await pointAt('not safe');
    const box = await card().boundingBox();
    const gap = box ? Math.min(Math.abs(box.y - y), Math.abs(y - box.y - box.height)) : Number.NaN;
    expect(gap).toBeLessThan(40);
    expect(Math.abs((box?.x ?? 0) - x)).toBeLessThan(60);
    await page.mouse.wheel(0, 120);
    await expect.poll(() => card().count()).toBe(0);
  });

  test('Alt+Enter opens the card and takes the keyboard, Escape gives it back, and no line is made', async () => {
    const content = await driver.content(page);
    await driver.select(page, 'not safe');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Alt+Enter');
    expect(await card().locator('.status').innerText()).toBe('Named source');
    expect(await card().evaluate((element) => element.shadowRoot?.activeElement?.className)).toBe('close');
    await page.keyboard.press('Escape');
    expect(await card().count()).toBe(0);
    expect(await driver.content(page)).toBe(content);
    await page.keyboard.type('!');
    expect(bare(await driver.text(page))).toContain('notsafe!');
  });

  test('what the dialog of the source code saves is marked', async () => {
    await run(page, ({ editor }) => editor.execCommand('mceCodeEditor'));
    await page.fill('.tox-dialog textarea', '<p>Rents doubled.</p><ul><li>Police said the ferry sank.</li></ul>');
    await page.click('.tox-dialog button:has-text("Save")');
    await expect.poll(() => painted('named')).toBe('theferrysank');
    expect(await painted('unsourced')).toBe('Rentsdoubled.');
  });

  test('what TinyMCE puts beside the text for itself is not read', async () => {
    await run(page, ({ editor }) => {
      editor.setContent('<p>Rents doubled.</p><figure contenteditable="false"><p>The mill is old.</p></figure>');
      const figure = editor.getBody().querySelector('figure');
      if (figure) editor.selection.select(figure);
    });
    // A copy of the figure stands beside the text now, for the clipboard.
    expect(await run(page, ({ editor }) => editor.getBody().textContent)).toMatch(/mill is old.*mill is old/);
    await expect.poll(() => painted('unsourced')).toBe('Rentsdoubled.Themillisold.');
    await page.waitForTimeout(400);
    expect(await painted('unsourced')).toBe('Rentsdoubled.Themillisold.');
  });

  test('a text that may only be read is marked and explained too', async () => {
    await run(page, ({ editor }) => editor.mode.set('readonly'));
    await pointAt('not safe');
    expect(await card().locator('.status').innerText()).toBe('Named source');
    await page.keyboard.press('Escape');
    await run(page, ({ editor }) => editor.setContent('<p>Rents doubled.</p>'));
    await expect.poll(() => painted('unsourced')).toBe('Rentsdoubled.');
    await run(page, ({ editor }) => editor.mode.set('design'));
  });

  test('a claim that is chosen in the panel is scrolled to in the frame, and nothing is selected', async () => {
    await run(page, ({ editor }) => {
      editor.setContent('<p>The mill is old.</p>'.repeat(60) + '<p>Police said the ferry sank.</p>');
      editor.selection.setCursorLocation();
    });
    await expect.poll(() => painted('named')).toBe('theferrysank');
    const caret = () => run(page, ({ editor }) => JSON.stringify(editor.selection.getBookmark(2)));
    const before = await caret();
    await page.evaluate(() => {
      const { attached } = window.example;
      attached.select(attached.report?.claims.findIndex(({ status }) => status === 'named') ?? null);
    });
    const shown = await (await frameOf(page)).evaluate(() => {
      const { bottom } = window.rangeOf('body', 'the ferry sank').getBoundingClientRect();
      return bottom > 0 && bottom <= innerHeight;
    });
    expect(shown).toBe(true);
    expect(await caret()).toBe(before);
    expect(await painted('selected')).toBe('theferrysank');
  });

  test('one without a frame is marked in the page, from before it has begun to after its end', async () => {
    await page.evaluate(async () => {
      const { editor, attachToTinyMCE } = window.example as TinyMCEExample;
      const target = document.createElement('div');
      target.id = 'inline';
      target.innerHTML = '<p>Police said the ferry sank.</p>';
      document.body.prepend(target);
      await editor.editorManager.init({
        target,
        inline: true,
        skin: false, // is in the page already
        license_key: 'gpl',
        setup: (one) => Object.assign(window, { early: attachToTinyMCE(one), inline: one }),
      });
    });
    await expect.poll(async () => (await paintedHighlights(page))['named']).toBe('theferrysank');
    const saved = () => page.evaluate('inline.getContent()');
    expect(await saved()).toBe('<p>Police said the ferry sank.</p>');
    await page.evaluate(defineRangeOf);
    const { x, y } = await placeOfWords(page, '#inline', 'the ferry sank');
    await page.mouse.click(x, y);
    expect(await card().locator('.status').innerText()).toBe('Named source');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' The mill burned down in April.');
    await expect.poll(async () => (await paintedHighlights(page))['unsourced']).toBe('ThemillburneddowninApril.');
    await page.evaluate('inline.remove()');
    expect(await highlightTraces(page)).toEqual([]);
  });

  test('an editor that is removed takes card, marks and listeners along', async () => {
    await pointAt('not safe');
    expect(await card().count()).toBe(1);
    await run(page, ({ editor }) => editor.remove());
    expect(await highlightTraces(page)).toEqual([]);
    expect(await page.inputValue('#editor')).toContain('Mara Lind');
    await page.evaluate(() => (window.example.attached.select(0), window.example.attached.destroy()));
    expect(await highlightTraces(page)).toEqual([]);
  });
});
