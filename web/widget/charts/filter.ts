// What a click on a part of a picture asks for: only the claims of one status, of one source, of
// one kind of source, of sources that can be identified, or those that are unsure. tests/web/widget/charts.test.ts holds it.
import type { ClaimStatus, SourceKind } from '../../engine/report.ts';
import type { Reading } from '../reading.ts';

/** Empty: all claims. */
export interface ReportFilter {
  readonly status?: ClaimStatus;
  readonly kind?: SourceKind;
  /** Id of a source. */
  readonly source?: number;
  /** true: sources the reader can identify; false: those the reader cannot, and nobody given. */
  readonly named?: boolean;
  /** Only those that are unsure. */
  readonly unsure?: boolean;
}

export const isEmpty = ({ status, kind, source, named, unsure }: ReportFilter): boolean =>
  status === undefined && kind === undefined && source === undefined && named === undefined && !unsure;

/** The indices of the claims that `filter` leaves, which have all that it asks for. */
export function matchingClaims(reading: Reading, filter: ReportFilter): ReadonlySet<number> {
  const { status, kind, source, named, unsure } = filter;
  const resting = kind === undefined && source === undefined ? null : reading.claimsBy(source ?? null, kind ?? null);
  const matching = new Set<number>();
  reading.report.claims.forEach((claim, index) => {
    if (status !== undefined && claim.status !== status) return;
    if (named !== undefined && !(named ? ['named'] : ['unnamed', 'hidden']).includes(claim.status)) return;
    if (unsure && !reading.isUnsure(index)) return;
    if (resting && !resting.has(index)) return;
    matching.add(index);
  });
  return matching;
}
