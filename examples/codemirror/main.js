// The page around it is ../page/index.html.
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { lintKeymap } from '@codemirror/lint';
import { EditorView, keymap } from '@codemirror/view';
import { attachedOf, sourceLight } from 'sourcelight/codemirror';
import 'sourcelight/element';

const place = document.querySelector('#editor');
const article = Array.from(place.children, (block) => block.textContent).join('\n\n');
place.replaceChildren();
const panel = document.querySelector('#panel');

const editor = new EditorView({
  parent: place,
  doc: article,
  extensions: [
    history(),
    EditorView.lineWrapping,
    keymap.of([...defaultKeymap, ...historyKeymap, ...lintKeymap]),
    sourceLight({ panel }),
  ],
});

// To play with in the console.
window.example = { editor, attached: attachedOf(editor) };
