// Rows of a picture: what is counted, its words, its share; each a button that shows only its
// claims. With bars they are the picture, without they are the legend of the bar above them.
// tests/web/widget/report-view.test.ts holds it.
import { h, setText } from '../dom.ts';
import type { Words } from '../../words/index.ts';
import { Fills, percent, picture, s, setAll, type Tone } from './svg.ts';

export interface Row {
  /** What onPress gives; null: nothing to be chosen. */
  readonly key: string | null;
  readonly label: string;
  /** Small, behind the label. */
  readonly note?: string;
  readonly words: number;
  readonly tone: Tone;
}

const barHeight = 8;
const sampleHeight = 14;

export class Rows {
  readonly element: HTMLElement;
  onPress: (key: string) => void = () => {};

  readonly #words: Words['charts'];
  readonly #fills: Fills;
  readonly #withBars: boolean;
  readonly #list = h('ul', { class: 'rows', role: 'list' });
  readonly #items: Item[] = [];

  constructor(words: Words['charts'], fills: Fills, withBars: boolean) {
    this.#words = words;
    this.#fills = fills;
    this.#withBars = withBars;
    const heads = h(
      'div',
      { class: 'heads', 'aria-hidden': 'true' },
      h('span', {}, words.headWords),
      h('span', {}, words.headShare),
    );
    this.element = h('div', { class: 'table' }, heads, this.#list);
    this.element.addEventListener('click', (event) => {
      const key = (event.target as Element).closest<HTMLElement>('button.row')?.dataset['key'];
      if (key !== undefined) this.onPress(key);
    });
  }

  /** Shares are of `total` words; the longest bar has all the room there is. */
  show(rows: readonly Row[], total: number, pressed: string | null): void {
    const longest = Math.max(1, ...rows.map(({ words }) => words));
    rows.forEach((row, at) => {
      const item = this.#item(at, row.key !== null);
      this.#fill(item, row, total, longest);
      if (row.key !== null) item.row.ariaPressed = String(row.key === pressed);
    });
    for (const { element } of this.#items.splice(rows.length)) element.remove();
  }

  /** Puts the focus on the row of `key`. */
  focus(key: string): void {
    this.#items.find(({ row }) => row.dataset['key'] === key)?.row.focus();
  }

  #fill(item: Item, row: Row, total: number, longest: number): void {
    if (row.key !== null) item.row.dataset['key'] = row.key;
    setText(item.label, row.label);
    setText(item.note, row.note ?? '');
    setText(item.words, this.#words.number(row.words));
    setText(item.share, this.#words.percent(total ? row.words / total : 0));
    const full = this.#withBars ? barHeight : sampleHeight;
    const height = Fills.height(row.tone, full);
    const width = this.#withBars ? percent(row.words / longest) : '100%';
    setAll(item.bar, { ...this.#fills.of(row.tone), width, height, y: (full - height) / 2 });
  }

  #item(at: number, button: boolean): Item {
    const old = this.#items[at];
    if (old && (old.row instanceof HTMLButtonElement) === button) return old;
    const item = makeItem(button, this.#withBars, this.#words.headWords);
    if (old) old.element.replaceWith(item.element);
    else this.#list.append(item.element);
    this.#items[at] = item;
    return item;
  }
}

interface Item {
  readonly element: HTMLLIElement;
  readonly row: HTMLElement;
  readonly label: HTMLElement;
  readonly note: HTMLElement;
  readonly words: HTMLElement;
  readonly share: HTMLElement;
  readonly bar: SVGRectElement;
}

function makeItem(button: boolean, withBar: boolean, unit: string): Item {
  const label = h('span', { class: 'label' });
  const note = h('span', { class: 'note' });
  const words = h('span', { class: 'words' });
  const share = h('span', { class: 'share' });
  const bar = s('rect', { class: 'part' });
  const drawing = picture(withBar ? 'bar' : 'sample', bar);
  const number = h('span', { class: 'number' }, words, h('span', { class: 'visually-hidden' }, ` ${unit}`));
  const parts = [h('span', { class: 'name' }, label, ' ', note), ' ', number, ' ', share];
  const children = withBar ? [...parts, drawing] : [drawing, ...parts];
  const row = button
    ? h('button', { type: 'button', class: 'row' }, ...children)
    : h('div', { class: 'row' }, ...children);
  return { element: h('li', {}, row), row, label, note, words, share, bar };
}
