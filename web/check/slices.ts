// Long work in slices, so that no page stands still. tests/web/check/quotations.test.ts holds it.

const slice = 12; // milliseconds at a stretch

/** Work that may be left for a moment wherever it yields. */
export type Work<Result> = Generator<void, Result, void>;

/** Does it at one go. */
export function atOnce<Result>(work: Work<Result>): Result {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** Does it a slice at a time; rejects with the reason of `signal` once that is aborted. */
export async function inSlices<Result>(work: Work<Result>, signal?: AbortSignal): Promise<Result> {
  let started = performance.now();
  for (;;) {
    signal?.throwIfAborted();
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() - started < slice) continue;
    await nextTask();
    started = performance.now();
  }
}

/** Timers wait four milliseconds once they follow each other; messages do not. */
export function nextTask(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
