// The page around it is ../page/index.html.
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

const place = document.querySelector('#editor');
const article = DOMParser.fromSchema(schema).parse(place);
place.replaceChildren();
const panel = document.querySelector('#panel');

const editor = new EditorView(place, {
  state: EditorState.create({
    doc: article,
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
