// Whose word the claims of an article rest on, counted: what the box for readers says and the JSON-LD
// states. Takes a Report and its text. tests/web/publish/box.test.ts holds it.
import type { Claim, Report, Source, Span } from '../engine/report.ts';

/** A source, and the claims that rest on it. */
export interface Standing {
  readonly source: Source;
  /** Indices into `report.claims`, ascending. */
  readonly claims: readonly number[];
  /** Some of it is quoted, wholly or partly. */
  readonly isQuoted: boolean;
}

export interface Standings {
  /** Claims that could be checked: all but those of the status `none`. */
  readonly total: number;
  /** Whom the reader can identify, those with most claims first. */
  readonly named: readonly Standing[];
  /** Whom the reader cannot. */
  readonly unnamed: readonly Standing[];
  /** Named sources that have it from people they do not name, without words for these. */
  readonly passedOn: readonly Standing[];
}

/** The sources that a claim rests on, each once, in the order of its attributions. */
export function sourcesOf(claim: Claim, report: Report): Source[] {
  const ids = [...claim.attributions.map((id) => report.attributions[id]?.sourceId), claim.reason.source];
  return [...new Set(ids)].flatMap((id) => (id == null ? [] : (report.sources[id] ?? [])));
}

const isNameless = ({ kind }: Source): boolean => kind === 'anonymous' || kind === 'unnamed_group';

/** Counts who stands behind the claims of `report`; of a claim with two sources each counts. */
export function standingsOf(report: Report): Standings {
  const named = new Map<Source, number[]>();
  const unnamed = new Map<Source, number[]>();
  const passedOn = new Map<Source, number[]>();
  const add = (to: Map<Source, number[]>, source: Source, claim: number): void => {
    const claims = to.get(source);
    if (claims) claims.push(claim);
    else to.set(source, [claim]);
  };
  for (const [index, claim] of report.claims.entries()) {
    const sources = sourcesOf(claim, report);
    if (claim.status === 'named') for (const source of sources) add(isNameless(source) ? unnamed : named, source, index);
    if (claim.status !== 'unnamed') continue;
    const nameless = sources.filter(isNameless);
    for (const source of nameless) add(unnamed, source, index);
    if (!nameless.length) for (const source of sources) add(passedOn, source, index);
  }
  const { claims } = report.summary;
  return {
    total: claims.named + claims.unnamed + claims.hidden + claims.unsourced,
    named: standing(named, report),
    unnamed: standing(unnamed, report),
    passedOn: standing(passedOn, report),
  };
}

function standing(found: ReadonlyMap<Source, readonly number[]>, report: Report): Standing[] {
  const quoted = new Set(report.attributions.filter(({ quote }) => quote !== 'indirect').map(({ sourceId }) => sourceId));
  return [...found]
    .map(([source, claims]) => ({ source, claims, isQuoted: quoted.has(source.id) }))
    .sort((one, other) => other.claims.length - one.claims.length);
}

/** The words of `spans` on one line; "…" where they leave something out. */
export const wordsOf = (text: string, spans: readonly Span[]): string =>
  spans.map(([begin, end]) => text.slice(begin, end).replace(/\s+/g, ' ').trim()).join(' … ');

const opening = '"“„«‟';
const closing = '"”»“';

/** `words` without quotation marks that begin or end them, and without the comma before the last one. */
export function unquoted(words: string): string {
  const begin = opening.includes(words.charAt(0)) ? 1 : 0;
  const end = closing.includes(words.charAt(words.length - 1)) ? words.length - 1 : words.length;
  return words.slice(begin, Math.max(begin, end)).replace(/,$/, '').trim();
}

/** `words` without their quotation marks where one pair stands around all of them. */
export function bare(words: string): string {
  const inner = unquoted(words);
  return words.length - inner.length > 1 && !/["“”„«»‟]/.test(inner) && opening.includes(words.charAt(0)) ? inner : words;
}
