// Notes that people made elsewhere, as files of W3C Web Annotation (Recommendation of 23 February 2017:
// an Annotation, a page or collection of them, a bare list; Sourcelight's own export too) and of
// Hypothesis (its API's {"rows"}, its client's {"annotations"} and CSV). Takes a file's text, gives notes;
// throws NotesError. tests/web/check/annotations.test.ts holds it.
import { NotesError } from './notes-error.ts';
import { readCsv, readJson } from './read-data.ts';
import { inSlices, type Work } from './slices.ts';

/** The words that a note is about, as the TextQuoteSelector has them. */
export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Where they stood, in characters of the text that they were noted on; null: not told. */
  readonly start: number | null;
}

export interface Note {
  /** What it says; '': the words were only marked. */
  readonly body: string;
  /** `body` is HTML. */
  readonly isHtml: boolean;
  readonly tags: readonly string[];
  readonly author: string;
  /** As the file has it; '': not told. */
  readonly date: string;
  /** Where it can be read at its place; '': not told. */
  readonly link: string;
  /** Empty: it is about the whole page. */
  readonly quotes: readonly Quote[];
}

export interface ReadNotes {
  readonly notes: readonly Note[];
  /** Which items of the file, from 1, are no annotations. */
  readonly leftOut: readonly number[];
}

/** Bytes. */
export const maxNotesSize = 50_000_000;

