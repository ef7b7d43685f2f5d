// The page around it is ../page/index.html.
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical';
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { $createHeadingNode, HeadingNode, QuoteNode, registerRichText } from '@lexical/rich-text';
import { attachToEditable } from 'sourcelight/editable';
import 'sourcelight/element';

const place = document.querySelector('#editor');
const article = [...place.children];
place.contentEditable = 'true';

const editor = createEditor({
  namespace: 'article',
  nodes: [HeadingNode, QuoteNode],
  onError: (error) => {
    throw error;
  },
});
editor.setRootElement(place);
registerRichText(editor);
registerHistory(editor, createEmptyHistoryState(), 300);
editor.update(
  () => {
    const blocks = article.map(({ localName, textContent }) =>
      (localName === 'h2' ? $createHeadingNode('h2') : $createParagraphNode()).append($createTextNode(textContent)),
    );
    $getRoot().append(...blocks);
  },
  { tag: 'history-merge' },
);

// Lexical's root element is an editable like others.
const panel = document.querySelector('#panel');
const attached = attachToEditable(editor.getRootElement(), { panel });

// To play with in the console.
window.example = { editor, attached, $getRoot };
