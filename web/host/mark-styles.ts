// How marks look in a host's document: as highlights and as classes, `sourcelight-NAME`. The
// colours are those of tokens.css, in a layer, so that a newsroom's own custom properties win.
// An editor may give one element the classes of two marks, so that only one of them can be a
// text-decoration: as a class the line of unsure claims is a border.
// Style sheets are adopted, which changes no DOM and is taken back whole.
import { asBorders, highlight, markRules } from '../widget/mark-looks.ts';
import tokensCss from '../widget/tokens.css?inline';
import { markNames, type MarkName } from './marks.ts';

const classOf = (name: MarkName): string => `.sourcelight-${name}`;

export const markCss = `@layer sourcelight {
${tokensCss}
${markRules(markNames, highlight)}
${markRules(markNames.filter((name) => name !== 'unsure'), classOf)}
${asBorders(markRules(['unsure'], classOf))}
${markNames.map(classOf).join()} { text-decoration-skip-ink: none; text-underline-offset: 0.2em }
}`;

const users = new WeakMap<Document | ShadowRoot, { sheet: CSSStyleSheet; count: number }>();

/** Lets marks be seen in a document or shadow root, also of a frame; gives what takes it back. */
export function adoptMarkStyles(root: Document | ShadowRoot): () => void {
  const used = users.get(root) ?? { sheet: makeSheet(root), count: 0 };
  if (!used.count++) root.adoptedStyleSheets = [...root.adoptedStyleSheets, used.sheet];
  users.set(root, used);
  let adopted = true;
  return () => {
    if (!adopted) return;
    adopted = false;
    if (--used.count) return;
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== used.sheet);
    users.delete(root);
  };
}

/** The document or shadow root whose style sheets a node obeys. */
export function styleRootOf(node: Node): Document | ShadowRoot {
  const root = node.getRootNode();
  return isShadow(root) ? root : (node.ownerDocument ?? document);
}

// A sheet can be adopted only in the document it was made in.
function makeSheet(root: Document | ShadowRoot): CSSStyleSheet {
  const { defaultView } = isShadow(root) ? root.ownerDocument : root;
  const sheet = new (defaultView ?? window).CSSStyleSheet();
  sheet.replaceSync(markCss);
  return sheet;
}

// Not by its class, which a frame has of its own.
const isShadow = (root: Node): root is ShadowRoot => 'host' in root;
