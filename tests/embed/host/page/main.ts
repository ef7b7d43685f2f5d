// Puts editables into a page, for the tests beside it.
import { attachToEditable, type EditableOptions } from '../../../../web/embed/editable/index.ts';
import { createEngine, type Engine, type Report } from '../../../../web/engine/index.ts';
import { Card } from '../../../../web/host/card.ts';
import { english } from '../../../../web/words/index.ts';
import { fakeReport } from '../../../web/review/fake.ts';
import { randomFrom } from '../../support/random.ts';
import { DomText, type Attached } from '../../../../web/host/index.ts';

let engine: Promise<Engine> | null = null;
let here: Attached[] = [];

/** One engine for all of them, started when it is first needed. */
const shared = (): Promise<Engine> => (engine ??= createEngine());

/** An editable with this HTML, at the end of the page or of `parent`, and the embed in it. */
function make(html: string, options: EditableOptions = {}, parent: Node = main()): { root: HTMLElement; attached: Attached } {
  const root = (parent.ownerDocument ?? document).createElement('article');
  root.contentEditable = 'true';
  root.innerHTML = html;
  parent.appendChild(root);
  const attached = attachToEditable(root, { engine: shared(), delay: 50, ...options });
  here.push(attached);
  return { root, attached };
}

const card = new Card();

/** Opens a card beside a place; what it tells of its closing is kept in `closed`. */
function showCard(x: number, y: number, width = 80, height = 20): void {
  const report = fakeReport('Rents doubled.');
  const finding = { span: [0, 5], severity: 'warning', message: 'Two sources, please.' } as unknown as Report['findings'][number];
  card.onClose = (byKey) => closed.push(byKey);
  card.show({
    report: { ...report, findings: [finding] },
    mark: { name: 'unsourced', span: [0, 14], claim: 0, finding: null },
    words: english,
  }, new DOMRect(x, y, width, height));
}

const closed: boolean[] = [];

/** Takes all of them away. */
function clear(): void {
  for (const attached of here) attached.destroy();
  here = [];
  card.hide();
  closed.length = 0;
  main().replaceChildren();
}

function main(): HTMLElement {
  const element = document.querySelector('main');
  if (!element) throw new Error('The page has no <main>.');
  return element;
}

/** The text of this HTML as it is shown; [data-skip] is not read. */
function textOf(html: string, style = ''): string {
  const root = document.createElement('article');
  root.style.cssText = style;
  root.innerHTML = html;
  main().append(root);
  const { text } = new DomText(root, (element) => element.hasAttribute('data-skip'));
  root.remove();
  return text;
}

/**
 * Makes DOM at random, and gives the first span whose range does not hold its words, or whose
 * edges do not lead back to it; null: none.
 */
function strayInRandomDom(seed: number): string | null {
  const random = randomFrom(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const leaf = (): Node => (random() < 0.15 ? document.createElement('br') : document.createTextNode(pick(pieces)));
  const grow = (depth: number): Node => {
    if (!depth || random() < 0.35) return leaf();
    const element = document.createElement(pick(['p', 'div', 'em', 'span', 'li', 'td', 'pre']));
    for (let count = Math.floor(random() * 4); count > 0; --count) element.append(grow(depth - 1));
    return element;
  };
  const root = document.createElement('article');
  for (let count = 0; count < 4; ++count) root.append(grow(3));
  main().append(root);
  const stray = strayIn(root);
  root.remove();
  return stray;
}

const pieces = ['Rents', ' doubled.', ' ', '', '\n', 'a\nb', '\ufeff', 'x\u200by', '🌉', 'e\u0301'];
const bare = (words: string): string => words.replace(/[\s\u200b\ufeff]+/g, '');

function strayIn(root: Element): string | null {
  const text = new DomText(root);
  for (let begin = 0; begin < text.text.length; ++begin) {
    for (let end = begin + 1; end <= text.text.length; ++end) {
      const words = text.text.slice(begin, end);
      const range = text.range(begin, end);
      const shown = range?.toString() ?? '';
      if (bare(shown) !== bare(words)) return `“${shown}” instead of “${words}” in ${root.innerHTML}`;
      if (!range || /^\s|\s$/.test(words)) continue;
      const back = [text.offsetOf(range.startContainer, range.startOffset), text.offsetOf(range.endContainer, range.endOffset)];
      if (back[0] !== begin || back[1] !== end) return `${back} instead of ${[begin, end]} in ${root.innerHTML}`;
    }
  }
  return null;
}

const host = { card, showCard, closed, make, clear, shared, attachToEditable, DomText, textOf, strayInRandomDom };

declare global {
  interface Window {
    host: typeof host;
  }
}
window.host = host;
