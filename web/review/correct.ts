// A Report as a person corrects it: other statuses, other sources, words chosen by hand, entries of
// sources renamed and joined. What is not touched stays as it was read, ids and indices but for the
// numbering. Pure; work grows with the Report and the corrections, not with their product.
// tests/web/review/corrected.test.ts holds it.
import type {
  Attribution, Claim, Contradiction, QuoteKind, Reason, Report, Source, Span, Standalone,
} from '../engine/report.ts';
import { isNamed, type Correction, type GivenSource, type SourceCorrection } from './correction.ts';

/** What is to be corrected. */
export interface Corrections {
  /** By the index of the claim in the Report. */
  readonly claims: ReadonlyMap<number, Correction>;
  /** Words that become claims of their own, none over another. */
  readonly chosen: readonly { readonly span: Span; readonly correction: Correction }[];
  readonly sources: readonly SourceCorrection[];
}

/** How the Report says in English what it says in data. */
export interface Say {
  why(claim: Claim, report: Report): string;
  /** Who is given for the claim, in front of its sentence. */
  who(claim: Claim, report: Report): string;
  summary(report: Report): string;
}

export interface Corrected {
  readonly report: Report;
  /** Where each claim of the Report now is; -1: its words were all chosen for others. */
  readonly claims: readonly number[];
  /** Where the claims of the chosen words are. */
  readonly chosen: readonly number[];
  /** The names in the engine's Report of each source; none of what a person gave. */
  readonly read: readonly (readonly string[])[];
}

/** Makes of the Report of a text one as it is corrected. */
export type Correct = (text: string, report: Report, corrections: Corrections) => Corrected;

/** `report` of `text`, offsets in UTF-16 units, with what a person says of it. */
export function correctReport(text: string, report: Report, corrections: Corrections, say: Say): Corrected {
  return new Correcting(text, report).make(corrections, say);
}

type Draft<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/** A claim on the way: where it came from, and what it rests on, by object. */
interface ClaimDraft {
  claim: Draft<Claim>;
  /** Index in the Report; -1: chosen by hand. */
  readonly base: number;
  attributions: AttributionDraft[];
}

interface AttributionDraft {
  readonly base: Attribution;
  source: SourceDraft | null;
  parent: AttributionDraft | null;
  content: readonly Span[];
  byHand: boolean;
  /** No claim rests on it any more. */
  gone: boolean;
}

interface SourceDraft {
  readonly base: Source;
  read: string[];
  given: GivenSource | null;
  /** What it rests on may have changed. */
  touched: boolean;
  id: number;
}

const nobody: Source = {
  id: 0, name: '', kind: 'none', title: '', mentions: [], justification: [], statements: 0, words: 0,
};

class Correcting {
  readonly #text: string;
  readonly #report: Report;
  readonly #sources: SourceDraft[];
  /** The draft of each source of the Report: that which it was joined to. */
  readonly #sourceOf: SourceDraft[];
  readonly #byName = new Map<string, SourceDraft>();
  readonly #attributions: AttributionDraft[];
  readonly #claims: ClaimDraft[];

