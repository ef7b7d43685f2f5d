// Checks the quotations of an article against documents: word for word, changed, or not found, and
// whether the same person speaks there. Loaded by import() when used; knows no DOM.
// tests/web/check/quotations.test.ts holds it.
import { changesOf, isAllowed, partsOf, type Change, type DiffPart } from './changes.ts';
import type { Place } from '../files/document.ts';
import { placeAt, type IndexedDocument } from './document.ts';
import { matchIn, type Match } from './match.ts';
import { tokensOf, type Quotation } from './quoted.ts';
import { compareSpeaker, type SameSpeaker } from './same-speaker.ts';
import type { Work } from './slices.ts';

export { indexDocument, type IndexedDocument, type SourceDocument } from './document.ts';
export { atOnce, inSlices, type Work } from './slices.ts';
export { quotationsOf, type Quotation } from './quoted.ts';
export { isAllowed, type Change, type ChangeKind, type DiffPart } from './changes.ts';
export type { SameSpeaker } from './same-speaker.ts';

export type QuotationStatus =
  /** Word for word, but for what custom allows. */
  | 'verbatim'
  | 'changed'
  | 'not_found';

/** Where in a document a quotation stands. */
export interface Hit {
  /** Index of the document. */
  readonly document: number;
  /** UTF-16 units of its text. */
  readonly begin: number;
  readonly end: number;
  readonly place: Omit<Place, 'at'>;
  /** Some words before and behind, without those of the place itself. */
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

export interface Checked {
  readonly quotation: Quotation;
  readonly status: QuotationStatus;
  /** One place; two where words of two places were joined; none where it was not found. */
  readonly hits: readonly Hit[];
  /** How often the same words stand elsewhere in that document, as far as was looked. */
  readonly elsewhere: number;
  readonly changes: readonly Change[];
  /** The quotation with its changes; [] where it was not found. */
  readonly parts: readonly DiffPart[];
  readonly speaker: SameSpeaker;
}

/**
 * Checks quotations, and remembers what it found of each in each document: of an article that was edited
 * only what is new is looked for.
 */
export class QuotationChecker {
  #documents: readonly IndexedDocument[] = [];
  readonly #found = new WeakMap<IndexedDocument, Map<string, Match | null>>();

  set documents(documents: readonly IndexedDocument[]) {
    this.#documents = documents;
  }

  /** Of each quotation what it comes to, in their order. */
  *check(quotations: readonly Quotation[]): Work<Checked[]> {
    const checked: Checked[] = [];
    for (const quotation of quotations) {
      const tokens = tokensOf(quotation.text);
      if (!tokens.some(({ kind }) => kind === 'word')) continue;
      let best: { match: Match; document: number; rank: number } | null = null;
      for (const [document, indexed] of this.#documents.entries()) {
        const match = this.#match(quotation, indexed);
        yield;
        if (!match) continue;
        const rank = rankOf(match, quotation, indexed);
        if (!best || rank < best.rank) best = { match, document, rank };
      }
      checked.push(best ? this.#describe(quotation, best.match, best.document) : notFound(quotation));
    }
    this.#forgetOthers(quotations);
    return checked;
  }

  #match(quotation: Quotation, indexed: IndexedDocument): Match | null {
    const known = this.#found.get(indexed) ?? new Map<string, Match | null>();
    this.#found.set(indexed, known);
    const key = keyOf(quotation);
    const before = known.get(key);
    if (before !== undefined) return before;
    const match = matchIn(tokensOf(quotation.text), indexed, (position) => speakerAt(quotation, indexed, position) === 'same');
    known.set(key, match);
    return match;
  }

  /** What an article had, and has no more, is kept no longer. */
  #forgetOthers(quotations: readonly Quotation[]): void {
    const kept = new Set(quotations.map(keyOf));
    for (const indexed of this.#documents) {
      const known = this.#found.get(indexed);
      for (const key of known?.keys() ?? []) if (!kept.has(key)) known?.delete(key);
    }
  }

  #describe(quotation: Quotation, { pieces, others }: Match, document: number): Checked {
    const indexed = this.#documents[document] as IndexedDocument;
    const tokens = tokensOf(quotation.text);
    const changes = changesOf(quotation.text, tokens, pieces, indexed);
    const hits = pieces.map(({ steps }) => hitOf(steps, indexed, document));
    return {
      quotation,
      status: changes.every(({ kind }) => isAllowed(kind)) ? 'verbatim' : 'changed',
      hits,
      elsewhere: others.length,
      changes,
      parts: partsOf(quotation.text, changes, indexed.document.text),
      speaker: compareSpeaker(quotation, hits[0]?.place.speaker),
    };
  }
}

const keyOf = ({ text, source }: Quotation): string => `${source}\n${text}`;

const notFound = (quotation: Quotation): Checked => ({
  quotation,
  status: 'not_found',
  hits: [],
  elsewhere: 0,
  changes: [],
  parts: [],
  speaker: { kind: 'unknown' },
});

/** Lower is better: fewer changes, then the one who is said to have said it. */
function rankOf({ cost, share, pieces }: Match, quotation: Quotation, indexed: IndexedDocument): number {
  const first = pieces[0]?.steps.find(({ from, to }) => to > from)?.from ?? 0;
  const spoken = { same: 0, unknown: 0.25, other: 0.5 }[speakerAt(quotation, indexed, first)];
  return (cost ? 1 + (1 - share) * 100 : 0) + spoken;
}

const speakerAt = (quotation: Quotation, { places, begins }: IndexedDocument, position: number): SameSpeaker['kind'] =>
  compareSpeaker(quotation, placeAt(places, begins[position] ?? 0).speaker).kind;

const around = 90; // UTF-16 units to either side

function hitOf(steps: Match['pieces'][number]['steps'], { document: { text }, begins, ends, places }: IndexedDocument, document: number): Hit {
  const there = steps.filter(({ from, to }) => to > from);
  const begin = begins[there[0]?.from ?? 0] ?? 0;
  const end = ends[(there.at(-1)?.to ?? 1) - 1] ?? begin;
  const before = text.slice(Math.max(0, begin - around), begin);
  const after = text.slice(end, end + around);
  const whole = begin <= around;
  return {
    document,
    begin,
    end,
    place: placeAt(places, begin),
    before: tidy(whole ? before : before.replace(/^\S*\s/, '')),
    words: tidy(text.slice(begin, end)),
    after: tidy(end + around >= text.length ? after : after.replace(/\s\S*$/, '')),
  };
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ');
