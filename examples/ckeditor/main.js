// The page around it is ../page/index.html.
import {
  Autosave, BlockQuote, Bold, ClassicEditor, Essentials, Heading, Italic, Link, List, Paragraph, SourceEditing, Table,
} from 'ckeditor5';
import 'ckeditor5/ckeditor5.css';
import { attachToCKEditor } from 'sourcelight/ckeditor';
import 'sourcelight/element';

const panel = document.querySelector('#panel');
const saved = [];

ClassicEditor.create({
  attachTo: document.querySelector('#editor'),
  licenseKey: 'GPL', // or your own: see CKEditor's licence
  plugins: [Autosave, BlockQuote, Bold, Essentials, Heading, Italic, Link, List, Paragraph, SourceEditing, Table],
  toolbar: [
    'undo', 'redo', '|', 'heading', '|', 'bold', 'italic', 'link', '|',
    'bulletedList', 'numberedList', 'blockQuote', 'insertTable', '|', 'sourceEditing',
  ],
  // A CMS would store the article here: marks neither call it nor are in what it gets.
  autosave: { waitingTime: 100, save: async (editor) => void saved.push(editor.getData()) },
}).then((editor) => {
  const attach = (options) => attachToCKEditor(editor, { panel, ...options });
  // To play with in the console.
  window.example = { editor, attached: attach(), attach, saved };
});