  constructor(text: string, report: Report) {
    this.#text = text;
    this.#report = report;
    this.#sources = report.sources.map((base): SourceDraft => {
      return { base, read: [base.name], given: null, touched: false, id: -1 };
    });
    this.#sourceOf = [...this.#sources];
    for (const draft of this.#sources) this.#name(draft.base.name, draft);
    this.#attributions = report.attributions.map((base): AttributionDraft => {
      const source = base.sourceId === null ? null : (this.#sources[base.sourceId] ?? null);
      return { base, source, parent: null, content: base.content, byHand: false, gone: false };
    });
    for (const draft of this.#attributions) {
      draft.parent = draft.base.parent === null ? null : (this.#attributions[draft.base.parent] ?? null);
    }
    this.#claims = report.claims.map((claim, base) => {
      return { claim: { ...claim }, base, attributions: claim.attributions.flatMap((id) => this.#attributions[id] ?? []) };
    });
  }

  make({ claims, chosen, sources }: Corrections, say: Say): Corrected {
    for (const one of sources) this.#correctSource(one);
    this.#followKinds(new Set(claims.keys()));
    const made = chosen.map(({ span, correction }) => ({ draft: this.#cut(span), correction }));
    for (const [index, correction] of claims) {
      const draft = this.#claims[index];
      if (draft) this.#correctClaim(draft, correction);
    }
    for (const { draft, correction } of made) this.#correctClaim(draft, correction);
    this.#dropUnused();
    return this.#finish(made.map(({ draft }) => draft), say);
  }

  #name(name: string, draft: SourceDraft): void {
    const key = keyOf(name);
    if (!this.#byName.has(key)) this.#byName.set(key, draft);
  }

  #correctSource({ of, into, name, kind, title }: SourceCorrection): void {
    const draft = this.#byName.get(keyOf(of));
    if (!draft) return;
    draft.touched = true;
    const other = into ? this.#byName.get(keyOf(into)) : undefined;
    if (!other || other === draft) {
      draft.given = { name, kind, title };
      this.#name(name, draft);
      return;
    }
    other.touched = true;
    other.read = [...other.read, ...draft.read];
    for (const one of this.#attributions) if (one.source === draft) one.source = other;
    for (const [index, one] of this.#sourceOf.entries()) if (one === draft) this.#sourceOf[index] = other;
    for (const [key, one] of this.#byName) if (one === draft) this.#byName.set(key, other);
    const { mentions, justification } = draft.base;
    const joined: Source = {
      ...other.base,
      mentions: sorted([...other.base.mentions, ...mentions]),
      justification: sorted([...other.base.justification, ...justification]),
    };
    this.#replace(other, joined);
    this.#sources.splice(this.#sources.indexOf(draft), 1);
  }

  #replace(draft: SourceDraft, base: Source): void {
    Object.assign(draft, { base });
  }

  /** Claims that rest on a source whose kind was given: named or not, as it is. */
  #followKinds(corrected: ReadonlySet<number>): void {
    for (const { claim, base, attributions } of this.#claims) {
      const isKnown = claim.status === 'named' || claim.status === 'unnamed';
      if (!isKnown || corrected.has(base) || !attributions.some(({ source }) => source?.touched)) continue;
      const status = attributions.some(({ source }) => source && isNamed(kindOf(source))) ? 'named' : 'unnamed';
      if (status === claim.status) continue;
      claim.status = status;
      const source = attributions.find((one) => one.source?.touched)?.source ?? null;
      this.#say(claim, source);
    }
  }

  /** A claim of the words of `span`, which are taken out of the claims that they stand in. */
  #cut(span: Span): ClaimDraft {
    const under = this.#claims.filter(({ claim }) => claim.spans.some((one) => touches(one, span)));
    const [first] = under;
    const signals = under.flatMap(({ claim }) => claim.signals.filter((signal) => touches(signal.span, span)));
    for (const { claim } of under) {
      claim.spans = claim.spans.flatMap((one) => this.#without(one, span));
      claim.signals = claim.signals.filter((signal) => !touches(signal.span, span));
    }
    const claim: Draft<Claim> = {
      ...(first?.claim ?? empty),
      spans: [span],
      signals: signals.sort((one, other) => one.span[0] - other.span[0]),
      echoes: [],
    };
    const draft: ClaimDraft = { claim, base: -1, attributions: first?.attributions ?? [] };
    this.#claims.push(draft);
    return draft;
  }

  /** What is left of `one` without the words of `span`, if there are words in it. */
  #without(one: Span, span: Span): Span[] {
    if (!touches(one, span)) return [one];
    const rest: Span[] = [[one[0], Math.min(one[1], span[0])], [Math.max(one[0], span[1]), one[1]]];
    return rest.map(([begin, end]) => trim(this.#text, begin, end)).filter(([begin, end]) => hasWords(this.#text, begin, end));
  }

  #correctClaim(draft: ClaimDraft, { status, source }: Correction): void {
    const { claim } = draft;
    const before = draft.attributions;
    claim.status = status;
    claim.confidence = 1;
    if (status === 'none') claim.priority = 0;
    const given = source && this.#given(source);
    if (given) given.touched = true;
    for (const one of before) if (one.source) one.source.touched = true;
    draft.attributions = given ? [this.#attribute(draft, before, given)] : [];
    this.#say(claim, given);
  }

  #say(claim: Draft<Claim>, source: SourceDraft | null): void {
    claim.byHand = true;
    const reason: Reason & { by?: SourceDraft } = { kind: 'by_hand' };
    if (source) reason.by = source;
    claim.reason = reason;
  }

  /** The entry of that name, or a new one. */
  #given(source: GivenSource): SourceDraft {
    const there = this.#byName.get(keyOf(source.name));
    if (there) return there;
    const made: SourceDraft = {
      base: { ...nobody, ...source }, read: [], given: source, touched: true, id: -1,
    };
    this.#sources.push(made);
    this.#name(source.name, made);
    return made;
  }

  /** Says that `source` says the words of the claim, by the cue that stood there, if one did. */
  #attribute({ claim }: ClaimDraft, before: readonly AttributionDraft[], source: SourceDraft): AttributionDraft {
    const inner = before.at(-1);
    const same = inner?.source === source;
    const base: Attribution = {
      id: -1,
      cue: inner?.base.cue ?? [],
      // The words that said who meant somebody else, unless the person says only another status.
      source: inner ? inner.base.source : [],
      content: claim.spans,
      quote: quoteOf(this.#text, claim.spans),
      parent: null,
      sourceId: null,
      sourceConfidence: 1,
      confidence: 1,
    };
    const made: AttributionDraft = {
      base, source, parent: same ? (inner?.parent ?? null) : null, content: claim.spans, byHand: true, gone: false,
    };
    this.#attributions.push(made);
    return made;
  }

  /** Attributions that claims rested on before, and none does now. */
  #dropUnused(): void {
    const used = new Set(this.#claims.filter(({ claim }) => claim.spans.length).flatMap(({ attributions }) => attributions));
    const rested = new Set(this.#report.claims.flatMap(({ attributions }) => attributions));
    for (const one of this.#attributions) {
      one.gone = !one.byHand && rested.has(one.base.id) && !used.has(one);
    }
    for (const one of this.#attributions) while (one.parent?.gone) one.parent = one.parent.parent;
  }

  #finish(made: readonly ClaimDraft[], say: Say): Corrected {
    const attributions = this.#attributions
      .filter(({ gone }) => !gone)
      .sort((one, other) => Number(one.byHand) - Number(other.byHand) || one.base.id - other.base.id);
    const idOf = new Map(attributions.map((one, id) => [one, id]));
    const sources = this.#numberSources(attributions);
    const claims = this.#claims
      .filter(({ claim }) => claim.spans.length)
      .sort((one, other) => (one.claim.spans[0]?.[0] ?? 0) - (other.claim.spans[0]?.[0] ?? 0));
    const places = new Map(claims.map((one, at) => [one, at]));
    const placeOf = this.#claims.filter(({ base }) => base >= 0).map((one) => places.get(one) ?? -1);

    const report: Draft<Report> = {
      ...this.#report,
      attributions: attributions.map((one, id) => this.#attribution(one, id, idOf)),
      sources: sources.map((one, id) => sourceOf(one, id, attributions, this.#text)),
      claims: claims.map((one) => this.#claim(one, idOf, placeOf)),
      contradictions: this.#report.contradictions.flatMap((one): Contradiction[] => {
        const [claim, other] = [placeOf[one.claim] ?? -1, placeOf[one.other] ?? -1];
        return claim < 0 || other < 0 ? [] : [{ ...one, claim, other }];
      }),
    };
    report.claims = report.claims.map((claim, at) => ({
      ...claim,
      why: say.why(claim, report),
      standalone: this.#standalone(claim, this.#report.claims[claims[at]?.base ?? -1], say.who(claim, report)),
    }));
    report.summary = this.#summary(report);
    report.summary = { ...report.summary, text: say.summary(report) };
    return {
      report,
      claims: placeOf,
      chosen: made.map((one) => places.get(one) ?? -1),
      read: sources.map(({ read }) => read),
    };
  }

  /** Those that are still somebody's: that say something, or that were there and said nothing. */
  #numberSources(attributions: readonly AttributionDraft[]): SourceDraft[] {
    const speaking = new Set(attributions.map(({ source }) => source));
    const named = new Set(this.#claims.flatMap(({ claim }) => sourcesIn(claim.reason).flatMap((id) => this.#sourceOf[id] ?? [])));
    const sources = this.#sources.filter((one) => speaking.has(one) || named.has(one) || (!one.touched && one.base.statements === 0));
    for (const [id, one] of sources.entries()) one.id = id;
    return sources;
  }

  #attribution(one: AttributionDraft, id: number, idOf: ReadonlyMap<AttributionDraft, number>): Attribution {
    const sourceId = one.source && one.source.id >= 0 ? one.source.id : null;
    const made = { ...one.base, id, parent: one.parent ? (idOf.get(one.parent) ?? null) : null, sourceId };
    return one.byHand ? { ...made, byHand: true } : made;
  }

  #claim({ claim, attributions }: ClaimDraft, idOf: ReadonlyMap<AttributionDraft, number>, placeOf: readonly number[]): Claim {
    return {
      ...claim,
      attributions: attributions.flatMap((one) => idOf.get(one) ?? []).sort((one, other) => one - other),
      echoes: claim.echoes.map((echo) => placeOf[echo] ?? -1).filter((echo) => echo >= 0).sort((one, other) => one - other),
      reason: this.#reason(claim.reason),
    };
  }

  /** As it can be sent on: what was cut or chosen by hand has the article's own words. */
  #standalone(claim: Claim, read: Claim | undefined, who: string): Standalone {
    if (claim.status === 'none') return { who: '', text: '' };
    const isWhole = read?.standalone?.text && JSON.stringify(read.spans) === JSON.stringify(claim.spans);
    const words = claim.spans.map(([begin, end]) => this.#text.slice(begin, end)).join(' … ').replace(/\s+/g, ' ');
    return { who, text: isWhole && read.standalone ? read.standalone.text : words };
  }

  #reason({ by, source, via, echo, ...rest }: Reason & { by?: SourceDraft }): Reason {
    const id = (read: number | undefined): number | undefined => {
      const draft = read === undefined ? undefined : this.#sourceOf[read];
      return draft && draft.id >= 0 ? draft.id : undefined;
    };
    const echoed = id(echo?.source);
    const made: Draft<Reason> = { ...rest };
    const saying = by ? by.id : id(source);
    if (saying !== undefined) made.source = saying;
    const passing = id(via);
    if (passing !== undefined) made.via = passing;
    if (echo && echoed !== undefined) made.echo = { ...echo, source: echoed };
    return made;
  }

  #summary({ claims, paragraphs }: Report): Report['summary'] {
    const counts = { named: 0, unnamed: 0, hidden: 0, unsourced: 0, none: 0 };
    for (const { status } of claims) ++counts[status];
    const { lead, text } = this.#report.summary;
    const first = paragraphs.find(({ kind }) => kind === 'body')?.span;
    const hasSource = claims.some(
      ({ byHand, spans, status }) =>
        byHand && status !== 'unsourced' && status !== 'none' && first && spans.some((one) => touches(one, first)),
    );
    return { claims: counts, lead: hasSource ? null : lead, text };
  }
}

