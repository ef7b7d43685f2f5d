// Two versions of an article with their Reports go in; out comes which claims are new, gone or
// reworded, and which lost, got or changed their source. Linear in the claims but for those that
// have no counterpart of the same words. tests/web/compare/compare.test.ts holds it.
import type { ClaimStatus, Report } from '../engine/report.ts';
import { fold } from './fold.ts';
import { pairClaims, type Pairable } from './pairs.ts';
import { sameSources, type Named } from './sources.ts';

export interface Version {
  readonly text: string;
  readonly report: Report;
}

export type ChangeKind = 'new' | 'gone' | 'lost_source' | 'got_source' | 'changed_source' | 'reworded';

export interface Change {
  readonly kind: ChangeKind;
  /** Index of the claim in the earlier Report; null: it has none. A new claim may have one there
      that asserted nothing, as a claim that is gone may have one left in the later Report. */
  readonly before: number | null;
  /** Index of the claim in the later Report; null: it has none. */
  readonly after: number | null;
  readonly beforeStatus: ClaimStatus | null;
  readonly afterStatus: ClaimStatus | null;
  /** Names of the sources. */
  readonly beforeSources: readonly string[];
  readonly afterSources: readonly string[];
  /** Whether its words differ, whatever became of its source. */
  readonly reworded: boolean;
  /** Whether its numbers differ, so that it says something else. */
  readonly numbersChanged: boolean;
}

export interface Comparison {
  /** In the order of the later text; what is gone stands where it stood. */
  readonly changes: readonly Change[];
  /** Claims that are as they were. */
  readonly same: number;
  /** Changes of each kind. */
  readonly counts: Readonly<Record<ChangeKind, number>>;
  /** Whether both texts are the same, letter for letter. */
  readonly identical: boolean;
}

/** A claim as it is compared. */
interface Side extends Pairable {
  readonly index: number;
  readonly status: ClaimStatus;
  readonly sources: readonly Named[];
}

export function compareVersions(before: Version, after: Version): Comparison {
  const [earlier, later] = [sidesOf(before), sidesOf(after)];
  const pairs = pairClaims(earlier, later);
  const paired = new Set(pairs);
  // Where no claim of the later text tells the place of one that is gone, the one before it does.
  const leaving = new Map<number, Side[]>();
  const places = new Map(pairs.map((b, a) => [b, a]));
  let place = -1;
  for (const one of earlier) {
    place = places.get(one.index) ?? place;
    if (paired.has(one.index) || !one.asserts) continue;
    leaving.set(place, [...(leaving.get(place) ?? []), one]);
  }
  const changes: Change[] = [];
  const leave = (at: number): void => {
    for (const one of leaving.get(at) ?? []) changes.push(changeOf('gone', one, null));
  };
  let same = 0;
  leave(-1);
  for (const other of later) {
    const one = earlier[pairs[other.index] ?? -1] ?? null;
    const kind = kindOf(one, other);
    if (kind) changes.push(changeOf(kind, one, other));
    else if (other.asserts) ++same;
    leave(other.index);
  }
  return { changes, same, counts: countKinds(changes), identical: before.text === after.text && !changes.length };
}

/** The words of a claim, on one line. */
export function claimWords({ text, report }: Version, index: number): string {
  const spans = report.claims[index]?.spans ?? [];
  const parts = spans.map(([begin, end]) => text.slice(begin, end));
  return parts.join(' … ').replace(/\s+/g, ' ').trim();
}

// Of two versions the one is mostly compared again while the other is being written.
const known = new WeakMap<Report, readonly Side[]>();

/** Does ahead what comparing needs of this version alone, so that no task takes long. */
export function prepareVersion(version: Version): void {
  known.set(version.report, known.get(version.report) ?? readSides(version));
}

function sidesOf(version: Version): readonly Side[] {
  prepareVersion(version);
  return known.get(version.report) ?? [];
}

function readSides(version: Version): Side[] {
  const { attributions, sources, claims } = version.report;
  return claims.map((claim, index) => {
    const ids = claim.attributions.flatMap((id) => attributions[id]?.sourceId ?? []);
    return {
      ...fold(claimWords(version, index)),
      index,
      status: claim.status,
      asserts: claim.status !== 'none',
      sources: [...new Set(ids)].flatMap((id) => sources[id] ?? []),
    };
  });
}

/** How much a reader learns of the source. Nobody's word is as little as the article's own. */
const standing: Readonly<Record<ClaimStatus, number>> = {
  named: 2,
  unnamed: 1,
  hidden: 0,
  unsourced: 0,
  none: 0,
};

function kindOf(one: Side | null, other: Side): ChangeKind | null {
  if (!one?.asserts) return other.asserts ? 'new' : null;
  if (!other.asserts) return 'gone';
  const change = standing[other.status] - standing[one.status];
  if (change < 0) return 'lost_source';
  if (change > 0) return 'got_source';
  if (one.status !== other.status || !sameSources(one.sources, other.sources)) return 'changed_source';
  return one.key === other.key ? null : 'reworded';
}

function changeOf(kind: ChangeKind, one: Side | null, other: Side | null): Change {
  const both = one !== null && other !== null;
  return {
    kind,
    before: one?.index ?? null,
    after: other?.index ?? null,
    beforeStatus: one?.status ?? null,
    afterStatus: other?.status ?? null,
    beforeSources: one?.sources.map(({ name }) => name) ?? [],
    afterSources: other?.sources.map(({ name }) => name) ?? [],
    reworded: both && one.key !== other.key,
    numbersChanged: both && sorted(one.numbers) !== sorted(other.numbers),
  };
}

const sorted = (numbers: readonly string[]): string => [...numbers].sort().join(' ');

function countKinds(changes: readonly Change[]): Record<ChangeKind, number> {
  const counts = { new: 0, gone: 0, lost_source: 0, got_source: 0, changed_source: 0, reworded: 0 };
  for (const { kind } of changes) ++counts[kind];
  return counts;
}
