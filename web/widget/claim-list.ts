// The list of claims: what to check first at the top, or what is unsure, or in the order of the article; each can be
// ticked off where it stands. tests/web/page hold it.
import type { Claim } from '../engine/report.ts';
import type { LostReview, Review, ReviewMark } from '../review/index.ts';
import type { Words } from '../words/index.ts';
import { h, setText } from './dom.ts';
import { doubtNote } from './doubt.ts';
import { sourcesOf, type Filter } from './filter.ts';
import { KeyedList, type Entry } from './keyed-list.ts';
import { lineSample } from './legend.ts';
import type { Reading } from './reading.ts';

type Order = 'priority' | 'unsure' | 'text';
type Shown = 'all' | 'open' | 'by_hand' | ReviewMark;

const marks: Readonly<Record<string, ReviewMark>> = { c: 'checked', s: 'needs_source', i: 'ignored' };

export class ClaimList {
  readonly element: HTMLElement;
  /** For what was corrected by hand. */
  readonly corrected = h('div');
  onSelect: (claim: number) => void = () => {};
  /** A mark was set; null: taken back. */
  onMark: (claim: number, mark: ReviewMark | null) => void = () => {};
  onWeights: () => void = () => {};
  /** Other claims are to be shown: show() is wanted. */
  onChange: () => void = () => {};
  reviewOf: (claim: number) => Review | null = () => null;
  /** What came of holding a claim against other material, in a few words. */
  noteOf: (claim: number) => string = () => '';
  /** Reviews whose claims are no longer in the text. */
  lost: () => readonly LostReview[] = () => [];
  onForget: (id: string) => void = () => {};

  readonly #words: Words;
  readonly #list = new KeyedList();
  readonly #order: HTMLSelectElement;
  readonly #shown: HTMLSelectElement;
  readonly #progress = h('p', { class: 'meta progress' });
  readonly #nothing = h('p', { class: 'nothing' });
  readonly #lost = h('section', { class: 'lost', hidden: true });

