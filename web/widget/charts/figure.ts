// A picture with its title, the sentence that says what it shows, and, where rows do not say it
// all, a table that is built when it is opened. tests/web/widget/report-view.test.ts holds it.
import { h, setText } from '../dom.ts';

export class Figure {
  readonly element: HTMLElement;
  readonly #text = h('p');
  readonly #tables: Table[];

  constructor(title: string, ...parts: (HTMLElement | Table)[]) {
    this.#tables = parts.filter((part) => part instanceof Table);
    const elements = parts.map((part) => (part instanceof Table ? part.element : part));
    const caption = h('figcaption', {}, h('h2', {}, title), this.#text);
    this.element = h('figure', {}, caption, ...elements);
  }

  set text(text: string) {
    setText(this.#text, text);
  }

  /** What the picture shows has changed. */
  refresh(): void {
    for (const table of this.#tables) table.refresh();
  }
}

class Table {
  readonly element: HTMLDetailsElement;
  // It may scroll, which keys can do only where the focus can be.
  readonly #body: HTMLElement;
  readonly #rows: () => string[][];
  readonly #texts: number;
  #drawn = false;

  constructor(title: string, label: string, texts: number, rows: () => string[][]) {
    this.#rows = rows;
    this.#texts = texts;
    this.#body = h('div', { class: 'scroll', role: 'group', 'aria-label': label, tabindex: '0' });
    this.element = h('details', {}, h('summary', {}, title), this.#body);
    this.element.addEventListener('toggle', () => this.#draw());
  }

  refresh(): void {
    this.#drawn = false;
    this.#draw();
  }

  #draw(): void {
    if (this.#drawn || !this.element.open) return;
    this.#drawn = true;
    const [head = [], ...rows] = this.#rows();
    const kind = (column: number) => (column < this.#texts ? null : 'figure');
    const headings = head.map((text, at) => h('th', { scope: 'col', class: kind(at) }, text));
    const lines = rows.map(([name = '', ...cells]) => {
      const others = cells.map((text, at) => h('td', { class: kind(at + 1) }, text));
      return h('tr', {}, h('th', { scope: 'row' }, name), ...others);
    });
    const body = h('table', {}, h('thead', {}, h('tr', {}, ...headings)), h('tbody', {}, ...lines));
    this.#body.replaceChildren(body);
  }
}

export type { Table };

/**
 * A table called `label`, behind `title`; `rows` gives its cells, the first row being the heads.
 * The first `texts` columns hold text, the others figures.
 */
export const table = (title: string, label: string, texts: number, rows: () => string[][]): Table =>
  new Table(title, label, texts, rows);
