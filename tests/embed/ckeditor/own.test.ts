// What only CKEditor 5 has: markers, data and editing views apart, its undo and its clipboard,
// lists, tables, quotations, several roots, read-only mode, editing of the source.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { launch, open } from '../../web/support/browser.ts';
import type { Example } from '../support/example.ts';
import { driver, paintedInView, type CKEditorExample } from './driver.ts';

const article =
  '<h2>The weir at Marle</h2>'
  + '<p>The weir <strong>will be</strong> rebuilt in <i>spring</i>, Mayor Odo Falk said.<br>It was built in 1961.</p>'
  + '<ul><li data-list-item-id="a">The lock is shut, the canal board said.<ul><li data-list-item-id="b">Boats wait at Marle, skippers said.</li></ul></li></ul>'
  + '<figure class="table"><table><tbody><tr><td>The gates are sixty years old.</td><td>Nobody was hurt, police said.</td></tr></tbody></table></figure>'
  + '<blockquote><p>“Nobody told us,” said Runa Teller.</p></blockquote>';

let browser: Browser;
let example: Example;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  [browser, example] = await Promise.all([launch(), driver.open()]);
  ({ page, complaints } = await open(browser, example.url, { permissions: ['clipboard-read', 'clipboard-write'] }));
  await page.waitForFunction(() => window.example);
});
afterAll(async () => {
  await browser?.close();
  await example?.close();
});

/** The embed is on, and has marked the article. */
beforeEach(async () => {
  await page.evaluate(async (article) => {
    const example = window.example as CKEditorExample;
    example.attached.destroy();
    example.editor.setData(article);
    example.attached = example.attach({ delay: 50 });
  }, article);
  await marked();
});

const marked = () => expect.poll(() => driver.painted(page), { timeout: 15_000 }).toEqual({
  named: 'Theweirwillberebuiltinspring' + 'Thelockisshut' + 'Nobodywashurt' + '“Nobodytoldus,”',
  unnamed: 'BoatswaitatMarle',
  unsure: 'BoatswaitatMarle',
  unsourced: 'Itwasbuiltin1961.' + 'Thegatesaresixtyyearsold.',
});
const card = () => page.locator('[data-sourcelight=card]');
const rest = () => page.waitForTimeout(700);

test('lists, cells and quotations are marked; the data is what it was', async () => {
  expect(await driver.content(page)).toBe(article);
});

test('bold and italics inside a claim do not cut its mark into pieces', async () => {
  const mark = page.locator('.ck-content p .sourcelight-named').first();
  expect(await mark.innerText()).toBe('The weir will be rebuilt in spring');
  expect(await mark.locator('strong').innerText()).toBe('will be');
});

test('marking changes no data, saves nothing, and is no step of the history', async () => {
  await rest();
  const [before, after] = await page.evaluate(async () => {
    const example = window.example as CKEditorExample;
    const { document } = example.editor.model;
    example.attached.destroy();
    let changes = 0;
    document.on('change:data', () => ++changes);
    const state = () => ({
      changes,
      version: document.version,
      operations: document.history.getOperations().length,
      undo: example.editor.commands.get('undo')?.isEnabled,
      saved: example.saved.length,
      markers: [...example.editor.model.markers].length > 0,
    });
    const before = state();
    const read = new Promise((done) => (example.attached = example.attach({ onReport: done })));
    await read;
    example.attached.select(0);
    await new Promise((done) => setTimeout(done, 300));
    return [before, state()];
  });
  expect(before).toMatchObject({ changes: 0, markers: false });
  expect(after).toEqual({ ...before, markers: true });
  expect((await driver.painted(page))['selected']).toBeTruthy();
});

test('marked text is copied without its marks', async () => {
  await driver.caretAtEnd(page);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  const html = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await item!.getType('text/html')).text();
  });
  expect(html).toContain('<p>The weir <strong>will be</strong> rebuilt in <i>spring</i>, Mayor');
  expect(html).not.toMatch(/sourcelight|<span/);
});

test('the same words put in anew are marked again', async () => {
  await page.evaluate((article) => (window.example as CKEditorExample).editor.setData(article), article);
  await marked();
});

test('what another person writes moves the marks at once', async () => {
  const painted = await driver.painted(page);
  // In one go: a moment later the text is read anew.
  const [text, moved] = await page.evaluate<[string, Record<string, string>]>(`(${writeAsAnother})(${paintedInView})`);
  expect(text).toContain('Today: The weir');
  expect(moved).toEqual(painted);
});

function writeAsAnother(paintedThen: () => Record<string, string>): [text: string, painted: Record<string, string>] {
  const { model } = (window.example as CKEditorExample).editor;
  model.enqueueChange({ isUndoable: false, isLocal: false }, (writer) => {
    const root = model.document.getRoot()!;
    writer.insertText('Today: ', writer.createPositionFromPath(root, [1, 0]));
    writer.insertElement('paragraph', root, 0);
  });
  return [document.querySelector('.ck-content')!.textContent, paintedThen()];
}

test('taken off while it reads, it leaves nothing, and can be put on again', async () => {
  await page.evaluate(async () => {
    const { editor, attached } = window.example as CKEditorExample;
    editor.model.change((writer) => writer.insertText('So: ', writer.createPositionFromPath(editor.model.document.getRoot()!, [1, 0])));
    await new Promise((done) => setTimeout(done, 255));
    attached.destroy();
    attached.destroy();
  });
  await rest();
  expect(await driver.traces(page)).toEqual([]);
  await page.evaluate((article) => {
    const example = window.example as CKEditorExample;
    example.editor.setData(article);
    example.attached = example.attach({ delay: 50 });
  }, article);
  await marked();
});

