// Drives TinyMCE in examples/tinymce, in its frame.
import type { Frame, Page } from 'playwright-core';
import type { Editor } from 'tinymce';
import type { Attached, attachToTinyMCE } from '../../../web/embed/tinymce/index.ts';
import { caretAtEndOf, defineRangeOf, highlightTraces, paintedHighlights, placeOfWords, selectWords } from '../support/highlights.ts';
import { openExample } from '../support/example.ts';
import type { Driver } from '../support/suite.ts';

export interface TinyMCEExample {
  readonly editor: Editor;
  readonly attached: Attached;
  readonly attachToTinyMCE: typeof attachToTinyMCE;
}

declare global {
  interface Window {
    readonly tinymce: import('tinymce').TinyMCE;
  }
}

/** The frame that the article is in. */
export async function frameOf(page: Page): Promise<Frame> {
  const frame = await (await page.waitForSelector('.tox-edit-area__iframe')).contentFrame();
  if (!frame) throw new Error('TinyMCE has no frame.');
  await page.waitForFunction(() => 'example' in window);
  await frame.evaluate(defineRangeOf);
  return frame;
}

export const driver: Driver = {
  open: () => openExample('tinymce'),
  content: (page) => run(page, ({ editor }) => editor.getContent()),
  text: async (page) => (await frameOf(page)).evaluate(() =>
    [...document.body.children].map((block) => (block.textContent ?? '').replace(/[\u200b\u2060\ufeff]/g, '')).filter((text) => text.trim()).join('\n\n')),
  painted: async (page) => paintedHighlights(await frameOf(page)),
  caretAtEnd: async (page) => {
    // What is typed next is a step of its own: TinyMCE joins all that is typed in one go.
    await run(page, ({ editor }) => (editor.focus(), editor.undoManager.add()));
    await caretAtEndOf(await frameOf(page), 'body');
  },
  select: async (page, words) => {
    await run(page, ({ editor }) => editor.focus());
    await selectWords(await frameOf(page), 'body', words);
  },
  placeOf: async (page, words) => {
    const frame = await frameOf(page);
    const { x, y } = await placeOfWords(frame, 'body', words);
    const box = await (await frame.frameElement()).boundingBox();
    return { x: x + (box?.x ?? 0), y: y + (box?.y ?? 0) };
  },
  edit: (page, at, remove, insert) => page.evaluate(editAt, [at, remove, insert] as const),
  destroy: (page) => run(page, ({ attached }) => attached.destroy()),
  traces: async (page) => [...(await highlightTraces(page)), ...(await highlightTraces(await frameOf(page)))],
};

/** What `use` gives, called in the page with what the example leaves there. */
export function run<Result>(page: Page, use: (example: TinyMCEExample) => Result): Promise<Result> {
  return page.evaluate(`(${use})(window.example)`) as Promise<Result>;
}

/** As a plugin would: by the editor's selection and its commands. */
function editAt([share, remove, insert]: readonly [number, number, string]): void {
  const editor = window.example.editor as Editor;
  const doc = editor.getDoc();
  const walker = doc.createTreeWalker(editor.getBody(), NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  const node = nodes[Math.floor(share * nodes.length)];
  if (!node) return void editor.setContent(`<p>${insert}</p>`);
  const from = Math.floor(((share * nodes.length) % 1) * (node.length + 1));
  const range = doc.createRange();
  range.setStart(node, from);
  range.setEnd(node, Math.min(node.length, from + remove));
  editor.selection.setRng(range);
  if (!range.collapsed) editor.execCommand('Delete');
  if (insert === '\n') editor.execCommand('mceInsertNewLine');
  else if (insert) editor.insertContent(insert);
}
