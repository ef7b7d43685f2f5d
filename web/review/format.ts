// What is kept of reviews, as JSON: in the browser's store and in the file of Export, schema
// sourcelight.review/2 (docs/review.md). Checks what comes in, and merges two states of one
// article. tests/web/review/format.test.ts holds it.
import { isCorrection, isSourceCorrection, type Correction, type SourceCorrection } from './correction.ts';

export const reviewSchema = 'sourcelight.review/2';
/** Of an earlier Sourcelight: without corrections. */
const earlierSchema = 'sourcelight.review/1';

export type ReviewMark = 'checked' | 'needs_source' | 'ignored';

export const reviewMarks: readonly ReviewMark[] = ['checked', 'needs_source', 'ignored'];

/** What one person made of a claim, or of a source. */
export interface Opinion {
  /** null: none was set. */
  readonly mark: ReviewMark | null;
  readonly note: string;
  /** ISO time of the last change. */
  readonly at: string;
  /** What the person says in the place of what was read. */
  readonly correction?: Correction;
  /** It is of a source, not of a claim, and says nothing else. */
  readonly source?: SourceCorrection;
}

export interface Review extends Opinion {
  /** What other people say of the same, in files that were taken in; the earlier ones. */
  readonly rivals?: readonly Opinion[];
}

/** Where a claim stands, after the TextQuoteSelector of W3C Web Annotation; white space folded. */
export interface Anchor {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** UTF-16 offset of its first word. */
  readonly start: number;
}

export interface StoredReview extends Review, Anchor {
  readonly id: string;
  /** The claim's words when the mark was set; `exact` are its words when it was last seen. */
  readonly words: string;
}

/** A review that was taken back: stays, so that another tab's copy does not bring it again. */
export interface Cleared {
  readonly id: string;
  readonly at: string;
}

export interface BookJson {
  readonly reviews: readonly StoredReview[];
  readonly cleared: readonly Cleared[];
}

/** The reviews of one article. */
export interface ReviewRecord extends BookJson {
  readonly id: string;
  readonly title: string;
  /** ISO time of the last change. */
  readonly updated: string;
}

export function makeRecord(id: string, title: string, book: BookJson): ReviewRecord {
  const { reviews, cleared } = book;
  const updated = [...reviews, ...cleared].reduce((last, { at }) => (at > last ? at : last), '');
  return { id, title, updated: updated || new Date(0).toISOString(), reviews, cleared };
}

export interface ReviewFile {
  readonly schema: typeof reviewSchema;
  readonly exported: string;
  readonly articles: readonly ReviewRecord[];
}

/** `not_json`: no JSON; `other_file`: no file of reviews; `later_file`: of a later Sourcelight;
    `bad_field`: `where` says which field is wrong. */
export type FileProblem = 'not_json' | 'other_file' | 'later_file' | 'bad_field';

export class ReviewFileError extends Error {
  readonly code: FileProblem;
  /** As "articles[0].reviews[2].mark"; "" if it is no single field. */
  readonly where: string;

  constructor(code: FileProblem, where = '') {
    super(where ? `${code}: ${where}` : code);
    this.name = 'ReviewFileError';
    this.code = code;
    this.where = where;
  }
}

/** An id no other tab or machine makes. (randomUUID() is missing where the page came by http.) */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function writeReviewFile(articles: readonly ReviewRecord[], exported: string): string {
  const file: ReviewFile = { schema: reviewSchema, exported, articles };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** The articles of a file of Export; throws a ReviewFileError that says what is wrong. */
export function readReviewFile(text: string): ReviewRecord[] {
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new ReviewFileError('not_json');
  }
  const schema = isObject(file) ? file['schema'] : undefined;
  if (!isObject(file) || typeof schema !== 'string') throw new ReviewFileError('other_file');
  if (schema !== reviewSchema && schema !== earlierSchema) {
    throw new ReviewFileError(/^sourcelight\.review\/\d+$/.test(schema) ? 'later_file' : 'other_file');
  }
  return listAt(file['articles'], 'articles', readRecord);
}

/** The book that `value` holds; throws a ReviewFileError at what is no such thing. */
export function readBook(value: unknown, where = ''): BookJson {
  const at = (name: string): string => (where ? `${where}.${name}` : name);
  if (!isObject(value)) throw new ReviewFileError('bad_field', where || 'book');
  return {
    reviews: listAt(value['reviews'], at('reviews'), readReview),
    cleared: listAt(value['cleared'] ?? [], at('cleared'), readCleared),
  };
}

function readRecord(value: unknown, where: string): ReviewRecord {
  const field = fieldsOf(value, where);
  return {
    id: field('id', isId),
    title: field('title', isString),
    updated: new Date(field('updated', isTime)).toISOString(),
    ...readBook(value, where),
  };
}

function readReview(value: unknown, where: string): StoredReview {
  const field = fieldsOf(value, where);
  const rivals = listAt(field('rivals', isListOrNothing) ?? [], `${where}.rivals`, readOpinion);
  return {
    id: field('id', isId),
    ...readOpinion(value, where),
    ...(rivals.length ? { rivals } : {}),
    words: field('words', isWords),
    exact: field('exact', isWords),
    prefix: field('prefix', isString),
    suffix: field('suffix', isString),
    start: field('start', isOffset),
  };
}

