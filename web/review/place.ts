// Finds words that were chosen by hand in a text that has changed since. tests/web/review/corrected.test.ts
// holds it.
import type { Span } from '../engine/report.ts';
import { anchorOf, bagOf, contextAgreement, fold, followedOverlap, overlap, someContext } from './anchor.ts';
import type { Anchor } from './format.ts';

export interface SoughtWords {
  readonly anchor: Anchor;
  /** The words when they were chosen. */
  readonly words: string;
  /** Where edits carried them; empty: not known. */
  readonly spans: readonly Span[];
}

/** So few words may stand anywhere: what is around must agree. */
const brief = 5;
/** As many places of the same words are looked at. */
const mostPlaces = 200;

/**
 * Where the words now stand, in UTF-16 units; null: nowhere. Where edits carried them, unless next
 * to nothing of them is left; else the same words, of several those whose surroundings agree best.
 */
export function findWords(text: string, { anchor, words, spans }: SoughtWords): Span | null {
  const [carried] = spans;
  if (carried && isStillThat(words, fold(text.slice(...carried)))) return carried;
  const isBrief = anchor.exact.split(' ', brief).length < brief;
  let [best, score]: [Span | null, number] = [null, isBrief ? someContext : -1];
  for (const span of placesOf(text, anchor.exact)) {
    const there = anchorOf(text, [span], anchor.exact);
    const agreement = contextAgreement(anchor, there) - Math.abs(there.start - anchor.start) / 1e9;
    if (agreement > score) [best, score] = [span, agreement];
  }
  return best;
}

const isStillThat = (chosen: string, words: string): boolean =>
  words === chosen || overlap(bagOf(chosen), bagOf(words)) >= followedOverlap;

/** What fold() makes one of: white space, quotation marks. */
const variants: Readonly<Record<string, string>> = { ' ': '\\s+', "'": "['‘’‚′]", '"': '["“”„″«»]' };

/** Where `exact`, as fold() gives it, stands in `text`. */
function placesOf(text: string, exact: string): Span[] {
  const pattern = exact.replace(/[\s'"]|[.*+?^${}()|[\]\\]/g, (one) => variants[one] ?? `\\${one}`);
  const places: Span[] = [];
  for (const { 0: found, index } of text.matchAll(new RegExp(pattern, 'g'))) {
    places.push([index, index + found.length]);
    if (places.length === mostPlaces) break;
  }
  return places;
}
