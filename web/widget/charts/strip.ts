// The article in its order, claim by claim, as wide as each has words and filled as its status is.
// A click selects a claim. For keys and screen readers the strip is one slider: arrows go from
// claim to claim, Enter selects. tests/web/widget/report-view.test.ts holds it.
import { h, setText } from '../dom.ts';
import type { Reading } from '../reading.ts';
import type { Words } from '../../words/index.ts';
import { nameOf, type Measure, type ParagraphWords, type Run } from './measure.ts';
import { piecesOf, placeOf, wordAtPlace, wordsInRow, type Range } from './strip-layout.ts';
import { Fills, Mosaic, percent, picture, s, setAll, type Tile } from './svg.ts';

const rowHeight = 16; // pixels
const rowStep = 22; // pixels
const tileGap = 0.004; // of the row's length

const rowsOf = (words: number, perRow: number): number => Math.max(1, Math.ceil(words / perRow));

export class Strip {
  readonly element: HTMLElement;
  onSelect: (claim: number) => void = () => {};

  readonly #words: Words;
  readonly #tiles: Mosaic;
  readonly #tracks = s('path', { class: 'tracks' });
  readonly #bounds = s('path', { class: 'bounds' });
  readonly #longest = s('path', { class: 'longest' });
  readonly #lines = s('svg', { preserveAspectRatio: 'none', width: '100%', height: '100%' });
  readonly #cursors = s('g', { class: 'cursors' });
  readonly #svg: SVGSVGElement;
  readonly #slider: HTMLElement;
  readonly #readout = h('p', { class: 'readout', 'aria-hidden': 'true' });
  #reading: Reading | null = null;
  #measure: Measure | null = null;
  /** Claims with words, in the order of the text. */
  #order: number[] = [];
  #selected: number | null = null;
  #cursor: number | null = null;

  constructor(words: Words, fills: Fills) {
    this.#words = words;
    this.#tiles = new Mosaic(fills);
    this.#lines.append(this.#tracks, this.#bounds, this.#longest);
    this.#svg = picture('strip', this.#lines, this.#tiles.element, this.#cursors);
    this.#slider = h(
      'div',
      { class: 'strip-slider', role: 'slider', tabindex: '0', 'aria-label': words.charts.strip.label },
      this.#svg,
    );
    this.element = h('div', {}, this.#slider, this.#readout);
    this.#slider.addEventListener('click', (event) => this.#choose(this.#claimUnder(event)));
    this.#slider.addEventListener('pointermove', (event) => this.#point(this.#claimUnder(event)));
    this.#slider.addEventListener('pointerleave', () => this.#point(null));
    this.#slider.addEventListener('blur', () => this.#point(null));
    this.#slider.addEventListener('focus', () => this.#keepValue());
    this.#slider.addEventListener('keydown', (event) => this.#key(event));
  }

