// The plugin as a newsroom has it: which texts of a post it reads, what is saved, its settings, the
// editor's other views, and that it goes without a trace. In a real WordPress.
// wordpress.test.ts runs it.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import JSZip from 'jszip';
import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtPlugin } from '../../../examples/wordpress/wordpress.mjs';
import { launch } from '../../web/support/browser.ts';
import { highlightTraces, paintedHighlights } from '../support/highlights.ts';
import { bare } from '../support/suite.ts';
import { canvas, editedContent, editorIsReady, icon, openSidebar, wordpress, type EditorWindow } from './support.ts';

const ask = fileURLToPath(new URL('./ask.php', import.meta.url));

/** Waits for it. */
const soon = <Value>(get: () => Value | Promise<Value>) => expect.poll(get, { timeout: 15_000, interval: 50 });

const paragraph = (html: string): string => `<!-- wp:paragraph -->\n<p>${html}</p>\n<!-- /wp:paragraph -->`;
const said = paragraph('“It is <strong>not</strong> safe,” Mayor Mara Lind <a href="https://example.org/lind">said</a>.');
const burned = paragraph('The old mill burned down in April.<br>Rents &amp; prices doubled.');
const everything = [
  said,
  '<!-- wp:heading -->\n<h2 class="wp-block-heading">The mill</h2>\n<!-- /wp:heading -->',
  burned,
  '<!-- wp:list -->\n<ul class="wp-block-list"><!-- wp:list-item -->\n<li>The harbour closed in May.</li>\n<!-- /wp:list-item --></ul>\n<!-- /wp:list -->',
  '<!-- wp:quote -->\n<blockquote class="wp-block-quote"><!-- wp:paragraph -->\n<p>Nobody was hurt.</p>\n<!-- /wp:paragraph --><cite>Police of Varn</cite></blockquote>\n<!-- /wp:quote -->',
  '<!-- wp:pullquote -->\n<figure class="wp-block-pullquote"><blockquote><p>It cost millions.</p><cite>Jon Berg</cite></blockquote></figure>\n<!-- /wp:pullquote -->',
  '<!-- wp:table -->\n<figure class="wp-block-table"><table class="has-fixed-layout"><tbody><tr><td>Crowns</td><td>3 million</td></tr></tbody></table></figure>\n<!-- /wp:table -->',
  '<!-- wp:verse -->\n<pre class="wp-block-verse">The river\nis cold.</pre>\n<!-- /wp:verse -->',
  '<!-- wp:code -->\n<pre class="wp-block-code"><code>let x = 1;</code></pre>\n<!-- /wp:code -->',
  '<!-- wp:buttons -->\n<div class="wp-block-buttons"><!-- wp:button -->\n<div class="wp-block-button"><a class="wp-block-button__link wp-element-button">Read more</a></div>\n<!-- /wp:button --></div>\n<!-- /wp:buttons -->',
].join('\n\n');

