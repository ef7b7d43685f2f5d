// The reviews of one article: which claims are checked, need a source or are ignored, with notes.
// Takes each new report of the text and lets every review find its claim again; what has none
// left is kept among `lost`, and comes back with its words. Pure, no DOM.
// tests/web/review/book.test.ts holds it.
import type { Claim, Report, Span } from '../engine/report.ts';
import { moveSpans, type Edit } from '../highlight/edit.ts';
import { anchorOf, wordsOf } from './anchor.ts';
import {
  mergeBooks, newId, readBook,
  type Anchor, type BookJson, type Cleared, type Review, type ReviewMark, type StoredReview,
} from './format.ts';
import { findClaims } from './match.ts';

/** A review whose claim is no longer in the text. */
export interface LostReview {
  readonly id: string;
  readonly review: Review;
  /** The claim's words when it was reviewed. */
  readonly words: string;
}

export interface ReviewCounts extends Readonly<Record<ReviewMark, number>> {
  /** Marked claims whose words have changed since. */
  readonly changed: number;
  /** Claims that are marked, in the words that stand there. */
  readonly done: number;
  /** Claims that could be checked, and those marked besides. */
  readonly total: number;
}

interface Entry {
  readonly id: string;
  review: Review;
  words: string;
  anchor: Anchor;
  spans: readonly Span[];
  /** Index into the claims of the report; -1: lost. */
  claim: number;
}

export class ReviewBook {
  readonly #now: () => string;
  #entries: Entry[] = [];
  #cleared: Cleared[] = [];
  #byClaim: (Entry | undefined)[] = [];
  #text = '';
  #claims: readonly Pick<Claim, 'spans' | 'status'>[] = [];
  /** Words that several claims of the report have. */
  #several: ReadonlySet<string> = new Set();
  #attached = false;

  constructor(now: () => string = () => new Date().toISOString()) {
    this.#now = now;
  }

  /** Throws a ReviewFileError if `value` is not what toJSON() gave. */
  static fromJSON(value: unknown, now?: () => string): ReviewBook {
    const book = new ReviewBook(now);
    book.#take(readBook(value));
    return book;
  }

  reviewOf(claim: number): Review | null {
    return this.#byClaim[claim]?.review ?? null;
  }

  /** Whether the claim's words are others than when its mark was set. */
  changed(claim: number): boolean {
    const entry = this.#byClaim[claim];
    return entry !== undefined && this.#isChanged(entry);
  }