  /** Claims that are not in `matching` step back; null: all are in it. */
  show(reading: Reading, measure: Measure, matching: ReadonlySet<number> | null): void {
    if (reading !== this.#reading) {
      this.#cursor = null;
      this.#selected = null;
    }
    this.#reading = reading;
    this.#measure = measure;
    this.#order = [...new Set(measure.runs.map(({ claim }) => claim))];
    const perRow = wordsInRow(measure.words);
    this.#drawLines(measure, perRow);
    this.#drawTiles(reading, measure, perRow, matching);
    this.#drawCursors();
    this.#keepValue();
    setText(this.#readout, this.#cursor === null ? this.#words.charts.strip.help : this.#say(this.#cursor));
  }

  /** Says which claim is selected. */
  mark(claim: number | null): void {
    if (claim === this.#selected) return;
    this.#selected = claim;
    this.#drawCursors();
    this.#keepValue();
  }

  #drawLines(measure: Measure, perRow: number): void {
    const { words, runs, paragraphs, longest } = measure;
    const rows = rowsOf(words, perRow);
    const line = (range: Range, y: number) =>
      piecesOf(range, perRow).map(
        ({ row, x, width }) => `M${x * perRow} ${row * rowStep + y}h${width * perRow}`,
      );
    setAll(this.#svg, { height: rows * rowStep });
    setAll(this.#lines, { viewBox: `0 0 ${perRow} ${rows * rowStep}` });
    // A thin line for the words between the claims.
    const between = [...runs, { from: words }].map(({ from }, at) => {
      return { from: runs[at - 1]?.to ?? 0, to: from };
    });
    setAll(this.#tracks, { d: between.flatMap((range) => line(range, rowStep / 2)).join('') });
    const bound = ({ from }: ParagraphWords) => {
      const { row, x } = placeOf(from, perRow);
      return from > 0 ? `M${x * perRow} ${row * rowStep}v${rowStep}` : '';
    };
    setAll(this.#bounds, { d: paragraphs.map(bound).join('') });
    setAll(this.#longest, { d: longest ? line(longest, rowStep - 1).join('') : '' });
  }

  #drawTiles(
    reading: Reading,
    { words, runs }: Measure,
    perRow: number,
    matching: ReadonlySet<number> | null,
  ): void {
    const rows = rowsOf(words, perRow);
    const tilesOf = (run: Run): Tile[] => {
      const tone = reading.claim(run.claim)?.status ?? 'none';
      const faint = matching !== null && !matching.has(run.claim);
      const height = Fills.height(tone, rowHeight) / rowStep;
      return piecesOf(run, perRow).map(({ row, x, width }) => ({
        tone,
        faint,
        x,
        y: (row + (1 - height) / 2) / rows,
        width: Math.max(width - tileGap, width / 2),
        height: height / rows,
      }));
    };
    this.#tiles.draw(runs.flatMap(tilesOf));
  }

  #drawCursors(): void {
    const perRow = wordsInRow(this.#measure?.words ?? 0);
    const outlined = new Set([this.#selected, this.#cursor]);
    const runs = this.#measure?.runs.filter(({ claim }) => outlined.has(claim)) ?? [];
    const framesOf = (run: Run) =>
      piecesOf(run, perRow).map(({ row, x, width }) => ({
        class: run.claim === this.#selected ? 'selected' : 'pointed',
        x: percent(x),
        y: row * rowStep + (rowStep - rowHeight) / 2 - 1,
        width: percent(width),
        height: rowHeight + 2,
      }));
    this.#cursors.replaceChildren(...runs.flatMap(framesOf).map((frame) => s('rect', frame)));
  }

  #claimUnder({ clientX, clientY }: MouseEvent): number | null {
    const box = this.#svg.getBoundingClientRect();
    const row = Math.floor((clientY - box.top) / rowStep);
    const perRow = wordsInRow(this.#measure?.words ?? 0);
    const word = wordAtPlace(row, (clientX - box.left) / box.width, perRow);
    const run = this.#measure?.runs.find(({ from, to }) => from <= word && word < to);
    return run?.claim ?? null;
  }

  #choose(claim: number | null): void {
    if (claim === null) return;
    this.mark(claim);
    this.onSelect(claim);
  }

  #point(claim: number | null): void {
    if (claim === this.#cursor) return;
    this.#cursor = claim;
    this.#drawCursors();
    setText(this.#readout, claim === null ? this.#words.charts.strip.help : this.#say(claim));
  }

  #key(event: KeyboardEvent): void {
    const at = this.#order.indexOf(this.#current() ?? -1);
    const steps: Record<string, number> = {
      ArrowRight: at + 1,
      ArrowDown: at + 1,
      ArrowLeft: at - 1,
      ArrowUp: at - 1,
      PageDown: Math.min(at + 10, this.#order.length - 1),
      PageUp: Math.max(at - 10, 0),
      Home: 0,
      End: this.#order.length - 1,
    };
    if (event.key === 'Enter' || event.key === ' ') this.#choose(this.#current());
    else if (event.key in steps) this.#point(this.#order[steps[event.key] ?? -1] ?? this.#current());
    else return;
    event.preventDefault();
    this.#keepValue();
  }

  #current(): number | null {
    return this.#cursor ?? this.#selected ?? this.#order[0] ?? null;
  }

  #keepValue(): void {
    const claim = this.#current();
    const slider = this.#slider;
    slider.ariaValueMin = '1';
    slider.ariaValueMax = String(Math.max(1, this.#order.length));
    slider.ariaValueNow = String(Math.max(0, this.#order.indexOf(claim ?? -1)) + 1);
    slider.ariaValueText = claim === null ? '' : this.#say(claim);
  }

  #say(index: number): string {
    const claim = this.#reading?.claim(index);
    if (!claim) return '';
    const { charts, terms } = this.#words;
    const text = this.#reading?.words(claim.spans) ?? '';
    return charts.strip.claim(this.#paragraphOf(index), terms.statuses[claim.status].label, text);
  }

  #paragraphOf(claim: number): string {
    const run = this.#measure?.runs.find((one) => one.claim === claim);
    const paragraph = this.#measure?.paragraphs.findLast(({ from }) => from <= (run?.from ?? 0));
    return paragraph ? nameOf(paragraph, this.#words) : '';
  }
}

