// One quotation in one document: where it stands there, and how well. What is in the document in other
// words is told from what only sounds like it; the thresholds were chosen by quotations made by rule
// (tests/web/check/confusion.test.ts, which holds this).
import { align, wantedOf, type Alignment, type Step, type StepKind, type Wanted } from './align.ts';
import type { IndexedDocument } from './document.ts';
import { placesFor } from './locate.ts';
import type { Token } from './quoted.ts';
import { weightOf } from './words.ts';

/** A stretch of the quotation as the document has it. */
export interface Piece {
  readonly steps: readonly Step[];
}

export interface Match {
  /** In the quotation's order; several were joined without a sign. */
  readonly pieces: readonly Piece[];
  /** 0: word for word. */
  readonly cost: number;
  /** 0 to 1: how much of the quotation's words the document has there, telling words counting most. */
  readonly share: number;
  /** Other positions where the same words stand as well. */
  readonly others: readonly number[];
}

export const thresholds = {
  /** Of the quotation's weight that stands in one place: below it is not found. */
  share: 0.65,
  /** Telling weight that must be the same, so that a few small words are no evidence. */
  weight: 2.9,
  /** Of the document's words in the place, those that are the quotation's. */
  density: 0.55,
  /** Words in a row. */
  run: 3,
  /** Of words that were joined from another place. */
  joined: 4,
  /** Of the weight of such a piece. */
  joinedShare: 0.8,
} as const;

/** The best place first judged by cost; `prefers`: of equally good ones this is taken. null: not there. */
export function matchIn(tokens: readonly Token[], indexed: IndexedDocument, prefers: (position: number) => boolean): Match | null {
  const wanted = wantedOf(tokens, indexed);
  const best = bestIn(wanted, 0, tokens.length, indexed, prefers);
  if (!best) return null;
  const whole = judge(wanted, 0, tokens.length, best.steps, indexed);
  if (whole.cost === 0 || isSound(whole)) {
    const joined = whole.share < 0.9 ? joinedOf(wanted, best.steps, indexed, prefers) : null;
    if (joined) return joined;
    return { pieces: [{ steps: best.steps }], cost: whole.cost, share: whole.share, others: best.others };
  }
  return joinedOf(wanted, best.steps, indexed, prefers);
}

interface Best {
  readonly steps: readonly Step[];
  readonly others: readonly number[];
}

function bestIn(wanted: Wanted, first: number, last: number, indexed: IndexedDocument, prefers: (position: number) => boolean): Best | null {
  const places = placesFor(wanted, first, last, indexed);
  const laid: Alignment[] = [];
  for (const { begin, end } of places) {
    const found = align(wanted, first, last, indexed, begin, end);
    laid.push(found);
    // The same words may stand twice in one stretch.
    const behind = found.steps.at(-1)?.to ?? end;
    if (found.cost < 0.1 && end - behind >= (last - first) / 2) laid.push(align(wanted, first, last, indexed, behind, end));
  }
  laid.sort((one, other) => one.cost - other.cost);
  const [least] = laid;
  if (!least) return null;
  const equal = laid.filter(({ cost }) => cost < least.cost + 0.01);
  const chosen = equal.find(({ steps }) => prefers(positionOf(steps))) ?? least;
  const at = positionOf(chosen.steps);
  const others = [...new Set(equal.map(({ steps }) => positionOf(steps)))].filter((position) => position !== at);
  return { steps: chosen.steps, others };
}

/** Where the first word stands that the quotation and the document share. */
const positionOf = (steps: readonly Step[]): number => steps.find(({ from, to }) => to > from)?.from ?? 0;

interface Judgement {
  readonly share: number;
  readonly weight: number;
  readonly density: number;
  readonly run: number;
  /** Changes that no custom allows. */
  readonly cost: number;
}

function judge({ tokens }: Wanted, first: number, last: number, steps: readonly Step[], { flags }: IndexedDocument): Judgement {
  let [same, all, written, kept, run, longest, cost] = [0, 0, 0, 0, 0, 0, 0];
  for (let at = first; at < last; ++at) if (tokens[at]?.kind === 'word') all += weightOf(tokens[at]?.key ?? '');
  for (const { kind, token, from, to } of steps) {
    if (isKept(kind)) {
      same += weightOf(tokens[token]?.key ?? '');
      longest = Math.max(longest, ++run);
      ++kept;
    } else if (kind === 'other' || kind === 'added' || (kind === 'left_out' && !flags[from])) {
      run = 0;
      ++cost;
    }
    if (kind !== 'ellipsis' && kind !== 'bracket') written += to - from;
  }
  return { share: all ? same / all : 0, weight: same, density: written ? kept / written : 0, run: longest, cost };
}

const isKept = (kind: StepKind): boolean => kind === 'same' || kind === 'bracketed' || kind === 'variant' || kind === 'number';

const isSound = ({ share, weight, density, run }: Judgement): boolean =>
  share >= thresholds.share && weight >= thresholds.weight && density >= thresholds.density && run >= thresholds.run;

/** The quotation as two pieces, each well found in a place of its own; null: it is not made so. */
function joinedOf(wanted: Wanted, steps: readonly Step[], indexed: IndexedDocument, prefers: (position: number) => boolean): Match | null {
  const size = wanted.tokens.length;
  const cut = edgeOf(wanted, steps);
  const pieces: Piece[] = [];
  let [share, cost] = [0, 1];
  for (const [first, last] of [[0, cut], [cut, size]] as const) {
    if (last - first < thresholds.joined) return null;
    const best = bestIn(wanted, first, last, indexed, prefers);
    const judged = best && judge(wanted, first, last, best.steps, indexed);
    if (!judged || judged.share < thresholds.joinedShare || judged.weight < thresholds.weight || judged.density < 0.7) return null;
    pieces.push({ steps: best.steps });
    share += (judged.share * (last - first)) / size;
    cost += judged.cost;
  }
  return { pieces, cost, share, others: [] };
}

/** The token behind which (or before which) the place does not have the quotation any more. */
function edgeOf({ tokens }: Wanted, steps: readonly Step[]): number {
  // The stretch of tokens with the largest sum: what is there counts for it, what is not against it.
  let [best, bestFirst, bestLast, sum, first] = [0, 0, tokens.length, 0, 0];
  for (const { kind, token } of steps) {
    if (kind === 'left_out') continue;
    const weight = kind === 'ellipsis' || kind === 'bracket' ? 0 : weightOf(tokens[token]?.key ?? '');
    sum += isKept(kind) ? weight : -weight;
    if (sum <= 0) [sum, first] = [0, token + 1];
    else if (sum > best) [best, bestFirst, bestLast] = [sum, first, token + 1];
  }
  return bestLast < tokens.length ? bestLast : bestFirst;
}
