// One bar of parts that make a whole, with a legend of rows. The bar answers to the mouse; the rows
// say and do the same for everybody. tests/web/widget/report-view.test.ts holds it.
import { h } from '../dom.ts';
import type { Words } from '../../words/index.ts';
import { Rows, type Row } from './rows.ts';
import { Fills, percent, picture, s, setAll, type Tone } from './svg.ts';

const barHeight = 28;

/** A row and the parts of the bar it stands for; without `parts` it is one, in its own tone. */
export interface StackRow extends Row {
  readonly parts?: readonly { readonly words: number; readonly tone: Tone }[];
}

export class Stack {
  readonly element: HTMLElement;
  readonly rows: Rows;

  readonly #fills: Fills;
  readonly #bar = picture('stack');
  readonly #parts: SVGRectElement[] = [];

  constructor(words: Words['charts'], fills: Fills) {
    this.#fills = fills;
    this.rows = new Rows(words, fills, false);
    this.element = h('div', {}, this.#bar, this.rows.element);
    this.#bar.addEventListener('click', (event) => {
      const key = (event.target as SVGElement).dataset['key'];
      if (key) this.rows.onPress(key);
    });
  }

  show(rows: readonly StackRow[], pressed: string | null): void {
    const total = rows.reduce((sum, { words }) => sum + words, 0);
    let [at, count] = [0, 0];
    for (const { key, parts, ...row } of rows) {
      for (const { words, tone } of parts ?? [row]) {
        if (!words) continue;
        const part = (this.#parts[count] ??= this.#bar.appendChild(s('rect')));
        const height = Fills.height(tone, barHeight);
        const off = pressed !== null && key !== pressed ? ' off' : '';
        const fill = this.#fills.of(tone);
        setAll(part, {
          ...fill,
          class: fill.class + off,
          'data-key': key ?? '',
          x: percent(at / total),
          width: percent(words / total),
          height,
          y: (barHeight - height) / 2,
        });
        at += words;
        ++count;
      }
    }
    for (const part of this.#parts.splice(count)) part.remove();
    this.rows.show(rows, total, pressed);
  }
}
