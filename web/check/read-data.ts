// JSON and CSV of any size as values, read a piece at a time so that the page goes on meanwhile. Throws
// NotesError with the line where the text is none. tests/web/check/annotations.test.ts holds it.
import type { JSONParser } from '@streamparser/json';
import { NotesError } from './notes-error.ts';
import { inSlices, type Work } from './slices.ts';

/** UTF-16 units that are read at a stretch: a few milliseconds. */
const piece = 32_768;

/** What JSON.parse(text) gives. */
export async function readJson(text: string, signal?: AbortSignal): Promise<unknown> {
  const { JSONParser: Parser } = await import('@streamparser/json');
  return inSlices(parseJson(text, new Parser({ paths: ['$'], keepStack: false })), signal);
}

function* parseJson(text: string, parser: JSONParser): Work<unknown> {
  let result: { readonly value: unknown } | null = null;
  parser.onValue = ({ value, stack }) => {
    if (!stack.length) result = { value };
  };
  let [begin, end] = [0, 0];
  try {
    for (; begin < text.length; begin = end) {
      end = endOf(text, begin);
      parser.write(text.slice(begin, end));
      yield;
    }
    if (!parser.isEnded) parser.end();
  } catch (reason) {
    throw new NotesError('no_json', lineOf(text, begin, end, reason), { cause: reason });
  }
  if (!result) throw new NotesError('no_json', 1);
  return (result as { readonly value: unknown }).value;
}

/** The end of the piece that begins at `begin`: no pair of surrogates is cut in two. */
function endOf(text: string, begin: number): number {
  const end = begin + piece;
  return /[\ud800-\udbff]/.test(text.charAt(end - 1)) ? end + 1 : end;
}

/** The line, from 1, on which the parser stopped: it names the byte of the piece. */
function lineOf(text: string, begin: number, end: number, reason: unknown): number {
  const told = /chunk position "(\d+)"/.exec(reason instanceof Error ? reason.message : '')?.[1];
  const bytes = new TextEncoder().encode(text.slice(begin, end));
  const read = new TextDecoder().decode(bytes.subarray(0, told ? Number(told) : bytes.length));
  return `${text.slice(0, begin)}${read}`.split('\n').length;
}

/** The rows of a CSV file, each a list of cells; papaparse finds what parts them. */
export async function readCsv(text: string, signal?: AbortSignal): Promise<string[][]> {
  const { default: papa } = await import('papaparse');
  return new Promise((resolve, reject) => {
    const rows: string[][] = [];
    papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
      skipEmptyLines: 'greedy',
      chunkSize: piece,
      chunk: ({ data }, parser) => {
        for (const row of data) rows.push(row);
        parser.pause();
        setTimeout(() => (signal?.aborted ? reject(signal.reason as Error) : parser.resume()));
      },
      complete: () => resolve(rows),
      error: (reason: Error) => reject(reason),
    } as Parameters<typeof papa.parse<string[]>>[1] & { worker?: false });
  });
}
