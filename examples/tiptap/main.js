import { Editor, Extension } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { attachedOf, sourceLight } from 'sourcelight/prosemirror';
import 'sourcelight/element';

const article = document.querySelector('#article').innerHTML;
const panel = document.querySelector('#panel');

const SourceLight = Extension.create({
  name: 'sourcelight',
  addProseMirrorPlugins: () => [sourceLight({ panel })],
});

const editor = new Editor({
  element: document.querySelector('#editor'),
  extensions: [StarterKit, SourceLight],
  content: article,
});

// To play with in the console.
window.example = { editor, attached: attachedOf(editor.view) };
