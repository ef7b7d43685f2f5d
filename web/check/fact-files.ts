// Files of fact-checks, read piece by piece so that no page stands still: ClaimReview as JSON (also a Data
// Commons feed) or in the scripts of an HTML page, and CSV. What reads CSV and long JSON is fetched when it is
// used. tests/web/check/archive.test.ts holds it.
import type { LocalFile, ParseConfig, ParseLocalConfig } from 'papaparse';
import { claimReviewsIn, readClaimReview, type Read } from './claim-review.ts';
import { guessColumns, readRow, type Columns } from './fact-columns.ts';
import { nextTask } from './slices.ts';

export type FileProblem = 'not_json' | 'no_reviews' | 'no_table' | 'unreadable' | 'too_large' | 'unknown_kind' | 'not_loaded';

/** A file of which nothing can be used. */
export class FactFileError extends Error {
  readonly problem: FileProblem;

  constructor(problem: FileProblem, options?: ErrorOptions) {
    super(`The file has no fact-checks: ${problem}.`, options);
    this.problem = problem;
  }
}

/** What a file of CSV looks like. */
export interface Table {
  readonly header: readonly string[];
  /** The first rows after the header. */
  readonly rows: readonly (readonly string[])[];
  readonly guess: Columns;
}

/** Takes entries as they are read, and how much of the file that was, 0 to 1. */
export type Take = (entries: readonly Read[], share: number) => void;

const maxBytes = 500_000_000;
const piece = 65_536; // bytes
/** What JSON.parse does in a few milliseconds. */
const short = 262_144; // bytes

export type FactFileKind = 'csv' | 'html' | 'json';

/** By the file's name; a text file is a table. */
export function factFileKind(name: string): FactFileKind | null {
  const [, ending = ''] = /\.(\w+)$/.exec(name.toLowerCase()) ?? [];
  if (['csv', 'tsv', 'txt'].includes(ending)) return 'csv';
  if (['html', 'htm', 'xhtml'].includes(ending)) return 'html';
  return ['json', 'jsonld'].includes(ending) ? 'json' : null;
}

/** The columns of a file of CSV and its first rows. Rejects with a FactFileError. */
export async function openTable(file: File): Promise<Table> {
  checkSize(file);
  const Papa = await csv();
  const start = await readText(file.slice(0, piece));
  const { data } = Papa.parse<string[]>(withoutMarks(start), { preview: 6, skipEmptyLines: 'greedy' });
  const [header, ...rows] = data;
  if (!header || header.length < 2 || !rows.length) throw new FactFileError('no_table');
  return { header: header.map((name) => name.trim()), rows, guess: guessColumns(header) };
}

/** What Papa Parse takes for a text that it is to read in pieces. */
type TextConfig = ParseLocalConfig<string[], LocalFile> & ParseConfig<string[]> & { download?: false; worker?: false };

/** Reads all rows of a file of CSV. Rejects with a FactFileError. */
export async function readTable(file: File, columns: Columns, take: Take, signal: AbortSignal): Promise<void> {
  const Papa = await csv();
  // Papa Parse would cut letters of several bytes where it cuts a file.
  const text = withoutMarks(await decode(file, signal));
  let isHeader = true;
  await new Promise<void>((resolve, reject) => {
    const config: TextConfig = {
      chunkSize: piece,
      skipEmptyLines: 'greedy',
      chunk({ data, meta }, parser) {
        const rows = isHeader ? data.slice(1) : data;
        isHeader = false;
        take(rows.map((row) => readRow(row, columns)), Math.min(1, meta.cursor / text.length));
        parser.pause();
        nextTask().then(() => (signal.aborted ? parser.abort() : parser.resume()), reject);
      },
      complete: () => (signal.aborted ? reject(signal.reason as Error) : resolve()),
    };
    Papa.parse<string[]>(text, config);
  });
}

