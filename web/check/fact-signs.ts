// What tells for and against a fact-check being about the same claim, as a few numbers. What they weigh is
// learned by tools/checked/learn.ts. tests/web/check/fact-index.test.ts holds it.

/** How a word of a fact-check stands there, as bits. */
export const inTitle = 1;
export const isMarked = 2;

/** A claim that is looked for. Its stems are numbers of the index. */
export interface Query {
  readonly stems: ReadonlyMap<number, { readonly idf: number; readonly aside: boolean }>;
  /** The idf of words that no fact-check has, summed up. */
  readonly unknown: number;
}

/** A fact-check as the index has it: the stems of its title and its claim in order, and how each stands there. */
export interface Stored {
  readonly stems: Int32Array;
  readonly flags: Uint8Array;
}

/** Each is about 0 to 1, so that weights can be read beside each other. */
export const signNames = [
  'score', // by BM25
  'share', // of the score that could be had
  'lead', // before the best other candidate
  'claim', // how much of the fact-check's claim the query has
  'title', // how much of its title
  'query', // how much of the query's own words the fact-check has
  'names', // how many of the fact-check's names and numbers the query has
  'rarest', // how rare the rarest word is that both have
  'second', // and the next
  'matched', // how many words both have
  'length', // of the fact-check
] as const;

/**
 * The numbers of signNames for one candidate. `score` is its BM25, `rival` that of the best other one, `idf`
 * that of each stem (how rare it is). "Covered" counts words by their idf.
 */
export function signsOf(query: Query, { stems, flags }: Stored, score: number, rival: number, idf: Float64Array): number[] {
  const [claim, title, names] = [new Share(), new Share(), new Share()];
  const hits = new Set<number>();
  for (let at = 0; at < stems.length; ++at) {
    const stem = stems[at] ?? 0;
    const flag = flags[at] ?? 0;
    const worth = idf[stem] ?? 0;
    const isHit = query.stems.has(stem);
    if (isHit) hits.add(stem);
    (flag & inTitle ? title : claim).add(worth, isHit);
    if (flag & isMarked) names.add(worth, isHit);
  }
  const own = new Share();
  own.add(query.unknown, false);
  let possible = query.unknown;
  let [rarest, second] = [0, 0];
  for (const [stem, of] of query.stems) {
    const isHit = hits.has(stem);
    possible += of.idf;
    if (!of.aside) own.add(of.idf, isHit);
    if (!isHit) continue;
    if (of.idf > rarest) [rarest, second] = [of.idf, rarest];
    else if (of.idf > second) second = of.idf;
  }
  return [
    score / 50, possible ? score / possible / 2 : 0, (score - rival) / 50, claim.hit, title.hit, own.hit, names.hit,
    rarest / 10, second / 10, Math.log(1 + hits.size) / 3, Math.log(1 + stems.length) / 4,
  ];
}

/** How much of something is hit. */
class Share {
  #all = 0;
  #hit = 0;

  add(worth: number, isHit: boolean): void {
    this.#all += worth;
    if (isHit) this.#hit += worth;
  }

  get hit(): number {
    return this.#all ? this.#hit / this.#all : 0;
  }
}