  constructor(words: Words) {
    this.#words = words;
    const { claims } = words.widget;
    this.#order = makeSelect<Order>(claims.order, claims.orders);
    this.#shown = makeSelect<Shown>(claims.show, claims.shown);
    for (const select of [this.#order, this.#shown]) {
      select.addEventListener('change', () => this.onChange());
    }
    const weights = h('button', { type: 'button', class: 'plain' }, claims.weights);
    weights.addEventListener('click', () => this.onWeights());
    const bar = h('div', { class: 'choice' }, this.#order, this.#shown, weights);
    this.#list.element.addEventListener('click', (event) => this.#click(event));
    this.#list.element.addEventListener('keydown', (event) => this.#key(event));
    this.element = h('div', { class: 'claims' }, bar, this.#progress, this.#nothing, this.#list.element, this.corrected, this.#lost);
  }

  /** Claims that pass `filter`, and the choice above the list; how many they are. */
  show(reading: Reading | null, filter: Filter): number {
    const claims = reading ? this.#choose(reading, filter) : [];
    this.#list.show(reading ? claims.map((claim) => this.#entry(reading, claim)) : []);
    const { claims: words } = this.#words.widget;
    setText(this.#nothing, claims.length ? '' : reading ? words.none : words.start);
    setText(this.#progress, reading ? this.#tell(reading) : '');
    this.#showLost();
    return claims.length;
  }

  /** Marks the entry of the selected claim; gives it. */
  mark(claim: number | null): HTMLElement | null {
    return this.#list.mark(claim);
  }

  #choose(reading: Reading, filter: Filter): number[] {
    const shown = this.#shown.value as Shown;
    const claims = reading.shownClaims(filter).filter((index) => {
      const mark = this.reviewOf(index)?.mark ?? null;
      if (shown === 'by_hand') return reading.claim(index)?.byHand === true;
      return shown === 'all' || (shown === 'open' ? mark === null : mark === shown);
    });
    if (this.#order.value === 'text') return claims;
    const priority = (index: number): number => reading.claim(index)?.priority ?? 0;
    const unsure = (index: number): number => (this.#order.value === 'unsure' && reading.isUnsure(index) ? 1 : 0);
    return claims.sort(
      (one, other) => unsure(other) - unsure(one) || priority(other) - priority(one) || one - other,
    );
  }

  #tell(reading: Reading): string {
    const all = reading.report.claims.flatMap(({ status }, index) => (status === 'none' ? [] : [index]));
    const done = all.filter((index) => this.reviewOf(index)?.mark).length;
    return done ? this.#words.review.progress(done, all.length) : '';
  }

  #showLost(): void {
    const { lost: words, marks: names } = this.#words.review;
    const lost = this.lost();
    this.#lost.hidden = !lost.length;
    const items = lost.map(({ id, review, words: said }) => {
      const forget = h('button', { type: 'button', class: 'plain' }, words.forget);
      forget.addEventListener('click', () => this.onForget(id));
      const meta = [review.mark ? names[review.mark] : '', review.note].filter((part) => part).join(' · ');
      return h('li', {}, said, h('span', { class: 'meta' }, ` ${meta} `), forget);
    });
    const list = h('ul', { class: 'others' }, ...items);
    this.#lost.replaceChildren(h('h3', {}, words.title), h('p', { class: 'meta' }, words.explain), list);
  }

  #entry(reading: Reading, index: number): Entry {
    const claim = reading.claim(index) as Claim;
    const words = reading.words(claim.spans);
    const who = sourcesOf(claim, reading.report).map(({ name }) => name).join(', ');
    const signals = [...new Set(claim.signals.map(({ kind }) => kind))];
    const review = this.reviewOf(index);
    const doubt = reading.isUnsure(index) ? doubtNote(claim, reading.report, this.#words) : '';
    const found = this.noteOf(index);
    const of = [claim.status, claim.priority, claim.byHand, review?.mark, review?.note];
    const facts = [words, who, signals, doubt, found, ...of];
    return {
      key: JSON.stringify(facts),
      claim: index,
      make: () => this.#row(claim, words, who, signals, review, { doubt, found }),
    };
  }

  #row(
    claim: Claim,
    words: string,
    who: string,
    signals: readonly Claim['signals'][number]['kind'][],
    review: Review | null,
    { doubt, found }: { readonly doubt: string; readonly found: string },
  ): HTMLElement {
    const { terms, widget, review: reviewWords } = this.#words;
    const { label } = terms.statuses[claim.status];
    const hints = signals.map((kind) => terms.signals[kind].label).join(', ');
    const mark = review?.mark ?? null;
    const state = mark && mark !== 'checked' ? reviewWords.marks[mark] : '';
    const hand = claim.byHand ? widget.card.byHand : '';
    const said = [state, hand, review?.note ?? '', found, doubt, who || label, hints];
    const notes = said.filter((part) => part).join(' · ');
    const item = h(
      'button',
      { type: 'button', class: 'item', tabindex: '-1' },
      h('span', { class: 'words' }, words),
      h('span', { class: 'meta' }, notes),
      h('span', { class: 'visually-hidden' }, ` ${label}, ${widget.claims.priority(claim.priority)}`),
    );
    const tick = h(
      'button',
      {
        type: 'button',
        class: 'tick',
        tabindex: '-1',
        'aria-pressed': String(mark === 'checked'),
        'aria-label': `${widget.claims.tick}: ${words.slice(0, 80)}`,
        title: widget.claims.tick,
      },
      h('span', { 'aria-hidden': 'true' }, '✓'),
    );
    const row = h('div', { class: 'entry', 'data-mark': mark }, lineSample(claim.status, doubt !== ''), item);
    if (claim.status !== 'none') row.append(tick);
    return row;
  }

  #click(event: Event): void {
    const entry = this.#list.entryOf(event.target);
    if (!entry) return;
    const tick = (event.target as Element).closest<HTMLElement>('.tick');
    if (tick) this.onMark(entry.claim, tick.ariaPressed === 'true' ? null : 'checked');
    else if ((event.target as Element).closest('.item')) this.onSelect(entry.claim);
  }

  #key(event: KeyboardEvent): void {
    const mark = marks[event.key];
    const entry = this.#list.entryOf(event.target);
    if (!mark || !entry || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const now = this.reviewOf(entry.claim)?.mark ?? null;
    this.onMark(entry.claim, now === mark ? null : mark);
  }
}

function makeSelect<Value extends string>(
  label: string,
  options: Readonly<Record<Value, string>>,
): HTMLSelectElement {
  const entries = Object.entries<string>(options);
  return h(
    'select',
    { 'aria-label': label },
    ...entries.map(([value, text]) => h('option', { value }, text)),
  );
}
