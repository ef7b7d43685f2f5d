// The generic embed on the root element of Lexical.
import type { $getRoot, LexicalEditor } from 'lexical';
import type { Attached } from '../../../web/embed/editable/index.ts';
import { editorSuite } from '../support/suite.ts';
import { editableDriver } from './driver.ts';

interface LexicalExample {
  readonly editor: LexicalEditor;
  readonly attached: Attached;
  readonly $getRoot: typeof $getRoot;
}

/** As a change that comes from a collaborator: an update of Lexical's state. */
function edit([share, remove, insert]: readonly [number, number, string]): void {
  const { editor, $getRoot } = window.example as unknown as LexicalExample;
  editor.update(() => {
    const nodes = $getRoot().getAllTextNodes();
    const node = nodes[Math.floor(share * nodes.length)];
    const at = Math.floor(((share * nodes.length) % 1) * ((node?.getTextContentSize() ?? 0) + 1));
    if (!node) $getRoot().selectEnd().insertText(insert);
    else if (insert === '\n') node.select(at, at).insertParagraph();
    else node.spliceText(at, remove, insert);
  }, { discrete: true });
}

editorSuite('Lexical', editableDriver({
  example: 'lexical',
  root: '#editor',
  content: (page) => page.evaluate(() => JSON.stringify((window.example.editor as LexicalEditor).getEditorState())),
  edit: (page, ...change) => page.evaluate(edit, change),
}));
