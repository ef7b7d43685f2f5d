// The generic embed on the root element of Quill 2.
import type Quill from 'quill';
import { editorSuite } from '../support/suite.ts';
import { editableDriver } from './driver.ts';

/** As a change that comes from a collaborator: by Quill's own interface. */
function edit([share, remove, insert]: readonly [number, number, string]): void {
  const editor = window.example.editor as Quill;
  const at = Math.floor(share * editor.getLength());
  editor.deleteText(at, Math.min(remove, Math.max(0, editor.getLength() - 1 - at)), 'api');
  editor.insertText(at, insert, 'api');
}

editorSuite('Quill', editableDriver({
  example: 'quill',
  root: '.ql-editor',
  content: (page) => page.evaluate(() => {
    const editor = window.example.editor as Quill;
    return JSON.stringify(editor.getContents()) + editor.getSemanticHTML();
  }),
  edit: (page, ...change) => page.evaluate(edit, change),
  redoKeys: 'Control+Shift+z',
  newStep: (page) => page.evaluate(() => (window.example.editor as Quill).history.cutoff()),
}));
