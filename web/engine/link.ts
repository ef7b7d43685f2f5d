// A link leads to one running core, on this thread or in a worker, and takes one text at a time.
// engine.ts decides what is sent; tests/web/engine/suite.ts holds every kind of link.
import { SourcelightError, type ErrorCode } from './error.ts';
import type { Report } from './report.ts';

export interface Link {
  readonly state: ModelState;
  /** Rejects with a SourcelightError; after `engine_failed` the link is of no more use. */
  analyze(text: string): Promise<Report>;
  close(): void;
}

/** Why something is not to be had, as plain data: it crosses from the worker. */
export interface Problem {
  readonly code: ErrorCode;
  readonly message: string;
}

/** What the core answers, as plain data. */
export type Reply = { readonly report: string } | Problem;

/** How the core reads, as plain data. */
export interface ModelState {
  readonly model: 'loaded' | 'rules-only';
  /** Why it reads by rules alone though a model was asked for. */
  readonly problem: Problem | null;
}

/** Gives the Report in `reply`, or throws why there is none. */
export function readReply(reply: Reply): Report {
  if ('code' in reply) throw new SourcelightError(reply.code, reply.message);
  return JSON.parse(reply.report) as Report;
}

/** `reason` as an `engine_failed` error that starts with `what`. */
export function failure(what: string, reason: unknown): SourcelightError {
  const detail = reason instanceof Error ? reason.message : String(reason);
  return new SourcelightError('engine_failed', detail ? `${what} (${detail})` : what, {
    cause: reason,
  });
}
