// Why there is no Report: a code to act on and a message a reader understands.

export type ErrorCode =
  /** The text is longer than the engine reads at once. */
  | 'text_too_long'
  /** The text is in another language than English, or `language` names none that is known. */
  | 'unsupported_language'
  /** A link does not stand inside its text. */
  | 'bad_links'
  /** A part does not stand inside its text, or its kind is not known. */
  | 'bad_parts'
  /** A weight of priority has no known name, or is not between 0 and 1. */
  | 'bad_weights'
  /** A change of a session does not stand in its text, or overlaps another. */
  | 'bad_change'
  /** Nothing has been analysed that could be rendered. */
  | 'no_report'
  /** `date` is no ISO 8601 date. */
  | 'bad_date'
  /** A Report to be rendered says what none of its text can, or has no text. */
  | 'bad_report'
  /** The text is not the one that the Report to be rendered is of: its length is another. */
  | 'other_text'
  /** The model could not be fetched, or the engine refused its bytes. */
  | 'bad_model'
  /** The house style is no JSON object, or nothing in it makes sense. */
  | 'bad_house_style'
  /** The engine could not be loaded, or broke; the next call starts a new one. */
  | 'engine_failed'
  /** An embed cannot paint its marks in this browser; all else works. */
  | 'no_highlights'
  /** `close()` was called. */
  | 'engine_closed'
  /** `close()` of the session was called. */
  | 'session_closed';

export class SourcelightError extends Error {
  override readonly name = 'SourcelightError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Whether `reason` says that the text is in another language: a Report made of it before tells of it no more. */
export function isOtherLanguage(reason: unknown): boolean {
  return reason instanceof SourcelightError && reason.code === 'unsupported_language';
}

/** Whether `reason` says that a call was cancelled, by its signal or by a newer call. */
export function isAbort(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === 'AbortError';
}