test('two embeds of one editor keep out of each other’s way', async () => {
  await page.evaluate(async () => {
    const example = window.example as CKEditorExample;
    await new Promise((done) => {
      const other = example.attach({ panel: null, onReport: () => setTimeout(() => done(other.destroy())) });
    });
  });
  await marked();
});

test('in a text that is only read, a click opens the card', async () => {
  await page.evaluate(() => (window.example as CKEditorExample).editor.enableReadOnlyMode('test'));
  const { x, y } = await driver.placeOf(page, 'Nobody was');
  await page.mouse.click(x, y);
  await expect.poll(() => card().locator('.status').innerText()).toBe('Named source');
  await page.keyboard.press('Escape');
  await page.evaluate(() => (window.example as CKEditorExample).editor.disableReadOnlyMode('test'));
  expect(await driver.content(page)).toBe(article);
});

test('Alt+Enter opens the card at the caret, Escape leads back to the text', async () => {
  await driver.select(page, 'is shut');
  await page.keyboard.press('ArrowLeft');
  await page.waitForFunction(() => (window.example as CKEditorExample).editor.model.document.selection.isCollapsed);
  await page.keyboard.press('Alt+Enter');
  expect(await card().locator('.source b').innerText()).toBe('canal board');
  await page.keyboard.press('Escape');
  expect(await card().count()).toBe(0);
  await page.keyboard.type('now ');
  expect(await driver.content(page)).toContain('The lock now is shut, the canal board said.');
});

test('who writes elsewhere for a moment comes back to where the caret was', async () => {
  await driver.select(page, 'is shut');
  await page.evaluate(() => {
    const { editor } = window.example as CKEditorExample;
    editor.model.change((writer) => {
      const at = editor.model.document.selection.getLastPosition()!;
      writer.insertText(' today. It rained', at);
      writer.setSelection(writer.createPositionAt(at.parent, at.offset + ' today. It rained'.length));
    });
    (document.activeElement as HTMLElement).blur();
  });
  await expect.poll(async () => (await driver.painted(page))['named']).toContain('Itrained');
  await page.locator('.ck-content').focus();
  await page.waitForTimeout(150); // the editor sees its focus after 50 ms
  await page.keyboard.type(' hard');
  expect(await driver.content(page)).toContain('The lock is shut today. It rained hard, the canal board said.');
});

test('a claim that is chosen elsewhere is scrolled to, and the caret stays', async () => {
  await driver.caretAtEnd(page);
  const before = await page.evaluate(() => {
    const { editor, attached } = window.example as CKEditorExample;
    editor.editing.view.change((writer) => writer.setStyle({ height: '120px', 'min-height': '0' }, editor.editing.view.document.getRoot()!));
    const editable = document.querySelector('.ck-content')!;
    editable.scrollTop = 1000;
    const before = editable.scrollTop;
    attached.select(0);
    return before;
  });
  const mark = page.locator('.ck-content .sourcelight-selected').first();
  const [at, box] = [await mark.boundingBox(), await page.locator('.ck-content').boundingBox()];
  expect(before).toBeGreaterThan(100);
  expect(at!.y).toBeGreaterThanOrEqual(box!.y);
  expect(at!.y).toBeLessThan(box!.y + box!.height);
  await page.keyboard.type(' Yes.');
  expect(await driver.content(page)).toContain('said Runa Teller. Yes.</p>');
});

test('the source that is edited has no marks, and they come back after it', async () => {
  const source = (on: boolean) => page.evaluate((on) => {
    const plugin = (window.example as CKEditorExample).editor.plugins.get('SourceEditing');
    (plugin as unknown as { isSourceEditingMode: boolean }).isSourceEditingMode = on;
  }, on);
  await source(true);
  const field = page.locator('.ck-source-editing-area textarea');
  expect(await field.inputValue()).not.toContain('sourcelight');
  await field.fill('<p>The mill burned down, police said.</p>');
  await source(false);
  await expect.poll(() => driver.painted(page)).toEqual({ named: 'Themillburneddown' });
  expect(await driver.content(page)).toBe('<p>The mill burned down, police said.</p>');
});

test('of several roots all are read, or the one that is named', async () => {
  const textRead = (rootName?: string) => page.evaluate((rootName) => new Promise<string>((done) => {
    const example = window.example as CKEditorExample;
    example.attached.destroy();
    example.attached = example.attach({ ...(rootName ? { rootName } : {}), onReport: (_, text) => done(text) });
  }), rootName);
  await page.evaluate(() => {
    const { editor } = window.example as CKEditorExample;
    editor.setData('<p>The mill burned down, police said.</p>');
    editor.model.change((writer) => {
      const root = writer.addRoot('note');
      writer.appendText('Rents doubled, the mayor said.', writer.createElement('paragraph'));
      const paragraph = writer.createElement('paragraph');
      writer.appendText('Rents doubled, the mayor said.', paragraph);
      writer.append(paragraph, root);
    });
  });
  expect(await textRead('note')).toBe('Rents doubled, the mayor said.');
  expect(await driver.painted(page)).toEqual({});
  expect(await textRead('main')).toBe('The mill burned down, police said.');
  expect(await textRead()).toBe('The mill burned down, police said.\n\nRents doubled, the mayor said.');
  await expect.poll(() => driver.painted(page)).toEqual({ named: 'Themillburneddown' });
  // One that is not on the page cannot be scrolled to.
  await page.evaluate(() => window.example.attached.select(1));
});

test('an editor that goes takes the embed with it', async () => {
  await page.evaluate(async () => {
    const { editor, attached } = window.example as CKEditorExample;
    attached.refresh();
    await editor.destroy();
    attached.destroy();
  });
  await rest();
  expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
  expect(complaints).toEqual([]);
});
