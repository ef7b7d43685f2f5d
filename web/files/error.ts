// Why a file was not opened: a code for which `words.files.problems` has what was wrong and what to
// do. tests/web/files/words.test.ts holds the two together.
import type { Words } from '../words/index.ts';

export const openProblems = [
  'pdf',
  /** Word's format before .docx. */
  'doc',
  'odt',
  'rtf',
  'picture',
  /** A kind of file that is none of the above and none that can be opened. */
  'unknown',
  /** It calls itself text and is not. */
  'binary',
  'empty',
  /** It holds no words: only pictures, say. */
  'no_words',
  /** Larger than `maxBytes`, or it unpacks to more than any article. */
  'too_large',
  /** It calls itself .docx and cannot be read as one. */
  'damaged',
  'password',
  'folder',
  /** The address of a page was dropped, not a file. */
  'address',
  /** The browser could not read it: moved, deleted or locked meanwhile. */
  'unreadable',
  /** The part of the page that opens such files could not be fetched. */
  'not_loaded',
] as const;

export type OpenProblem = (typeof openProblems)[number];

export class OpenError extends Error {
  override readonly name = 'OpenError';
  readonly code: OpenProblem;

  constructor(code: OpenProblem, options?: ErrorOptions) {
    super(`The file was not opened: ${code}`, options);
    this.code = code;
  }
}

/** What to tell the reader of whatever `openFile` or `openDrop` rejected with. */
export function openProblemText(reason: unknown, words: Words['files']): string {
  return words.problems[reason instanceof OpenError ? reason.code : 'unreadable'];
}
