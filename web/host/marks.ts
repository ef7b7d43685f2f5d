// What is painted in a host's text: a span for every claim whose status is shown, one more if it is
// unsure, one for what a rule of the newsroom found, and for the claim that is chosen. tests/embed/host/marks.test.ts holds it.
import type { ClaimStatus, Report, Span } from '../engine/report.ts';
import { moveSpans, type Edit } from '../highlight/edit.ts';
import { isUnsure } from '../widget/doubt.ts';

export type MarkName = ClaimStatus | 'unsure' | 'finding' | 'selected';

export interface Mark {
  /** Painted as `sourcelight-NAME`: a highlight, or a class. See mark-styles.ts. */
  readonly name: MarkName;
  /** UTF-16 units of the host's text. */
  readonly span: Span;
  /** Index in `Report.claims`; null: of a finding. */
  readonly claim: number | null;
  /** Index in `Report.findings`; null: of a claim. */
  readonly finding: number | null;
}

/** In the order in which they are painted: what comes later lies above. */
export const markNames: readonly MarkName[] = [
  'selected', 'none', 'named', 'unnamed', 'hidden', 'unsourced', 'unsure', 'finding',
];

export const assertive: readonly ClaimStatus[] = ['named', 'unnamed', 'hidden', 'unsourced'];

/** The marks of a Report, in the order of `markNames`, and of the text. */
export function marksOf(
  report: Report,
  statuses: Iterable<ClaimStatus>,
  selected: number | null,
): Mark[] {
  const shown = new Set(statuses);
  const claims = report.claims.flatMap((one, claim) => {
    const names: MarkName[] = !shown.has(one.status) ? [] : isUnsure(one, report) ? [one.status, 'unsure'] : [one.status];
    return names.flatMap((name) => one.spans.map((span) => ({ name, span, claim, finding: null })));
  });
  const findings = report.findings.map(({ span }, finding) => {
    const claim = report.claims.findIndex(({ spans }) => spans.some((one) => meet(one, span)));
    return { name: 'finding' as const, span, claim: claim < 0 ? null : claim, finding };
  });
  return inOrder([...selectedMarks(report, selected), ...claims, ...findings]);
}

/** The marks after an edit of the text. */
export const moveMarks = (marks: readonly Mark[], edit: Edit): Mark[] =>
  marks.flatMap((mark) => moveSpans([mark.span], edit).map((span) => ({ ...mark, span })));

/** The topmost mark at `offset`, or just before it. */
export function markAt(marks: readonly Mark[], offset: number): Mark | null {
  const holds = (at: number) => ({ name, span: [begin, end] }: Mark): boolean =>
    name !== 'selected' && name !== 'unsure' && begin <= at && at < end;
  return marks.findLast(holds(offset)) ?? marks.findLast(holds(offset - 1)) ?? null;
}

function selectedMarks(report: Report, selected: number | null): Mark[] {
  const spans = selected === null ? [] : (report.claims[selected]?.spans ?? []);
  return spans.map((span) => ({ name: 'selected', span, claim: selected, finding: null }));
}

function inOrder(marks: Mark[]): Mark[] {
  const order = new Map(markNames.map((name, at) => [name, at]));
  const rank = ({ name }: Mark): number => order.get(name) ?? 0;
  return marks.sort((one, other) => rank(one) - rank(other) || one.span[0] - other.span[0]);
}

const meet = (one: Span, other: Span): boolean => one[0] < other[1] && other[0] < one[1];
