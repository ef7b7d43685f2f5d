// The core in a worker, seen from outside: starts it, sends one text, awaits one reply. A worker
// that cannot start or crashes rejects what was asked of it. tests/web/engine/worker.ts hold it.
import { SourcelightError } from './error.ts';
import { readReply, type Link } from './link.ts';
import type { WorkerMessage } from './worker.ts';

export async function openWorker(createWorker: () => Worker): Promise<Link> {
  const worker = createWorker();
  const nextMessage = (text?: string): Promise<WorkerMessage> =>
    new Promise((resolve, reject) => {
      worker.onmessage = (event: MessageEvent<WorkerMessage>) => resolve(event.data);
      worker.onerror = (event) => reject(crash(event));
      worker.onmessageerror = () => reject(crash());
      if (text !== undefined) worker.postMessage(text);
    });

  try {
    const first = await nextMessage();
    if ('code' in first) throw new SourcelightError(first.code, first.message);
  } catch (reason) {
    worker.terminate();
    throw reason;
  }
  return {
    async analyze(text) {
      const reply = await nextMessage(text);
      if ('ready' in reply) throw crash();
      return readReply(reply);
    },
    close: () => worker.terminate(),
  };
}

// A script that cannot be fetched gives an event without a message.
function crash(event?: ErrorEvent): SourcelightError {
  event?.preventDefault();
  return new SourcelightError(
    'engine_failed',
    event?.message
      ? `The analysis engine stopped: ${event.message}.`
      : 'The analysis engine could not be loaded.',
  );
}
