// A Report together with the text it is of: what the parts of the widget ask about it.
// tests/web/widget/reading.test.ts holds it.
import { claimStatuses } from '../engine/report.ts';
import type { Attribution, Claim, ClaimStatus, Report, Source, Span } from '../engine/report.ts';
import { moveSpans, type Edit, type Layers } from '../highlight/index.ts';

/** What the reader has chosen: a claim, or one statement of it. */
export interface Selection {
  /** Index into `Report.claims`. */
  readonly claim: number;
  /** The attributions to show: one that was chosen, or all the claim rests on. */
  readonly attributions: readonly Attribution[];
}

export class Reading {
  readonly text: string;
  readonly report: Report;
  #claimOf: ReadonlyMap<number, number> | null = null;

  constructor(text: string, report: Report) {
    this.text = text;
    this.report = report;
  }

  /** The text of `spans`, on one line. */
  words(spans: readonly Span[]): string {
    const parts = spans.map(([begin, end]) => this.text.slice(begin, end));
    return parts.join(' … ').replace(/\s+/g, ' ').trim();
  }

  claim(index: number): Claim | undefined {
    return this.report.claims[index];
  }

  source(attribution: Attribution): Source | undefined {
    return attribution.sourceId === null ? undefined : this.report.sources[attribution.sourceId];
  }

  /** The attribution in whose content this one stands. */
  parent(attribution: Attribution): Attribution | undefined {
    return attribution.parent === null ? undefined : this.report.attributions[attribution.parent];
  }

  counts(): Record<ClaimStatus, number> {
    const counts = { named: 0, unnamed: 0, hidden: 0, unsourced: 0, none: 0 };
    for (const claim of this.report.claims) ++counts[claim.status];
    return counts;
  }

  /** Indices of the claims whose status is in `shown`, in the order of the text. */
  shownClaims(shown: ReadonlySet<ClaimStatus>): number[] {
    return this.report.claims.flatMap((claim, index) => (shown.has(claim.status) ? [index] : []));
  }

  /** The index of the shown claim at `offset`, or just before it; -1 if there is none. */
  claimAt(offset: number, shown: ReadonlySet<ClaimStatus>): number {
    const holds = (at: number) => (claim: Claim) =>
      shown.has(claim.status) && claim.spans.some(([begin, end]) => begin <= at && at < end);
    const at = this.report.claims.findIndex(holds(offset));
    return at >= 0 ? at : this.report.claims.findIndex(holds(offset - 1));
  }

  /**
   * The index of the claim to show for `attribution`: the first that rests on it, or that holds
   * the begin of its content (one said inside another's words has none of its own); -1 if none.
   */
  claimOf(attribution: Attribution): number {
    this.#claimOf ??= this.#indexClaims();
    const resting = this.#claimOf.get(attribution.id);
    if (resting !== undefined) return resting;
    const begin = attribution.content[0]?.[0];
    return begin === undefined ? -1 : this.claimAt(begin, new Set(claimStatuses));
  }

  select(claim: number, attribution?: number): Selection {
    const ids = attribution === undefined ? (this.claim(claim)?.attributions ?? []) : [attribution];
    const attributions = ids.flatMap((id) => this.report.attributions[id] ?? []);
    return { claim, attributions };
  }

  /** What to paint: a line for each shown claim, and the parts of the selected one. */
  layers(marked: ReadonlySet<ClaimStatus>, selection: Selection | null): Layers {
    const layers = new Map<string, readonly Span[]>();
    if (selection) {
      layers.set('sourcelight-selected', this.claim(selection.claim)?.spans ?? []);
      for (const part of ['content', 'source', 'cue'] as const) {
        layers.set(`sourcelight-${part}`, selection.attributions.flatMap((one) => one[part]));
      }
    }
    for (const status of claimStatuses) {
      if (!marked.has(status)) continue;
      const claims = this.report.claims.filter((claim) => claim.status === status);
      layers.set(`sourcelight-${status}`, claims.flatMap((claim) => claim.spans));
    }
    return layers;
  }

  /** This reading after an edit, until a new Report comes. */
  move(text: string, edit: Edit): Reading {
    const { report } = this;
    const move = (spans: readonly Span[]) => moveSpans(spans, edit);
    return new Reading(text, {
      ...report,
      length: text.length,
      sentences: move(report.sentences),
      attributions: report.attributions.map((one) => ({
        ...one,
        cue: move(one.cue),
        source: move(one.source),
        content: move(one.content),
      })),
      sources: report.sources.map((one) => ({
        ...one,
        mentions: move(one.mentions),
        justification: move(one.justification),
      })),
      claims: report.claims.map((claim) => ({ ...claim, spans: move(claim.spans) })),
    });
  }

  #indexClaims(): Map<number, number> {
    const claimOf = new Map<number, number>();
    this.report.claims.forEach((claim, index) => {
      for (const id of claim.attributions) if (!claimOf.has(id)) claimOf.set(id, index);
    });
    return claimOf;
  }
}
