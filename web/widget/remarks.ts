// What else the Report remarks on: numbers that differ between two places, and what the newsroom's
// house style finds. Each leads to its place. tests/web/page hold it.
import type { Span } from '../engine/report.ts';
import type { Words } from '../words/index.ts';
import { h } from './dom.ts';
import type { Reading } from './reading.ts';

export class Remarks {
  readonly element = h('div', { class: 'remarks' });
  onSelect: (claim: number) => void = () => {};
  /** Words that are part of no claim are to be shown. */
  onSpan: (span: Span) => void = () => {};
  readonly #words: Words;

  constructor(words: Words) {
    this.#words = words;
  }

  show(reading: Reading | null): void {
    const { remarks } = this.#words.widget;
    this.element.replaceChildren(
      ...section(remarks.differ, reading ? this.#differing(reading) : []),
      ...section(remarks.style, reading ? this.#findings(reading) : []),
    );
  }

  #differing(reading: Reading): HTMLElement[] {
    const { card, remarks } = this.#words.widget;
    return reading.report.contradictions.map(({ claim, span, otherSpan }) => {
      const places = [span, otherSpan].map(([begin]) => reading.paragraphAt(begin));
      const where = remarks.at(places[0] ?? 0, places[1] ?? 0);
      const text = card.differsFrom(reading.words([span]), reading.words([otherSpan]));
      return entry(text, where, () => this.onSelect(claim));
    });
  }

  #findings(reading: Reading): HTMLElement[] {
    const { card } = this.#words.widget;
    return reading.report.findings.map(({ message, span }) => {
      const where = `${card.paragraph(reading.paragraphAt(span[0]))}: “${reading.words([span])}”`;
      return entry(message, where, () => this.onSpan(span));
    });
  }
}

function section(title: string, items: HTMLElement[]): HTMLElement[] {
  if (!items.length) return [];
  return [h('section', {}, h('h3', {}, title), h('ul', { class: 'others' }, ...items))];
}

function entry(text: string, where: string, run: () => void): HTMLElement {
  const button = h('button', { type: 'button', class: 'other' }, text, h('span', { class: 'meta' }, ` ${where}`));
  button.addEventListener('click', run);
  return h('li', {}, button);
}
