// The page around it is ../page/index.html.
import { attachToEditable } from 'sourcelight/editable';
import 'sourcelight/element';

const editor = document.querySelector('#editor');
editor.contentEditable = 'true';
editor.spellcheck = false;
const panel = document.querySelector('#panel');

// To play with in the console.
window.example = { editor, attached: attachToEditable(editor, { panel }) };
