// Drives a ProseMirror view, be it Tiptap's, through its own interface.
import type { TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { paintedClasses } from '../support/classes.ts';
import { openExample } from '../support/example.ts';
import { caretAtEndOf, highlightTraces } from '../support/highlights.ts';
import type { Driver } from '../support/suite.ts';

declare global {
  interface Window {
    viewOf(): EditorView;
    positionsOf(words: string): { from: number; to: number };
  }
}

export const proseMirrorDriver = (
  example: string,
  { content, destroy }: Pick<Driver, 'content' | 'destroy'>,
): Driver => ({
  open: () => openExample(example),
  content,
  text: async (page) => {
    await page.evaluate(define);
    return page.evaluate(() => {
      const blocks: string[] = [];
      window.viewOf().state.doc.descendants((node) => {
        if (node.isTextblock) blocks.push(node.textBetween(0, node.content.size, '', '\n'));
      });
      return blocks.join('\n\n');
    });
  },
  painted: (page) => paintedClasses(page, '.ProseMirror'),
  caretAtEnd: (page) => caretAtEndOf(page, '.ProseMirror'),
  select: async (page, words) => {
    await page.evaluate(define);
    await page.evaluate((words) => {
      const view = window.viewOf();
      const { from, to } = window.positionsOf(words);
      view.focus();
      const [begin, end] = [view.domAtPos(from), view.domAtPos(to)];
      getSelection()?.setBaseAndExtent(begin.node, begin.offset, end.node, end.offset);
    }, words);
    // ProseMirror hears of it a moment later, before a person could press a key.
    await page.waitForFunction(({ length }) => {
      const { from, to } = window.viewOf().state.selection;
      return to - from === length;
    }, words);
  },
  placeOf: async (page, words) => {
    await page.evaluate(define);
    return page.evaluate((words) => {
      const view = window.viewOf();
      const { from, to } = window.positionsOf(words);
      view.domAtPos(from).node.parentElement?.scrollIntoView({ block: 'center' });
      const { left, top, bottom } = view.coordsAtPos((from + to) >> 1);
      return { x: left + 1, y: (top + bottom) / 2 };
    }, words);
  },
  edit: async (page, at, remove, insert) => {
    await page.evaluate(define);
    await page.evaluate(edit, [at, remove, insert] as const);
  },
  destroy,
  traces: highlightTraces,
});

/** To be run in the page before the others. */
function define(): void {
  window.viewOf = () => {
    const editor = window.example.editor as EditorView | { readonly view: EditorView };
    return 'view' in editor ? editor.view : editor;
  };
  window.positionsOf = (words) => {
    let from = -1;
    window.viewOf().state.doc.descendants((node, position) => {
      const at = node.isTextblock ? node.textContent.indexOf(words) : -1;
      if (at >= 0) from = position + 1 + at;
    });
    if (from < 0) throw new Error(`“${words}” stands nowhere.`);
    return { from, to: from + words.length };
  };
}

/** As a change of somebody else comes: with the selection elsewhere, and not for the history. */
function edit([share, remove, insert]: readonly [number, number, string]): void {
  const view = window.viewOf();
  const { tr } = view.state;
  const { size } = tr.doc.content;
  let from = Math.floor(share * size);
  while (!tr.doc.resolve(from).parent.isTextblock) ++from;
  const Selection = tr.selection.constructor as typeof TextSelection;
  let to = Math.min(from + remove, size);
  while (!tr.doc.resolve(to).parent.isTextblock) --to;
  if (from < to) tr.delete(from, to);
  if (insert === '\n') tr.split(from);
  else if (insert) tr.insertText(insert, from);
  view.dispatch(tr.setSelection(Selection.atEnd(tr.doc)).setMeta('addToHistory', false));
}