export const plugin = (): void => void describe('The WordPress plugin', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launch();
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(15_000);
    page.on('dialog', (dialog) => void dialog.accept());
  });
  afterAll(async () => {
    await browser?.close();
  });

  const stored = (post: number): unknown => wordpress.php(ask, 'content of post', String(post));
  /** Opens a new post that has this content; gives its id. */
  const write = async (content: string): Promise<number> => {
    const post = Number(wordpress.php(ask, 'new post', content));
    await page.goto(`${wordpress.url}?demo=${post}`);
    await editorIsReady(page);
    return post;
  };
  const painted = async (): Promise<string> => Object.values(await paintedHighlights(canvas(page))).join(' ');
  const isPainted = (words: string): Promise<void> => soon(painted).toContain(bare(words));
  const state = () => page.evaluate(() => {
    const { select } = (window as unknown as EditorWindow).wp.data;
    return {
      dirty: select('core/editor')['isEditedPostDirty']?.(),
      undo: select('core/editor')['hasEditorUndo']?.(),
      selected: select('core/block-editor')['getSelectedBlock']?.() as { name: string } | null,
    };
  });
  const save = async (): Promise<void> => {
    await page.keyboard.press('Control+s');
    await soon(async () => (await state()).dirty).toBe(false);
    await page.waitForFunction(() => !(window as unknown as EditorWindow).wp.data.select('core/editor')['isSavingPost']?.());
  };

  describe('in a post of many blocks', () => {
    const asked: string[] = [];
    const note = (request: Request): void => void asked.push(`${request.url()} ${request.postData() ?? ''}`);
    let post: number;

    beforeAll(async () => {
      post = await write(everything);
      page.on('request', note);
      await openSidebar(page);
    });

    test('reads title, headings, lists, quotes, tables and verse in their order, and no code or buttons', async () => {
      await isPainted('The old mill burned down');
      const text = await page.evaluate(() => document.querySelector('source-light')?.text ?? '');
      expect(text.split('\n\n')).toEqual([
        'The harbour', '“It is not safe,” Mayor Mara Lind said.', 'The mill',
        'The old mill burned down in April.\nRents & prices doubled.', 'The harbour closed in May.', 'Nobody was hurt.', 'Police of Varn',
        'It cost millions.', 'Jon Berg', 'Crowns', '3 million', 'The river\nis cold.',
      ]);
    });

    test('selects the block of a claim that is chosen in the sidebar, and leaves the keyboard in the list', async () => {
      await page.locator('source-light button.item', { hasText: 'mill burned down' }).click();
      await soon(async () => (await state()).selected?.name).toBe('core/paragraph');
      await soon(async () => (await paintedHighlights(canvas(page)))['selected']).toContain('millburned');
      expect(await page.evaluate(() => document.activeElement?.localName)).toBe('source-light');
    });

    test('leaves the post as it is while one looks on: nothing to save, nothing to undo', async () => {
      expect(await state()).toMatchObject({ dirty: false, undo: false });
      expect(await editedContent(page)).toBe(everything);
      expect(stored(post)).toBe(everything);
    });

    test('sends the text nowhere, and asks for its own files only from the site itself', async () => {
      await page.evaluate(() => document.querySelector('source-light')?.whenReady());
      const own = `${wordpress.url}sites/test/plugins/sourcelight/`;
      await soon(() => asked.filter((one) => one.startsWith(own) && /\.(?:wasm|slm) $/.test(one)).length).toBe(2);
      page.off('request', note);
      expect(asked.filter((one) => !one.startsWith(wordpress.url) || one.includes('mill'))).toEqual([]);
    });
  });

  describe('while a post is written', () => {
    let post: number;

    beforeAll(async () => {
      post = await write(`${said}\n\n${burned}`);
      await openSidebar(page);
    });

    test('shows no marks in the code editor, and has them again in the visual one', async () => {
      await isPainted('The old mill burned down');
      await page.keyboard.press('Control+Shift+Alt+m');
      await page.locator('textarea.editor-post-text-editor').waitFor();
      expect(await page.locator('textarea.editor-post-text-editor').inputValue()).toBe(`${said}\n\n${burned}`);
      expect(await highlightTraces(page)).toEqual([]);
      await page.keyboard.press('Control+Shift+Alt+m');
      await editorIsReady(page);
      await isPainted('The old mill burned down');
    });

    test('reads the post, and nothing of the template, where that is shown around it', async () => {
      const text = await page.evaluate(() => document.querySelector('source-light')?.text);
      const show = (mode: string) => page.evaluate((mode) => {
        void (window as unknown as EditorWindow).wp.data.dispatch('core/editor')['setRenderingMode']?.(mode);
      }, mode);
      await show('template-locked');
      await canvas(page).locator('header', { hasText: 'My WordPress Website' }).first().waitFor();
      await isPainted('The old mill burned down');
      expect(await page.evaluate(() => document.querySelector('source-light')?.text)).toBe(text);
      await show('post-only');
      await canvas(page).locator('header').first().waitFor({ state: 'detached' });
      await isPainted('The old mill burned down');
    });

    test('opens the card at the caret by Alt+Enter, and Escape gives the keyboard back', async () => {
      const card = page.locator('[data-sourcelight=card]');
      await canvas(page).locator('p', { hasText: 'safe' }).click({ position: { x: 60, y: 12 } });
      await card.locator('.status', { hasText: 'Named source' }).waitFor();
      await page.keyboard.press('Escape');
      expect(await card.count()).toBe(0);
      await page.keyboard.press('Alt+Enter');
      expect(await card.count()).toBe(1);
      expect(await page.evaluate(() => document.activeElement?.getAttribute('data-sourcelight'))).toBe('card');
      await page.keyboard.press('Escape');
      expect(await card.count()).toBe(0);
      expect(await canvas(page).evaluate(() => document.hasFocus() && document.activeElement?.textContent)).toContain('not safe');
      expect(await editedContent(page)).toBe(`${said}\n\n${burned}`);
    });

    test('lets a block that is moved take its marks along', async () => {
      await canvas(page).locator('p', { hasText: 'safe' }).click();
      await page.getByRole('button', { name: 'Move down' }).click();
      await soon(() => canvas(page).locator('.is-root-container > p').first().innerText()).toContain('Rents');
      await isPainted('The old mill burned down');
      await soon(async () => (await paintedHighlights(canvas(page)))['named']).toContain(bare('“It is not safe,”'));
    });

    test('saves what was written, byte for byte', async () => {
      await canvas(page).locator('p', { hasText: 'safe' }).click();
      await page.keyboard.press('Control+End');
      await page.keyboard.type(' The ferries stopped in May.');
      await isPainted('The ferries stopped');
      await save();
      expect(stored(post)).toBe(`${burned}\n\n${said.replace('</a>.', '</a>. The ferries stopped in May.')}`);
    });

    test('paints where an old block takes the editor out of its frame, and again when the sidebar is opened again', async () => {
      await page.evaluate(() => (window as unknown as EditorWindow).wp.blocks.registerBlockType('test/old', {
        apiVersion: 2, title: 'Old', category: 'text', edit: () => null, save: () => null,
      }));
      await page.locator('iframe[name=editor-canvas]').waitFor({ state: 'detached' });
      await isPainted('The old mill burned down');
      await page.locator(icon).click();
      await page.locator('source-light').waitFor({ state: 'detached' });
      expect(await highlightTraces(page)).toEqual([]);
      await openSidebar(page);
      await isPainted('The old mill burned down');
    });

    test('is nowhere but where posts are written', async () => {
      const pages = ['', 'wp-admin/edit.php', 'wp-admin/site-editor.php'];
      for (const path of pages) {
        const html = await (await page.request.get(wordpress.url + path)).text();
        expect(html).toContain('</html>');
        expect(html).not.toMatch(/sourcelight\.js|sourcelightSettings/);
      }
    });
  });

  describe('with settings of a newsroom', () => {
    const settings = JSON.stringify({
      name: 'Varn Post </script><b>',
      rules: [
        { id: 'mill', message: 'Say which mill.', pattern: '\\bold mill\\b' },
        { id: 'broken', message: 'Never.', pattern: '(' },
      ],
    }, null, 2);
    const field = () => page.getByLabel('Sourcelight settings (JSON)');
    const enter = async (text: string): Promise<void> => {
      await page.goto(`${wordpress.url}wp-admin/options-writing.php`);
      await field().fill(text);
      await page.getByRole('button', { name: 'Save Changes' }).click();
      await page.locator('#setting-error-settings_updated, #setting-error-not_json').first().waitFor();
    };
    test('they are stored as they were entered, and a rule that makes no sense is told in the sidebar', async () => {
      await enter(settings);
      expect(await field().inputValue()).toBe(settings);
      expect(wordpress.php(ask, 'option', 'sourcelight_settings')).toBe(settings);
      await write(`${said}\n\n${burned}`);
      await openSidebar(page);
      await soon(async () => (await paintedHighlights(canvas(page)))['finding']).toBe('oldmill');
      await page.locator('.components-notice', { hasText: 'rules[1].pattern' }).waitFor();
    });

    test('what is no JSON is refused, and those before stay', async () => {
      await enter('{"rules": [}');
      await page.locator('.notice-error', { hasText: 'must be a JSON object' }).waitFor();
      expect(wordpress.php(ask, 'option', 'sourcelight_settings')).toBe(settings);
    });
  });

  test('its zip has the same bytes whenever it is made: files stand in order, and all have the same date', async () => {
    const zip = await JSZip.loadAsync(readFileSync(builtPlugin()));
    const names = Object.keys(zip.files);
    expect(names).toEqual([...names].sort());
    expect(new Set(Object.values(zip.files).map(({ date }) => date.getUTCFullYear()))).toEqual(new Set([1980]));
    expect(names).toContain('sourcelight/sourcelight.php');
    expect(names).toContain('sourcelight/LICENSE');
  });

  test('deleted, it leaves nothing behind', async () => {
    await page.goto('about:blank');
    expect(wordpress.php(ask, 'delete plugin')).toBe(true);
    expect(wordpress.php(ask, 'traces')).toEqual([]);
  });
});
