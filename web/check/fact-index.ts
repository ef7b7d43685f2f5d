// Which fact-checks of an archive are about the same claim: candidates by BM25 over the stems of claim and
// title (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009), put in order
// by how likely each is, a logistic regression over fact-signs.ts. tests/web/check/fact-index.test.ts and
// `./dev eval-checked` hold it.
import { shareOf } from './common-words.ts';
import { inTitle, isMarked, signsOf, type Query, type Stored } from './fact-signs.ts';
import shipped from './fact-weights.json' with { type: 'json' };
import { termsOf } from './terms.ts';

/** What is compared of an archived fact-check. */
export interface Checked {
  readonly claim: string;
  /** The headline of the fact-check; '' if it has none. */
  readonly title: string;
}

/** One found fact-check: its number in the order of add(), and how likely it is about the same claim, 0 to 1. */
export interface Hit {
  readonly entry: number;
  readonly likely: number;
}

/** One weight a sign of signNames, and what is added. */
export interface Weights {
  readonly signs: readonly number[];
  readonly bias: number;
}

/** A fact-check that is less likely than this is not shown (docs/checking.md says what that costs). */
export const threshold: number = shipped.threshold;

const k1 = 1.2;
const b = 0.75;
const candidates = 20;
/** Sentences of news that count as fact-checks when it is said how rare a word is. */
const background = 2000;
/** The archive that the weights were learned of: rarity is on its scale. */
const learnedOf = 10_000;

export class FactIndex {
  #weights: Weights = shipped;
  #numbers = new Map<string, number>();
  /** How many sentences of the background have each stem. */
  #common: number[] = [];
  /** Of each stem, entry * 16 + how often it stands there (at most 15). */
  #postings: number[][] = [];
  #stored = new StoredAll();
  /** Of each stem; made anew when something was added. */
  #idf = new Float64Array(0);
  #scores = new Float64Array(0);
  #isStale = false;

