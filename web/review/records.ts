// A corrected article as a record of an annotated one, to train or test a model with: one object a
// line, as sets of annotated articles have it (docs/review.md). Offsets count code points.
// tests/web/review/records.test.ts holds it.
import type { ClaimStatus, Report, Span } from '../engine/report.ts';

interface Sentence {
  readonly begin: number;
  readonly end: number;
  /** Every status that a claim in it has, in the order of the alphabet. */
  readonly status: readonly ClaimStatus[];
  /** Where there are several: the words of each that is not the main one. */
  readonly parts?: readonly { readonly status: ClaimStatus; readonly spans: readonly Span[] }[];
  /** A person corrected a claim in it. */
  readonly byHand?: true;
}

export interface AnnotationRecord {
  readonly id: string;
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly attributions: readonly object[];
}

/** The record of `report`, whose offsets count UTF-16 units of `text`; offsets in it count code points. */
export function annotationRecord(id: string, text: string, report: Report): AnnotationRecord {
  const points = pointsOf(text);
  const move = ([begin, end]: Span): Span => [points(begin), points(end)];
  let first = 0;
  const sentences = report.sentences.map((sentence): Sentence => {
    const inside = new Map<ClaimStatus, Span[]>();
    let byHand = false;
    while (first < report.claims.length && (report.claims[first]?.spans.at(-1)?.[1] ?? 0) <= sentence[0]) ++first;
    for (const claim of report.claims.slice(first)) {
      if ((claim.spans[0]?.[0] ?? 0) >= sentence[1]) break;
      const spans = claim.spans.flatMap((span) => within(text, span, sentence));
      if (!spans.length) continue;
      inside.set(claim.status, [...(inside.get(claim.status) ?? []), ...spans]);
      byHand ||= claim.byHand === true;
    }
    const [begin, end] = move(sentence);
    const status = [...inside.keys()].sort();
    const main = mainOf(inside);
    const parts = [...inside]
      .filter(([one]) => one !== main)
      .map(([one, spans]) => ({ status: one, spans: spans.map(move) }));
    return {
      begin, end,
      status: status.length ? status : ['none'],
      ...(parts.length ? { parts } : {}),
      ...(byHand ? { byHand: true as const } : {}),
    };
  });
  const attributions = report.attributions.map(({ id: number, source, cue, content, parent, quote, sourceId }) => {
    const who = sourceId === null ? null : report.sources[sourceId];
    return {
      id: number,
      source: source.map(move), cue: cue.map(move), content: content.map(move),
      parent,
      kind: who?.kind ?? 'none', name: who?.name ?? '', title: who?.title ?? '',
      quote,
    };
  });
  return { id, text, sentences, attributions };
}

/** The status of most words of those that are attributed, else of all. */
function mainOf(inside: ReadonlyMap<ClaimStatus, readonly Span[]>): ClaimStatus | undefined {
  const size = (spans: readonly Span[]): number => spans.reduce((sum, [begin, end]) => sum + end - begin, 0);
  const isAttributed = (status: ClaimStatus): boolean => status === 'named' || status === 'unnamed' || status === 'hidden';
  const ordered = [...inside].sort(
    ([one, spans], [other, others]) => Number(isAttributed(other)) - Number(isAttributed(one)) || size(others) - size(spans),
  );
  return ordered[0]?.[0];
}

/** What of `span` stands in `sentence`, if there are words in it. */
function within(text: string, span: Span, sentence: Span): Span[] {
  const [begin, end] = [Math.max(span[0], sentence[0]), Math.min(span[1], sentence[1])];
  return begin < end && /[\p{L}\p{N}]/u.test(text.slice(begin, end)) ? [[begin, end]] : [];
}

/** How many code points stand before an offset in UTF-16 units. */
function pointsOf(text: string): (offset: number) => number {
  const pairs: number[] = [];
  for (let at = 0; at < text.length; ++at) {
    if ((text.codePointAt(at) ?? 0) > 0xffff) pairs.push(at++);
  }
  return (offset) => {
    let [low, high] = [0, pairs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
}
