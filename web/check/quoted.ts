// The quotations of a Report: what stands between quotation marks in what somebody is said to have
// said, each as words to be looked for. tests/web/check/quoted.test.ts holds it.
import type { Attribution, Report, Span } from '../engine/report.ts';
import { keyOf, wordsOf } from './words.ts';

export interface Quotation {
  /** Between its quotation marks; UTF-16 units of the article. */
  readonly span: Span;
  readonly text: string;
  /** Id of the attribution. */
  readonly attribution: number;
  /** Index of a claim that rests on the attribution and has these words; -1: none has. */
  readonly claim: number;
  /** Who is given for it: a name and a title; '' where nobody is. */
  readonly source: string;
  readonly title: string;
  /** Whether the source is a person with a name. */
  readonly isPerson: boolean;
}

/** In the order of the text; of attributions one inside another the inner one has its quotations. */
export function quotationsOf(text: string, report: Report): Quotation[] {
  const bySpan = new Map<string, { span: Span; attribution: Attribution; size: number }>();
  for (const attribution of report.attributions) {
    const size = attribution.content.reduce((sum, [begin, end]) => sum + end - begin, 0);
    for (const content of attribution.content) {
      for (const span of quotedIn(text, content, attribution.quote !== 'indirect')) {
        const key = String(span);
        const known = bySpan.get(key);
        if (!known || size < known.size) bySpan.set(key, { span, attribution, size });
      }
    }
  }
  const claimOf = claimFinder(report);
  return [...bySpan.values()]
    .sort((one, other) => one.span[0] - other.span[0])
    .map(({ span, attribution }) => {
      const source = attribution.sourceId === null ? undefined : report.sources[attribution.sourceId];
      return {
        span,
        text: text.slice(...span),
        attribution: attribution.id,
        claim: claimOf(attribution.id, span),
        source: source?.name ?? '',
        title: source?.title ?? '',
        isPerson: source?.kind === 'named_person',
      };
    });
}

function claimFinder(report: Report): (attribution: number, span: Span) => number {
  const byAttribution = new Map<number, number[]>();
  report.claims.forEach(({ attributions }, claim) => {
    for (const id of attributions) byAttribution.set(id, [...(byAttribution.get(id) ?? []), claim]);
  });
  return (attribution, [begin, end]) => {
    const claims = byAttribution.get(attribution) ?? [];
    const meets = (claim: number): boolean =>
      report.claims[claim]?.spans.some((span) => span[0] < end && begin < span[1]) ?? false;
    return claims.find(meets) ?? claims[0] ?? -1;
  };
}

