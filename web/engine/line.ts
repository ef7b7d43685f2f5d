// One line of callers before the core: of the texts that stand in it only the newest counts. The
// engine's own analyze() is one, and so is each session. latest.ts says which line is served;
// tests/web/engine hold it.
import type { SourcelightError } from './error.ts';
import type { Job } from './job.ts';
import type { Article } from './link.ts';

export class Line {
  /** Which memory of the core it reads with; null: the engine's own. */
  readonly session: number | null;
  /** What was answered last, and can be rendered. */
  answered: Article | null = null;
  /** Why it takes no calls any more. */
  end: SourcelightError | null = null;
  /** Asked for, and not begun. */
  readonly renders: Job[] = [];
  #begun: Job | null = null;
  #waiting: Job | null = null;

  constructor(session: number | null) {
    this.session = session;
  }

  /** Takes the place of what stands in the line, which is cancelled. */
  join(job: Job): void {
    this.cancel(new DOMException('A newer text replaced this one.', 'AbortError'));
    this.#waiting = job;
  }

  /** What waits, if anything, to be begun now. */
  next(): Job | null {
    const job = this.#waiting;
    if (job) this.#begun = job;
    this.#waiting = null;
    return job;
  }

  /** Nothing is taken any more, and what is under way is rejected. */
  close(reason: SourcelightError): void {
    this.end = reason;
    this.cancel(reason);
    for (const job of this.renders.splice(0)) job.reject(reason);
  }

  cancel(reason: unknown): void {
    this.#begun?.reject(reason);
    this.#waiting?.reject(reason);
    this.#begun = null;
    this.#waiting = null;
  }
}
