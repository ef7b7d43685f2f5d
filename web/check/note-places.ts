// Where notes from elsewhere stand in an article: finds the words that a note quotes, also where the text
// has changed a little since, and the claims they belong to. Exact words are looked up by their rarest
// word, changed ones by all that are rare enough, so that the work grows with the notes and not with notes
// times text. tests/web/check/note-places.test.ts holds it.
import type { Claim, Span } from '../engine/report.ts';
import type { Note, Quote } from './annotations.ts';
import type { Work } from './slices.ts';
import { weightOf, wordsOf, type Word } from './words.ts';

export interface Place {
  /** Half-open, in UTF-16 units of the article. */
  readonly span: Span;
  /** The words are not quite those that were quoted. */
  readonly isChanged: boolean;
}

export interface PlacedNote {
  readonly note: Note;
  readonly places: readonly Place[];
  /** Indices of the claims that it belongs to, ascending; empty: to none. */
  readonly claims: readonly number[];
}

/** Of words that stand there more often only the places nearest to where they stood are looked at. */
const mostPlaces = 64;
/** Rare words by which changed ones are looked for, and places that are compared word by word. */
const mostClues = 6;
const mostCompared = 4;
/** Of a longer quotation the beginning says where it is. */
const mostWords = 200;
const contextWords = 6;
/** As much of a quotation must be there still; of two words that is no proof. */
const enough = 0.6;
const fewest = 4;

/** Finds quotations in one text. */
export class QuoteFinder {
  readonly #words: readonly Word[];
  readonly #places = new Map<string, number[]>();

  constructor(text: string) {
    this.#words = wordsOf(text);
    for (const [index, { key }] of this.#words.entries()) {
      const places = this.#places.get(key);
      if (places) places.push(index);
      else this.#places.set(key, [index]);
    }
  }

  /** null: the words are not there, nor nearly. */
  find(quote: Quote): Place | null {
    const keys = wordsOf(quote.exact).slice(0, mostWords).map(({ key }) => key);
    if (!keys.length) return null;
    return this.#exact(quote, keys) ?? (keys.length < fewest ? null : this.#near(quote, keys));
  }

