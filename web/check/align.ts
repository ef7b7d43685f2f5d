// A quotation laid along a stretch of a document, word by word, so that least has to be changed
// (Needleman and Wunsch 1970, free ends in the document). An ellipsis may stand for any words, a bracket
// for a few; what people leave out of speech by custom ("um", "(laughter)") costs next to nothing.
// tests/web/check/cases.test.ts holds it.
import type { IndexedDocument } from './document.ts';
import type { Token } from './quoted.ts';
import { sameWriting } from './writing.ts';

export type StepKind =
  | 'same'
  /** The same but for letters that stand in brackets. */
  | 'bracketed'
  /** The same words, written otherwise ("co-ordinate" and "coordinate"); the first such step has all of them. */
  | 'variant'
  /** A number in letters or in digits; as `variant`. */
  | 'number'
  /** One word for another. */
  | 'other'
  /** Only the quotation has it. */
  | 'added'
  /** Only the document has it. */
  | 'left_out'
  /** The document's words that an ellipsis stands for, if any. */
  | 'ellipsis'
  /** A bracket, and the document's words in whose place it stands, if any. */
  | 'bracket';

export interface Step {
  readonly kind: StepKind;
  /** Index of the token of the quotation; of words that were left out, of the next one. */
  readonly token: number;
  /** Positions in the document, half-open. */
  readonly from: number;
  readonly to: number;
}

export interface Alignment {
  readonly steps: readonly Step[];
  readonly cost: number;
}

/** A quotation's tokens as a document has them: ids of words, -1 where it has none of the kind. */
export interface Wanted {
  readonly tokens: readonly Token[];
  readonly ids: Int32Array;
  readonly without: Int32Array;
}

export function wantedOf(tokens: readonly Token[], { idOf }: IndexedDocument): Wanted {
  const id = (key: string): number => idOf.get(key) ?? -1;
  return {
    tokens,
    ids: Int32Array.from(tokens, ({ kind, key }) => (kind === 'word' ? id(key) : -1)),
    without: Int32Array.from(tokens, ({ kind, without }) => (kind === 'word' ? id(without) : -1)),
  };
}

const costs = { bracketed: 0.05, variant: 0.05, alike: 0.7, other: 1, added: 0.8, leftOut: 0.8, custom: 0.1, ellipsisWord: 0.002, bracketWord: 0.06 };
const longestBracketed = 10; // words in whose place a bracket may stand

/** What each cell came from; `jump` has where, for ellipses and brackets. */
const from = { start: 0, both: 1, quotation: 2, document: 3, jump: 4, parted: 5, fused: 6 } as const;

/**
 * The best way to lay tokens `[first, last)` along the document's words `[begin, end)`. Time and memory grow
 * with the product of both; what looks for places keeps that small.
 */
