// HTML as an article for the engine: its text, a blank line between blocks, and its hyperlinks with
// their places in that text. tests/web/engine/html.ts holds it in a browser.
import type { Hyperlink } from './report.ts';

export interface HtmlText {
  readonly text: string;
  /** In UTF-16 units of `text`, for `engine.analyze(text, { links })`. */
  readonly links: readonly Hyperlink[];
}

// Nothing in them is read aloud as part of the article.
const unread = new Set(
  ('SCRIPT STYLE TEMPLATE NOSCRIPT HEAD SVG MATH IFRAME OBJECT AUDIO VIDEO CANVAS SELECT TEXTAREA ' +
    'BUTTON').split(' '),
);

const blocks = new Set(
  ('ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE ' +
    'FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TD TH TR UL'
  ).split(' '),
);

/**
 * Reads a document, an element, or HTML as a string, which is parsed without running or fetching
 * anything. White space is folded as a browser shows it; `<br>` ends a line; what is `hidden` is
 * left out. Links with no address or no words are left out; a reference such as `[1]` is a link that
 * leads within the page (`#cite`).
 */
export function readHtml(html: string | Document | Element): HtmlText {
  const root = typeof html === 'string' ? new DOMParser().parseFromString(html, 'text/html') : html;
  const reader = new HtmlReader(baseOf(root));
  reader.read('body' in root ? root.body : root);
  return { text: reader.text, links: reader.links };
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

class HtmlReader {
  readonly #base: string;
  text = '';
  readonly links: Hyperlink[] = [];
  /** What stands before the next word, if there is one: '', ' ', '\n' or '\n\n'. */
  #gap = '';

  constructor(base: string) {
    this.#base = base;
  }

  read(node: Node): void {
    if (node.nodeType === Node.TEXT_NODE) return this.#words(node.nodeValue ?? '');
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const element = node as Element;
    const tag = element.tagName.toUpperCase();
    if (unread.has(tag) || element.hasAttribute('hidden')) return;
    if (tag === 'BR') return this.#widen('\n');
    if (blocks.has(tag)) this.#widen('\n\n');
    const before = this.text.length;
    for (const child of element.childNodes) this.read(child);
    const target = tag === 'A' ? address(element, this.#base) : '';
    // A link begins at its first word, not at the white space before it.
    const begin = before + this.text.slice(before).search(/\S/);
    if (target && begin >= before) this.links.push({ span: [begin, this.text.length], target });
    if (blocks.has(tag)) this.#widen('\n\n');
  }

  #words(text: string): void {
    for (const part of text.split(/([ \t\n\f\r]+)/)) {
      if (/^[ \t\n\f\r]/.test(part)) {
        this.#widen(' ');
      } else if (part) {
        if (this.text) this.text += this.#gap;
        this.#gap = '';
        this.text += part;
      }
    }
  }

  #widen(gap: string): void {
    const order = ['', ' ', '\n', '\n\n'];
    if (order.indexOf(gap) > order.indexOf(this.#gap)) this.#gap = gap;
  }
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