  /** The same fact-checks, put in order by other weights. Neither is to be added to any more. */
  weighing(weights: Weights): FactIndex {
    const index = new FactIndex();
    index.#weights = weights;
    [index.#numbers, index.#postings, index.#stored, index.#common] = [this.#numbers, this.#postings, this.#stored, this.#common];
    index.#isStale = true;
    return index;
  }

  get size(): number {
    return this.#stored.size;
  }

  /** Adds a fact-check; its number is the size before. */
  add({ claim, title }: Checked): void {
    const head = termsOf(title);
    const terms = [...head, ...termsOf(claim)];
    const stems = new Int32Array(terms.length);
    const flags = new Uint8Array(terms.length);
    const counts = new Map<number, number>();
    for (const [at, { stem, marked }] of terms.entries()) {
      const number = this.#numberOf(stem);
      stems[at] = number;
      // Headlines capitalise every word.
      flags[at] = at < head.length ? inTitle : marked ? isMarked : 0;
      counts.set(number, (counts.get(number) ?? 0) + 1);
    }
    for (const [stem, count] of counts) this.#postings[stem]?.push(this.size * 16 + Math.min(count, 15));
    this.#stored.push({ stems, flags });
    this.#isStale = true;
  }

  /** At most `most` fact-checks that may be about `claim`, the likeliest first. */
  find(claim: string, most = 5): Hit[] {
    const { signs: weights, bias } = this.#weights;
    return this.signs(claim)
      .map(({ entry, signs }) => ({ entry, likely: logistic(signs.reduce((sum, sign, at) => sum + sign * (weights[at] ?? 0), bias)) }))
      .sort((one, other) => other.likely - one.likely || one.entry - other.entry)
      .slice(0, most);
  }

  /** The candidates for `claim`, best BM25 first, with what tells for and against each: what weights are learned from. */
  signs(claim: string): { entry: number; signs: number[] }[] {
    this.#refresh();
    const query = this.#queryOf(claim);
    const best = this.#best(query);
    return best.map(({ entry, score }, at) => {
      const rival = best[at === 0 ? 1 : 0]?.score ?? 0;
      return { entry, signs: signsOf(query, this.#stored.at(entry), score, rival, this.#idf) };
    });
  }

  #queryOf(claim: string): Query {
    const stems = new Map<number, { idf: number; aside: boolean }>();
    const strange = new Set<string>();
    let unknown = 0;
    for (const { stem, aside } of termsOf(claim)) {
      const number = this.#numbers.get(stem);
      if (number === undefined) {
        if (!aside && !strange.has(stem)) unknown += idfOf(shareOf(stem) * background, this.size);
        strange.add(stem);
        continue;
      }
      stems.set(number, { idf: this.#idf[number] ?? 0, aside: aside && (stems.get(number)?.aside ?? true) });
    }
    return { stems, unknown };
  }

  #best(query: Query): Scored[] {
    const scores = this.#scores.fill(0);
    const average = this.#stored.words / Math.max(1, this.size);
    for (const [stem, { idf }] of query.stems) {
      for (const posting of this.#postings[stem] ?? []) {
        const entry = posting >> 4;
        const count = posting & 15;
        const length = this.#stored.lengthOf(entry);
        scores[entry] = (scores[entry] ?? 0) + (idf * count * (k1 + 1)) / (count + k1 * (1 - b + (b * length) / average));
      }
    }
    return highest(scores, candidates);
  }

  #refresh(): void {
    if (!this.#isStale) return;
    this.#isStale = false;
    this.#scores = new Float64Array(this.size);
    this.#idf = Float64Array.from(this.#postings, ({ length }, stem) => idfOf(length + (this.#common[stem] ?? 0), this.size));
  }

  #numberOf(stem: string): number {
    let number = this.#numbers.get(stem);
    if (number === undefined) {
      number = this.#postings.push([]) - 1;
      this.#common.push(shareOf(stem) * background);
      this.#numbers.set(stem, number);
    }
    return number;
  }
}

/** The words of all fact-checks, end to end: a hundred thousand small arrays would keep the garbage collector busy. */
class StoredAll {
  #stems = new Int32Array(1024);
  #flags = new Uint8Array(1024);
  /** Where each begins, and where the last ends. */
  readonly #begins = [0];

  get size(): number {
    return this.#begins.length - 1;
  }

  get words(): number {
    return this.#begins[this.size] ?? 0;
  }

  push({ stems, flags }: Stored): void {
    const [begin, end] = [this.words, this.words + stems.length];
    if (end > this.#stems.length) {
      const room = Math.max(end, this.#stems.length * 2);
      const [older, olderFlags] = [this.#stems, this.#flags];
      [this.#stems, this.#flags] = [new Int32Array(room), new Uint8Array(room)];
      this.#stems.set(older);
      this.#flags.set(olderFlags);
    }
    this.#stems.set(stems, begin);
    this.#flags.set(flags, begin);
    this.#begins.push(end);
  }

  lengthOf(entry: number): number {
    return (this.#begins[entry + 1] ?? 0) - (this.#begins[entry] ?? 0);
  }

  at(entry: number): Stored {
    const [begin, end] = [this.#begins[entry], this.#begins[entry + 1]];
    return { stems: this.#stems.subarray(begin, end), flags: this.#flags.subarray(begin, end) };
  }
}

interface Scored {
  readonly entry: number;
  readonly score: number;
}

/** The `most` entries of highest score above 0, the highest first. */
function highest(scores: Float64Array, most: number): Scored[] {
  const best: Scored[] = [];
  let least = 0;
  const cut = (): void => {
    best.sort((one, other) => other.score - one.score || one.entry - other.entry);
    best.length = Math.min(best.length, most);
  };
  for (const [entry, score] of scores.entries()) {
    if (score <= least) continue;
    best.push({ entry, score });
    if (best.length < most * 4) continue;
    cut();
    least = best[most - 1]?.score ?? 0;
  }
  cut();
  return best;
}

/** How rare a stem is that so many have, of so many fact-checks and the background. */
function idfOf(having: number, size: number): number {
  const all = size + background;
  const scale = Math.log(learnedOf + background) / Math.log(all);
  return scale * Math.log(1 + (all - having + 0.5) / (having + 0.5));
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
