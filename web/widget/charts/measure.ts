// What the pictures of an article show, counted in words: whose word each word is, which sources
// get how many, and where nobody is given. Takes a Reading, gives numbers, knows no DOM.
// tests/web/widget/charts.test.ts holds it.
import { claimStatuses } from '../../engine/report.ts';
import type { ClaimStatus, ParagraphKind, Report, Source, SourceKind } from '../../engine/report.ts';
import type { Reading } from '../reading.ts';
import type { Words } from '../../words/index.ts';

/** Consecutive words of one claim; indices of words, half-open. */
export interface Run {
  readonly claim: number;
  readonly from: number;
  readonly to: number;
}

export interface ParagraphWords {
  /** Its number among the paragraphs of the article's body, from 1; null: it is no body. */
  readonly number: number | null;
  readonly kind: ParagraphKind;
  readonly from: number;
  readonly to: number;
  readonly byStatus: Readonly<Record<ClaimStatus, number>>;
}

/** Claims in a row for which nobody is given. */
export interface Stretch {
  /** Where its first claim begins in the text. */
  readonly begin: number;
  readonly end: number;
  /** The same in indices of words, half-open. */
  readonly from: number;
  readonly to: number;
  /** Numbers of the paragraphs of the body that it begins and ends in. */
  readonly paragraphs: readonly [first: number, last: number];
  /** Words of its claims. */
  readonly words: number;
}

export interface Measure {
  /** Of the whole text. */
  readonly words: number;
  readonly byStatus: Readonly<Record<ClaimStatus, number>>;
  /** Words that belong to no claim ("said the mayor"). */
  readonly rest: number;
  readonly runs: readonly Run[];
  readonly paragraphs: readonly ParagraphWords[];
  /** Sources with words, the most first. */
  readonly sources: readonly Source[];
  readonly byKind: Readonly<Record<SourceKind, number>>;
  readonly longest: Stretch | null;
}

const cache = new WeakMap<Reading, Measure>();

/** Counts `reading` once, however often it is asked for. */
export function measure(reading: Reading): Measure {
  let found = cache.get(reading);
  if (!found) cache.set(reading, (found = count(reading)));
  return found;
}

/** Where words begin: a letter or digit and what follows it without a space. */
export function wordStarts(text: string): number[] {
  const starts: number[] = [];
  let inWord = false;
  for (let at = 0; at < text.length; ++at) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) inWord = false;
    else if (!inWord && isLetterOrDigit(code, text, at)) {
      inWord = true;
      starts.push(at);
    }
  }
  return starts;
}

const isSpace = (code: number): boolean =>
  code < 0x80 ? code === 0x20 || (code >= 9 && code <= 13) : /\s/.test(String.fromCharCode(code));

function isLetterOrDigit(code: number, text: string, at: number): boolean {
  if (code >= 0x80) return /[\p{L}\p{N}]/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
  return (code >= 48 && code <= 57) || ((code | 0x20) >= 97 && (code | 0x20) <= 122);
}

const noWords = (): Record<ClaimStatus, number> => ({
  named: 0,
  unnamed: 0,
  hidden: 0,
  unsourced: 0,
  none: 0,
});

function count(reading: Reading): Measure {
  const { report, text } = reading;
  const starts = wordStarts(text);
  const owners = ownersOf(report, starts);
  const byStatus = countStatuses(report, owners, 0, owners.length);
  const claimed = claimStatuses.reduce((sum, status) => sum + byStatus[status], 0);
  const paragraphs = countParagraphs(report, starts, owners);
  return {
    words: starts.length,
    byStatus,
    rest: starts.length - claimed,
    runs: runsOf(owners),
    paragraphs,
    sources: report.sources.filter(({ words }) => words > 0).sort((one, other) => other.words - one.words),
    byKind: countKinds(report),
    longest: longestStretch(report, starts, owners, paragraphs),
  };
}

