// Which claim of one version is which of the other: the same words in their order first, then the
// same words anywhere, then the nearest words between those that stand, then the nearest anywhere.
// One to one, and the same whichever version comes first. tests/web/compare/pairs.test.ts holds it.
import { diffArrays } from 'diff';
import { weightOf, type Folded } from './fold.ts';

export interface Pairable extends Folded {
  /** Claims that assert nothing pair with those that do only if they are much alike. */
  readonly asserts: boolean;
  /** Tells apart claims of the same words. */
  readonly status: string;
}

/** Index of the earlier claim for each later one; null: it has none. */
export type Pairs = (number | null)[];

// Shares of the words that two claims have in common, by weight.
const enoughBetween = 0.5;
const enoughAnywhere = 0.6;
const unlikeKinds = 0.7;

export function pairClaims(before: readonly Pairable[], after: readonly Pairable[]): Pairs {
  const matching = new Matching(before, after);
  matching.pairSameInOrder();
  matching.pairSameAnywhere();
  const candidates = matching.candidates();
  matching.pairNearest(candidates, true);
  matching.pairNearest(candidates, false);
  return matching.pairs;
}

interface Candidates {
  /** Two entries a candidate: before and after. */
  readonly indices: number[];
  readonly scores: number[];
  /** The best first; of equals, those that moved least. */
  readonly order: readonly number[];
}

class Matching {
  readonly pairs: Pairs;
  readonly #before: readonly Pairable[];
  readonly #after: readonly Pairable[];
  readonly #taken: boolean[];
  #gapsBefore: readonly number[] = [];
  #gapsAfter: readonly number[] = [];

  constructor(before: readonly Pairable[], after: readonly Pairable[]) {
    this.#before = before;
    this.#after = after;
    this.pairs = after.map(() => null);
    this.#taken = before.map(() => false);
  }

  pairSameInOrder(): void {
    for (const [b, a] of sameInOrder(this.#before.map(exactly), this.#after.map(exactly))) {
      this.#pair(b, a);
    }
    this.#gapsBefore = gaps(this.#taken);
    this.#gapsAfter = gaps(this.pairs.map((b) => b !== null));
  }

  pairSameAnywhere(): void {
    const waiting = new Map<string, number[]>();
    this.#before.forEach(({ key }, b) => {
      if (this.#taken[b]) return;
      const same = waiting.get(key);
      if (same) same.push(b);
      else waiting.set(key, [b]);
    });
    for (const same of waiting.values()) same.reverse();
    this.#after.forEach(({ key }, a) => {
      if (this.pairs[a] !== null) return;
      const b = waiting.get(key)?.pop();
      if (b !== undefined) this.#pair(b, a);
    });
  }

  /** Claims left over that have enough words in common. */
  candidates(): Candidates {
    const places = this.#placesOfStems();
    const indices: number[] = [];
    const scores: number[] = [];
    const shared = new Float64Array(this.#after.length);
    this.#before.forEach((one, b) => {
      if (this.#taken[b]) return;
      for (const [stem, times] of one.stems) {
        const weight = weightOf(stem);
        for (const { a, most } of places.get(stem) ?? []) {
          shared[a] = (shared[a] ?? 0) + weight * Math.min(times, most);
        }
      }
      this.#after.forEach((other, a) => {
        const score = shared[a] ? likeness(one, other, shared[a]) : 0;
        shared[a] = 0;
        if (score < enoughBetween) return;
        indices.push(b, a);
        scores.push(score);
      });
    });
    return { indices, scores, order: bestFirst(indices, scores) };
  }

  /** For each stem, the later claims left over that have it, and how often. */
  #placesOfStems(): Map<string, { a: number; most: number }[]> {
    const places = new Map<string, { a: number; most: number }[]>();
    this.#after.forEach(({ stems }, a) => {
      if (this.pairs[a] !== null) return;
      for (const [stem, most] of stems) {
        const list = places.get(stem);
        if (list) list.push({ a, most });
        else places.set(stem, [{ a, most }]);
      }
    });
    return places;
  }

  /** `between`: only those that stand between the same claims of both versions. */
  pairNearest({ indices, scores, order }: Candidates, between: boolean): void {
    for (const at of order) {
      const [b = 0, a = 0] = [indices[2 * at], indices[2 * at + 1]];
      if (this.#taken[b] || this.pairs[a] !== null) continue;
      if (between ? this.#gapsBefore[b] !== this.#gapsAfter[a] : (scores[at] ?? 0) < enoughAnywhere) continue;
      this.#pair(b, a);
    }
  }

  #pair(b: number, a: number): void {
    this.pairs[a] = b;
    this.#taken[b] = true;
  }
}

const exactly = ({ key, status }: Pairable): string => `${status} ${key}`;

/** For each place, how many of the places before it hold. */
function gaps(holds: readonly boolean[]): number[] {
  let count = 0;
  return holds.map((one) => (one ? ++count : count));
}

/** Pairs [index in `before`, index in `after`] of a longest common subsequence. */
function sameInOrder(before: readonly string[], after: readonly string[]): [number, number][] {
  const inBefore = new Set(before);
  const inAfter = new Set(after);
  // What only one side has would only cost time; a whole other article then costs none.
  const left = before.map((key, at) => ({ key, at })).filter(({ key }) => inAfter.has(key));
  const right = after.map((key, at) => ({ key, at })).filter(({ key }) => inBefore.has(key));
  // Of several longest ones, the same is to be found whichever version comes first.
  const text = (list: typeof left): string => list.map(({ key }) => key).join('\n');
  const swap = text(right) < text(left);
  const [first, second] = swap ? [right, left] : [left, right];
  const changes = diffArrays(first, second, {
    comparator: (one, other) => one.key === other.key,
    maxEditLength: 160, // beyond it, a text shuffled as a whole: its claims pair without order
  });
  const pairs: [number, number][] = [];
  let [i, j] = [0, 0];
  for (const { added, removed, count } of changes ?? []) {
    for (let n = 0; !added && !removed && n < count; ++n) {
      const [x, y] = [first[i + n]?.at ?? 0, second[j + n]?.at ?? 0];
      pairs.push(swap ? [y, x] : [x, y]);
    }
    if (!added) i += count;
    if (!removed) j += count;
  }
  return pairs;
}

/** 0 to 1: the share of their words that both have; less if the one only holds the other. */
function likeness(one: Pairable, other: Pairable, shared: number): number {
  const least = Math.min(one.weight, other.weight);
  const held = least >= 3 ? (0.75 * shared) / least : 0;
  const score = Math.max((2 * shared) / (one.weight + other.weight), held);
  return one.asserts === other.asserts ? score : score * unlikeKinds;
}

/** The order of candidates; one number each, since there may be many (score, way, place). */
function bestFirst(indices: readonly number[], scores: readonly number[]): number[] {
  const most = 2 ** 14 - 1;
  const ranks = Float64Array.from(scores, (score, at) => {
    const way = Math.min(most, Math.abs((indices[2 * at] ?? 0) - (indices[2 * at + 1] ?? 0)));
    return (1000 - Math.round(1000 * score)) * 2 ** 42 + way * 2 ** 28 + at;
  });
  return Array.from(ranks.sort(), (rank) => rank % 2 ** 28);
}
