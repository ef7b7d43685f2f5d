// The words of a claim and those around it, and how much two claims' words have in common.
// tests/web/review/anchor.test.ts holds it and the thresholds, with pairs of edited sentences.
import type { Span } from '../engine/report.ts';
import type { Anchor } from './format.ts';

const contextLength = 32;
const edges = ' "\'.,;:()[]…';

/** `text` on one line, with straight quotation marks and composed letters. */
export function fold(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/[‘’‚′]/g, "'")
    .replace(/[“”„″«»]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The words of `spans`, without the quotation marks and stops at their ends. */
export function wordsOf(text: string, spans: readonly Span[]): string {
  const words = fold(spans.map(([begin, end]) => text.slice(begin, end)).join(' … '));
  let begin = 0;
  let end = words.length;
  while (begin < end && edges.includes(words.charAt(begin))) ++begin;
  while (begin < end && edges.includes(words.charAt(end - 1))) --end;
  return words.slice(begin, end);
}

export function anchorOf(text: string, spans: readonly Span[], exact: string): Anchor {
  const start = spans[0]?.[0] ?? 0;
  const end = spans.at(-1)?.[1] ?? start;
  return {
    exact,
    prefix: fold(text.slice(Math.max(0, start - 2 * contextLength), start)).slice(-contextLength),
    suffix: fold(text.slice(end, end + 2 * contextLength)).slice(0, contextLength),
    start,
  };
}

/** 0 to 1: how much of what stands around both is the same, counted from the claim outwards. */
export function contextAgreement(one: Anchor, other: Anchor): number {
  const room =
    Math.min(one.prefix.length, other.prefix.length) + Math.min(one.suffix.length, other.suffix.length);
  if (!room) return one.start === other.start ? 1 : 0;
  let before = 0;
  const [end, otherEnd] = [one.prefix.length - 1, other.prefix.length - 1];
  while (
    before <= Math.min(end, otherEnd) &&
    one.prefix.charCodeAt(end - before) === other.prefix.charCodeAt(otherEnd - before)
  ) {
    ++before;
  }
  let after = 0;
  const most = Math.min(one.suffix.length, other.suffix.length);
  while (after < most && one.suffix.charCodeAt(after) === other.suffix.charCodeAt(after)) ++after;
  return (before + after) / room;
}

/** What two claims are compared by. */
export interface Bag {
  /** How often each word stands there, in small letters. */
  readonly words: ReadonlyMap<string, number>;
  readonly weight: number;
  /** Numbers, days and months. */
  readonly numbers: string;
  /** Other words with a capital that do not stand first. */
  readonly names: ReadonlySet<string>;
  /** The first word that carries meaning: most often of the subject. */
  readonly head: string;
}

const numeric = /\d/;
const isDate = (token: string): boolean =>
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)$/.test(token);

/** Short words tie sentences together; they say little about which one it is. */
export const weightOf = (word: string): number => (word.length > 3 || numeric.test(word) ? 1 : 0.3);

export function bagOf(claim: string): Bag {
  const tokens = claim.match(/\p{N}+(?:[.,/:]\p{N}+)*|[\p{L}\p{M}\p{N}']+/gu) ?? [];
  const words = new Map<string, number>();
  const names = new Set<string>();
  const numbers = new Set<string>();
  let weight = 0;
  for (const [index, token] of tokens.entries()) {
    const word = token.toLowerCase();
    words.set(word, (words.get(word) ?? 0) + 1);
    weight += weightOf(word);
    if (numeric.test(word) || isDate(token)) numbers.add(word);
    else if (index > 0 && word !== token) names.add(word);
  }
  const head = [...words.keys()].find((word) => weightOf(word) === 1) ?? '';
  return { words, weight, numbers: [...numbers].sort().join(' '), names, head };
}

/** 0 to 1: the weight of the words both have, of that of all. */
export function overlap(one: Bag, other: Bag): number {
  let shared = 0;
  for (const [word, times] of one.words) {
    shared += Math.min(times, other.words.get(word) ?? 0) * weightOf(word);
  }
  return shared ? (2 * shared) / (one.weight + other.weight) : 0;
}

/** A claim written over where it stands stays the same one until so little of it is left. */
export const followedOverlap = 0.3;
export const nearOverlap = 0.6;
/** As much agreement around two claims is no chance. */
export const someContext = 0.2;

/**
 * Whether `other` is the claim `one` a bit reworded, `context` being how far what stands around
 * them agrees. Another number is another claim, unless it stands in the same place; another
 * subject is another claim anywhere.
 */
export function isNear(one: Bag, other: Bag, context: number): boolean {
  if (overlap(one, other) < nearOverlap) return false;
  if (one.numbers !== other.numbers && context < someContext) return false;
  return !otherSubject(one, other);
}

function otherSubject(one: Bag, other: Bag): boolean {
  const has = (bag: Bag, word: string): boolean => bag.words.has(word);
  if (!has(one, other.head) && !has(other, one.head)) return true;
  const missing = (names: ReadonlySet<string>, bag: Bag) => [...names].some((name) => !has(bag, name));
  return missing(one.names, other) && missing(other.names, one);
}
