// Where in a document a quotation may stand: the stretches that share its rarest words and pairs of
// neighbours in its order. Looks at places the index names only, never at the whole document.
// tests/web/check/quotations.test.ts holds it.
import type { Wanted } from './align.ts';
import { pairKey, type IndexedDocument, type Postings } from './document.ts';
import { weightOf } from './words.ts';

/** Positions in the document, half-open. */
export interface Stretch {
  readonly begin: number;
  readonly end: number;
}

const bucket = 16; // positions that vote for one place
const mostPlaces = 8;
const mostCells = 300_000; // of all places together, so that a long quotation takes no longer than a blink
const worthwhile = 0.4; // of the votes of the best place
const mostVotes = 4_000; // a quotation of the most common words looks at no more
const mostWords = 64; // places of a word by itself; those of one that is everywhere tell nothing
const hidden = 250; // words that an ellipsis may stand for

/** The best places for tokens `[first, last)`, likeliest first. */
export function placesFor(wanted: Wanted, first: number, last: number, indexed: IndexedDocument): Stretch[] {
  const votes = new Map<number, number>();
  for (const { offset, positions, weight } of sightings(wanted, first, last, indexed)) {
    for (const position of positions) {
      // Each votes for two buckets that overlap: words may stand on either side of an edge.
      const place = Math.floor((position - offset + bucket * 64) / bucket);
      votes.set(place, (votes.get(place) ?? 0) + weight);
      votes.set(place - 1, (votes.get(place - 1) ?? 0) + weight);
    }
  }
  let most = 0;
  for (const count of votes.values()) most = Math.max(most, count);
  const likely = [...votes].filter(([, count]) => count >= most * worthwhile);
  likely.sort(([one, votesOne], [other, votesOther]) => votesOther - votesOne || one - other);
  const chosen: number[] = [];
  for (const [place] of likely) {
    if (chosen.length === mostPlaces) break;
    if (!chosen.some((other) => Math.abs(other - place) < 2)) chosen.push(place);
  }
  let cells = 0;
  return chosen
    .map((place) => stretchAt((place - 64) * bucket, wanted, first, last, indexed.size))
    .filter(({ begin, end }, at) => (cells += (end - begin) * (last - first)) <= mostCells || at === 0);
}

/** Around where the first token would stand: with room for words that were left out, and for ellipses. */
function stretchAt(begin: number, { tokens }: Wanted, first: number, last: number, size: number): Stretch {
  const count = last - first;
  const slack = 6 + (count >> 2);
  let ellipses = 0;
  for (let at = first; at < last; ++at) if (tokens[at]?.kind === 'ellipsis') ++ellipses;
  const room = Math.min(ellipses, 3) * hidden;
  return {
    begin: Math.max(0, begin - slack - room),
    end: Math.min(size, begin + 2 * bucket + count + slack + room),
  };
}

interface Sighting {
  /** Index of the token, from the first that is looked for. */
  readonly offset: number;
  readonly positions: Int32Array;
  readonly weight: number;
}

/** The rarest first, until enough have been seen. */
function sightings(wanted: Wanted, first: number, last: number, indexed: IndexedDocument): Sighting[] {
  const { ids, tokens } = wanted;
  const found: Sighting[] = [];
  const isSingle = last - first < 2;
  for (let at = first; at < last; ++at) {
    const id = ids[at] ?? -1;
    if (id < 0) continue;
    const offset = at - first;
    const alone = listed(indexed.words, id);
    if (alone.length <= mostWords || isSingle) {
      found.push({ offset, positions: alone, weight: weightOf(tokens[at]?.key ?? '') * rarity(alone.length, indexed.size) * 0.5 });
    }
    const next = at + 1 < last ? (ids[at + 1] ?? -1) : -1;
    if (next < 0) continue;
    const pair = listed(indexed.pairs, pairKey(id, next, indexed.pairs.starts.length - 1));
    const real = pair.filter((position) => indexed.ids[position] === id && indexed.ids[position + 1] === next);
    if (real.length) found.push({ offset, positions: real, weight: rarity(real.length, indexed.size) });
  }
  found.sort((one, other) => one.positions.length - other.positions.length);
  let seen = 0;
  return found.filter(({ positions }) => (seen += positions.length) <= mostVotes || seen === positions.length);
}

const listed = ({ starts, positions }: Postings, key: number): Int32Array =>
  positions.subarray(starts[key] ?? 0, starts[key + 1] ?? 0);

const rarity = (count: number, size: number): number => Math.log(1 + size / count);
