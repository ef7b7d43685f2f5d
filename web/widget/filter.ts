// Which claims are shown, in the text and beside it. tests/web/widget/reading.test.ts holds it.
import {
  claimStatuses,
  type Claim,
  type ClaimStatus,
  type Report,
  type Source,
  type SourceKind,
} from '../engine/report.ts';

export interface Filter {
  /** Those with one of these statuses; empty: any. */
  readonly statuses: ReadonlySet<ClaimStatus>;
  /** Those in which this source, by its id, says something; null: any. */
  readonly source: number | null;
  /** Those in which a source of this kind says something; null: any. */
  readonly kind: SourceKind | null;
  /** Only those that are unsure (doubt.ts). */
  readonly unsure?: boolean;
}

export const everything: Filter = { statuses: new Set(), source: null, kind: null };

export function isEverything({ statuses, source, kind, unsure }: Filter): boolean {
  return !statuses.size && source === null && kind === null && !unsure;
}

export function isSame(one: Filter, other: Filter): boolean {
  const { statuses } = other;
  const same = statuses.size === one.statuses.size && [...one.statuses].every((status) => statuses.has(status));
  return same && one.source === other.source && one.kind === other.kind && !one.unsure === !other.unsure;
}

/** The sources that a claim rests on, each once. */
export function sourcesOf(claim: Claim, report: Report): Source[] {
  const ids = new Set(claim.attributions.map((id) => report.attributions[id]?.sourceId ?? null));
  return [...ids].flatMap((id) => (id === null ? [] : (report.sources[id] ?? [])));
}

/** `filter` with `status` switched on or off; all of them on is the same as none. */
export function toggleStatus(filter: Filter, status: ClaimStatus): Filter {
  const statuses = new Set(filter.statuses);
  if (!statuses.delete(status)) statuses.add(status);
  return { ...filter, statuses: statuses.size === claimStatuses.length ? new Set() : statuses };
}
