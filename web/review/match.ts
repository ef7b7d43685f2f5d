// Finds reviewed claims again in a new report: no review on two claims, no two on one. First
// where the edits carried them, then by the same words, then by nearly the same. Grows with the
// number of reviews and claims, not with their product. tests/web/review/book.test.ts holds it.
import type { Span } from '../engine/report.ts';
import {
  anchorOf, bagOf, contextAgreement, followedOverlap, isNear, overlap, someContext, weightOf,
  type Bag,
} from './anchor.ts';
import type { Anchor } from './format.ts';

export interface Sought {
  readonly anchor: Anchor;
  /** The words when it was reviewed. */
  readonly words: string;
  /** Where edits carried it; empty: not known. */
  readonly spans: readonly Span[];
  /** It had a claim in the last report, and no other claim had the same words. */
  readonly wasOnlyOne?: boolean;
}

export interface Candidate {
  readonly spans: readonly Span[];
  readonly words: string;
}

interface Pair {
  readonly sought: number;
  readonly claim: number;
  readonly score: number;
}

/** So few words ("He denied it") may mean another thing elsewhere: what is around must agree. */
const isBrief = (words: string): boolean => words.split(' ', 5).length < 5;
/** Of claims with the same words the nearest are looked at; a word that more have tells none apart. */
const mostAlike = 20;
/** Of claims with some of the words as many are compared. */
const mostNear = 8;

/** The index of the claim of each of `sought`; -1 if it is no longer there. */
export function findClaims(text: string, sought: readonly Sought[], claims: readonly Candidate[]): number[] {
  const search = new Search(text, sought, claims);
  search.assign(search.followed((words, one) => words === one.anchor.exact));
  // Words that stood there once and do so still are the claim, whatever was typed in its place.
  search.assign(search.sameWords((one) => (one.wasOnlyOne ? one.anchor.exact : '')));
  search.assign(search.followed((words, one) => isStillThat(one.words, words)));
  search.assign(search.sameWords((one) => one.anchor.exact));
  search.assign(search.sameWords((one) => one.words));
  search.assign(search.nearWords((one) => one.anchor.exact));
  search.assign(search.nearWords((one) => one.words));
  return search.found;
}

class Search {
  readonly found: number[];
  readonly #text: string;
  readonly #sought: readonly Sought[];
  readonly #claims: readonly Candidate[];
  readonly #taken: boolean[];
  readonly #anchors: (Anchor | undefined)[];
  readonly #bags: (Bag | undefined)[];
  #stretches: Stretches | null = null;

  constructor(text: string, sought: readonly Sought[], claims: readonly Candidate[]) {
    this.#text = text;
    this.#sought = sought;
    this.#claims = claims;
    this.found = sought.map(() => -1);
    this.#taken = claims.map(() => false);
    this.#anchors = claims.map(() => undefined);
    this.#bags = claims.map(() => undefined);
  }