function readOpinion(value: unknown, where: string): Opinion {
  const field = fieldsOf(value, where);
  const correction = field('correction', isCorrectionOrNothing);
  const source = field('source', isSourceCorrectionOrNothing);
  return {
    mark: field('mark', isMark),
    note: field('note', isString),
    at: new Date(field('at', isTime)).toISOString(),
    ...(correction ? { correction } : {}),
    ...(source ? { source } : {}),
  };
}

function readCleared(value: unknown, where: string): Cleared {
  const field = fieldsOf(value, where);
  return { id: field('id', isId), at: new Date(field('at', isTime)).toISOString() };
}

type Check<Value> = (value: unknown) => value is Value;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isString = (value: unknown): value is string => typeof value === 'string';
const isWords = (value: unknown): value is string => isString(value) && value !== '';
const isId = (value: unknown): value is string => isWords(value) && value.length <= 100;
const isTime = (value: unknown): value is string => isString(value) && !Number.isNaN(Date.parse(value));
const isOffset = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isListOrNothing = (value: unknown): value is unknown[] | undefined => value === undefined || Array.isArray(value);
const isCorrectionOrNothing = (value: unknown): value is Correction | undefined =>
  value === undefined || isCorrection(value);
const isSourceCorrectionOrNothing = (value: unknown): value is SourceCorrection | undefined =>
  value === undefined || isSourceCorrection(value);
const isMark = (value: unknown): value is ReviewMark | null =>
  value === null || reviewMarks.some((mark) => mark === value);

function fieldsOf(value: unknown, where: string) {
  if (!isObject(value)) throw new ReviewFileError('bad_field', where);
  return <Value>(name: string, is: Check<Value>): Value => {
    const found = value[name];
    if (!is(found)) throw new ReviewFileError('bad_field', `${where}.${name}`);
    return found;
  };
}

function listAt<Item>(value: unknown, where: string, read: (item: unknown, where: string) => Item): Item[] {
  if (!Array.isArray(value)) throw new ReviewFileError('bad_field', where);
  return value.map((item: unknown, index) => read(item, `${where}[${index}]`));
}

/**
 * Both states of one article as one: of each claim the later review, or none where it was taken
 * back later. Reviews are of the same claim if they have the same id, or were made of the same
 * words in the same place. Those were made apart, by two people or in two tabs: where they say
 * different things, the later one keeps the earlier one as a rival.
 */
export function mergeBooks(ours: BookJson, theirs: BookJson): BookJson {
  const cleared = new Map<string, Cleared>();
  for (const one of [...ours.cleared, ...theirs.cleared]) {
    if (one.at > (cleared.get(one.id)?.at ?? '')) cleared.set(one.id, one);
  }
  const reviews = new Map<string, StoredReview>();
  for (const one of [...ours.reviews, ...theirs.reviews]) {
    if (one.at > (reviews.get(one.id)?.at ?? '')) reviews.set(one.id, one);
  }
  const standing = [...reviews.values()].filter(({ id, at }) => (cleared.get(id)?.at ?? '') < at);
  const byPlace = new Map<string, StoredReview>();
  for (const one of [...standing].sort(laterFirst)) {
    const later = byPlace.get(placeOf(one));
    byPlace.set(placeOf(one), later ? withRivals(later, one) : one);
    if (later) cleared.set(one.id, { id: one.id, at: one.at });
  }
  for (const one of byPlace.values()) cleared.delete(one.id);
  const kept = new Map([...byPlace.values()].map((one) => [one.id, one]));
  return { reviews: standing.flatMap(({ id }) => kept.get(id) ?? []), cleared: [...cleared.values()] };
}

const laterFirst = (one: StoredReview, other: StoredReview): number =>
  one.at === other.at ? (one.id < other.id ? 1 : -1) : one.at < other.at ? 1 : -1;

/** What a review is of: words at an offset, or a source. */
const placeOf = ({ source, exact, start }: StoredReview): string => (source ? `of ${source.of}` : `at ${start} ${exact}`);

const mostRivals = 8;

function withRivals(one: StoredReview, other: StoredReview): StoredReview {
  const said = new Set([saying(one)]);
  const rivals = [...(one.rivals ?? []), opinionOf(other), ...(other.rivals ?? [])].filter((rival) => {
    const words = saying(rival);
    return !said.has(words) && said.add(words);
  });
  return rivals.length ? { ...one, rivals: rivals.slice(0, mostRivals) } : one;
}

export function opinionOf({ mark, note, at, correction, source }: Opinion): Opinion {
  return { mark, note, at, ...(correction ? { correction } : {}), ...(source ? { source } : {}) };
}

/** What an opinion says, but for when. */
const saying = ({ mark, note, correction, source }: Opinion): string => {
  const { status, source: by } = correction ?? {};
  return JSON.stringify([mark, note, status, by?.name, by?.kind, by?.title, source?.name, source?.kind, source?.title, source?.into]);
};
