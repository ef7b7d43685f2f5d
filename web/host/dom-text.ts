// The text of a piece of DOM as a reader sees it: a blank line between blocks, a line end for <br>,
// white space as it is shown, and none of the characters that editors leave for their carets. Maps
// its offsets (UTF-16 units) to ranges and back. Reads the DOM, in whatever document, never changes
// it. tests/embed/host/dom-text.test.ts holds it in a browser.
import { betweenBlocks } from './flat-text.ts';
import { indexAt } from '../highlight/pieces.ts';

const blocks = new Set(
  ('ADDRESS ARTICLE ASIDE BLOCKQUOTE CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM '
  + 'H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TD TH TR UL').split(' '),
);
const silent = new Set(
  'SCRIPT STYLE TEMPLATE NOSCRIPT HEAD IFRAME OBJECT SVG CANVAS AUDIO VIDEO SELECT DATALIST TEXTAREA'.split(' '),
);
const nothing = /^[\s\u200b\u2060\ufeff]*$/;
const runs = /[^\u200b\u2060\ufeff]+/g; // between the characters that editors leave

/** A run of units that stand in one text node just so. */
interface Piece {
  readonly node: Text;
  readonly from: number;
  readonly start: number;
  readonly length: number;
}

export class DomText {
  readonly text: string;
  readonly #root: Node;
  readonly #pieces: readonly Piece[];

  /** Valid until the DOM below `root` changes. `skip`: elements whose text is not read. */
  constructor(root: Node, skip: (element: Element) => boolean = () => false) {
    const writer = new Writer(skip);
    writer.walk(root);
    this.#root = root;
    this.text = writer.text;
    this.#pieces = writer.pieces;
  }

  /** The range of [begin, end); null if no node holds anything of it. */
  range(begin: number, end: number): Range | null {
    const edges = this.edges(begin, end);
    const range = edges?.startContainer.ownerDocument?.createRange() ?? null;
    if (edges) range?.setStart(edges.startContainer, edges.startOffset);
    if (edges) range?.setEnd(edges.endContainer, edges.endOffset);
    return range;
  }

  /** The same, but it does not follow the DOM, which every live range slows down. */
  edges(begin: number, end: number): StaticRange | null {
    const first = this.#pieces[indexAt(this.#pieces, begin)];
    const last = this.#pieces[indexAt(this.#pieces, end - 1)];
    const from = first && begin < first.start + first.length ? first : this.#pieces[indexAt(this.#pieces, begin) + 1];
    if (!from || !last || begin >= end || from.start >= end || last.start > end) return null;
    const edges = new StaticRange({
      startContainer: from.node,
      startOffset: from.from + Math.max(0, begin - from.start),
      endContainer: last.node,
      endOffset: last.from + Math.min(end - last.start, last.length),
    });
    return edges.collapsed ? null : edges;
  }

  /** The offset of a DOM position, as of a caret; null if it is not inside the root. */
  offsetOf(node: Node, offset: number): number | null {
    if (!this.#root.contains(node)) return null;
    const point = this.#root.ownerDocument?.createRange() ?? new Range();
    point.setStart(node, offset);
    let low = 0;
    let high = this.#pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const piece = this.#pieces[middle];
      // The first piece that ends at the point or after it.
      if (piece && point.comparePoint(piece.node, piece.from + piece.length) < 0) low = middle + 1;
      else high = middle;
    }
    const piece = this.#pieces[low];
    if (!piece) return this.text.length;
    const within = piece.node === node ? offset - piece.from : 0;
    return piece.start + Math.max(0, Math.min(within, piece.length));
  }
}

// Breaks are written only between what is text: a block that holds none adds nothing.
class Writer {
  text = '';
  readonly pieces: Piece[] = [];
  readonly #skip: (element: Element) => boolean;
  #pending = '';

  constructor(skip: (element: Element) => boolean) {
    this.#skip = skip;
  }

  walk(node: Node): void {
    if (node.nodeType === Node.TEXT_NODE) return this.#write(node as Text);
    if (node.nodeType === Node.ELEMENT_NODE) {
      const element = node as Element;
      const name = element.tagName.toUpperCase();
      if (silent.has(name) || this.#skip(element)) return;
      if (name === 'BR') return this.#break('\n');
      if (blocks.has(name)) this.#break(betweenBlocks);
      for (const child of element.childNodes) this.walk(child);
      if (blocks.has(name)) this.#break(betweenBlocks);
      return;
    }
    for (const child of node.childNodes) this.walk(child);
  }

  #break(kind: string): void {
    if (this.#pending !== betweenBlocks) this.#pending = kind === '\n' ? this.#pending + kind : kind;
    if (this.#pending.length > 2) this.#pending = betweenBlocks;
  }

  #write(node: Text): void {
    // White space between blocks is only the layout of the source.
    if ((this.#pending || !this.text) && nothing.test(node.data)) return;
    const shown = asShown(node);
    if (!shown) return;
    if (this.text) this.text += this.#pending;
    this.#pending = '';
    for (const { index, 0: run } of shown.matchAll(runs)) {
      this.pieces.push({ node, from: index, start: this.text.length, length: run.length });
      this.text += run;
    }
  }
}

/** A line end in the source is a space to the reader, unless the style keeps it. */
function asShown(node: Text): string {
  const { data, parentElement } = node;
  if (!/[\t\r\n]/.test(data)) return data;
  const view = node.ownerDocument.defaultView;
  const kept = parentElement && view?.getComputedStyle(parentElement).whiteSpace;
  return kept && /^(?:pre|break-spaces)/.test(kept) ? data : data.replace(/[\t\r\n]/g, ' ');
}
