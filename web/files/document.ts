// A transcript or document to check an article against: the files that openFile() opens, subtitles and
// PDF besides; with times, pages and speakers where the file tells them. Of a web page all is read, not
// only its article. What opens a kind of file is fetched when it is needed. tests/web/check hold it.
import { readHtml } from '../engine/html.ts';
import { decodeHtml, decodeText } from './decode.ts';
import { OpenError } from './error.ts';
import { checkStart, kindOf } from './kind.ts';
import { bytesOf, fetched, maxBytes, openFile } from './open.ts';
import { parseHtml } from './parse.ts';
import { readSubtitles } from './subtitles.ts';

/** What holds from `at` on, until another place says otherwise. */
export interface Place {
  /** UTF-16 units of the text. */
  readonly at: number;
  /** Seconds from the beginning of a recording. */
  readonly time?: number;
  /** From 1. */
  readonly page?: number;
  readonly speaker?: string;
}

export interface OpenedDocument {
  /** The file's name. */
  readonly name: string;
  readonly text: string;
  /** In order. */
  readonly places: readonly Place[];
}

/** For the file picker: what openDocument() opens. */
export const acceptDocuments = '.txt,.text,.md,.markdown,.html,.htm,.xhtml,.docx,.srt,.vtt,.pdf';

/** Rejects with an OpenError; `signal` stops the reading of a PDF. */
export async function openDocument(file: File, signal?: AbortSignal): Promise<OpenedDocument> {
  const { name } = file;
  if (isPdf(file)) return { name, ...(await readPdf(await readBytes(file), signal)) };
  if (/\.(?:srt|vtt)$/i.test(name)) {
    const bytes = await readBytes(file);
    checkStart(bytes, 'text');
    const text = decodeText(bytes);
    return { name, ...(readSubtitles(text) ?? withWords({ text, places: [] })) };
  }
  const kind = kindOf(file);
  if (kind !== 'html' && kind !== 'docx') return { name, text: (await openFile(file)).text, places: [] };
  const bytes = await readBytes(file);
  checkStart(bytes, kind);
  const page = parseHtml(kind === 'html' ? decodeHtml(bytes) : await docx(bytes));
  markSpeakers(page);
  return { name, ...withWords({ text: readHtml(page).text, places: [] }) };
}

async function readBytes(file: File): Promise<Uint8Array> {
  if (file.size > maxBytes) throw new OpenError('too_large');
  const bytes = await bytesOf(file);
  if (!bytes.length) throw new OpenError('empty');
  return bytes;
}

function withWords<Read extends { readonly text: string }>(read: Read): Read {
  if (!read.text.trim()) throw new OpenError('no_words');
  return read;
}

async function docx(bytes: Uint8Array): Promise<string> {
  const { docxToHtml } = await fetched(() => import('./docx.ts'));
  return docxToHtml(bytes);
}

const isPdf = ({ name, type }: File): boolean => /\.pdf$/i.test(name) || (type === 'application/pdf' && !/\.[^.]+$/.test(name));

async function readPdf(bytes: Uint8Array, signal?: AbortSignal): Promise<{ text: string; places: readonly Place[] }> {
  if (!String.fromCharCode(...bytes.subarray(0, 1024)).includes('%PDF')) throw new OpenError('damaged');
  const { pdfToText } = await fetched(() => import('./pdf.ts'));
  return pdfToText(bytes, signal);
}

const longestName = 60; // UTF-16 units

/**
 * In transcripts a name that is set bold before what is said, or on a line of its own that comes again, says
 * who speaks: it gets the colon by which speakers are known in a text.
 */
function markSpeakers(page: Document): void {
  const bold = [...page.querySelectorAll('p > strong:first-child, p > b:first-child')].flatMap((element) => {
    const name = element.textContent?.trim() ?? '';
    const isFirst = !element.previousSibling?.textContent?.trim();
    const isName = name.length <= longestName && /^\p{Lu}[\p{L}\p{M}\p{N}.,'’() -]*$/u.test(name);
    return isFirst && isName ? [{ element, name, isAlone: element.parentElement?.textContent?.trim() === name }] : [];
  });
  const times = new Map<string, number>();
  for (const { name } of bold) times.set(name, (times.get(name) ?? 0) + 1);
  for (const { element, name, isAlone } of bold) if (!isAlone || (times.get(name) ?? 0) > 1) element.append(':');
}
