// The core in a worker, seen from outside: starts it, sends one article, awaits one reply. A worker
// that cannot start, or crashes, rejects what is asked of it. tests/web/engine hold it.
import { SourcelightError } from './error.ts';
import {
  readReply,
  readReport,
  type Article,
  type CoreState,
  type Equipment,
  type Link,
  type Reply,
  type Wanted,
} from './link.ts';
import type { FromWorker, ToWorker } from './worker.ts';

export async function openWorker(
  createWorker: () => Worker,
  equipment: Equipment,
): Promise<Link> {
  const worker = createWorker();
  let crashed: SourcelightError | null = null;
  let resolve: (message: FromWorker) => void = () => {};
  let reject: (reason: SourcelightError) => void = () => {};
  const nextMessage = (): Promise<FromWorker> =>
    new Promise((onMessage, onCrash) => {
      [resolve, reject] = [onMessage, onCrash];
    });

  worker.onmessage = (event: MessageEvent<FromWorker>) => resolve(event.data);
  worker.onerror = (event) => {
    event.preventDefault();
    crashed = crash(event.message);
    reject(crashed);
  };

  const ask = (question: ToWorker): Promise<FromWorker> => {
    const answer = nextMessage();
    worker.postMessage(question);
    return answer;
  };
  const start = async (): Promise<CoreState> => {
    const first = await ask({ equipment });
    if ('ready' in first) return first.ready;
    throw 'code' in first ? new SourcelightError(first.code, first.message) : crash();
  };

  const read = async (article: Article, wanted?: Wanted): Promise<Reply> => {
    if (crashed) throw crashed;
    const reply = await ask(wanted ? { ...article, wanted } : article);
    if ('ready' in reply) throw crash();
    return reply;
  };

  const state = await start().catch((reason: unknown) => {
    worker.terminate();
    throw reason;
  });
  return {
    state,
    analyze: async (article) => readReport(await read(article)),
    render: async (article, wanted) => readReply(await read(article, wanted)),
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
