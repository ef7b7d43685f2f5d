// The page around it is ../page/index.html.
import Quill from 'quill';
import 'quill/dist/quill.snow.css';
import { attachToEditable } from 'sourcelight/editable';
import 'sourcelight/element';

const editor = new Quill('#editor', {
  theme: 'snow',
  modules: { toolbar: [[{ header: [2, false] }], ['bold', 'italic'], [{ list: 'ordered' }, { list: 'bullet' }]] },
});

// Quill's root element is an editable like others.
const panel = document.querySelector('#panel');
const attached = attachToEditable(editor.root, { panel });

// To play with in the console.
window.example = { editor, attached };