/** Reads the ClaimReviews of a file of JSON or HTML. Rejects with a FactFileError. */
export async function readReviews(file: File, kind: 'json' | 'html', take: Take, signal: AbortSignal): Promise<void> {
  checkSize(file);
  let found = 0;
  const read = (value: unknown, share: number): void => {
    const reviews = claimReviewsIn(value);
    found += reviews.length;
    if (reviews.length) take(reviews.map(readClaimReview), share);
  };
  if (kind === 'html') for (const script of await scriptsOf(file)) read(parseOrNull(script), 1);
  else if (file.size <= short) read(parse(await readText(file)), 1);
  else await readLong(file, read, signal);
  if (!found) throw new FactFileError('no_reviews');
}

/** JSON that is too long to be parsed at once: a list, or an object with a list of elements. */
async function readLong(file: File, read: (value: unknown, share: number) => void, signal: AbortSignal): Promise<void> {
  const { JSONParser } = await import('@streamparser/json').catch((reason: unknown) => {
    throw new FactFileError('not_loaded', { cause: reason });
  });
  const start = (await readText(file.slice(0, 1024))).trimStart();
  const paths = start.startsWith('[') ? ['$.*'] : ['$.dataFeedElement.*', '$.@graph.*', '$.itemListElement.*'];
  const parser = new JSONParser({ paths, keepStack: false });
  let share = 0;
  parser.onValue = ({ value }) => read(value, share);
  for (let at = 0; at < file.size; at += piece) {
    signal.throwIfAborted();
    share = Math.min(1, (at + piece) / file.size);
    const bytes = await bytesOf(file.slice(at, at + piece));
    try {
      parser.write(at === 0 && bytes[0] === 0xef ? bytes.subarray(3) : bytes); // the byte order mark
    } catch (reason) {
      throw new FactFileError('not_json', { cause: reason });
    }
    await nextTask();
  }
  if (!parser.isEnded) throw new FactFileError('not_json');
}

/** What the page's JSON-LD scripts hold. */
async function scriptsOf(file: File): Promise<string[]> {
  const page = new DOMParser().parseFromString(await readText(file), 'text/html');
  return [...page.querySelectorAll('script[type="application/ld+json" i]')].map((script) => script.textContent ?? '');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (reason) {
    throw new FactFileError('not_json', { cause: reason });
  }
}

/** A script that is broken says nothing, and the others of the page still count. */
function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function csv(): Promise<typeof import('papaparse')> {
  try {
    return (await import('papaparse')).default;
  } catch (reason) {
    throw new FactFileError('not_loaded', { cause: reason });
  }
}

function checkSize({ size }: Blob): void {
  if (size > maxBytes) throw new FactFileError('too_large');
}

async function readText(blob: Blob): Promise<string> {
  const bytes = await bytesOf(blob);
  return new TextDecoder(encodingOfBytes(bytes)).decode(bytes);
}

/** The whole file piece by piece. */
async function decode(file: File, signal: AbortSignal, encoding = '', isSure = false): Promise<string> {
  const name = encoding || encodingOfBytes(await bytesOf(file.slice(0, piece)));
  const decoder = new TextDecoder(name, { fatal: !isSure });
  let text = '';
  for (let at = 0; at < file.size; at += piece) {
    signal.throwIfAborted();
    const bytes = await bytesOf(file.slice(at, at + piece));
    try {
      text += decoder.decode(bytes, { stream: at + piece < file.size });
    } catch {
      return decode(file, signal, 'windows-1252', true);
    }
    await nextTask();
  }
  return text;
}

/** Without the byte order mark and the line by which Excel tells its separator. */
const withoutMarks = (text: string): string => text.replace(/^\uFEFF/, '').replace(/^sep=.\r?\n/i, '');

/** UTF-8 unless the bytes are none: spreadsheets write windows-1252, or UTF-16 with its mark. */
function encodingOfBytes(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  try {
    // The last letter may be cut.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch (reason) {
    throw new FactFileError('unreadable', { cause: reason });
  }
}
