// The worker's side: is told what to read with, says when it is ready, then answers each
// article with one reply. worker-link.ts is the other side.
import { loadCore, type Core } from './core.ts';
import { SourcelightError } from './error.ts';
import {
  failure,
  type Article,
  type CoreState,
  type Equipment,
  type Problem,
  type Reply,
  type Wanted,
} from './link.ts';

/** First what to read with, then one article after the other. */
export type ToWorker =
  | { readonly equipment: Equipment }
  | (Article & { readonly wanted?: Wanted });
/** One answer to each. */
export type FromWorker = { readonly ready: CoreState } | Reply;

let core: Core;

self.onmessage = async ({ data }: MessageEvent<ToWorker>): Promise<void> => {
  const answer: FromWorker =
    'equipment' in data ? await start(data.equipment) : core.read(data, data.wanted);
  self.postMessage(answer);
};

async function start(equipment: Equipment): Promise<{ ready: CoreState } | Problem> {
  try {
    core = await loadCore(equipment);
    return { ready: core.state };
  } catch (reason) {
    const { code, message } = reason instanceof SourcelightError ? reason : failure('', reason);
    return { code, message };
  }
}
