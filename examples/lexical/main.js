import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical';
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { $createHeadingNode, HeadingNode, QuoteNode, registerRichText } from '@lexical/rich-text';
import { attachToEditable } from 'sourcelight/editable';
import 'sourcelight/element';

const article = [
  'Bridge over the Varn closes for repairs',
  'The bridge over the Varn will close on Monday, Mayor Mara Lind said. “It is not safe,” she told reporters.',
  'Repairs cost 3 million crowns. The old mill burned down in April.',
  'The work is expected to take two years. A city official who asked not to be named said the money is not there.',
];

const editor = createEditor({
  namespace: 'article',
  nodes: [HeadingNode, QuoteNode],
  onError: (error) => {
    throw error;
  },
});
editor.setRootElement(document.querySelector('#editor'));
registerRichText(editor);
registerHistory(editor, createEmptyHistoryState(), 300);
editor.update(
  () => {
    const blocks = article.map((text, at) =>
      (at ? $createParagraphNode() : $createHeadingNode('h2')).append($createTextNode(text)),
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
