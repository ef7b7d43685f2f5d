// One thing that is asked of a core: it is answered once, or rejected from outside before, and
// knows how far it is. latest.ts says when it runs; tests/web/engine hold it.
import type { Link } from './link.ts';

export interface Job {
  /** Rejected from outside, or answered. */
  readonly settled: boolean;
  run(link: Link): Promise<void>;
  reject(reason: unknown): void;
  /** So much is done, 0 to 1. */
  readonly progress: (share: number) => void;
  /** Milliseconds since it was begun, and that it will take still, as far as one can tell. */
  timeRun(): number;
  timeLeft(): number;
}

export interface JobOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((share: number) => void) | undefined;
  /** It was rejected from outside. */
  readonly onCancel?: (job: Job) => void;
}

export function makeJob<Answer>(
  ask: (link: Link) => Promise<Answer>,
  resolve: (answer: Answer) => void,
  reject: (reason: unknown) => void,
  { signal, onProgress, onCancel }: JobOptions = {},
): Job {
  let settled = false;
  let began = 0;
  let done = 0;
  const settle = (how: () => void): boolean => {
    if (settled) return false;
    settled = true;
    signal?.removeEventListener('abort', cancel);
    how();
    return true;
  };
  const job: Job = {
    get settled() {
      return settled;
    },
    run: async (link) => {
      began = performance.now();
      const answer = await ask(link);
      settle(() => resolve(answer));
    },
    reject: (reason) => {
      if (settle(() => reject(reason))) onCancel?.(job);
    },
    progress: (share) => {
      done = share;
      if (!settled && onProgress) tell(onProgress, share);
    },
    timeRun: () => performance.now() - began,
    timeLeft: () => (done > 0 ? (job.timeRun() * (1 - done)) / done : Infinity),
  };
  const cancel = (): void => job.reject(signal?.reason);
  signal?.addEventListener('abort', cancel);
  return job;
}

// What the listener throws is told to the page, and must not reach the core, which may be below.
function tell(onProgress: (share: number) => void, share: number): void {
  try {
    onProgress(share);
  } catch (reason) {
    queueMicrotask(() => {
      throw reason;
    });
  }
}
