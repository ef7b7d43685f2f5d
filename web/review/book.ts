// The reviews of one article: which claims are checked, need a source or are ignored, with notes,
// and what was corrected by hand. Takes each new report of the text, lets every review find its
// claim again and gives the report as it is corrected; what has no claim left is kept among `lost`,
// and comes back with its words. Pure, no DOM. tests/web/review/book.test.ts and corrected.test.ts hold it.
import type { Claim, Report, Span } from '../engine/report.ts';
import { moveSpans, type Edit } from '../highlight/edit.ts';
import { anchorOf, fold, wordsOf } from './anchor.ts';
import type { Correct, Corrected, Corrections } from './correct.ts';
import type { Correction, SourceCorrection } from './correction.ts';
import {
  mergeBooks, newId, opinionOf, readBook,
  type Anchor, type BookJson, type Cleared, type Opinion, type Review, type ReviewMark, type StoredReview,
} from './format.ts';
import { findClaims, type Sought } from './match.ts';
import { findWords } from './place.ts';

/** A review whose claim is no longer in the text. */
export interface LostReview {
  readonly id: string;
  readonly review: Review;
  /** The claim's words when it was reviewed. */
  readonly words: string;
}

/** A correction as a list shows it. */
export interface ListedCorrection {
  readonly id: string;
  readonly review: Review;
  /** The words that it is of, or the name of the source. */
  readonly words: string;
  /** Index of its claim; -1: it is of a source, or its claim is lost. */
  readonly claim: number;
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
  /** Index into the claims of the corrected report; -1: lost, or of a source. */
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
  /** The names in the engine's Report of each source of the corrected one. */
  #read: Corrected['read'] = [];

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
    if (entry) {
      const onlyNote = entry.review.mark === mark && entry.review.note !== note;
      entry.review = { ...entry.review, mark, note, at: this.#now() };
      if (words && !onlyNote) entry.words = words;
    } else {
      this.#add(claim, { mark, note, at: this.#now() });
    }
  }

  /**
   * Says of a claim another thing than was read, or (null) takes that back. attach() gives the
   * report with it.
   */
  correct(claim: number, correction: Correction | null): void {
    const entry = this.#byClaim[claim];
    if (entry) this.#revise(entry, correction);
    else if (correction) this.#add(claim, { mark: null, note: '', at: this.#now(), correction });
  }

