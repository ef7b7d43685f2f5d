// What <source-light> tells the page: the events it fires, by their names, with what each has as its
// `detail`. tests/package/manifest.test.ts holds it.
import type { Report } from '../engine/report.ts';
import type { Review } from '../review/format.ts';

export interface SourceLightEvents {
  /** There is a new Report. */
  readonly report: CustomEvent<{ report: Report }>;
  /** The person edited the text. */
  readonly 'text-change': CustomEvent<object>;
  /** A claim was selected; null: none. */
  readonly 'claim-select': CustomEvent<{ claim: number | null }>;
  /** A claim was ticked, marked, noted, or that was taken back. */
  readonly 'claim-review': CustomEvent<{ claim: number; review: Review | null }>;
  /** Something was corrected by hand, or that was taken back: the Report as it is corrected. */
  readonly correction: CustomEvent<{ report: Report | null }>;
  /** There is no Report. */
  readonly problem: CustomEvent<{ reason: unknown }>;
}