  /** Gives the best pairs to each other first. */
  assign(pairs: Pair[]): void {
    pairs.sort((one, other) => other.score - one.score || one.sought - other.sought || one.claim - other.claim);
    for (const { sought, claim } of pairs) {
      if ((this.found[sought] ?? 0) >= 0 || this.#taken[claim]) continue;
      this.found[sought] = claim;
      this.#taken[claim] = true;
    }
  }

  followed(is: (words: string, one: Sought) => boolean): Pair[] {
    return this.#open((one, index) => {
      this.#stretches ??= new Stretches(this.#claims);
      const whole = lengthOf(one.spans);
      return this.#stretches.under(one.spans).flatMap(({ claim, shared }) => {
        const { spans = [], words = '' } = this.#claims[claim] ?? {};
        const length = lengthOf(spans);
        const touches = shared < 0.5 * one.anchor.exact.length && shared < 0.8 * length;
        if (this.#taken[claim] || touches || !is(words, one)) return [];
        return [{ sought: index, claim, score: (2 * shared) / (whole + length) }];
      });
    });
  }

  sameWords(wordsOf: (one: Sought) => string): Pair[] {
    const byWords = new Map<string, number[]>();
    for (const [claim, { words }] of this.#claims.entries()) {
      if (this.#taken[claim]) continue;
      const same = byWords.get(words);
      if (same) same.push(claim);
      else byWords.set(words, [claim]);
    }
    return this.#open((one, index) => {
      const words = wordsOf(one);
      const brief = !one.wasOnlyOne && isBrief(words);
      return this.#nearest(byWords.get(words) ?? [], one.anchor.start).flatMap((claim) => {
        const score = this.#contextScore(one, claim);
        return brief && score < someContext ? [] : [{ sought: index, claim, score }];
      });
    });
  }

  nearWords(wordsOf: (one: Sought) => string): Pair[] {
    if (!this.found.includes(-1)) return [];
    const byWord = new Map<string, number[]>();
    for (const claim of this.#claims.keys()) {
      if (this.#taken[claim]) continue;
      for (const word of this.#bag(claim).words.keys()) {
        if (weightOf(word) < 1) continue;
        const having = byWord.get(word);
        if (having) having.push(claim);
        else byWord.set(word, [claim]);
      }
    }
    return this.#open((one, index) => {
      const words = wordsOf(one);
      const bag = bagOf(words);
      const reviewed = words === one.words ? bag : bagOf(one.words);
      const brief = isBrief(words);
      return this.#sharing(bag, byWord).flatMap((claim) => {
        const context = contextAgreement(one.anchor, this.#anchor(claim));
        const other = this.#bag(claim);
        if (brief && context < someContext) return [];
        if (overlap(reviewed, other) < followedOverlap) return [];
        return isNear(bag, other, context)
          ? [{ sought: index, claim, score: overlap(bag, other) + context / 2 }]
          : [];
      });
    });
  }

  /** The claims that share most with `bag`. */
  #sharing(bag: Bag, byWord: ReadonlyMap<string, number[]>): number[] {
    const shared = new Map<number, number>();
    for (const word of bag.words.keys()) {
      const having = byWord.get(word) ?? [];
      if (having.length > mostAlike) continue;
      for (const claim of having) shared.set(claim, (shared.get(claim) ?? 0) + 1);
    }
    const best = [...shared].sort((one, other) => other[1] - one[1]);
    return best.slice(0, mostNear).map(([claim]) => claim);
  }

  /** Of the claims with the same words those nearest to `start`. */
  #nearest(claims: readonly number[], start: number): readonly number[] {
    if (claims.length <= mostAlike) return claims;
    let low = 0;
    let high = claims.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#claims[claims[middle] ?? 0]?.spans[0]?.[0] ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    const from = Math.max(0, Math.min(low - mostAlike / 2, claims.length - mostAlike));
    return claims.slice(from, from + mostAlike);
  }

  /** How far the surroundings agree, and among equals which one is nearest. */
  #contextScore(one: Sought, claim: number): number {
    const anchor = this.#anchor(claim);
    const away = Math.abs(anchor.start - one.anchor.start);
    return contextAgreement(one.anchor, anchor) + 0.01 / (1 + away);
  }

  #open(pairsOf: (one: Sought, index: number) => Pair[]): Pair[] {
    return this.#sought.flatMap((one, index) => (this.found[index] === -1 ? pairsOf(one, index) : []));
  }

  #anchor(claim: number): Anchor {
    const { spans = [], words = '' } = this.#claims[claim] ?? {};
    return (this.#anchors[claim] ??= anchorOf(this.#text, spans, words));
  }

  #bag(claim: number): Bag {
    return (this.#bags[claim] ??= bagOf(this.#claims[claim]?.words ?? ''));
  }
}

function isStillThat(reviewed: string, words: string): boolean {
  return overlap(bagOf(reviewed), bagOf(words)) >= followedOverlap;
}

const lengthOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, [begin, end]) => sum + end - begin, 0);

/** The stretches of all claims in the order of the text, to ask which lie under a span. */
class Stretches {
  readonly #all: readonly { begin: number; end: number; claim: number }[];
  /** The furthest end of all up to each. */
  readonly #reach: number[] = [];

  constructor(claims: readonly Candidate[]) {
    this.#all = claims
      .flatMap(({ spans }, claim) => spans.map(([begin, end]) => ({ begin, end, claim })))
      .sort((one, other) => one.begin - other.begin);
    let reach = 0;
    for (const { end } of this.#all) this.#reach.push((reach = Math.max(reach, end)));
  }

  under(spans: readonly Span[]): { claim: number; shared: number }[] {
    const shared = new Map<number, number>();
    for (const [begin, end] of spans) {
      for (let at = this.#first(begin); ; ++at) {
        const one = this.#all[at];
        if (!one || one.begin >= end) break;
        const length = Math.min(end, one.end) - Math.max(begin, one.begin);
        if (length > 0) shared.set(one.claim, (shared.get(one.claim) ?? 0) + length);
      }
    }
    return [...shared].map(([claim, length]) => ({ claim, shared: length }));
  }

  /** The first that may reach beyond `offset`. */
  #first(offset: number): number {
    let low = 0;
    let high = this.#all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#reach[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
