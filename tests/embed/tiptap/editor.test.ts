// The plugin in Tiptap, as an extension beside its starter kit.
import type { Editor } from '@tiptap/core';
import { proseMirrorDriver } from '../prosemirror/driver.ts';
import { editorSuite } from '../support/suite.ts';

editorSuite('Tiptap', proseMirrorDriver('tiptap', {
  content: (page) => page.evaluate(() => {
    const editor = window.example.editor as Editor;
    return `${editor.getHTML()}\n${JSON.stringify(editor.getJSON())}`;
  }),
  destroy: (page) => page.evaluate(() => {
    (window.example.editor as Editor).unregisterPlugin('sourcelight');
  }),
}));