export function align(wanted: Wanted, first: number, last: number, indexed: IndexedDocument, begin: number, end: number): Alignment {
  const rows = last - first + 1;
  const columns = end - begin + 1;
  const cost = new Float32Array(rows * columns);
  const way = new Uint8Array(rows * columns);
  const jump = new Int32Array(rows * columns);
  const skip = Float32Array.from({ length: columns }, (_, column) =>
    indexed.flags[begin + column - 1] ? costs.custom : costs.leftOut,
  );
  const lengths = Int32Array.from({ length: columns }, (_, column) => (column ? written(begin + column - 1).length : 0));
  for (let row = 1; row < rows; ++row) {
    const at = first + row - 1;
    const { kind } = wanted.tokens[at] as Token;
    if (kind === 'word') wordRow(at, row);
    else jumpRow(row, kind === 'ellipsis' ? costs.ellipsisWord : costs.bracketWord, kind === 'ellipsis' ? columns : longestBracketed);
  }

  function wordRow(at: number, row: number): void {
    const [here, above] = [row * columns, (row - 1) * columns];
    const [id, without] = [wanted.ids[at] ?? -1, wanted.without[at] ?? -1];
    const length = keyAt(at).length;
    const both = row > 1 ? keyAt(at - 1).length + length : 0;
    for (let column = 0; column < columns; ++column) {
      let best = (cost[above + column] ?? 0) + costs.added;
      let came: number = from.quotation;
      if (column) {
        const paired = (cost[above + column - 1] ?? 0) + substitution(at, id, without, begin + column - 1);
        if (paired <= best) [best, came] = [paired, from.both];
        const skipped = (cost[here + column - 1] ?? 0) + (skip[column] ?? 1);
        if (skipped < best) [best, came] = [skipped, from.document];
        const position = begin + column - 1;
        // One word that the other side writes as two.
        if (column > 1 && (lengths[column - 1] ?? 0) + (lengths[column] ?? 0) === length && isMadeOf(keyAt(at), written(position - 1), written(position))) {
          const parted = (cost[above + column - 2] ?? 0) + costs.variant;
          if (parted < best) [best, came] = [parted, from.parted];
        }
        if (both && lengths[column] === both && isMadeOf(written(position), keyAt(at - 1), keyAt(at))) {
          const fused = (cost[above - columns + column - 1] ?? 0) + costs.variant;
          if (fused < best) [best, came] = [fused, from.fused];
        }
      }
      cost[here + column] = best;
      way[here + column] = came;
    }
  }

  function jumpRow(row: number, step: number, longest: number): void {
    const [here, above] = [row * columns, (row - 1) * columns];
    let source = 0;
    for (let column = 0; column < columns; ++column) {
      const kept = (cost[above + source] ?? 0) + (column - source) * step;
      if ((cost[above + column] ?? 0) <= kept) source = column;
      else if (column - source > longest) source = column - longest;
      cost[here + column] = (cost[above + source] ?? 0) + (column - source) * step;
      way[here + column] = from.jump;
      jump[here + column] = source;
    }
  }

  function keyAt(at: number): string {
    const token = wanted.tokens[at];
    return token?.kind === 'word' ? token.key : '';
  }

  function written(position: number): string {
    return indexed.keys[indexed.ids[position] ?? -1] ?? '';
  }

  function substitution(at: number, id: number, without: number, position: number): number {
    const there = indexed.ids[position] ?? -2;
    if (there === id) return 0;
    if (there === without || isBracketed(at, position)) return costs.bracketed;
    return isAlike(keyAt(at), written(position)) ? costs.alike : costs.other;
  }

  /** "ha[d]" may stand for "have". */
  function isBracketed(at: number, position: number): boolean {
    const { key, without } = wanted.tokens[at] as Token;
    return key !== without && without.length > 1 && written(position).startsWith(without);
  }

  let column = 0;
  const bottom = (rows - 1) * columns;
  for (let one = 1; one < columns; ++one) if ((cost[bottom + one] ?? 0) < (cost[bottom + column] ?? 0)) column = one;
  const total = cost[bottom + column] ?? 0;

  const steps: Step[] = [];
  for (let row = rows - 1; row > 0; ) {
    const token = first + row - 1;
    const came = way[row * columns + column];
    const position = begin + column;
    if (came === from.quotation) {
      steps.push({ kind: 'added', token, from: position, to: position });
      --row;
    } else if (came === from.document) {
      steps.push({ kind: 'left_out', token: token + 1, from: position - 1, to: position });
      --column;
    } else if (came === from.parted) {
      steps.push({ kind: 'variant', token, from: position - 2, to: position });
      --row;
      column -= 2;
    } else if (came === from.fused) {
      steps.push({ kind: 'variant', token, from: position, to: position }, { kind: 'variant', token: token - 1, from: position - 1, to: position });
      row -= 2;
      --column;
    } else if (came === from.jump) {
      const source = jump[row * columns + column] ?? column;
      steps.push({ kind: wanted.tokens[token]?.kind === 'ellipsis' ? 'ellipsis' : 'bracket', token, from: begin + source, to: position });
      column = source;
      --row;
    } else {
      const there = indexed.ids[position - 1];
      const isBracket = there === wanted.without[token] || isBracketed(token, position - 1);
      steps.push({ kind: there === wanted.ids[token] ? 'same' : isBracket ? 'bracketed' : 'other', token, from: position - 1, to: position });
      --row;
      --column;
    }
  }
  return { steps: withVariants(steps.reverse(), wanted, indexed), cost: total };
}

const differs = ({ kind }: Step): boolean => kind === 'other' || kind === 'added' || kind === 'left_out';

/** Words that differ in a row are no change where both sides say the same. */
function withVariants(steps: readonly Step[], { tokens }: Wanted, { ids, keys }: IndexedDocument): Step[] {
  const result: Step[] = [];
  for (let at = 0; at < steps.length; ) {
    let end = at;
    while (end < steps.length && differs(steps[end] as Step)) ++end;
    const group = steps.slice(at, end);
    if (!group.length) result.push(steps[at++] as Step);
    else {
      const quoted = group.flatMap(({ kind, token }) => (kind === 'left_out' ? [] : [tokens[token]?.key ?? '']));
      const [from, to] = [group[0]?.from ?? 0, group.at(-1)?.to ?? 0];
      const written = [...ids.subarray(from, to)].map((id) => keys[id] ?? '');
      const kind = sameWriting(quoted, written);
      if (!kind) result.push(...group);
      else {
        const own = group.filter((step) => step.kind !== 'left_out');
        own.forEach(({ token }, index) => result.push({ kind, token, from: index ? to : from, to }));
      }
      at = end;
    }
  }
  return result;
}

const isMadeOf = (whole: string, one: string, other: string): boolean =>
  whole.length > 3 && one !== '' && whole.length === one.length + other.length && whole.startsWith(one) && whole.endsWith(other);

/** Another form or spelling of one word: they begin alike ("go", "goes"; "organise", "organize"). */
function isAlike(one: string, other: string): boolean {
  if (one.charCodeAt(0) !== other.charCodeAt(0)) return false;
  const shorter = Math.min(one.length, other.length);
  if (shorter < 2 || Math.abs(one.length - other.length) > 4) return false;
  const wanted = shorter < 4 ? shorter : Math.max(3, Math.ceil(shorter * 0.6));
  for (let at = 1; at < wanted; ++at) if (one.charCodeAt(at) !== other.charCodeAt(at)) return false;
  return true;
}
