// Finds the article of a live page: Mozilla's Readability takes a copy apart, and what is left of the
// copy says which of the page's own words are the article's. tests/extension/pages.test.ts holds it.
import { Readability } from '@mozilla/readability';
import { ArticleText } from './article-text.ts';
import { isElement, isOurs, isText, shownChildren } from './flat-tree.ts';

const numbered = 'data-sourcelight-copy';
/** Readability looks at every element several times. What stands behind so many are comments, and other stories. */
const maxElements = 20_000;
const uncopied = new Set(['script', 'style', 'noscript', 'template', 'link', 'svg', 'canvas', 'object']);
/** What boxes are called that want something of the reader; Readability keeps them, as their text is prose. */
const asking = /(?:^|[-_\s])(?:newsletter|sign-?up|subscri(?:be|ption)|paywall|promo|donat(?:e|ion))(?:$|[-_\s])/i;
/** Letters; a longer one is more than such a box. */
const longestAsking = 600;

/** Fewer words are no article: what Readability gives of a page that has none. */
const leastWords = 20;

/** null: there is no article on the page. */
export function findArticle(page: Document): ArticleText | null {
  const copier = new Copier();
  const left = new Readability<Node>(copier.copy(page), { serializer: (node) => node }).parse()?.content;
  if (!left) return null;
  const parents = copier.parentsIn(left);
  copier.addCaptions(parents);
  copier.addHeadline(parents, titlesOf(page));
  const around = copier.around(parents).add(page.body);
  const article = new ArticleText(page.body, (parent) => parents.has(parent), undefined, (element) => around.has(element));
  return article.text.split(/\s+/, leastWords).length < leastWords ? null : article;
}

/** The text in a range; null: there is none. */
export function textIn(range: Range): ArticleText | null {
  const root = range.commonAncestorContainer;
  const text = new ArticleText(isText(root) ? (root.parentElement ?? root) : root, () => true, (node) => partOf(node, range));
  return text.text.trim() ? text : null;
}

function partOf(node: Text, range: Range): [number, number] {
  if (!range.intersectsNode(node)) return [0, 0];
  return [
    node === range.startContainer ? range.startOffset : 0,
    node === range.endContainer ? range.endOffset : node.length,
  ];
}

class Copier {
  readonly #originals: Element[] = [];
  /** Of each, the place in #originals of the one around it; -1: the page's body. */
  readonly #around: number[] = [];

  /** The page, or as much of it as an article may need. */
  copy(page: Document): Document {
    const copy = page.implementation.createHTMLDocument(page.title);
    const base = copy.createElement('base');
    base.href = page.baseURI;
    copy.head.append(base, ...[...page.head.querySelectorAll('meta')].map((meta) => copy.importNode(meta, true)));
    for (const child of shownChildren(page.body)) this.#add(child, copy.body, -1);
    return copy;
  }

  /** The page's elements whose own text is in `left`. */
  parentsIn(left: Node): Set<Element> {
    const parents = new Set<Element>();
    const look = (node: Node, parent: Element | null): void => {
      if (isText(node)) {
        if (parent && node.data.trim()) parents.add(parent);
        return;
      }
      const number = isElement(node) ? node.getAttribute(numbered) : null;
      const here = number === null ? parent : (this.#originals[Number(number)] ?? parent);
      for (const child of node.childNodes) look(child, here);
    };
    look(left, null);
    return parents;
  }

  // Readability throws galleries out, in which part of a story is told.
  addCaptions(parents: Set<Element>): void {
    const wanted = this.#originals.map((element) => parents.has(element));
    const [first, last] = [wanted.indexOf(true), wanted.lastIndexOf(true)];
    let isCaption = false;
    for (const [at, element] of this.#originals.entries()) {
      if (element.localName === 'figcaption') isCaption = first < at && at < last && isOwnCaption(element);
      else if (!element.closest('figcaption')) isCaption = false;
      if (isCaption) parents.add(element);
    }
  }

  // Which Readability shows above the article, and takes out of it.
  addHeadline(parents: Set<Element>, titles: readonly string[]): void {
    const headline = this.#originals.find(({ localName, textContent }) =>
      localName === 'h1' && titles.some((title) => isAlike(title, textContent ?? '')));
    for (const element of this.#originals) {
      if (headline?.contains(element)) parents.add(element);
    }
  }

  /** Those elements, and all that are around them as the page is shown. */
  around(elements: ReadonlySet<Element>): Set<Element> {
    const all = new Set<Element>();
    for (const [at, element] of this.#originals.entries()) {
      if (!elements.has(element)) continue;
      for (let above = at; above >= 0; above = this.#around[above] ?? -1) {
        const one = this.#originals[above];
        if (!one || all.has(one)) break;
        all.add(one);
      }
    }
    return all;
  }

  #add(node: Node, into: Element, around: number): void {
    const page = into.ownerDocument;
    if (isText(node)) into.append(page.createTextNode(node.data));
    if (!isElement(node) || isOurs(node) || uncopied.has(node.localName) || asks(node) || this.#originals.length >= maxElements) return;
    // A frame's page and what has a shadow root of its own are only boxes to Readability.
    const name = /^(?:iframe|body|slot)$|-/.test(node.localName) ? boxFor(node) : node.localName;
    const copy = page.createElement(name);
    for (const { name: key, value } of node.attributes) {
      if (!key.startsWith('on')) copy.setAttribute(key, value);
    }
    const at = this.#originals.push(node) - 1;
    this.#around.push(around);
    copy.setAttribute(numbered, String(at));
    into.append(copy);
    for (const child of shownChildren(node)) this.#add(child, copy, at);
  }
}

/** What the page calls itself, also without the name of its site. */
function titlesOf(page: Document): string[] {
  const parts = page.title.split(/\s[|\-–—·»:]\s/).sort((one, other) => other.length - one.length);
  const shared = page.querySelector('meta[property="og:title"]')?.getAttribute('content');
  return [page.title, parts[0] ?? '', shared ?? ''].filter((title) => title.trim());
}

/** Whether most words of both are the same. */
function isAlike(one: string, other: string): boolean {
  const [words, others] = [one, other].map((text) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu)));
  const shared = [...(words ?? [])].filter((word) => others?.has(word)).length;
  return shared >= 3 && shared >= 0.6 * Math.max(words?.size ?? 0, others?.size ?? 0);
}

/** Not that of a picture that leads to another article. */
function isOwnCaption(caption: Element): boolean {
  const link = caption.querySelector('a');
  const isLink = (link?.textContent ?? '').trim().length > (caption.textContent ?? '').trim().length / 2;
  return !isLink && !caption.closest('a, aside, nav');
}

function asks(element: Element): boolean {
  return asking.test(`${element.id} ${element.classList.value}`) && (element.textContent?.length ?? 0) <= longestAsking;
}

function boxFor(element: Element): string {
  const display = element.ownerDocument.defaultView?.getComputedStyle(element).display ?? 'block';
  if (element.localName === 'iframe' || element.localName === 'body') return 'div';
  return /^(?:inline|contents)/.test(display) ? 'span' : 'div';
}
