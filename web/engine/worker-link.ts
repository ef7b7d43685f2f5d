// The core in a worker, seen from outside: starts it, sends one text, awaits one reply. A worker
// that cannot start, or crashes, rejects what is asked of it. tests/web/engine hold it.
import { SourcelightError } from './error.ts';
import { readReply, type Link } from './link.ts';
import type { WorkerMessage } from './worker.ts';

export async function openWorker(createWorker: () => Worker): Promise<Link> {
  const worker = createWorker();
  let crashed: SourcelightError | null = null;
  let resolve: (message: WorkerMessage) => void = () => {};
  let reject: (reason: SourcelightError) => void = () => {};
  const nextMessage = (): Promise<WorkerMessage> =>
    new Promise((onMessage, onCrash) => {
      [resolve, reject] = [onMessage, onCrash];
    });

  worker.onmessage = (event: MessageEvent<WorkerMessage>) => resolve(event.data);
  worker.onerror = (event) => {
    event.preventDefault();
    crashed = crash(event.message);
    reject(crashed);
  };

  try {
    const first = await nextMessage();
    if ('code' in first) throw new SourcelightError(first.code, first.message);
  } catch (reason) {
    worker.terminate();
    throw reason;
  }
  return {
    async analyze(text) {
      if (crashed) throw crashed;
      const answer = nextMessage();
      worker.postMessage(text);
      const reply = await answer;
      if ('ready' in reply) throw crash();
      return readReply(reply);
    },
    close: () => worker.terminate(),
  };
}

// A script that cannot be fetched gives an event without a message.
function crash(message?: string): SourcelightError {
  return new SourcelightError(
    'engine_failed',
    message
      ? `The analysis engine stopped: ${message}.`
      : 'The analysis engine could not be loaded.',
  );
}
