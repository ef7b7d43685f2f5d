// What was done to a quotation, of how its words lie along the document's: what custom allows (an
// ellipsis, a bracket, another case) told from words that were changed, added and left out; and the
// quotation as parts to be drawn. tests/web/check/cases.test.ts holds it.
import type { Span } from '../engine/report.ts';
import type { Step } from './align.ts';
import { aside, filler, type IndexedDocument } from './document.ts';
import type { Piece } from './match.ts';
import type { Token } from './quoted.ts';

/** What custom allows; each is told, none makes a quotation a changed one. */
export const allowedKinds = ['ellipsis', 'bracket', 'case', 'writing', 'number', 'filler', 'aside'] as const;

export type ChangeKind =
  | (typeof allowedKinds)[number]
  /** Another word or words. */
  | 'word'
  | 'added'
  | 'left_out'
  /** Words of two places that are joined as if they were one. */
  | 'joined';

export interface Change {
  readonly kind: ChangeKind;
  /** In UTF-16 units of the quotation's text; empty where it has nothing for the document's words. */
  readonly quoted: Span;
  /** In UTF-16 units of the document's text; empty where it has nothing for the quotation's. */
  readonly written: Span;
}

export const isAllowed = (kind: ChangeKind): boolean => (allowedKinds as readonly ChangeKind[]).includes(kind);

/** A part of the quotation, in reading order; without those `removed` they are the quotation as it stands. */
export interface DiffPart {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
  /** null: nothing was changed here. */
  readonly change: ChangeKind | null;
}

/** In the quotation's order. */
export function changesOf(text: string, tokens: readonly Token[], pieces: readonly Piece[], indexed: IndexedDocument): Change[] {
  const changes: Change[] = [];
  pieces.forEach(({ steps }, index) => {
    if (index) changes.push(joint(tokens, steps, indexed));
    for (let at = 0; at < steps.length; ) {
      const end = endOfRun(steps, at, indexed);
      const change = changeOf(text, tokens, steps.slice(at, end), indexed);
      if (change) changes.push(change);
      at = end;
    }
  });
  return changes;
}

/** Words that were changed in a row are one change; all else stands by itself. */
function endOfRun(steps: readonly Step[], at: number, indexed: IndexedDocument): number {
  let end = at + 1;
  const same = (one: Step | undefined, other: Step | undefined): boolean =>
    one !== undefined && other !== undefined && runOf(one, indexed) !== null && runOf(one, indexed) === runOf(other, indexed);
  while (same(steps[at], steps[end])) ++end;
  return end;
}

function runOf({ kind, from, token }: Step, { flags }: IndexedDocument): string | null {
  if (kind === 'left_out') return flags[from] ? `custom${flags[from]}` : 'change';
  if (kind === 'other' || kind === 'added') return 'change';
  // A variant's first step has all of its words.
  return kind === 'variant' || kind === 'number' ? kind : kind === 'same' ? null : `${kind}${token}`;
}

function changeOf(text: string, tokens: readonly Token[], run: readonly Step[], indexed: IndexedDocument): Change | null {
  const [step] = run;
  if (!step) return null;
  const quoted = quotedSpan(tokens, run);
  const written = writtenSpan(run, indexed);
  const as = (kind: ChangeKind): Change => ({ kind, quoted, written });
  switch (step.kind) {
    case 'same':
      if (/[[\]]/.test(text.slice(...quoted))) return as('bracket');
      return sameCase(text.slice(...quoted), indexed.document.text.slice(...written)) ? null : as('case');
    case 'bracketed':
    case 'bracket':
      return as('bracket');
    case 'ellipsis':
      return as('ellipsis');
    case 'variant':
      return as('writing');
    case 'number':
      return as('number');
    default:
  }
  const flag = indexed.flags[step.from];
  if (run.every(({ kind }) => kind === 'left_out')) return as(flag === filler ? 'filler' : flag === aside ? 'aside' : 'left_out');
  return as(written[0] === written[1] ? 'added' : 'word');
}

function joint(tokens: readonly Token[], steps: readonly Step[], indexed: IndexedDocument): Change {
  const [first] = steps;
  const at = tokens[first?.token ?? 0]?.begin ?? 0;
  const place = indexed.begins[first?.from ?? 0] ?? 0;
  return { kind: 'joined', quoted: [at, at], written: [place, place] };
}

function quotedSpan(tokens: readonly Token[], run: readonly Step[]): Span {
  const own = run.filter(({ kind }) => kind !== 'left_out');
  const at = tokens[run[0]?.token ?? 0]?.begin ?? tokens.at(-1)?.end ?? 0;
  return [tokens[own[0]?.token ?? -1]?.begin ?? at, tokens[own.at(-1)?.token ?? -1]?.end ?? at];
}

function writtenSpan(run: readonly Step[], { begins, ends }: IndexedDocument): Span {
  const own = run.filter(({ from, to }) => to > from);
  const [first, last] = [own[0], own.at(-1)];
  const at = begins[run[0]?.from ?? 0] ?? ends.at(-1) ?? 0;
  return first && last ? [begins[first.from] ?? at, ends[last.to - 1] ?? at] : [at, at];
}

/** Where the document writes all in capitals, its case says nothing. */
function sameCase(quoted: string, written: string): boolean {
  if (quoted === written) return true;
  const isShouted = written.length > 1 && written === written.toUpperCase();
  const [one, other] = [quoted, written].map((word) => word.normalize('NFKC').replace(/[’‘ʼ´`]/g, "'").replace(/[\u00ad\u200b-\u200d\u2060]/g, ''));
  return one === other || isShouted || one?.toLowerCase() !== other?.toLowerCase();
}

/** The quotation with what was changed in it, to be read or drawn. */
export function partsOf(text: string, changes: readonly Change[], document: string): DiffPart[] {
  const parts: DiffPart[] = [];
  const push = (kind: DiffPart['kind'], words: string, change: ChangeKind | null): void => {
    const last = parts.at(-1);
    if (!words) return;
    if (last?.kind === kind && last.change === change) parts[parts.length - 1] = { ...last, text: last.text + words };
    else parts.push({ kind, text: words, change });
  };
  let at = 0;
  for (const { kind, quoted, written } of changes) {
    const own = text.slice(...quoted);
    const removed = document.slice(...written).replace(/\s+/g, ' ').trim();
    push('same', text.slice(at, quoted[0]), null);
    at = quoted[1];
    if (kind === 'case' || kind === 'writing' || kind === 'number') push('same', own, kind);
    else {
      push('removed', removed && `${removed} `, kind);
      push(kind === 'ellipsis' ? 'same' : 'added', own, kind);
    }
  }
  push('same', text.slice(at), null);
  return parts;
}
