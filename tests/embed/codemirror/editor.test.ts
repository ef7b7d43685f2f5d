// The extension in CodeMirror, as a plain text editor.
import type { EditorView } from '@codemirror/view';
import type { Page } from 'playwright-core';
import { paintedClasses } from '../support/classes.ts';
import { openExample } from '../support/example.ts';
import { caretAtEndOf, highlightTraces } from '../support/highlights.ts';
import { editorSuite } from '../support/suite.ts';

const text = (page: Page): Promise<string> =>
  page.evaluate(() => (window.example.editor as EditorView).state.doc.toString());

editorSuite('CodeMirror', {
  open: () => openExample('codemirror'),
  content: text,
  text,
  painted: (page) => paintedClasses(page, '.cm-content'),
  caretAtEnd: (page) => caretAtEndOf(page, '.cm-content'),
  select: (page, words) => page.evaluate((words) => {
    const view = window.example.editor as EditorView;
    const anchor = view.state.doc.toString().indexOf(words);
    view.focus();
    view.dispatch({ selection: { anchor, head: anchor + words.length } });
  }, words),
  placeOf: (page, words) => page.evaluate((words) => {
    const view = window.example.editor as EditorView;
    const place = view.coordsAtPos(view.state.doc.toString().indexOf(words) + (words.length >> 1));
    if (!place) throw new Error(`“${words}” is not to be seen.`);
    return { x: place.left + 1, y: (place.top + place.bottom) / 2 };
  }, words),
  edit: (page, at, remove, insert) => page.evaluate(([share, remove, insert]) => {
    const view = window.example.editor as EditorView;
    const { length } = view.state.doc;
    const from = Math.floor(share * length);
    view.dispatch({ changes: { from, to: Math.min(from + remove, length), insert: insert === '\n' ? '\n\n' : insert } });
  }, [at, remove, insert] as const),
  destroy: (page) => page.evaluate(() => window.example.attached.destroy()),
  traces: highlightTraces,
});
