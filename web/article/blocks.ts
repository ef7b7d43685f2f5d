// A page as a list of blocks, the runs of text that stand between the edges of boxes, each with the
// boxes that it is in. Reads the page as it is shown, never changes it.
import { isElement, isOurs, isText, shownChildren } from './flat-tree.ts';
import { lettersIn } from './letters.ts';
import { shownAs } from './shown.ts';

/** An element that is a block of its own. */
export interface Box {
  readonly element: Element;
  readonly tag: string;
  /** null: the page's body. */
  readonly around: Box | null;
  readonly depth: number;
  /** What its author calls it, by class, id and the like; also of boxes in which nothing else is. */
  readonly names: string;
  /** Equal for boxes that are made alike, in boxes that are made alike. */
  readonly make: string;
  /** Place among the blocks of the first that is in it, and of the first behind it. */
  first: number;
  end: number;
  /** In its blocks. */
  letters: number;
  linked: number;
  /** Buttons and fields. */
  controls: number;
  /** Boxes directly in it. */
  children: number;
}

export interface Block {
  readonly box: Box;
  readonly nodes: readonly Text[];
  /** White space folded. */
  readonly text: string;
  /** What the elements in its lines are called. */
  readonly inner: string;
  /** Letters and digits, and those of them in links; in bold or headings' words. */
  readonly letters: number;
  readonly linked: number;
  readonly links: number;
  readonly strong: number;
  /** Buttons and fields in its lines. */
  readonly controls: number;
}

/** Scripts may nest deeper than calls can go; nobody reads what is there. */
export const deepest = 1000;
/** Nothing in them is read. */
export const silent = new Set(
  ('script style template noscript head link object svg canvas audio video select datalist textarea option meta button').split(' '),
);
const controls = new Set(['button', 'input', 'textarea', 'select']);

/** `all`: also those of boxes that are hidden until a script shows them. */
export function blocksOf(body: Element, all = false): Block[] {
  const walker = new Walker(all);
  walker.walk(body);
  return walker.blocks;
}

class Walker {
  readonly blocks: Block[] = [];
  #box: Box | null = null;
  #nodes: Text[] = [];
  #parts: string[] = [];
  /** What the elements in its lines are called. */
  #inner = '';
  #letters = 0;
  #linked = 0;
  #links = 0;
  #strong = 0;
  #controls = 0;
  /** Links, and elements of strong letters, that are being read. */
  #inLinks = 0;
  #inStrong = 0;
  #depth = 0;
  readonly #all: boolean;

  constructor(all: boolean) {
    this.#all = all;
  }

  walk(node: Node): void {
    if (isText(node)) this.#text(node);
    if (!isElement(node) || isOurs(node) || this.#depth > deepest) return;
    const tag = node.localName;
    if (controls.has(tag)) {
      ++this.#controls;
      if (this.#box) ++this.#box.controls;
      return;
    }
    if (silent.has(tag)) return;
    if (tag === 'br') return this.#lineEnd();
    const shown = this.#box ? shownAs(node) : 'block';
    if (shown === 'none' && !this.#all) return;
    ++this.#depth;
    if (shown === 'inline') this.#inline(node, tag);
    else this.#block(node, tag);
    --this.#depth;
  }

  #inline(node: Element, tag: string): void {
    const link = tag === 'a' && node.hasAttribute('href') ? 1 : 0;
    const strong = /^(?:b|strong|h\d)$/.test(tag) ? 1 : 0;
    if (this.#inner.length < 300) this.#inner += namesOf(node);
    this.#links += link;
    this.#inLinks += link;
    this.#inStrong += strong;
    for (const child of shownChildren(node)) this.walk(child);
    this.#inLinks -= link;
    this.#inStrong -= strong;
  }

  #block(node: Element, tag: string): void {
    this.#end();
    const around = this.#box;
    const names = namesOf(node);
    const box: Box = {
      element: node, tag, around, depth: (around?.depth ?? -1) + 1, names,
      make: `${around?.make.slice(-200) ?? ''}>${tag}.${node.getAttribute('class')?.trim() ?? ''}`,
      first: this.blocks.length, end: 0, letters: 0, linked: 0, controls: 0, children: 0,
    };
    if (around) ++around.children;
    this.#box = box;
    // A link may be around a whole box.
    const link = tag === 'a' && node.hasAttribute('href') ? 1 : 0;
    this.#inLinks += link;
    this.#links += link;
    const strong = /^h\d$/.test(tag) ? 1 : 0;
    this.#inStrong += strong;
    for (const child of shownChildren(node)) this.walk(child);
    this.#end();
    this.#inLinks -= link;
    this.#inStrong -= strong;
    box.end = this.blocks.length;
    this.#box = around;
    if (around) {
      around.letters += box.letters;
      around.linked += box.linked;
      around.controls += box.controls;
    }
  }

  // Two of them with nothing between set paragraphs apart.
  #lineEnd(): void {
    if (this.#parts.length && !/\S/.test(this.#parts.slice(this.#parts.lastIndexOf('\n')).join(''))) this.#end();
    else this.#parts.push('\n');
  }

  #text(node: Text): void {
    const { data } = node;
    this.#nodes.push(node);
    this.#parts.push(data);
    const letters = lettersIn(data);
    this.#letters += letters;
    if (this.#inLinks) this.#linked += letters;
    if (this.#inStrong) this.#strong += letters;
  }

  #end(): void {
    if (this.#box && this.#letters) {
      this.#box.letters += this.#letters;
      this.#box.linked += this.#linked;
      this.blocks.push({
        box: this.#box, nodes: this.#nodes, text: this.#parts.join('').replace(/\s+/g, ' ').trim(),
        inner: this.#inner, letters: this.#letters, linked: this.#linked, links: this.#links + (this.#inLinks ? 1 : 0), strong: this.#strong, controls: this.#controls,
      });
    }
    this.#nodes = [];
    this.#parts = [];
    this.#inner = '';
    this.#letters = this.#linked = this.#links = this.#strong = this.#controls = 0;
  }
}

const naming = ['class', 'id', 'itemprop', 'role', 'data-testid', 'data-component', 'data-type', 'data-qa', 'data-component-name', 'data-module', 'aria-label', 'property', 'name', 'data-tb-region', 'data-area'];

function namesOf(element: Element): string {
  let names = '';
  for (const name of naming) {
    const value = element.getAttribute(name);
    if (value) names += ` ${value.slice(0, 200)}`;
  }
  return names;
}
