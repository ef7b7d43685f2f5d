// How marks look in a host's document: as highlights and as classes, `sourcelight-NAME`. The
// colours are those of tokens.css, in a layer, so that a newsroom's own custom properties win.
// Style sheets are adopted, which changes no DOM and is taken back whole.
import tokensCss from '../widget/tokens.css?inline';
import type { MarkName } from './marks.ts';

const looks: Record<MarkName, string> = {
  selected: 'background-color: var(--sl-selected)',
  none: 'text-decoration: underline solid var(--sl-none) 1px',
  named: 'text-decoration: underline solid var(--sl-named) 2px',
  unnamed: 'text-decoration: underline dashed var(--sl-unnamed) 2px',
  hidden: 'text-decoration: underline dotted var(--sl-hidden) 3px',
  unsourced: 'text-decoration: underline wavy var(--sl-unsourced) 1.25px',
  finding: 'background-color: var(--sl-cue)',
};

const rules = Object.entries(looks).map(
  ([name, look]) =>
    `::highlight(sourcelight-${name}) { ${look} }\n` +
    `.sourcelight-${name} { ${look}; text-decoration-skip-ink: none; text-underline-offset: 0.2em }`,
);

export const markCss = `@layer sourcelight {\n${tokensCss}\n${rules.join('\n')}\n}`;

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