/** Reads a file of notes in slices, so that the page goes on; rejects with a NotesError. */
export async function readNotes(file: File, signal?: AbortSignal): Promise<ReadNotes> {
  if (file.size > maxNotesSize) throw new NotesError('too_large');
  const text = await file.text().catch((reason: unknown) => {
    throw new NotesError('unreadable', null, { cause: reason });
  });
  if (!text.trim()) throw new NotesError('empty');
  const isJson = /^\s*[[{]/.test(text.slice(0, 1000));
  return isJson || !/\.csv$/i.test(file.name) ? inSlices(notesOf(await readJson(text, signal)), signal) : rowsToNotes(await readCsv(text, signal));
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});
const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value == null ? [] : [value]);
const typesOf = (item: Fields): string[] =>
  listOf(item['type'] ?? item['@type']).map((type) => textOf(type).replace(/^.*[:#/]/, ''));

/** The notes of what JSON.parse() gives, some at a stretch; throws NotesError where it holds none. */
export function* notesOf(data: unknown): Work<ReadNotes> {
  const quotesOf = new Map<string, readonly Quote[]>();
  const notes: Note[] = [];
  const leftOut: number[] = [];
  const items = itemsOf(data);
  for (const [index, item] of items.entries()) {
    if (index % 64 === 0) yield;
    const note = isFields(item) ? readItem(item, quotesOf) : null;
    if (note) notes.push(note);
    else leftOut.push(index + 1);
  }
  if (items.length && !notes.length) throw new NotesError('no_notes');
  return { notes, leftOut };
}

function itemsOf(data: unknown): readonly unknown[] {
  if (Array.isArray(data)) return data as readonly unknown[];
  const whole = fieldsOf(data);
  for (const name of ['rows', 'annotations', '@graph', 'items']) if (Array.isArray(whole[name])) return whole[name] as readonly unknown[];
  const types = typesOf(whole);
  if (types.includes('AnnotationCollection')) {
    const { first } = whole;
    if (isFields(first) && Array.isArray(first['items'])) return first['items'] as readonly unknown[];
    throw new NotesError(first ? 'elsewhere' : 'empty');
  }
  if (types.includes('Annotation')) return [whole];
  throw new NotesError('no_notes');
}

/** null: it is no annotation. */
function readItem(item: Fields, quotesOf: Map<string, readonly Quote[]>): Note | null {
  const isHypothesis = typeof item['user'] === 'string' && Array.isArray(item['target']);
  if (!isHypothesis && !typesOf(item).includes('Annotation')) return null;
  const id = textOf(item['id'] ?? item['@id']);
  const own = listOf(item['target']).flatMap(quotesOfTarget);
  // An answer has no place of its own: it stands where what it answers does.
  const answered = listOf(item['references']).map((one) => quotesOf.get(textOf(one))).findLast((quotes) => quotes);
  const quotes = own.length ? own : (answered ?? []);
  if (id) quotesOf.set(id, quotes);
  return isHypothesis ? hypothesisNote(item, quotes) : webNote(item, id, quotes);
}

function hypothesisNote(item: Fields, quotes: readonly Quote[]): Note {
  const links = fieldsOf(item['links']);
  return {
    body: textOf(item['text']),
    isHtml: false,
    tags: listOf(item['tags']).map(textOf).filter((tag) => tag),
    author: textOf(fieldsOf(item['user_info'])['display_name']) || textOf(item['user']).replace(/^acct:([^@]*)@.*$/, '$1'),
    date: textOf(item['updated']) || textOf(item['created']),
    link: address(links['incontext']) || address(links['html']),
    quotes,
  };
}

function webNote(item: Fields, id: string, quotes: readonly Quote[]): Note {
  const bodies = [...listOf(item['bodyValue']), ...listOf(item['body'])].map(readBody);
  const said = bodies.filter(({ isTag, text }) => !isTag && text);
  const isHtml = said.length === 1 && said[0]?.isHtml === true;
  return {
    body: isHtml ? (said[0]?.text ?? '') : said.map(({ text, isHtml: marked }) => (marked ? withoutTags(text) : text)).join('\n'),
    isHtml,
    tags: bodies.filter(({ isTag, text }) => isTag && text).map(({ text }) => text),
    author: listOf(item['creator']).map(nameOf).filter((name) => name).join(', '),
    date: textOf(item['modified']) || textOf(item['created']),
    link: address(item['via']) || address(id),
    quotes,
  };
}

interface Body {
  readonly text: string;
  readonly isHtml: boolean;
  readonly isTag: boolean;
}

/** What only names or sorts is a tag. */
const tagging = new Set(['tagging', 'classifying', 'identifying']);

function readBody(value: unknown): Body {
  if (!isFields(value)) return { text: textOf(value), isHtml: false, isTag: false };
  // Of a choice the first is what to show.
  if (Array.isArray(value['items'])) return readBody((value['items'] as readonly unknown[])[0]);
  const text = textOf(value['value'] ?? value['chars']);
  const isHtml = textOf(value['format']).toLowerCase().includes('html');
  return { text: text || address(value['id'] ?? value['source']), isHtml, isTag: listOf(value['purpose']).some((one) => tagging.has(textOf(one))) };
}

/** Where HTML is one of several bodies it becomes text at once; notes.ts reads the others by the DOM. */
const withoutTags = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim();

function nameOf(value: unknown): string {
  if (!isFields(value)) return textOf(value);
  return listOf(value['name'] ?? value['nickname'] ?? value['id']).map(textOf).find((name) => name) ?? '';
}

/** An address that a link may lead to; '' for all others. */
const address = (value: unknown): string => (/^https?:\/\//i.test(textOf(value)) ? textOf(value) : '');

function quotesOfTarget(target: unknown): Quote[] {
  const selectors = selectorsOf(fieldsOf(target)['selector'], 0);
  const exact = selectors.find((one) => typesOf(one).includes('TextQuoteSelector') && textOf(one['exact']));
  if (!exact) return [];
  const at = selectors.find((one) => typesOf(one).includes('TextPositionSelector'));
  const start = at?.['start'];
  return [
    {
      exact: textOf(exact['exact']),
      prefix: textOf(exact['prefix']),
      suffix: textOf(exact['suffix']),
      start: typeof start === 'number' && Number.isFinite(start) ? start : null,
    },
  ];
}

/** All selectors of a target, those that refine others too. */
function selectorsOf(value: unknown, depth: number): Fields[] {
  if (depth > 5) return [];
  return listOf(value).flatMap((one) =>
    isFields(one) ? [...selectorsOf(one['refinedBy'], depth + 1), one, ...selectorsOf(one['items'], depth + 1)] : [],
  );
}

/** Columns of Hypothesis' CSV, of its versions before and after 2024, by what they hold. */
const columns = {
  quote: ['quote'],
  body: ['comment', 'body', 'text'],
  author: ['author', 'user'],
  date: ['created at', 'creation date', 'created', 'date'],
  tags: ['tags'],
  link: ['url'],
} as const;

/** The notes of rows of which the first names the columns; throws NotesError where it names none of ours. */
export function rowsToNotes([head = [], ...rows]: readonly (readonly string[])[]): ReadNotes {
  const names = head.map((name) => name.trim().toLowerCase());
  const at = (kind: keyof typeof columns): number => names.findIndex((name) => columns[kind].some((one) => one === name));
  if (at('quote') < 0 || at('body') < 0) throw new NotesError('no_notes', 1);
  const leftOut: number[] = [];
  const notes = rows.flatMap((row, index): Note[] => {
    const cell = (kind: keyof typeof columns): string => (row[at(kind)] ?? '').trim();
    const exact = cell('quote');
    if (!exact && !cell('body')) {
      if (row.some((one) => one.trim())) leftOut.push(index + 1);
      return [];
    }
    const tags = cell('tags').split(',').map((tag) => tag.trim()).filter((tag) => tag);
    const quotes = exact ? [{ exact, prefix: '', suffix: '', start: null }] : [];
    return [{ body: cell('body'), isHtml: false, tags, author: cell('author'), date: cell('date'), link: address(cell('link')), quotes }];
  });
  if (!notes.length) throw new NotesError('empty');
  return { notes, leftOut };
}
