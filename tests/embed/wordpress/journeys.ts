// The plugin in the block editor of a real WordPress: what must hold in every editor.
// wordpress.test.ts runs it.
import type { Page } from 'playwright-core';
import { defineRangeOf, highlightTraces, paintedHighlights, placeOfWords } from '../support/highlights.ts';
import { editorSuite, type Driver } from '../support/suite.ts';
import { canvas, editedContent, editorIsReady, icon, openSidebar, storedText, wordpress, type EditorWindow } from './support.ts';

const blocks = '.is-root-container';

const driver: Driver = {
  open: async () => ({ url: wordpress.editor, close: async () => {} }),
  ready: async (page) => {
    await editorIsReady(page);
    await openSidebar(page);
  },
  content: editedContent,
  text: storedText,
  painted: (page) => paintedHighlights(canvas(page)),
  caretAtEnd: async (page) => {
    await pauseInTyping(page);
    await canvas(page).evaluate(putCaretAtEnd);
  },
  // The title is no block, and what is typed over blocks is ignored: all is deleted first.
  selectAll: async (page) => {
    await canvas(page).locator('.wp-block-post-title').click();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await driver.caretAtEnd(page);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Backspace');
  },
  select: async (page, words) => {
    await canvas(page).evaluate(defineRangeOf);
    await canvas(page).evaluate(([root, words]) => {
      const range = window.rangeOf(root, words);
      range.startContainer.parentElement?.closest<HTMLElement>('[contenteditable=true]')?.focus();
      getSelection()?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
    }, [blocks, words] as const);
  },
  placeOf: async (page, words) => {
    await canvas(page).evaluate(defineRangeOf);
    const { x, y } = await placeOfWords(canvas(page), blocks, words);
    const frame = await page.locator('iframe[name=editor-canvas]').boundingBox();
    return { x: x + (frame?.x ?? 0), y: y + (frame?.y ?? 0) };
  },
  edit: (page, at, remove, insert) => page.evaluate(editByStore, [at, remove, insert] as const),
  destroy: async (page) => {
    await page.locator(icon).click();
    await page.locator('source-light').waitFor({ state: 'detached' });
  },
  traces: async (page) => [...(await highlightTraces(canvas(page))), ...(await highlightTraces(page))],
};

function putCaretAtEnd(): void {
  const texts = [...document.querySelectorAll<HTMLElement>('.is-root-container .rich-text')];
  const last = texts.findLast(({ textContent }) => textContent?.trim()) ?? texts.at(-1);
  last?.focus();
  if (last) getSelection()?.selectAllChildren(last);
  getSelection()?.collapseToEnd();
}

/** What WordPress does a second after the last letter: the next one begins a new step of undo. */
const pauseInTyping = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    const { wp } = window as unknown as EditorWindow;
    return wp.data.dispatch('core/block-editor')['__unstableMarkLastChangeAsPersistent']?.();
  });

/** As another plugin would, or what comes from another person's editor. */
function editByStore([share, remove, insert]: readonly [number, number, string]): void {
  const { wp } = window as unknown as EditorWindow;
  const store = wp.data.select('core/block-editor');
  const actions = wp.data.dispatch('core/block-editor');
  const all = store['getBlocks']?.() as readonly { clientId: string; attributes: { content: unknown } }[];
  const block = all[Math.floor(share * all.length)];
  if (!block) return;
  const text = wp.richText.create({ html: String(block.attributes.content) }).text;
  const at = Math.floor(((share * all.length) % 1) * (text.length + 1));
  const html = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');
  if (insert === '\n') {
    const halves = [text.slice(0, at), text.slice(at)];
    void actions['replaceBlocks']?.(block.clientId, halves.map((half) => wp.blocks.createBlock('core/paragraph', { content: html(half) })));
  } else {
    void actions['updateBlockAttributes']?.(block.clientId, { content: html(text.slice(0, at) + insert + text.slice(at + remove)) });
  }
}

export const journeys = (): void => editorSuite('WordPress', driver);