const doubles = /[“”„‟"«»]/g;
const openers = '“„‟«"';

/**
 * What stands between quotation marks in one stretch of a content. A mark without its other half
 * (a quotation that runs on in the next paragraph) reaches to the end or from the beginning. Single marks
 * count only where the whole begins with one: elsewhere they are apostrophes, or quote inside a quotation.
 */
function quotedIn(text: string, [from, to]: Span, isQuotation: boolean): Span[] {
  const content = text.slice(from, to);
  const marks = [...content.matchAll(doubles)].map(({ index, 0: mark }) => ({ index, mark }));
  const spans: Span[] = [];
  if (marks.length && isQuotation) {
    let open = -1;
    for (const { index, mark } of marks) {
      const closes = open >= 0 && (mark === '"' || mark === '”' || mark === '»' || mark === '“' || mark === '«');
      if (closes) {
        spans.push([from + open, from + index]);
        open = -1;
      } else if (openers.includes(mark) || mark === '»') {
        open = index + 1;
      } else if (!spans.length) {
        spans.push([from, from + index]);
      }
    }
    if (open >= 0) spans.push([from + open, to]);
  } else if (/^[‘'‚‹]/.test(content)) {
    const close = /[’'›](?=[\s,.;:!?—–)]|$)/g;
    const ends = [...content.matchAll(close)].map(({ index }) => index).filter((index) => index > 1);
    const sure = ends.find((index) => /[,.;:!?…]/.test(content[index - 1] ?? ''));
    const end = sure ?? ends.at(-1);
    if (end !== undefined) spans.push([from + 1, from + end]);
  }
  return spans.flatMap((span) => cut(text, span)).map((span) => trimmed(text, span)).filter(([begin, end]) => wordsOf(text, begin, end).length > 0);
}

const mostWords = 200;

/** A speech that is quoted whole is looked for in parts, which end with a sentence if one ends in time. */
function cut(text: string, [begin, end]: Span): Span[] {
  const words = wordsOf(text, begin, end);
  const spans: Span[] = [];
  let from = begin;
  let count = 0;
  words.forEach((word, at) => {
    const before = words[at - 1]?.end ?? begin;
    const isFull = count >= mostWords || (count >= mostWords / 2 && /[.!?\n]/.test(text.slice(before, word.begin)));
    if (isFull) {
      spans.push([from, word.begin]);
      [from, count] = [word.begin, 0];
    }
    ++count;
  });
  return [...spans, [from, end]];
}

function trimmed(text: string, [begin, end]: Span): Span {
  const words = text.slice(begin, end);
  return [begin + words.length - words.trimStart().length, end - words.length + words.trimEnd().length];
}

/** A piece of a quotation to be looked for. */
export interface Token {
  /** UTF-16 units of the quotation's text. */
  readonly begin: number;
  readonly end: number;
  /** `ellipsis`: words are left out here; `bracket`: these words are the article's, in square brackets. */
  readonly kind: 'word' | 'ellipsis' | 'bracket';
  readonly key: string;
  /** Of a word with letters in brackets ("[T]he", "ha[d]"): the word without them. */
  readonly without: string;
}

const signs = /\[\s*(?:\.\s?){2,}\.?\s*\]|\[\s*…\s*\]|(?:\.\s?){2,}\.|…|\*\s?\*\s?\*/gu;
const bracketed = /\[([^\][]*)\]/gu;

/** The words of a quotation with its ellipses and brackets; none of these at the ends. */
export function tokensOf(text: string): Token[] {
  const cuts: Token[] = [];
  for (const { index, 0: sign } of text.matchAll(signs)) {
    cuts.push({ begin: index, end: index + sign.length, kind: 'ellipsis', key: '', without: '' });
  }
  for (const { index, 0: words } of text.matchAll(bracketed)) {
    const [begin, end] = [index, index + words.length];
    if (cuts.some((cut) => cut.begin < end && begin < cut.end)) continue;
    cuts.push(bracket(text, begin, end));
  }
  cuts.sort((one, other) => one.begin - other.begin);
  const tokens: Token[] = [];
  let from = 0;
  for (const cut of cuts) {
    if (cut.begin < from) continue; // two brackets in one word
    addWords(tokens, text, from, cut.begin);
    tokens.push(cut);
    from = cut.end;
  }
  addWords(tokens, text, from, text.length);
  const isWord = ({ kind }: Token): boolean => kind !== 'ellipsis';
  const first = tokens.findIndex(isWord);
  return first < 0 ? [] : tokens.slice(first, tokens.findLastIndex(isWord) + 1);
}

function addWords(tokens: Token[], text: string, from: number, to: number): void {
  for (const { begin, end, key } of wordsOf(text, from, to)) tokens.push({ begin, end, kind: 'word', key, without: key });
}

/** Letters next to the brackets make them part of a word. */
function bracket(text: string, begin: number, end: number): Token {
  const before = /[\p{L}\p{M}\p{N}'’]*$/u.exec(text.slice(0, begin))?.[0] ?? '';
  const after = /^(?:[\p{L}\p{M}\p{N}'’]|\[\p{L}+\])*/u.exec(text.slice(end))?.[0] ?? '';
  const inside = text.slice(begin + 1, end - 1);
  if ((!before && !after) || /\s/.test(inside)) return { begin, end, kind: 'bracket', key: '', without: '' };
  const tail = after.replace(/[[\]]/g, '');
  const without = after.replace(/\[[^\]]*\]/g, '');
  return {
    begin: begin - before.length,
    end: end + after.length,
    kind: 'word',
    key: keyOf(before + inside + tail),
    without: keyOf(before + without),
  };
}
