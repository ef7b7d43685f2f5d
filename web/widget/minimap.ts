// A narrow map beside the text's sheet: which stretches have a source and which have none, and
// which part of them is in the window. A click or drag asks for the text there (onSeek). It is a
// picture with a text; keys reach the same by the report view. tests/web/widget/minimap.test.ts
// holds it.
import type { ClaimStatus } from '../engine/report.ts';
import type { Words } from '../words/index.ts';
import { blocksOf, boxAt, offsetAt, type ParagraphBox } from './charts/map-layout.ts';
import { measure, nameOf, type ParagraphWords } from './charts/measure.ts';
import { Fills, Mosaic, percent, picture } from './charts/svg.ts';
import { h } from './dom.ts';
import type { Reading } from './reading.ts';

export type { ParagraphBox };

/** Stretches of one status closer than this many pixels of the map are drawn as one. */
const gap = 3;

export class Minimap {
  readonly element: HTMLElement;
  /** An offset in the text to go to. */
  onSeek: (offset: number) => void = () => {};
  /** What the map is of; without it, what the map's element stands in. */
  sheet: HTMLElement | null = null;

  readonly #words: Words;
  readonly #fills = new Fills();
  readonly #tiles = new Mosaic(this.#fills);
  readonly #window = h('div', { class: 'window' });
  #boxes: readonly ParagraphBox[] = [];
  #reading: Reading | null = null;
  #height = 0;
  #frame = 0;
  #listening: AbortController | null = null;

  constructor(words: Words) {
    this.#words = words;
    this.element = h(
      'div',
      { class: 'minimap', part: 'minimap', role: 'img', hidden: true },
      this.#fills.element,
      picture('map', this.#tiles.element),
      this.#window,
    );
    this.element.addEventListener('pointerdown', (event) => this.#press(event));
    this.element.addEventListener('pointermove', (event) => this.#move(event));
  }

  /** `boxes`: the sheet's paragraphs in order, in pixels from its top; `null` is an empty page. */
  show(boxes: readonly ParagraphBox[], reading: Reading | null, sheetHeight: number): void {
    this.#boxes = boxes;
    this.#reading = reading;
    this.#height = sheetHeight;
    this.element.hidden = !reading || !reading.report.claims.length || sheetHeight <= 0;
    if (!reading || this.element.hidden) return this.disconnect();
    const { charts } = this.#words;
    const { longest } = measure(reading);
    const stretch = longest
      ? charts.strip.longest(...longest.paragraphs, longest.words)
      : charts.strip.sourced;
    this.element.ariaLabel = charts.minimap.label(stretch);
    this.element.style.setProperty('--sheet-height', `${sheetHeight}px`);
    this.#draw(reading);
    this.#connect();
    this.#follow();
  }

  /** Stops following the window; show() starts anew. */
  disconnect(): void {
    this.#listening?.abort();
    this.#listening = null;
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  #draw(reading: Reading): void {
    const scale = Math.min(1, innerHeight / this.#height);
    const blocks = blocksOf(this.#boxes, reading.report.claims, gap / scale);
    const tiles = blocks.map(({ status, top, bottom }) => ({
      tone: status,
      faint: false,
      // What is no claim is a thin line, as it is in every picture.
      x: status === 'none' ? 7 / 16 : 1 / 8,
      y: top / this.#height,
      width: status === 'none' ? 1 / 8 : 3 / 4,
      height: (bottom - top) / this.#height,
    }));
    this.#tiles.draw(tiles);
  }

  #connect(): void {
    if (this.#listening) return;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const follow = () => this.#follow();
    addEventListener('scroll', follow, { passive: true, capture: true, signal });
    addEventListener('resize', follow, { passive: true, signal });
  }

  /** Puts the frame where the window is: once a frame, reading first and writing then. */
  #follow(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      const sheet = this.sheet ?? this.element.parentElement;
      if (!sheet || !this.#height) return;
      const above = -sheet.getBoundingClientRect().top;
      const top = Math.min(1, Math.max(0, above / this.#height));
      const bottom = Math.min(1, Math.max(0, (above + innerHeight) / this.#height));
      this.#window.style.top = percent(top);
      this.#window.style.height = percent(bottom - top);
      this.#window.hidden = bottom - top > 0.999;
    });
  }

  #press(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.element.setPointerCapture(event.pointerId);
    // A drag is a way through the text, not a selection of it.
    event.preventDefault();
    this.onSeek(offsetAt(this.#boxes, this.#sheetY(event)));
  }

  #move(event: PointerEvent): void {
    const y = this.#sheetY(event);
    if (this.element.hasPointerCapture(event.pointerId)) this.onSeek(offsetAt(this.#boxes, y));
    const title = this.#nameAt(y);
    if (title !== this.element.title) this.element.title = title;
  }

  #sheetY({ clientY }: PointerEvent): number {
    const { top, height } = this.element.getBoundingClientRect();
    return ((clientY - top) / height) * this.#height;
  }

  /** "Paragraph 4: named source, own voice". */
  #nameAt(y: number): string {
    const box = this.#boxes[boxAt(this.#boxes, y)];
    const { paragraphs } = this.#reading ? measure(this.#reading) : { paragraphs: [] };
    const at = this.#reading?.report.paragraphs.findLastIndex(({ span }) => span[0] < (box?.end ?? 0));
    const paragraph = paragraphs[at ?? -1];
    if (!paragraph) return '';
    const { minimap } = this.#words.charts;
    return minimap.at(nameOf(paragraph, this.#words), this.#statusesOf(paragraph));
  }

  #statusesOf({ byStatus }: ParagraphWords): string {
    const { terms, charts } = this.#words;
    return (Object.entries(byStatus) as [ClaimStatus, number][])
      .filter(([, words]) => words > 0)
      .sort(([, one], [, other]) => other - one)
      .map(([status, words]) => `${terms.statuses[status].label} (${charts.words(words)})`)
      .join(', ');
  }
}
