import tinymce from 'tinymce/tinymce';
import 'tinymce/models/dom';
import 'tinymce/themes/silver';
import 'tinymce/icons/default';
import 'tinymce/plugins/code';
import 'tinymce/plugins/lists';
import 'tinymce/skins/ui/oxide/skin.js';
import 'tinymce/skins/ui/oxide/content.js';
import 'tinymce/skins/content/default/content.js';
import { attachToTinyMCE } from 'sourcelight/tinymce';
import 'sourcelight/element';

const panel = document.querySelector('#panel');

tinymce.init({
  selector: '#editor',
  // TinyMCE is used here under the GPL; a newsroom puts its own licence key.
  license_key: 'gpl',
  plugins: 'code lists',
  toolbar: 'undo redo | blocks | bold italic | bullist numlist | code',
  height: 520,
}).then(([editor]) => {
  // To play with in the console.
  window.example = { editor, attached: attachToTinyMCE(editor, { panel }), attachToTinyMCE };
});
