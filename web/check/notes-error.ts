// Why a file of notes was not read: a code for which web/words has what was wrong and what to do.
// tests/web/check/annotations.test.ts holds it.
export type NotesProblem =
  /** It is no JSON; `line` says where. */
  | 'no_json'
  /** JSON or CSV, but nothing of the kind. */
  | 'no_notes'
  /** A collection that only says where its pages are. */
  | 'elsewhere'
  | 'empty'
  | 'too_large'
  | 'unreadable';

export class NotesError extends Error {
  override readonly name = 'NotesError';
  readonly code: NotesProblem;
  /** From 1. */
  readonly line: number | null;

  constructor(code: NotesProblem, line: number | null = null, options?: ErrorOptions) {
    super(`The notes were not read: ${code}`, options);
    this.code = code;
    this.line = line;
  }
}