  /**
   * Marks a claim, or takes its mark (null) away; without mark and note it has no review. The
   * words that stand there count as seen, unless only the note is another.
   */
  set(claim: number, mark: ReviewMark | null, note = ''): void {
    const spans = this.#claims[claim]?.spans ?? [];
    const words = wordsOf(this.#text, spans);
    const entry = this.#byClaim[claim];
    if (mark === null && !note) return this.clear(claim);
    const review = { mark, note, at: this.#now() };
    if (entry) {
      const onlyNote = entry.review.mark === mark && entry.review.note !== note;
      entry.review = review;
      if (words && !onlyNote) entry.words = words;
    } else if (words) {
      const anchor = anchorOf(this.#text, spans, words);
      const made: Entry = { id: newId(), review, words, anchor, spans, claim };
      this.#entries.push(made);
      this.#byClaim[claim] = made;
    }
  }

  clear(claim: number): void {
    const entry = this.#byClaim[claim];
    if (entry) this.forget(entry.id);
  }

  /** Takes a review back by its id, as of a lost one. */
  forget(id: string): void {
    const entry = this.#entries.find((one) => one.id === id);
    if (!entry) return;
    this.#entries = this.#entries.filter((one) => one !== entry);
    if (entry.claim >= 0) this.#byClaim[entry.claim] = undefined;
    this.#cleared.push({ id, at: this.#now() });
  }

  /** A new report of the text: every review finds its claim again, or is lost. */
  attach(text: string, report: Report): void {
    this.#text = text;
    this.#claims = report.claims;
    this.#attached = true;
    const candidates = report.claims.map(({ spans }) => ({ spans, words: wordsOf(text, spans) }));
    const several = this.#several;
    const sought = this.#entries.map(({ anchor, words, spans, claim }) => {
      return { anchor, words, spans, wasOnlyOne: claim >= 0 && !several.has(anchor.exact) };
    });
    const found = findClaims(text, sought, candidates);
    this.#several = repeatedIn(candidates.map(({ words }) => words));
    this.#byClaim = report.claims.map(() => undefined);
    for (const [index, entry] of this.#entries.entries()) {
      const claim = found[index] ?? -1;
      const candidate = candidates[claim];
      entry.claim = claim;
      entry.spans = candidate?.spans ?? [];
      if (!candidate) continue;
      entry.anchor = anchorOf(text, candidate.spans, candidate.words);
      this.#byClaim[claim] = entry;
    }
  }

  /** The text after an edit, until its report comes: reviews stay on their claims. */
  move(text: string, edit: Edit): void {
    this.#text = text;
    this.#claims = this.#claims.map(({ spans, status }) => ({ spans: moveSpans(spans, edit), status }));
    for (const entry of this.#entries) entry.spans = moveSpans(entry.spans, edit);
  }

  /** In the order in which they stood. */
  get lost(): readonly LostReview[] {
    if (!this.#attached) return [];
    return this.#entries
      .filter((entry) => entry.claim < 0)
      .sort((one, other) => one.anchor.start - other.anchor.start)
      .map(({ id, review, words }) => ({ id, review, words }));
  }

  get counts(): ReviewCounts {
    const counts = { checked: 0, needs_source: 0, ignored: 0, changed: 0, done: 0, total: 0 };
    for (const [claim, { status }] of this.#claims.entries()) {
      const entry = this.#byClaim[claim];
      const mark = entry?.review.mark;
      if (status !== 'none' || mark) ++counts.total;
      if (!entry || !mark) continue;
      ++counts[mark];
      ++counts[this.#isChanged(entry) ? 'changed' : 'done'];
    }
    return counts;
  }

  /** Nothing is marked, nor was ever. */
  get isEmpty(): boolean {
    return !this.#entries.length && !this.#cleared.length;
  }

  /** Takes in what another tab or a file has of this article; call attach() afterwards. */
  merge(other: BookJson): void {
    this.#take(mergeBooks(this.toJSON(), other));
  }

  toJSON(): BookJson {
    const reviews = this.#entries.map(({ id, review, words, anchor }): StoredReview => {
      return { id, ...review, words, ...anchor };
    });
    return { reviews, cleared: [...this.#cleared] };
  }

  #take({ reviews, cleared }: BookJson): void {
    const known = new Map(this.#entries.map((entry) => [entry.id, entry]));
    this.#byClaim = [];
    this.#entries = reviews.map(({ id, mark, note, at, words, exact, prefix, suffix, start }) => {
      const { spans = [], claim = -1 } = known.get(id) ?? {};
      const anchor = { exact, prefix, suffix, start };
      const entry: Entry = { id, review: { mark, note, at }, words, anchor, spans, claim };
      if (claim >= 0) this.#byClaim[claim] = entry;
      return entry;
    });
    this.#cleared = [...cleared];
  }

  #isChanged(entry: Entry): boolean {
    const spans = this.#claims[entry.claim]?.spans ?? [];
    return wordsOf(this.#text, spans) !== entry.words;
  }
}

function repeatedIn(list: readonly string[]): Set<string> {
  const seen = new Set<string>();
  return new Set(list.filter((one) => seen.has(one) || !seen.add(one)));
}

/** 0 to 1: the share of the reviews in `book` that find their claim in this text. */
export function shareFound(book: BookJson, text: string, report: Report): number {
  const candidates = report.claims.map(({ spans }) => ({ spans, words: wordsOf(text, spans) }));
  const sought = book.reviews.map((one) => ({ anchor: one, words: one.words, spans: [] }));
  const found = findClaims(text, sought, candidates).filter((claim) => claim >= 0);
  return found.length ? found.length / sought.length : 0;
}