/** Index of the first of `starts` that is not before `offset`. */
function wordAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** For each word the first claim that it stands in; -1: none. */
function ownersOf(report: Report, starts: readonly number[]): Int32Array {
  const owners = new Int32Array(starts.length).fill(-1);
  report.claims.forEach(({ spans }, claim) => {
    for (const [begin, end] of spans) {
      for (let word = wordAt(starts, begin); (starts[word] ?? end) < end; ++word) {
        if (owners[word] === -1) owners[word] = claim;
      }
    }
  });
  return owners;
}

function countStatuses(
  report: Report,
  owners: Int32Array,
  from: number,
  to: number,
): Record<ClaimStatus, number> {
  const counts = noWords();
  for (let word = from; word < to; ++word) {
    const claim = report.claims[owners[word] ?? -1];
    if (claim) ++counts[claim.status];
  }
  return counts;
}

function countParagraphs(report: Report, starts: readonly number[], owners: Int32Array): ParagraphWords[] {
  let body = 0;
  return report.paragraphs.map(({ span: [begin, end], kind }) => {
    const [from, to] = [wordAt(starts, begin), wordAt(starts, end)];
    const byStatus = countStatuses(report, owners, from, to);
    return { number: kind === 'body' ? ++body : null, kind, from, to, byStatus };
  });
}

function runsOf(owners: Int32Array): Run[] {
  const runs: Run[] = [];
  for (let from = 0; from < owners.length; ) {
    const claim = owners[from] ?? -1;
    let to = from + 1;
    while (owners[to] === claim) ++to;
    if (claim >= 0) runs.push({ claim, from, to });
    from = to;
  }
  return runs;
}

// What one source passes on from another counts for both, as it does in the Report.
function countKinds(report: Report): Record<SourceKind, number> {
  const counts: Record<SourceKind, number> = {
    named_person: 0,
    named_organization: 0,
    document: 0,
    anonymous: 0,
    unnamed_group: 0,
    author: 0,
    none: 0,
  };
  for (const { kind, words } of report.sources) counts[kind] += words;
  return counts;
}

const givesNobody = (status: ClaimStatus): boolean => status === 'unsourced' || status === 'hidden';

/** The claims in a row with most words for which nobody is given; what is no claim does not end it. */
function longestStretch(
  report: Report,
  starts: readonly number[],
  owners: Int32Array,
  paragraphs: readonly ParagraphWords[],
): Stretch | null {
  const wordsOf = new Map<number, number>();
  for (const claim of owners) wordsOf.set(claim, (wordsOf.get(claim) ?? 0) + 1);

  const stretches: { begin: number; end: number; words: number }[] = [];
  let open = false;
  for (const [index, { status, spans }] of report.claims.entries()) {
    const [begin, end] = [spans[0]?.[0], spans.at(-1)?.[1]];
    if (status === 'none' || begin === undefined || end === undefined) continue;
    const last = open ? stretches.at(-1) : undefined;
    const words = (last?.words ?? 0) + (wordsOf.get(index) ?? 0);
    open = givesNobody(status);
    if (open && last) Object.assign(last, { end, words });
    else if (open) stretches.push({ begin, end, words });
  }
  const most = Math.max(0, ...stretches.map(({ words }) => words));
  const longest = stretches.find(({ words }) => words === most);
  if (!longest) return null;
  const { begin, end } = longest;
  const [from, to] = [wordAt(starts, begin), wordAt(starts, end)];
  const numbers = [numberAt(paragraphs, from), numberAt(paragraphs, to - 1)] as const;
  return { begin, end, from, to, words: most, paragraphs: numbers };
}

/** Number of the last paragraph of the body that begins at or before `word`; 1 if none does. */
function numberAt(paragraphs: readonly ParagraphWords[], word: number): number {
  const found = paragraphs.findLast(({ number, from }) => number !== null && from <= word);
  return found?.number ?? 1;
}

/** What a paragraph is called. */
export const nameOf = ({ number, kind }: ParagraphWords, { charts }: Words): string =>
  number === null ? charts.places[kind] : charts.paragraph(number);
