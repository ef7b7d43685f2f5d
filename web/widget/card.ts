// The card of the selected claim: what it rests on, who says so, in which words, why it is marked
// as it is, what else bears on it, and what its reader has made of it. tests/web/page hold it.
import type { Attribution, Claim, Hyperlink, Source } from '../engine/report.ts';
import type { Review, ReviewMark } from '../review/format.ts';
import type { Words } from '../words/index.ts';
import { h } from './dom.ts';
import { doubtLine } from './doubt.ts';
import { everything, sourcesOf } from './filter.ts';
import { hostOf } from './kept-links.ts';
import { lineSample } from './legend.ts';
import type { Reading, Selection } from './reading.ts';
import { ReviewControls } from './review-controls.ts';
import { sendOn } from './send-on.ts';

const mostElsewhere = 4; // statements of the same source

export interface Shown {
  readonly reading: Reading;
  readonly selection: Selection;
  readonly links: readonly Hyperlink[];
  readonly review: Review | null;
  /** Its words have changed since it was reviewed. */
  readonly changed: boolean;
  /** What came of holding it against other material. */
  readonly checks: readonly HTMLElement[];
}

export class Card {
  readonly element: HTMLElement;
  onClose: () => void = () => {};
  /** The claim before (-1) or after (1) was asked for. */
  onStep: (step: -1 | 1) => void = () => {};
  onSelect: (claim: number, attribution?: number) => void = () => {};
  onSource: (source: number) => void = () => {};
  onReview: (mark: ReviewMark | null, note: string) => void = () => {};
  /** The claim is to be corrected, in `place`. */
  onCorrect: (place: HTMLElement, onClose: () => void) => void = () => {};
  /** The draft of a ClaimReview is wanted. */
  onDraft: () => void = () => {};
  /** What was corrected is to be as it was read. */
  onUndo: () => void = () => {};
  /** For what other people say of the claim. */
  readonly rivals = h('div');

  readonly #words: Words;
  readonly #review: ReviewControls;
  readonly #position = h('h2', { class: 'position' });
  readonly #facts = h('div', { class: 'facts' });
  readonly #body: HTMLElement;
  readonly #correct: HTMLButtonElement;
  readonly #draft: HTMLButtonElement;
  readonly #form = h('div', { class: 'correct' });
  #drawn = '';
  /** What the form is of. */
  #formOf = '';

