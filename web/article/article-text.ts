// The text of the article that stands on a page, and where on the page each of its words is: a blank
// line between blocks, a line end for <br>, and white space as it is shown. Reads the page, never
// changes it. tests/extension/pages.test.ts holds it in browsers.
import type { Hyperlink, Part, PartKind } from '../engine/report.ts';
import { deepest, silent } from './blocks.ts';
import { isElement, isOurs, isText, shownChildren } from './flat-tree.ts';
import { shownAs, styleOf } from './shown.ts';
import { indexAt } from '../highlight/pieces.ts';

/** What of a page is read. */
export interface Reading {
  /** What a text node is in the article; null: not the article's. */
  readonly kindOf: (node: Text) => PartKind | null;
  /** Which units of a node; all, where this is not given. */
  readonly part?: (node: Text) => readonly [from: number, to: number];
  /** Whether any such node may be below an element, which otherwise is not looked through. */
  readonly holds?: (element: Element) => boolean;
  /** Also what is hidden. */
  readonly all?: boolean;
}

/** A run of units that stand in one text node just so. */
interface Piece {
  readonly node: Text;
  readonly from: number;
  readonly start: number;
  readonly length: number;
}

const nothing = /^[\s\u200b\u2060\ufeff]*$/;
const runs = /[^\u200b\u2060\ufeff\u00ad]+/g;

export class ArticleText {
  readonly text: string;
  readonly links: readonly Hyperlink[];
  /** What its paragraphs are, in their order. */
  readonly parts: readonly Part[];
  readonly #pieces: readonly Piece[];
  readonly #byNode: ReadonlyMap<Text, readonly Piece[]>;

  constructor(root: Node, reading: Reading) {
    const writer = new Writer(reading);
    writer.walk(root, null);
    this.text = writer.text;
    this.links = writer.links;
    this.parts = writer.parts;
    this.#pieces = writer.pieces;
    const byNode = new Map<Text, Piece[]>();
    for (const piece of writer.pieces) byNode.set(piece.node, [...(byNode.get(piece.node) ?? []), piece]);
    this.#byNode = byNode;
  }

