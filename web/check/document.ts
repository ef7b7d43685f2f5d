// A transcript or document that quotations are looked for in: its words with an index of where each
// and each pair of neighbours stands. Grows linearly with the text, in time and memory.
// tests/web/check/quotations.test.ts holds it.
import type { Place } from '../files/document.ts';
import { findLabels, withLabels } from './speakers.ts';
import type { Work } from './slices.ts';
import { eachWord, isFiller } from './words.ts';

export interface SourceDocument {
  readonly name: string;
  readonly text: string;
  /** What the file tells of where its words stand, in order; speakers and times in the text are found here. */
  readonly places: readonly Place[];
}

/** What a word is besides a word; such words may be left out of a quotation. */
export const aside = 1; // "(laughter)", "[inaudible]"
export const filler = 2;

export interface IndexedDocument {
  readonly document: SourceDocument;
  /** With the labels of the text; in order. */
  readonly places: readonly Place[];
  readonly size: number;
  readonly begins: Int32Array;
  readonly ends: Int32Array;
  /** Which word stands at each position. */
  readonly ids: Int32Array;
  /** `aside`, `filler` or 0 for each position. */
  readonly flags: Uint8Array;
  readonly idOf: ReadonlyMap<string, number>;
  /** By id. */
  readonly keys: readonly string[];
  readonly words: Postings;
  readonly pairs: Postings;
}

/** The positions of key k are `positions[starts[k]]` to `positions[starts[k + 1] - 1]`, in order. */
export interface Postings {
  readonly starts: Int32Array;
  readonly positions: Int32Array;
}

const chunk = 8_192; // UTF-16 units between two chances to pause

export function* indexDocument(document: SourceDocument): Work<IndexedDocument> {
  const { text } = document;
  const labels = findLabels(text);
  yield;
  const idOf = new Map<string, number>();
  const keys: string[] = [];
  const begins = new Growing();
  const ends = new Growing();
  const ids = new Growing();
  const take = (begin: number, end: number, key: string): void => {
    let id = idOf.get(key);
    if (id === undefined) {
      id = keys.push(key) - 1;
      idOf.set(key, id);
    }
    begins.push(begin);
    ends.push(end);
    ids.push(id);
  };
  let from = 0;
  for (const label of [...labels, { begin: text.length, end: text.length }]) {
    while (from < label.begin) {
      const to = Math.min(label.begin, chunkEnd(text, from));
      eachWord(text, from, to, take);
      from = to;
      yield;
    }
    from = Math.max(from, label.end);
  }
  const all = { begins: begins.taken(), ends: ends.taken(), ids: ids.taken() };
  const flags = flagsOf(text, all, keys);
  yield;
  const words = postingsOf(all.ids, keys.length);
  yield;
  const buckets = pairBuckets(all.ids.length);
  const pairs = postingsOf(all.ids.subarray(0, -1).map((id, at) => pairKey(id, all.ids[at + 1] ?? 0, buckets)), buckets);
  return { document, places: withLabels(document.places, labels), size: all.ids.length, ...all, flags, idOf, keys, words, pairs };
}

/** A chunk ends with a line or at white space, so that no word is cut. */
function chunkEnd(text: string, from: number): number {
  if (from + chunk >= text.length) return text.length;
  const blank = /\s/g;
  blank.lastIndex = from + chunk;
  return blank.exec(text)?.index ?? text.length;
}

class Growing {
  #values = new Int32Array(1024);
  #size = 0;

  push(value: number): void {
    if (this.#size === this.#values.length) {
      const larger = new Int32Array(this.#size * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#size++] = value;
  }

  taken(): Int32Array {
    return this.#values.slice(0, this.#size);
  }
}

const longestAside = 80; // UTF-16 units

function flagsOf(text: string, { begins, ids }: { begins: Int32Array; ids: Int32Array }, keys: readonly string[]): Uint8Array {
  const fillers = keys.map((key) => (isFiller(key) ? filler : 0));
  const flags = Uint8Array.from(ids, (id) => fillers[id] ?? 0);
  let at = 0;
  for (const { index, 0: found } of text.matchAll(/\([^()[\]\n]*\)|\[[^()[\]\n]*\]/g)) {
    if (found.length > longestAside) continue;
    while (at < begins.length && (begins[at] ?? 0) < index) ++at;
    for (; at < begins.length && (begins[at] ?? 0) < index + found.length; ++at) flags[at] = aside;
  }
  return flags;
}

/** A power of two, so that few pairs share a bucket. */
function pairBuckets(size: number): number {
  let buckets = 1024;
  while (buckets < size) buckets *= 2;
  return buckets;
}

/** The bucket that a pair of words stands in; others may stand there too. */
export const pairKey = (first: number, second: number, buckets: number): number =>
  (Math.imul(first, 0x9e3779b1) ^ Math.imul(second + 1, 0x85ebca6b)) >>> 8 & (buckets - 1);

function postingsOf(keys: Int32Array, count: number): Postings {
  const starts = new Int32Array(count + 1);
  for (const key of keys) starts[key + 1] = (starts[key + 1] ?? 0) + 1;
  for (let key = 0; key < count; ++key) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
  const next = starts.slice();
  const positions = new Int32Array(keys.length);
  keys.forEach((key, position) => {
    const at = next[key] ?? 0;
    positions[at] = position;
    next[key] = at + 1;
  });
  return { starts, positions };
}

/** What the document says of the place at `at`: the last time, page and speaker before it. */
export function placeAt(places: readonly Place[], at: number): Omit<Place, 'at'> {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const found: { time?: number; page?: number; speaker?: string } = {};
  const wanted = 3;
  for (let place = low - 1; place >= 0 && Object.keys(found).length < wanted && low - place < 2_000; --place) {
    const { time, page, speaker } = places[place] ?? {};
    if (time !== undefined) found.time ??= time;
    if (page !== undefined) found.page ??= page;
    if (speaker !== undefined) found.speaker ??= speaker;
  }
  return found;
}
