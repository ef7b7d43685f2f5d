// The page around it is ../page/index.html.
import { Editor, Extension } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { attachedOf, sourceLight } from 'sourcelight/prosemirror';
import 'sourcelight/element';

const place = document.querySelector('#editor');
const article = place.innerHTML;
place.replaceChildren();
const panel = document.querySelector('#panel');

const SourceLight = Extension.create({
  name: 'sourcelight',
  addProseMirrorPlugins: () => [sourceLight({ panel })],
});

const editor = new Editor({
  element: place,
  extensions: [StarterKit, SourceLight],
  content: article,
});

// To play with in the console.
window.example = { editor, attached: attachedOf(editor.view) };
