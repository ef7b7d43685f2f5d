import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { lintKeymap } from '@codemirror/lint';
import { EditorView, keymap } from '@codemirror/view';
import { attachedOf, sourceLight } from 'sourcelight/codemirror';
import 'sourcelight/element';

const article = `Bridge over the Varn closes for repairs

The bridge over the Varn will close on Monday, Mayor Mara Lind said. “It is not safe,” she told reporters.

Repairs cost 3 million crowns. The old mill burned down in April.

The work is expected to take two years. A city official who asked not to be named said the money is not there.`;
const panel = document.querySelector('#panel');

const editor = new EditorView({
  parent: document.querySelector('#editor'),
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
