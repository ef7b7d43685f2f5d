// HTML as an article for the engine: its text, a blank line between blocks, and its hyperlinks with
// their places in that text. tests/web/engine/html.ts holds it in a browser.
import type { Hyperlink } from './report.ts';

export interface HtmlText {
  readonly text: string;
  /** In UTF-16 units of `text`, for `engine.analyze(text, { links })`. */
  readonly links: readonly Hyperlink[];
}

// Nothing in them is read aloud as part of the article.
const unread = /* @__PURE__ */ new Set(
  ('SCRIPT STYLE TEMPLATE NOSCRIPT HEAD SVG MATH IFRAME OBJECT AUDIO VIDEO CANVAS SELECT TEXTAREA ' +
    'BUTTON').split(' '),
);

/** What stands on lines of its own where no style says otherwise. */
export const blocks: ReadonlySet<string> = /* @__PURE__ */ new Set(
  ('ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIALOG DIR DIV DL DT FIELDSET FIGCAPTION FIGURE ' +
    'FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR HTML LEGEND LI MAIN MENU NAV OL OPTGROUP P PRE SEARCH SECTION ' +
    'SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL').split(' '),
);

/**
 * Reads a document, an element, or HTML as a string, which is parsed without running or fetching
 * anything. White space is folded as a browser shows it, `<br>` and line ends in `<pre>` end a line;
 * what is `hidden` is left out. Links with no address or no words are left out; a reference such as
 * `[1]` is a link that leads within the page (`#cite`).
 */
export function readHtml(html: string | Document | Element): HtmlText {
  const root = typeof html === 'string' ? new DOMParser().parseFromString(html, 'text/html') : html;
  const { text, links } = readNodes(root);
  return { text, links };
}

/**
 * `wants`: which text nodes are read, also of what is hidden; all that is not hidden, where this is not given.
 * `ends`: where in the text the words of each of these nodes end.
 */
export function readNodes(root: Document | Element, wants?: (node: Text) => boolean): HtmlText & { readonly ends: ReadonlyMap<Text, number> } {
  const reader = new HtmlReader(baseOf(root), wants);
  reader.read('body' in root ? root.body : root);
  return { text: reader.text, links: reader.links, ends: reader.ends };
}

// A page that forbids <base> for itself (base-uri) makes browsers overlook it in parsed HTML too.
function baseOf(root: Document | Element): string {
  const base = root.querySelector('base[href]')?.getAttribute('href') ?? '';
  try {
    return new URL(base, root.baseURI).href;
  } catch {
    return root.baseURI;
  }
}

/** As DOM calls them; node has no `Node`. */
const elementNode = 1;
const textNode = 3;
const gaps = ['', ' ', '\n', '\n\n'] as const;
type Gap = (typeof gaps)[number];

interface OpenLink {
  readonly element: Element;
  readonly target: string;
  /** Where its first word begins; -1 before there is one. */
  begin: number;
}

class HtmlReader {
  readonly #base: string;
  readonly #words: string[] = [];
  #length = 0;
  readonly links: Hyperlink[] = [];
  /** The links that are being read, the innermost last. */
  readonly #open: OpenLink[] = [];
  #preformatted = 0;
  /** What stands before the next word, if there is one. */
  #gap: Gap = '';

  readonly #wants: ((node: Text) => boolean) | undefined;
  /** Where in the text the words of a node end, where only some are read. */
  readonly ends = new Map<Text, number>();

  constructor(base: string, wants?: (node: Text) => boolean) {
    this.#base = base;
    this.#wants = wants;
  }

  get text(): string {
    return this.#words.join('');
  }

  /** Goes by the nodes' own pointers: what scripts have nested may be deeper than calls can go. */
  read(root: Node): void {
    let node = root;
    for (;;) {
      const entered = this.#enter(node);
      if (entered && node.firstChild) {
        node = node.firstChild;
        continue;
      }
      if (entered) this.#leave(node);
      while (node !== root && !node.nextSibling) {
        node = node.parentNode as Node;
        this.#leave(node);
      }
      if (node === root) return;
      node = node.nextSibling as Node;
    }
  }

  /** Whether what is inside is to be read. */
  #enter(node: Node): boolean {
    if (node.nodeType === textNode) this.#readNode(node as Text);
    if (node.nodeType !== elementNode) return false;
    const element = node as Element;
    const tag = tagOf(element);
    if (unread.has(tag) || (!this.#wants && element.hasAttribute('hidden'))) return false;
    // Two of them set paragraphs apart.
    if (tag === 'BR') this.#widen(this.#gap === '\n' ? '\n\n' : '\n');
    if (tag === 'PRE') this.#preformatted++;
    if (blocks.has(tag)) this.#widen('\n\n');
    if (tag === 'A') this.#open.push({ element, target: address(element, this.#base), begin: -1 });
    return true;
  }

  #leave(node: Node): void {
    const tag = tagOf(node as Element);
    if (tag === 'PRE') this.#preformatted--;
    if (blocks.has(tag)) this.#widen('\n\n');
    if (this.#open.at(-1)?.element !== node) return;
    const { target, begin } = this.#open.pop() as OpenLink;
    if (target && begin >= 0) this.links.push({ span: [begin, this.#length], target });
  }

  #readNode(node: Text): void {
    if (!this.#wants) return this.#read(node.data);
    if (!this.#wants(node)) {
      if (!/\S/.test(node.data)) this.#widen(' ');
      return;
    }
    const before = this.#length;
    this.#read(node.data);
    if (this.#length > before) this.ends.set(node, this.#length);
  }

  #read(text: string): void {
    for (const part of text.split(/([ \t\n\f\r]+)/)) {
      if (/^[ \t\n\f\r]/.test(part)) {
        this.#widen(this.#preformatted ? lineGap(part) : ' ');
      } else if (part) {
        this.#add(part);
      }
    }
  }

  #add(word: string): void {
    if (this.#length) this.#push(this.#gap);
    this.#gap = '';
    // A link begins at its first word, not at the white space before it (of any kind).
    const first = word.search(/\S/);
    if (first >= 0) {
      for (const link of this.#open) if (link.begin < 0) link.begin = this.#length + first;
    }
    this.#push(word);
  }

  #push(text: string): void {
    this.#words.push(text);
    this.#length += text.length;
  }

  #widen(gap: Gap): void {
    if (gaps.indexOf(gap) > gaps.indexOf(this.#gap)) this.#gap = gap;
  }
}

const tagOf = (element: Element): string => element.tagName.toUpperCase();

function lineGap(space: string): Gap {
  const lines = space.split('\n').length - 1;
  return lines > 1 ? '\n\n' : lines ? '\n' : ' ';
}

/** Where it leads: absolute, but for a place within the page; '' if that is no source to look at. */
function address(link: Element, base: string): string {
  const href = link.getAttribute('href')?.trim() ?? '';
  if (!href || /^(javascript|mailto|tel|data|blob):/i.test(href)) return '';
  if (href.startsWith('#')) return href;
  try {
    return new URL(href, base).href;
  } catch {
    return href;
  }
}