  /** Makes a claim of the words of `span`, in UTF-16 units; none may stand over another's. */
  choose(span: Span, correction: Correction): void {
    const words = fold(this.#text.slice(...span));
    if (!words) return;
    const chosen = { ...correction, chosen: true } as const;
    for (const entry of this.#entries) {
      if (entry.review.correction?.chosen && entry.spans.some(([begin, end]) => begin < span[1] && span[0] < end)) {
        this.forget(entry.id);
      }
    }
    const review = { mark: null, note: '', at: this.#now(), correction: chosen };
    const anchor = anchorOf(this.#text, [span], words);
    this.#entries.push({ id: newId(), review, words, anchor, spans: [span], claim: -1 });
  }

  /** Says of the source of that name in the engine's Report another thing than was read. */
  correctSource(source: SourceCorrection): void {
    const of = this.#entries.find(({ review }) => review.source?.of === source.of);
    const before = of?.review.source?.name ?? source.of;
    const review = { mark: null, note: '', at: this.#now(), source };
    if (of) of.review = review;
    else {
      const anchor = { exact: source.of, prefix: '', suffix: '', start: 0 };
      this.#entries.push({ id: newId(), review, words: source.of, anchor, spans: [], claim: -1 });
    }
    this.#rename(before, source);
  }

  /** Takes back the correction of that id; a mark and a note of the claim stay. */
  uncorrect(id: string): void {
    const entry = this.#entries.find((one) => one.id === id);
    if (entry) this.#revise(entry, null);
  }

  /** Of what several people say of the same: takes that rival's, or (null) keeps what stands. */
  settle(id: string, rival: Opinion | null): void {
    const entry = this.#entries.find((one) => one.id === id);
    if (!entry) return;
    entry.review = { ...opinionOf(rival ?? entry.review), at: this.#now() };
  }

  /** What is corrected by hand, claims in the order of the text and then sources. */
  get corrections(): readonly ListedCorrection[] {
    return this.#entries
      .filter(({ review }) => review.correction ?? review.source)
      .sort((one, other) => Number(!!one.review.source) - Number(!!other.review.source) || one.anchor.start - other.anchor.start)
      .map(({ id, review, words, claim }) => ({ id, review, words, claim }));
  }

  /** The id of a claim's review; null: there is none. */
  idOf(claim: number): string | null {
    return this.#byClaim[claim]?.id ?? null;
  }

  /** The names in the engine's Report of a source of the corrected one; none of what was given by hand. */
  namesOf(source: number): readonly string[] {
    return this.#read[source] ?? [];
  }

  clear(claim: number): void {
    const entry = this.#byClaim[claim];
    if (!entry) return;
    if (entry.review.correction) entry.review = { ...entry.review, mark: null, note: '', at: this.#now() };
    else this.forget(entry.id);
  }

  /** Takes a review back by its id, as of a lost one. */
  forget(id: string): void {
    const entry = this.#entries.find((one) => one.id === id);
    if (!entry) return;
    this.#entries = this.#entries.filter((one) => one !== entry);
    if (entry.claim >= 0) this.#byClaim[entry.claim] = undefined;
    this.#cleared.push({ id, at: this.#now() });
  }

  /**
   * A new report of the text: every review finds its claim again, or is lost. Gives the report as
   * it is corrected, which is `report` itself where nothing is. `correct`: what corrects it, which is
   * fetched when there is something to correct (correctReport()); without it nothing is.
   */
  attach(text: string, report: Report, correct: Correct | null = null): Report {
    this.#text = text;
    this.#attached = true;
    const found = this.#findClaims(text, report);
    const chosen = this.#findChosen(text);
    const corrections = this.#corrections(found, chosen);
    const corrected = isNothing(corrections) ? null : (correct?.(text, report, corrections) ?? null);
    const { claims } = corrected?.report ?? report;
    this.#claims = claims;
    this.#read = corrected?.read ?? report.sources.map(({ name }) => [name]);
    this.#byClaim = claims.map(() => undefined);
    for (const entry of this.#entries) entry.claim = -1;
    for (const [entry, claim] of found) this.#put(entry, corrected?.claims[claim] ?? claim);
    for (const [at, [entry]] of chosen.entries()) this.#put(entry, corrected?.chosen[at] ?? -1);
    if (chosen.length) this.#findElsewhere(text, claims);
    return corrected?.report ?? report;
  }

  /** The entries that have a claim of the engine's Report, which they are bound to. */
  #findClaims(text: string, report: Report): Map<Entry, number> {
    const candidates = report.claims.map(({ spans }) => ({ spans, words: wordsOf(text, spans) }));
    const entries = this.#entries.filter(({ review }) => !review.source && !review.correction?.chosen);
    const found = findClaims(text, entries.map((entry) => this.#sought(entry)), candidates);
    this.#several = repeatedIn(candidates.map(({ words }) => words));
    const claims = new Map<Entry, number>();
    for (const [index, entry] of entries.entries()) {
      const claim = found[index] ?? -1;
      const candidate = candidates[claim];
      entry.spans = candidate?.spans ?? [];
      if (!candidate) continue;
      entry.anchor = anchorOf(text, candidate.spans, candidate.words);
      claims.set(entry, claim);
    }
    return claims;
  }

  /** The words that were chosen by hand, where they now stand; of words over others the later ones. */
  #findChosen(text: string): [Entry, Span][] {
    const taken: Span[] = [];
    const entries = this.#entries.filter(({ review }) => review.correction?.chosen);
    const found = entries.sort(laterFirst).flatMap((entry): [Entry, Span][] => {
      const span = findWords(text, entry);
      const isFree = span && !taken.some(([begin, end]) => begin < span[1] && span[0] < end);
      entry.spans = span && isFree ? [span] : [];
      if (!span || !isFree) return [];
      taken.push(span);
      entry.anchor = anchorOf(text, [span], fold(text.slice(...span)));
      return [[entry, span]];
    });
    return found;
  }

  #corrections(found: ReadonlyMap<Entry, number>, chosen: readonly [Entry, Span][]): Corrections {
    const claims = [...found].flatMap(([{ review }, claim]): [number, Correction][] =>
      review.correction ? [[claim, review.correction]] : [],
    );
    return {
      claims: new Map(claims),
      chosen: chosen.flatMap(([{ review }, span]) => (review.correction ? [{ span, correction: review.correction }] : [])),
      sources: this.#entries.flatMap(({ review }) => review.source ?? []),
    };
  }

  /** Reviews whose claims were cut by chosen words may stand on what came of it. */
  #findElsewhere(text: string, claims: Report['claims']): void {
    const entries = this.#entries.filter(({ claim, review }) => claim < 0 && !review.source && !review.correction);
    const free = claims.flatMap(({ spans }, index) => {
      return this.#byClaim[index] ? [] : [{ index, spans, words: wordsOf(text, spans) }];
    });
    const found = findClaims(text, entries.map((entry) => this.#sought(entry)), free);
    for (const [at, entry] of entries.entries()) this.#put(entry, free[found[at] ?? -1]?.index ?? -1);
  }

  #sought({ anchor, words, spans, claim }: Entry): Sought {
    return { anchor, words, spans, wasOnlyOne: claim >= 0 && !this.#several.has(anchor.exact) };
  }

  #put(entry: Entry, claim: number): void {
    entry.claim = claim;
    if (claim >= 0) this.#byClaim[claim] = entry;
  }

  #add(claim: number, review: Review): void {
    const spans = this.#claims[claim]?.spans ?? [];
    const words = wordsOf(this.#text, spans);
    if (!words) return;
    const entry: Entry = { id: newId(), review, words, anchor: anchorOf(this.#text, spans, words), spans, claim };
    this.#entries.push(entry);
    this.#byClaim[claim] = entry;
  }

  /** Another correction of an entry, or none: then it is gone unless there is a mark or a note. */
  #revise(entry: Entry, correction: Correction | null): void {
    const { correction: before, ...review } = entry.review;
    const isChosen = before?.chosen === true;
    if (!correction && (isChosen || (review.mark === null && !review.note))) return this.forget(entry.id);
    const at = this.#now();
    if (!correction) entry.review = { ...review, at };
    else entry.review = { ...review, at, correction: isChosen ? { ...correction, chosen: true } : correction };
  }

  /** Claims that were given to a source by hand keep it when it gets another name. */
  #rename(before: string, { name, kind, title }: SourceCorrection): void {
    for (const entry of this.#entries) {
      const { correction } = entry.review;
      if (correction?.source?.name !== before) continue;
      entry.review = { ...entry.review, correction: { ...correction, source: { name, kind, title } } };
    }
  }

  /** The text after an edit, until its report comes: reviews stay on their claims. */
  move(text: string, edit: Edit): void {
    this.#text = text;
    this.#claims = this.#claims.map((claim) => {
      const spans = moveSpans(claim.spans, edit);
      return spans === claim.spans ? claim : { spans, status: claim.status };
    });
    for (const entry of this.#entries) entry.spans = moveSpans(entry.spans, edit);
  }

  /** In the order in which they stood. */
  get lost(): readonly LostReview[] {
    if (!this.#attached) return [];
    return this.#entries
      .filter((entry) => entry.claim < 0 && !entry.review.source)
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
    this.#entries = reviews.map(({ id, words, exact, prefix, suffix, start, rivals, ...opinion }) => {
      const { spans = [], claim = -1 } = known.get(id) ?? {};
      const anchor = { exact, prefix, suffix, start };
      const review = { ...opinionOf(opinion), ...(rivals ? { rivals } : {}) };
      const entry: Entry = { id, review, words, anchor, spans, claim };
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

/** Whether there is nothing to correct. */
const isNothing = ({ claims, chosen, sources }: Corrections): boolean => !claims.size && !chosen.length && !sources.length;

const laterFirst = (one: Entry, other: Entry): number => (one.review.at < other.review.at ? 1 : -1);

function repeatedIn(list: readonly string[]): Set<string> {
  const seen = new Set<string>();
  return new Set(list.filter((one) => seen.has(one) || !seen.add(one)));
}

/** 0 to 1: the share of what was made of claims in `book` that finds its claim, or its words, in this text. */
export function shareFound(book: BookJson, text: string, report: Report): number {
  const candidates = report.claims.map(({ spans }) => ({ spans, words: wordsOf(text, spans) }));
  const ofClaims = book.reviews.filter(({ source }) => !source);
  const [chosen, others] = [ofClaims.filter(isChosen), ofClaims.filter((one) => !isChosen(one))];
  const sought = others.map((one) => ({ anchor: one, words: one.words, spans: [] }));
  const found = findClaims(text, sought, candidates).filter((claim) => claim >= 0).length;
  const standing = chosen.filter((one) => findWords(text, { anchor: one, words: one.words, spans: [] })).length;
  return found + standing ? (found + standing) / ofClaims.length : 0;
}

const isChosen = ({ correction }: StoredReview): boolean => correction?.chosen === true;
