// A link leads to one running core, on this thread or in a worker, and takes one article at a time.
// engine.ts decides what is sent; tests/web/engine/suite.ts holds every kind of link.
import { SourcelightError, type ErrorCode } from './error.ts';
import type { TextLanguage } from './engine.ts';
import type { HouseStyleProblem } from './house-style.ts';
import type { Format, RenderOptions } from './render.ts';
import type { ClaimStatus, Hyperlink, Part, Report, WeightName, Weights } from './report.ts';

/** What is read: a text, the hyperlinks in it, what counts how much, and in which language, as plain data. */
export interface Article {
  readonly text: string;
  readonly links: readonly Required<Hyperlink>[];
  readonly parts: readonly Part[];
  readonly weights: Weights;
  readonly language: TextLanguage;
  /** ISO 8601; absent: unknown. */
  readonly date?: string | undefined;
  /** Whose it is: each session has a memory of its own. null: of no session. */
  readonly session?: number | null;
}

/** In which format an article is wanted, as plain data; without one, its Report as JSON. */
export interface Wanted extends Pick<RenderOptions, 'title' | 'url'> {
  readonly format: Format;
  /** As JSON: is written in the place of what would be read of the article. */
  readonly report?: string;
}

export interface Link {
  readonly state: CoreState;
  /** Whether close() stops what is under way. */
  readonly canStop: boolean;
  /** Rejects with a SourcelightError; after `engine_failed` the link is of no more use. */
  analyze(article: Article, onProgress?: (share: number) => void): Promise<Report>;
  render(article: Article, wanted: Wanted): Promise<string>;
  /** That session is over: its memory is freed. */
  forget(session: number): void;
  /** What is under way rejects with `engine_failed`, where it can be stopped. */
  close(): void;
}

/** How much everything counts in a claim's priority unless a call says otherwise. */
export type DefaultWeights = Readonly<Record<WeightName, number>>;

/** Why something is not to be had, as plain data: it crosses from the worker. */
export interface Problem {
  readonly code: ErrorCode;
  readonly message: string;
}

/** What the core is given to read with, as plain data. */
export interface Equipment {
  readonly module: WebAssembly.Module;
  /** The bytes of a weight file. */
  readonly model: Uint8Array;
  readonly houseStyle: string | null;
}

/** What the core answers, as plain data. */
export type Reply = { readonly report: string } | Problem;

/** How the core reads, as plain data. */
export interface CoreState {
  /** Why no house style is in use though one was given. */
  readonly houseStyleProblem: Problem | null;
  /** What in the house style in use makes no sense. */
  readonly houseStyleProblems: readonly HouseStyleProblem[];
  /** Which claims the house style in use wants shown; null: it does not say. */
  readonly shownStatuses: readonly ClaimStatus[] | null;
  readonly defaultWeights: DefaultWeights;
}

/** Gives what `reply` holds, or throws why it holds nothing. */
export function readReply(reply: Reply): string {
  if ('code' in reply) throw new SourcelightError(reply.code, reply.message);
  return reply.report;
}

export const readReport = (reply: Reply): Report => JSON.parse(readReply(reply)) as Report;

/** `reason` as an `engine_failed` error that starts with `what`. */
export function failure(what: string, reason: unknown): SourcelightError {
  const detail = reason instanceof Error ? reason.message : String(reason);
  return new SourcelightError('engine_failed', detail ? `${what} (${detail})` : what, {
    cause: reason,
  });
}