  #exact(quote: Quote, keys: readonly string[]): Place | null {
    let rarest = 0;
    for (const [index, key] of keys.entries()) {
      if (this.#often(key) < this.#often(keys[rarest] ?? '')) rarest = index;
    }
    const starts = this.#nearest(this.#places.get(keys[rarest] ?? '') ?? [], quote.start)
      .map((place) => place - rarest)
      .filter((start) => keys.every((key, index) => this.#words[start + index]?.key === key));
    const start = this.#best(starts, quote, keys.length);
    return start === null ? null : this.#place(start, start + keys.length, false);
  }

  #near(quote: Quote, keys: readonly string[]): Place | null {
    const clues = keys
      .flatMap((key, index) => (this.#often(key) ? [{ key, index, often: this.#often(key) }] : []))
      .sort((one, other) => one.often - other.often)
      .slice(0, mostClues);
    const votes = new Map<number, number>();
    for (const { key, index } of clues) {
      for (const place of this.#nearest(this.#places.get(key) ?? [], quote.start)) {
        // Words that were put in or taken out shift what follows: places close together are one.
        const start = Math.round((place - index) / fewest) * fewest;
        votes.set(start, (votes.get(start) ?? 0) + weightOf(key));
      }
    }
    const starts = [...votes].sort((one, other) => other[1] - one[1]).slice(0, mostCompared);
    let found: { begin: number; end: number; score: number } | null = null;
    for (const [start] of starts) {
      const one = this.#compare(start, keys);
      const score = one.share + this.#context(one.begin, one.end, quote) / 10;
      if (one.share >= enough && (!found || score > found.score)) found = { ...one, score };
    }
    return found && this.#place(found.begin, found.end, true);
  }

  /** How much of `keys` stands around `start` in the same order (the longest common subsequence), by weight. */
  #compare(start: number, keys: readonly string[]): { begin: number; end: number; share: number } {
    const from = Math.max(0, start - fewest);
    const window = this.#words.slice(from, start + keys.length + 2 * fewest);
    const rows = lengths(keys, window);
    let [one, other] = [0, 0];
    let [begin, end, shared] = [-1, -1, 0];
    while (one < keys.length && other < window.length) {
      if (keys[one] === window[other]?.key) {
        begin = begin < 0 ? from + other : begin;
        end = from + other + 1;
        shared += weightOf(keys[one] ?? '');
        ++one;
        ++other;
      } else if ((rows[one + 1]?.[other] ?? 0) >= (rows[one]?.[other + 1] ?? 0)) ++one;
      else ++other;
    }
    const sum = (words: readonly string[]): number => words.reduce((before, key) => before + weightOf(key), 0);
    const there = sum(this.#words.slice(Math.max(begin, 0), Math.max(end, 0)).map(({ key }) => key));
    return { begin, end, share: shared ? (2 * shared) / (sum(keys) + there) : 0 };
  }

  /** Of several places the one whose surroundings agree best, and of these the one nearest to where it stood. */
  #best(starts: readonly number[], quote: Quote, length: number): number | null {
    let found: { start: number; score: number } | null = null;
    for (const start of starts) {
      const away = quote.start === null ? 0 : Math.abs((this.#words[start]?.begin ?? 0) - quote.start);
      const score = this.#context(start, start + length, quote) + 0.01 / (1 + away);
      if (!found || score > found.score) found = { start, score };
    }
    return found?.start ?? null;
  }

  /** 0 to 1: how many of the words before and after agree, counted from the quotation outwards. */
  #context(begin: number, end: number, { prefix, suffix }: Quote): number {
    const before = wordsOf(prefix).slice(-contextWords).map(({ key }) => key).reverse();
    const after = wordsOf(suffix).slice(0, contextWords).map(({ key }) => key);
    const count = (keys: readonly string[], at: (index: number) => number): number => {
      const other = keys.findIndex((key, index) => this.#words[at(index)]?.key !== key);
      return other < 0 ? keys.length : other;
    };
    // The outermost may be half a word: selectors count characters.
    const all = before.length + after.length;
    return all ? (count(before, (index) => begin - 1 - index) + count(after, (index) => end + index)) / all : 0;
  }

  #place(from: number, to: number, isChanged: boolean): Place {
    return { span: [this.#words[from]?.begin ?? 0, this.#words[to - 1]?.end ?? 0], isChanged };
  }

  #often(key: string): number {
    return this.#places.get(key)?.length ?? 0;
  }

  /** Of many places those nearest to `start`, or the first. */
  #nearest(places: readonly number[], start: number | null): readonly number[] {
    if (places.length <= mostPlaces) return places;
    let [low, high] = [0, places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#words[places[middle] ?? 0]?.begin ?? 0) < (start ?? 0)) low = middle + 1;
      else high = middle;
    }
    const from = Math.max(0, Math.min(low - mostPlaces / 2, places.length - mostPlaces));
    return places.slice(from, from + mostPlaces);
  }
}

/** Row r, column c: how long the longest common subsequence of what follows r and c is. */
function lengths(keys: readonly string[], window: readonly Word[]): Uint16Array[] {
  const rows = Array.from({ length: keys.length + 1 }, () => new Uint16Array(window.length + 1));
  for (let one = keys.length - 1; one >= 0; --one) {
    const [row, below] = [rows[one], rows[one + 1]];
    if (!row || !below) continue;
    for (let other = window.length - 1; other >= 0; --other) {
      row[other] =
        keys[one] === window[other]?.key ? (below[other + 1] ?? 0) + 1 : Math.max(below[other] ?? 0, row[other + 1] ?? 0);
    }
  }
  return rows;
}

/** Finds the claims of all `notes`, a note at a time. */
export function* placeNotes(text: string, claims: readonly Claim[], notes: readonly Note[]): Work<PlacedNote[]> {
  const finder = new QuoteFinder(text);
  const stretches = stretchesOf(claims);
  yield;
  const placed: PlacedNote[] = [];
  for (const note of notes) {
    const places = note.quotes.flatMap((quote) => finder.find(quote) ?? []);
    const found = new Set(places.flatMap(({ span }) => claimsAt(span, stretches)));
    placed.push({ note, places, claims: [...found].sort((one, other) => one - other) });
    yield;
  }
  return placed;
}

interface Stretch {
  readonly begin: number;
  readonly end: number;
  readonly claim: number;
  /** The furthest end of it and of all before it. */
  readonly reach: number;
}

function stretchesOf(claims: readonly Claim[]): Stretch[] {
  let reach = 0;
  return claims
    .flatMap(({ spans }, claim) => spans.map(([begin, end]) => ({ begin, end, claim })))
    .sort((one, other) => one.begin - other.begin)
    .map((one) => ({ ...one, reach: (reach = Math.max(reach, one.end)) }));
}

/** The claims of which the span covers half, or which cover half of it; else the one it covers most of. */
function claimsAt([begin, end]: Span, stretches: readonly Stretch[]): number[] {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.reach ?? 0) <= begin) low = middle + 1;
    else high = middle;
  }
  const under: { claim: number; shared: number; isHalf: boolean }[] = [];
  for (let at = low; at < stretches.length; ++at) {
    const one = stretches[at];
    if (!one || one.begin >= end) break;
    const shared = Math.min(end, one.end) - Math.max(begin, one.begin);
    if (shared > 0) under.push({ claim: one.claim, shared, isHalf: 2 * shared >= Math.min(end - begin, one.end - one.begin) });
  }
  const half = under.filter(({ isHalf }) => isHalf);
  const most = [...under].sort((one, other) => other.shared - one.shared).slice(0, 1);
  return (half.length ? half : most).map(({ claim }) => claim);
}