  /** `canCorrect`: whether claims can be corrected here. */
  constructor(words: Words, canCorrect: boolean) {
    this.#words = words;
    const { card } = words.widget;
    this.#correct = h('button', { type: 'button', class: 'plain correct-button', 'aria-expanded': 'false', hidden: !canCorrect }, card.correct);
    this.#draft = h('button', { type: 'button', class: 'plain', hidden: !canCorrect }, card.claimReview);
    this.#draft.addEventListener('click', () => this.onDraft());
    this.#correct.addEventListener('click', () => (this.#form.firstChild ? this.#closeForm() : this.correct()));
    this.#review = new ReviewControls(words);
    this.#review.onChange = (mark, note) => this.onReview(mark, note);
    // It may scroll, which keys can do only where the focus can be.
    this.#body = h(
      'div',
      { class: 'card-body', role: 'group', 'aria-label': card.details, tabindex: '0' },
      this.#facts,
      this.rivals,
      this.#correct,
      this.#draft,
      this.#form,
    );
    const head = h(
      'div',
      { class: 'card-head' },
      this.#position,
      iconButton('‹', card.previous, () => this.onStep(-1)),
      iconButton('›', card.next, () => this.onStep(1)),
      iconButton('×', card.close, () => this.onClose()),
    );
    this.element = h(
      'section',
      { class: 'card', part: 'card', 'aria-label': card.title, hidden: true },
      head,
      this.#body,
      this.#review.element,
    );
  }

  hide(): void {
    this.element.hidden = true;
    this.#drawn = '';
    this.#keepForm('');
  }

  focus(): void {
    this.#body.focus();
  }

  /** Takes the note that is being written as it is, before another claim is shown. */
  commit(): void {
    this.#review.commit();
  }

  /** Opens the form that corrects the claim. */
  correct(): void {
    if (this.element.hidden || this.#correct.hidden) return;
    this.#correct.ariaExpanded = 'true';
    this.onCorrect(this.#form, () => this.#closeForm());
  }

  #closeForm(): void {
    this.#form.replaceChildren();
    this.#correct.ariaExpanded = 'false';
    if (!this.element.hidden) this.#correct.focus();
  }

  /** A form that is open stays while it is of the same claim. */
  #keepForm(formOf: string): void {
    if (formOf === this.#formOf) return;
    this.#formOf = formOf;
    this.#form.replaceChildren();
    this.#correct.ariaExpanded = 'false';
  }

  /** Shows words that were selected, with the form that makes a claim of them. */
  showWords(words: string): void {
    const { card } = this.#words.widget;
    this.#position.textContent = card.chosen;
    this.#review.element.hidden = true;
    this.#draft.hidden = true;
    this.rivals.replaceChildren();
    this.#facts.replaceChildren(h('blockquote', {}, words));
    this.#drawn = '';
    this.#keepForm(`words ${words}`);
    this.element.hidden = false;
    if (!this.#form.firstChild) this.correct();
  }

  show(shown: Shown): void {
    const { reading, selection } = shown;
    const claim = reading.claim(selection.claim);
    if (!claim) return this.hide();
    const { card } = this.#words.widget;
    this.#draft.hidden = this.#correct.hidden;
    this.#keepForm(JSON.stringify([claim.spans, claim.status, claim.reason]));
    this.#position.textContent = card.position(selection.claim, reading.report.claims.length);
    this.#review.element.hidden = claim.status === 'none';
    this.#review.show(shown.review, shown.changed, reading.words(claim.spans));
    // What is open stays as it is, scroll and focus too, unless there is something else to say.
    const facts = this.#describe(shown, claim);
    const drawn = facts.map((part) => part.outerHTML).join('');
    if (drawn !== this.#drawn) this.#facts.replaceChildren(...facts);
    if (this.element.hidden) this.#body.scrollTop = 0;
    this.#drawn = drawn;
    this.element.hidden = false;
  }

  #describe({ reading, selection, links, checks }: Shown, claim: Claim): HTMLElement[] {
    const { terms, widget } = this.#words;
    return [
      h('p', { class: 'status' }, lineSample(claim.status, reading.isUnsure(selection.claim)), terms.statuses[claim.status].label),
      ...this.#byHand(claim),
      h('blockquote', {}, reading.words(claim.spans)),
      ...selection.attributions.map((attribution) => this.#attribution(reading, attribution)),
      h('p', { class: 'why' }, h('b', {}, `${widget.card.why}: `), this.#words.reason.why(claim, reading.report)),
      ...this.#doubt(reading, claim),
      ...sendOn(claim, widget),
      ...checks,
      ...this.#links(reading.linksOf(claim, links)),
      ...this.#signals(reading, claim),
      ...this.#contradictions(reading, selection.claim),
      ...this.#echoes(reading, claim),
      ...this.#elsewhere(reading, selection.claim, claim),
    ];
  }

  #byHand({ byHand }: Claim): HTMLElement[] {
    if (!byHand) return [];
    const { card } = this.#words.widget;
    const undo = h('button', { type: 'button', class: 'plain' }, card.undo);
    undo.addEventListener('click', () => this.onUndo());
    return [h('p', { class: 'by-hand' }, `${card.byHand} `, ...(this.#correct.hidden ? [] : [undo]))];
  }

  #doubt(reading: Reading, claim: Claim): HTMLElement[] {
    const line = doubtLine(claim, reading.report, this.#words);
    return line ? [h('p', { class: 'doubt' }, h('b', {}, `${this.#words.widget.doubt.how}: `), line)] : [];
  }

  #attribution(reading: Reading, attribution: Attribution): HTMLElement {
    const { card } = this.#words.widget;
    const source = reading.source(attribution);
    const parent = reading.parent(attribution);
    const justification = source ? reading.words(source.justification) : '';
    const list = h('dl', { class: 'attribution' });
    const row = (term: string, ...detail: (Node | string)[]): void =>
      list.append(h('div', {}, h('dt', {}, term), h('dd', {}, ...detail)));

    row(card.who, ...this.#who(reading, attribution, source));
    const cue = reading.words(attribution.cue);
    if (cue) row(card.cue, h('span', { class: 'part cue' }, `“${cue}”`));
    row(card.quotation, this.#words.terms.quotes[attribution.quote]);
    if (justification) row(card.justification, `“${justification}”`);
    if (parent) row(card.passedOnBy, reading.source(parent)?.name ?? card.nobodyGiven);
    return list;
  }

  #who(reading: Reading, attribution: Attribution, source: Source | undefined): Node[] {
    const { card } = this.#words.widget;
    if (!source) return [h('b', {}, card.nobodyGiven)];
    const written = reading.words(attribution.source);
    const other = written && !written.includes(source.name);
    const pronoun = /^(?:he|she|they|it|who|him|her|them|I|we)$/i.test(written);
    const here = pronoun ? card.means(written, source.name) : card.here(written);
    const details = [source.title, this.#words.terms.kinds[source.kind], other ? here : ''];
    return [
      h('b', { class: 'part source' }, source.name),
      h('span', { class: 'meta' }, details.filter((words) => words).join(' · ')),
    ];
  }

  #links(links: readonly Hyperlink[]): HTMLElement[] {
    if (!links.length) return [];
    const hosts = [...new Set(links.map(({ target }) => hostOf(target)))];
    const anchors = links.map(({ target }) => {
      const shown = target.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
      const attributes = { href: target, target: '_blank', rel: 'noopener noreferrer', class: 'link' };
      return /^https?:/.test(target) ? h('a', attributes, shown) : h('span', { class: 'link' }, shown);
    });
    return [h('section', {}, h('h3', {}, this.#words.widget.card.link(hosts.join(', '))), ...anchors)];
  }

  #signals(reading: Reading, claim: Claim): HTMLElement[] {
    if (!claim.signals.length) return [];
    const { terms, widget } = this.#words;
    const items = claim.signals.map(({ kind, span }) => {
      const { label, meaning } = terms.signals[kind];
      return h('li', { title: meaning }, `${label} `, h('q', {}, reading.words([span])));
    });
    return [h('section', {}, h('h3', {}, widget.card.worth), h('ul', { class: 'signals' }, ...items))];
  }

  #contradictions(reading: Reading, index: number): HTMLElement[] {
    const { card } = this.#words.widget;
    const found = reading.report.contradictions.filter(
      ({ claim, other }) => claim === index || other === index,
    );
    if (!found.length) return [];
    const items = found.map(({ claim, other, span, otherSpan }) => {
      const [here, there] = claim === index ? [span, otherSpan] : [otherSpan, span];
      const text = card.differsFrom(reading.words([here]), reading.words([there]));
      return this.#entry(reading, claim === index ? other : claim, text);
    });
    return [this.#group(card.differs, items)];
  }

  #echoes(reading: Reading, claim: Claim): HTMLElement[] {
    if (!claim.echoes.length) return [];
    const items = claim.echoes.map((echo) => this.#entry(reading, echo));
    return [this.#group(this.#words.widget.card.echoes, items)];
  }

  /** What else the sources of the claim say. */
  #elsewhere(reading: Reading, index: number, claim: Claim): HTMLElement[] {
    const { card } = this.#words.widget;
    return sourcesOf(claim, reading.report).flatMap((source) => {
      const others = reading.statementsOf(source.id).flatMap((statement) => {
        const at = reading.claimOf(statement);
        return at === index ? [] : [{ at, statement }];
      });
      if (!others.length) return [];
      const items = others
        .slice(0, mostElsewhere)
        .map(({ at, statement }) => this.#entry(reading, at, reading.words(statement.content), statement.id));
      const label = card.showAllOf(reading.shownClaims({ ...everything, source: source.id }).length);
      const all = h('button', { type: 'button', class: 'plain', 'data-source': String(source.id) }, label);
      all.addEventListener('click', () => this.onSource(source.id));
      const group = this.#group(card.elsewhere(source.name), items);
      group.append(all);
      return [group];
    });
  }

  #group(title: string, items: HTMLElement[]): HTMLElement {
    return h('section', {}, h('h3', {}, title), h('ul', { class: 'others' }, ...items));
  }

  #entry(reading: Reading, index: number, words?: string, attribution?: number): HTMLElement {
    const claim = reading.claim(index);
    if (!claim) return h('li');
    const where = this.#words.widget.card.paragraph(reading.paragraphOf(claim));
    const button = h(
      'button',
      // The index makes entries differ that lead to different claims (see show()).
      { type: 'button', class: 'other', 'data-claim': String(index) },
      h('span', { class: 'meta' }, `${where} `),
      words ?? reading.words(claim.spans),
    );
    button.addEventListener('click', () => this.onSelect(index, attribution));
    return h('li', {}, button);
  }
}

export function iconButton(text: string, label: string, run: () => void): HTMLButtonElement {
  const button = h('button', { type: 'button', class: 'icon', 'aria-label': label, title: label }, text);
  button.addEventListener('click', run);
  return button;
}
