// The card of the selected claim: what it rests on, who says so, in which words, and why it is
// marked as it is.
import type { Attribution, Source } from '../engine/report.ts';
import { h } from './dom.ts';
import { lineSample } from './legend.ts';
import type { Reading, Selection } from './reading.ts';
import { kindWords, position, quoteWords, statusWords, ui } from './words.ts';

export class Card {
  readonly element: HTMLElement;
  onClose: () => void = () => {};
  /** The claim before (-1) or after (1) was asked for. */
  onStep: (step: -1 | 1) => void = () => {};

  readonly #position = h('span', { class: 'position' });
  readonly #body = h('div', {
    class: 'card-body',
    role: 'group',
    'aria-label': ui.details,
    // It may scroll, which keys can do only where the focus can be.
    tabindex: '0',
  });

  constructor() {
    const button = (text: string, label: string, run: () => void): HTMLButtonElement => {
      const element = h('button', { type: 'button', class: 'icon', 'aria-label': label, title: label }, text);
      element.addEventListener('click', run);
      return element;
    };
    const head = h(
      'div',
      { class: 'card-head' },
      this.#position,
      button('‹', ui.previous, () => this.onStep(-1)),
      button('›', ui.next, () => this.onStep(1)),
      button('×', ui.close, () => this.onClose()),
    );
    this.element = h(
      'section',
      { class: 'card', part: 'card', 'aria-label': ui.card, hidden: true },
      head,
      this.#body,
    );
  }

  hide(): void {
    this.element.hidden = true;
  }

  show(reading: Reading, selection: Selection): void {
    const claim = reading.claim(selection.claim);
    if (!claim) return this.hide();
    this.#position.textContent = position(selection.claim, reading.report.claims.length);
    this.#body.replaceChildren(
      h('p', { class: 'status' }, lineSample(claim.status), statusWords[claim.status].label),
      h('blockquote', {}, reading.words(claim.spans)),
      ...selection.attributions.map((attribution) => describe(reading, attribution)),
      h('p', { class: 'why' }, h('b', {}, `${ui.why}: `), claim.why),
    );
    this.element.hidden = false;
    this.#body.scrollTop = 0;
  }
}

function describe(reading: Reading, attribution: Attribution): HTMLElement {
  const source = reading.source(attribution);
  const parent = reading.parent(attribution);
  const justification = source ? reading.words(source.justification) : '';
  const list = h('dl', { class: 'attribution' });
  const row = (term: string, ...detail: (Node | string)[]): void =>
    list.append(h('div', {}, h('dt', {}, term), h('dd', {}, ...detail)));

  row(ui.who, ...who(reading, attribution, source));
  const cue = reading.words(attribution.cue);
  if (cue) row(ui.cue, h('span', { class: 'part cue' }, `“${cue}”`));
  row(ui.quotation, quoteWords[attribution.quote]);
  if (justification) row(ui.justification, `“${justification}”`);
  if (parent) row(ui.passedOnBy, reading.source(parent)?.name ?? ui.nobodyGiven);
  return list;
}

function who(reading: Reading, attribution: Attribution, source: Source | undefined): Node[] {
  if (!source) return [h('b', {}, ui.nobodyGiven)];
  const written = reading.words(attribution.source);
  const here = written && !written.includes(source.name) ? ui.here(written) : '';
  const details = [source.title, kindWords[source.kind], here].filter((words) => words);
  return [
    h('b', { class: 'part source' }, source.name),
    h('span', { class: 'meta' }, details.join(' · ')),
  ];
}
