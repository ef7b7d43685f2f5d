// The worker's side: is told which model to load, says when it is ready, then answers each article
// with one reply. worker-link.ts is the other side.
import { loadCore, type Core } from './core.ts';
import { SourcelightError } from './error.ts';
import {
  failure,
  type Article,
  type ModelState,
  type Problem,
  type Reply,
  type Wanted,
} from './link.ts';
import type { SentModel } from './model.ts';

/** First the model, then one article after the other. */
export type ToWorker =
  | { readonly model: SentModel }
  | (Article & { readonly wanted?: Wanted });
/** One answer to each. */
export type FromWorker = { readonly ready: ModelState } | Reply;

let core: Core;

self.onmessage = async ({ data }: MessageEvent<ToWorker>): Promise<void> => {
  const answer: FromWorker =
    'model' in data ? await start(data.model) : core.read(data, data.wanted);
  self.postMessage(answer);
};

async function start(model: SentModel): Promise<{ ready: ModelState } | Problem> {
  try {
    core = await loadCore(model);
    return { ready: core.state };
  } catch (reason) {
    const { code, message } = reason instanceof SourcelightError ? reason : failure('', reason);
    return { code, message };
  }
}
