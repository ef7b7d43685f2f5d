// A Report together with the text it is of: what the parts of the widget ask about it.
// tests/web/widget/reading.test.ts holds it.
import { claimStatuses } from '../engine/report.ts';
import type {
  Attribution,
  Claim,
  ClaimStatus,
  Finding,
  Hyperlink,
  Report,
  Source,
  SourceKind,
  Span,
} from '../engine/report.ts';
import { moveSpans, type Edit, type Layers } from '../highlight/index.ts';
import { isUnsure } from './doubt.ts';
import { everything, type Filter } from './filter.ts';

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
  #unsure: ReadonlySet<number> | null = null;
  readonly #claimsBy = new Map<string, ReadonlySet<number>>();

  constructor(text: string, report: Report) {
    this.text = text;
    this.report = report;
  }

  /** The same with what other rules have found; itself if that is nothing. */
  withFindings(findings: readonly Finding[]): Reading {
    if (!findings.length) return this;
    const all = [...this.report.findings, ...findings].sort((one, other) => one.span[0] - other.span[0]);
    return new Reading(this.text, { ...this.report, findings: all });
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

  /** Indices of the claims that are unsure (doubt.ts). */
  get unsure(): ReadonlySet<number> {
    const { claims } = this.report;
    return (this.#unsure ??= new Set(claims.flatMap((claim, index) => (isUnsure(claim, this.report) ? index : []))));
  }

  isUnsure(index: number): boolean {
    return this.unsure.has(index);
  }

  /** Whether the claim of this index is one that `filter` shows. */
  passes(index: number, { statuses, source, kind, unsure }: Filter): boolean {
    const status = this.claim(index)?.status;
    if (!status || (statuses.size && !statuses.has(status)) || (unsure && !this.isUnsure(index))) return false;
    return (source === null && kind === null) || this.claimsBy(source, kind).has(index);
  }

  /** Indices of the claims that pass `filter`, in the order of the text. */
  shownClaims(filter: Filter): number[] {
    return [...this.report.claims.keys()].filter((index) => this.passes(index, filter));
  }

  /**
   * The claims that rest on this source, or on one of this kind, and those in which it is said to
   * say something; null: any.
   */
  claimsBy(source: number | null, kind: SourceKind | null): ReadonlySet<number> {
    const key = `${source} ${kind}`;
    let claims = this.#claimsBy.get(key);
    if (!claims) this.#claimsBy.set(key, (claims = this.#findClaimsBy(source, kind)));
    return claims;
  }

  /** The index of the shown claim at `offset`, or just before it; -1 if there is none. */
  claimAt(offset: number, filter: Filter): number {
    const holds = (at: number) => (claim: Claim, index: number) =>
      claim.spans.some(([begin, end]) => begin <= at && at < end) && this.passes(index, filter);
    const at = this.report.claims.findIndex(holds(offset));
    return at >= 0 ? at : this.report.claims.findIndex(holds(offset - 1));
  }

  /** The number of the paragraph at `offset`, from 1, as the Report's `why` counts them. */
  paragraphAt(offset: number): number {
    const after = this.report.paragraphs.findIndex(({ span }) => span[0] > offset);
    return after < 0 ? this.report.paragraphs.length : Math.max(1, after);
  }

  /** The paragraph that a claim begins in, from 1. */
  paragraphOf(claim: Claim): number {
    return this.paragraphAt(claim.spans[0]?.[0] ?? 0);
  }

  /** The hyperlinks that stand in a claim, of those in the text. */
  linksOf(claim: Claim, links: readonly Hyperlink[]): Hyperlink[] {
    return links.filter(({ span }) =>
      claim.spans.some(([begin, end]) => span[0] < end && begin < span[1]),
    );
  }

  /**
   * The statements of a source, as attributions. What stands inside another statement of the same
   * source ("she urged them to stop") is a part of it, and left out.
   */
  statementsOf(source: number | null): Attribution[] {
    return this.report.attributions.filter((one) => {
      if (one.sourceId !== source || this.claimOf(one) < 0) return false;
      const parent = this.parent(one);
      return parent === undefined || parent.sourceId !== source;
    });
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
    return begin === undefined ? -1 : this.claimAt(begin, everything);
  }

  select(claim: number, attribution?: number): Selection {
    const ids = attribution === undefined ? (this.claim(claim)?.attributions ?? []) : [attribution];
    const attributions = ids.flatMap((id) => this.report.attributions[id] ?? []);
    return { claim, attributions };
  }

  /**
   * What to paint: a line for each shown claim, a second where it is unsure, and the parts of the
   * selected one. What is no claim carries a mark only where it was asked for. `chosen`: words of
   * which a claim is to be made.
   */
  layers(filter: Filter, selection: Selection | null, chosen: Span | null = null): Layers {
    const layers = new Map<string, Span[]>();
    if (selection) {
      layers.set('sourcelight-selected', [...(this.claim(selection.claim)?.spans ?? [])]);
      for (const part of ['content', 'source', 'cue'] as const) {
        layers.set(`sourcelight-${part}`, selection.attributions.flatMap((one) => one[part]));
      }
    }
    if (chosen) layers.set('sourcelight-selected', [chosen]);
    for (const status of claimStatuses) {
      if (status === 'none' && !filter.statuses.has('none')) continue;
      layers.set(`sourcelight-${status}`, []);
    }
    const unsure: Span[] = [];
    for (const [index, claim] of this.report.claims.entries()) {
      const spans = layers.get(`sourcelight-${claim.status}`);
      if (!spans || !this.passes(index, filter)) continue;
      spans.push(...claim.spans);
      if (this.isUnsure(index)) unsure.push(...claim.spans);
    }
    layers.set('sourcelight-unsure', unsure);
    return layers;
  }

  /** This reading after an edit, until a new Report comes. What stands before the edit is the same object. */
  move(text: string, edit: Edit): Reading {
    const { report } = this;
    const move = (spans: readonly Span[]) => moveSpans(spans, edit);
    const isBefore = (...of: readonly (readonly Span[])[]): boolean => of.every((spans) => move(spans) === spans);
    return new Reading(text, {
      ...report,
      length: text.length,
      sentences: move(report.sentences),
      attributions: report.attributions.map((one) =>
        isBefore(one.cue, one.source, one.content)
          ? one
          : { ...one, cue: move(one.cue), source: move(one.source), content: move(one.content) },
      ),
      paragraphs: report.paragraphs.flatMap((one) => {
        const [span] = move([one.span]);
        return span ? [{ ...one, span }] : [];
      }),
      sources: report.sources.map((one) =>
        isBefore(one.mentions, one.justification)
          ? one
          : { ...one, mentions: move(one.mentions), justification: move(one.justification) },
      ),
      claims: report.claims.map((claim) => {
        // Its signals stand within it.
        if (isBefore(claim.spans)) return claim;
        const signals = claim.signals.flatMap((signal) => {
          const [span] = move([signal.span]);
          return span ? [{ ...signal, span }] : [];
        });
        return { ...claim, spans: move(claim.spans), signals };
      }),
      contradictions: report.contradictions.flatMap((one) => {
        const [span] = move([one.span]);
        const [otherSpan] = move([one.otherSpan]);
        return span && otherSpan ? [{ ...one, span, otherSpan }] : [];
      }),
      findings: report.findings.flatMap((one) => {
        const [span] = move([one.span]);
        return span ? [{ ...one, span }] : [];
      }),
    });
  }

  #findClaimsBy(source: number | null, kind: SourceKind | null): Set<number> {
    const said = this.report.attributions.filter((one) => {
      const by = this.source(one);
      return (source === null || by?.id === source) && (kind === null || (by?.kind ?? 'none') === kind);
    });
    const ids = new Set(said.map(({ id }) => id));
    const claims = new Set(said.map((one) => this.claimOf(one)));
    this.report.claims.forEach(({ attributions }, index) => {
      if (attributions.some((id) => ids.has(id))) claims.add(index);
    });
    claims.delete(-1);
    return claims;
  }

  #indexClaims(): Map<number, number> {
    const claimOf = new Map<number, number>();
    this.report.claims.forEach((claim, index) => {
      for (const id of claim.attributions) if (!claimOf.has(id)) claimOf.set(id, index);
    });
    return claimOf;
  }
}