const empty: Claim = {
  spans: [], status: 'none', attributions: [], signals: [], confidence: 1, priority: 0.5, echoes: [], why: '',
  reason: { kind: 'by_hand' },
};

const keyOf = (name: string): string => name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

const kindOf = ({ given, base }: SourceDraft): Source['kind'] => given?.kind ?? base.kind;

const touches = (one: Span, other: Span): boolean => one[0] < other[1] && other[0] < one[1];

const sourcesIn = ({ source, via, echo }: Reason): number[] =>
  [source, via, echo?.source].flatMap((id) => id ?? []);

function sorted(spans: readonly Span[]): Span[] {
  const seen = new Set<string>();
  return [...spans]
    .sort((one, other) => one[0] - other[0] || one[1] - other[1])
    .filter(([begin, end]) => !seen.has(`${begin} ${end}`) && seen.add(`${begin} ${end}`));
}

function sourceOf(draft: SourceDraft, id: number, attributions: readonly AttributionDraft[], text: string): Source {
  const { base, given, touched } = draft;
  if (!touched) return { ...base, id };
  const said = attributions.filter(({ source }) => source === draft);
  const words = said.reduce((sum, { content }) => sum + wordsIn(text, content), 0);
  const mentions = sorted([...base.mentions, ...said.filter(({ byHand }) => !byHand).flatMap(({ base: one }) => one.source)]);
  const made = { ...base, ...given, id, mentions, statements: said.length, words };
  return given ? { ...made, byHand: true } : made;
}

const wordsIn = (text: string, spans: readonly Span[]): number =>
  spans.reduce((sum, [begin, end]) => sum + (text.slice(begin, end).match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.,-]*/gu)?.length ?? 0), 0);

const hasWords = (text: string, begin: number, end: number): boolean => /[\p{L}\p{N}]/u.test(text.slice(begin, end));

/** Without the white space at its ends. */
function trim(text: string, begin: number, end: number): Span {
  const words = text.slice(begin, end);
  return [begin + words.length - words.trimStart().length, end - (words.length - words.trimEnd().length)];
}

/** How the words are quoted, by the quotation marks in them. */
function quoteOf(text: string, spans: readonly Span[]): QuoteKind {
  const words = spans.map(([begin, end]) => text.slice(begin, end)).join(' ').trim();
  if (/^["“„«][^]*["”“»][.,]?$/.test(words)) return 'direct';
  return /["“”„«»]/.test(words) ? 'mixed' : 'indirect';
}
