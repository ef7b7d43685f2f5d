// A text that changes, and its Reports: what is read again is what changed and what depends on it,
// and what the last Report says is found in the text as it stands. tests/web/engine/suite.ts and
// session.test.ts hold it: every Report is that of a fresh analysis.
import { findEdit, moveSpans, type Edit } from '../highlight/edit.ts';
import { checked, checkedParts } from './article.ts';
import { inOrder, type TextChange } from './change.ts';
import type { AnalyzeOptions, TextLanguage } from './engine.ts';
import type { Format, RenderOptions } from './render.ts';
import type { Claim, Hyperlink, Part, Report, Span, Weights } from './report.ts';

export type { TextChange } from './change.ts';

export type ReadOptions = Pick<AnalyzeOptions, 'signal' | 'onProgress'>;

export type SessionOptions = Pick<AnalyzeOptions, 'links' | 'parts' | 'weights' | 'language' | 'date'>;

export interface Session {
  /** As it stands now. */
  readonly text: string;
  /** The hyperlinks where they stand now; one whose words are gone is gone. */
  readonly links: readonly Hyperlink[];
  /** What the page set its paragraphs as, where they stand now. */
  readonly parts: readonly Part[];
  /** The last Report, of the text as it was then; null before there is one. */
  readonly report: Report | null;
  /**
   * The claims of the last Report, by the same indices, where they stand now: text that was typed
   * inside a span belongs to it, and a claim whose words are gone has no spans.
   */
  readonly claims: readonly Claim[];
  /**
   * Resolves with the Report of the text as it stands. A newer read() or update() of this session
   * cancels it, as analyze() would; nothing else does.
   */
  read(options?: ReadOptions): Promise<Report>;
  /**
   * Changes the text at once, and resolves with its Report, which equals that of analyze(). All
   * changes tell of the text before the call; those at one place follow each other as given. Also
   * if the call is cancelled, the text has changed. Rejects with `bad_change`, which tells of the
   * first that cannot be made, and then none is.
   */
  update(changes: TextChange | readonly TextChange[], options?: ReadOptions): Promise<Report>;
  /**
   * Where a position of the last Report stands now (before there is one: a position of the text
   * that was opened). What was inserted at the position itself stands after it (-1, the default) or
   * before it (1).
   */
  map(position: number, side?: -1 | 1): number;
  /** Where a span of the last Report stands now; null: its words are gone. */
  mapSpan(span: Span): Span | null;
  /** The last Report in another format, as `Engine.render`. */
  render(format: Format, options?: RenderOptions): Promise<string>;
  /** Frees its memory. What is under way and every later call reject with `session_closed`. */
  close(): void;
}

/** Where a session has its text read. */
export interface Desk {
  analyze(text: string, options: AnalyzeOptions): Promise<Report>;
  render(format: Format, options: RenderOptions): Promise<string>;
  close(): void;
}

export class TextSession implements Session {
  readonly #desk: Desk;
  readonly #weights: Weights;
  readonly #language: TextLanguage;
  readonly #date: string | undefined;
  #text: string;
  #links: readonly Hyperlink[];
  #parts: readonly Part[];
  #report: Report | null = null;
  /** What happened to the text since the last Report, one after the other, and how much before. */
  #edits: readonly Edit[] = [];
  #before = 0;
  #moved: readonly Claim[] | null = null;

  constructor(text: string, { links = [], parts = [], weights = {}, language = 'auto', date }: SessionOptions, desk: Desk) {
    this.#desk = desk;
    this.#text = text;
    this.#links = checked(links, text);
    this.#parts = checkedParts(parts, text);
    this.#weights = { ...weights };
    this.#language = language;
    this.#date = date;
  }

  get text(): string {
    return this.#text;
  }

  get links(): readonly Hyperlink[] {
    return this.#links;
  }

  get parts(): readonly Part[] {
    return this.#parts;
  }

  get report(): Report | null {
    return this.#report;
  }

  get claims(): readonly Claim[] {
    this.#moved ??= (this.#report?.claims ?? []).map((claim) => moveClaim(claim, this.#edits));
    return this.#moved;
  }

  async read({ signal, onProgress }: ReadOptions = {}): Promise<Report> {
    const seen = this.#before + this.#edits.length;
    const [links, parts, weights] = [this.#links, this.#parts, this.#weights];
    const report = await this.#desk.analyze(this.#text, {
      links,
      parts,
      weights,
      language: this.#language,
      ...(this.#date !== undefined && { date: this.#date }),
      ...(signal && { signal }),
      ...(onProgress && { onProgress }),
    });
    // The text may have changed between the answer and now.
    this.#edits = this.#edits.slice(seen - this.#before);
    this.#before = seen;
    this.#report = report;
    this.#moved = null;
    return report;
  }

  async update(
    changes: TextChange | readonly TextChange[],
    options?: ReadOptions,
  ): Promise<Report> {
    this.#change(inOrder('from' in changes ? [changes] : changes, this.#text));
    return this.read(options);
  }

  map(position: number, side: -1 | 1 = -1): number {
    return this.#edits.reduce((at, edit) => movePosition(at, edit, side), position);
  }

  mapSpan(span: Span): Span | null {
    return move([span], this.#edits)[0] ?? null;
  }

  render(format: Format, options: RenderOptions = {}): Promise<string> {
    return this.#desk.render(format, options);
  }

  close(): void {
    this.#desk.close();
  }

  #change(changes: readonly TextChange[]): void {
    const edits = changes.flatMap((change) => editOf(change, this.#text)).reverse();
    this.#text = changed(this.#text, changes);
    this.#links = moveAll(this.#links, edits);
    this.#parts = moveAll(this.#parts, edits);
    this.#edits = [...this.#edits, ...edits];
    this.#moved = null;
  }
}

/** What the change does, without what it puts back as it was. The last comes first in a text. */
function editOf({ from, to, insert }: TextChange, text: string): readonly Edit[] {
  const edit = findEdit(text.slice(from, to), insert);
  return edit ? [{ ...edit, begin: edit.begin + from }] : [];
}

function changed(text: string, changes: readonly TextChange[]): string {
  let after = '';
  let at = 0;
  for (const { from, to, insert } of changes) {
    after += text.slice(at, from) + insert;
    at = to;
  }
  return after + text.slice(at);
}

const move = (spans: readonly Span[], edits: readonly Edit[]): readonly Span[] =>
  edits.reduce(moveSpans, spans);

function moveAll<Placed extends { readonly span: Span }>(all: readonly Placed[], edits: readonly Edit[]): readonly Placed[] {
  return edits.length ? all.flatMap((one) => move([one.span], edits).map((span) => ({ ...one, span }))) : all;
}

function moveClaim(claim: Claim, edits: readonly Edit[]): Claim {
  if (!edits.length) return claim;
  const signals = claim.signals.flatMap(({ kind, span }) =>
    move([span], edits).map((moved) => ({ kind, span: moved })),
  );
  return { ...claim, spans: move(claim.spans, edits), signals };
}

function movePosition(position: number, edit: Edit, side: -1 | 1): number {
  const { begin, removed, inserted } = edit;
  const end = begin + removed;
  if (position < begin || (position === begin && (removed > 0 || side < 0))) return position;
  if (position >= end) return position + inserted - removed;
  return side < 0 ? begin : begin + inserted;
}