  /** The ranges that hold [begin, end): one, or one for each shadow root and frame. */
  ranges(begin: number, end: number): Range[] {
    const ranges: Range[] = [];
    let last: { readonly range: Range; readonly root: Node } | null = null;
    for (let at = indexAt(this.#pieces, begin); at < this.#pieces.length; ++at) {
      const piece = this.#pieces[at];
      if (!piece || piece.start >= end) break;
      const from = Math.max(begin - piece.start, 0);
      const to = Math.min(end - piece.start, piece.length);
      if (from >= to) continue;
      const root = piece.node.getRootNode();
      if (!last || last.root !== root) {
        const range = piece.node.ownerDocument.createRange();
        range.setStart(piece.node, piece.from + from);
        last = { range, root };
        ranges.push(range);
      }
      last.range.setEnd(piece.node, piece.from + to);
    }
    return ranges;
  }

  /** The offset of a place in a text node; null: it is not the article's. */
  offsetOf(node: Node, offset: number): number | null {
    for (const { from, start, length } of this.#byNode.get(node as Text) ?? []) {
      if (offset >= from && offset <= from + length) return start + offset - from;
    }
    return null;
  }

  /** The documents and shadow roots that its words are in. */
  get roots(): ReadonlySet<Node> {
    return new Set([...this.#byNode.keys()].map((node) => node.getRootNode()));
  }

  /** The closest node that is around all its words; null: they are in several documents or shadow roots. */
  get around(): Node | null {
    const [range, ...others] = this.ranges(0, this.text.length);
    return range && !others.length ? range.commonAncestorContainer : null;
  }

  /** The first node of it; null: there is no text. */
  get first(): Text | null {
    return this.#pieces[0]?.node ?? null;
  }
}

// Breaks are written only between what is text: a block that holds none adds nothing.
class Writer {
  readonly #runs: string[] = [];
  #length = 0;
  #endsInSpace = false;
  /** Where the first word of each link begins that is being read, -1 before there is one; the innermost last. */
  readonly #open: number[] = [];
  readonly pieces: Piece[] = [];
  readonly links: Hyperlink[] = [];
  readonly parts: { span: [number, number]; kind: PartKind }[] = [];
  readonly #reading: Reading;
  #pending = '';
  #depth = 0;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  walk(node: Node, parent: Element | null): void {
    if (isText(node)) {
      const kind = parent && this.#reading.kindOf(node);
      if (parent && kind) this.#write(node, parent, kind);
      else if (nothing.test(node.data)) this.#space();
      return;
    }
    if (!isElement(node)) return this.#walkChildren(node, parent);
    const name = node.localName;
    if (silent.has(name) || isOurs(node)) return;
    if (name === 'br') return this.#break('\n');
    const shown = shownAs(node);
    if ((shown === 'none' && !this.#reading.all) || this.#depth > deepest) return;
    const isBlock = shown === 'block';
    if (isBlock) this.#break('\n\n');
    if (this.#reading.holds?.(node) === false) return isBlock || !/^\s|\s$/.test(node.textContent ?? '') ? undefined : this.#space();
    const target = name === 'a' ? (node as HTMLAnchorElement).href : '';
    if (target) this.#open.push(-1);
    this.#walkChildren(node, node);
    if (target) this.#link(this.#open.pop() ?? -1, target);
    if (isBlock) this.#break('\n\n');
  }

  get text(): string {
    return this.#runs.join('');
  }

  #add(run: string): void {
    const first = run.search(/\S/);
    for (let at = this.#open.length - 1; first >= 0 && this.#open[at] === -1; --at) this.#open[at] = this.#length + first;
    this.#runs.push(run);
    this.#length += run.length;
    if (run) this.#endsInSpace = /\s$/.test(run);
  }

  #walkChildren(node: Node, parent: Element | null): void {
    ++this.#depth;
    for (const child of shownChildren(node)) this.walk(child, isElement(node) ? node : parent);
    --this.#depth;
  }

  #link(begin: number, target: string): void {
    if (begin >= 0) this.links.push({ span: [begin, this.#length], target });
  }

  // Between words of the article that are in elements of their own, as in <b>One</b> <b>Two</b>.
  #space(): void {
    if (!this.#pending && this.#length && !this.#endsInSpace) this.#pending = ' ';
  }

  #break(kind: string): void {
    if (this.#pending === ' ') this.#pending = '';
    if (this.#pending !== '\n\n') this.#pending = kind === '\n' ? this.#pending + kind : kind;
    if (this.#pending.length > 2) this.#pending = '\n\n';
  }

  #write(node: Text, parent: Element, kind: PartKind): void {
    const [from, to] = this.#reading.part?.(node) ?? [0, node.length];
    const shown = asShown(node, parent).slice(0, to);
    if (from >= to || ((this.#pending || !this.#length) && nothing.test(shown.slice(from)))) return;
    if (this.#length) this.#add(this.#pending);
    const last = this.#pending === '\n\n' ? undefined : this.parts.at(-1);
    this.#pending = '';
    const begin = this.#length;
    for (const { index, 0: run } of shown.matchAll(runs)) {
      const cut = Math.max(0, from - index);
      if (cut >= run.length) continue;
      this.pieces.push({ node, from: index + cut, start: this.#length, length: run.length - cut });
      this.#add(run.slice(cut));
    }
    if (last) last.span[1] = this.#length;
    else if (this.#length > begin) this.parts.push({ span: [begin, this.#length], kind });
  }
}

/** A line end in the source is a space to the reader, unless the style keeps it. */
function asShown({ data }: Text, parent: Element): string {
  if (!/[\t\r\n]/.test(data)) return data;
  return /^(?:pre|break-spaces)/.test(styleOf(parent)?.whiteSpace ?? '') ? data : data.replace(/[\t\r\n]/g, ' ');
}
