import { baseKeymap } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { DOMParser } from 'prosemirror-model';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import 'prosemirror-view/style/prosemirror.css';
import { attachedOf, sourceLight } from 'sourcelight/prosemirror';
import 'sourcelight/element';

const article = document.querySelector('#article').content;
const panel = document.querySelector('#panel');

const editor = new EditorView(document.querySelector('#editor'), {
  state: EditorState.create({
    doc: DOMParser.fromSchema(schema).parse(article),
    plugins: [
      history(),
      keymap({ 'Mod-z': undo, 'Mod-y': redo, 'Mod-Shift-z': redo }),
      keymap(baseKeymap),
      sourceLight({ panel }),
    ],
  }),
});

// To play with in the console.
window.example = { editor, attached: attachedOf(editor) };
