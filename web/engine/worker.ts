// The worker's side: is told what to read with, says when it is ready, then answers each question
// with one reply, and tells how far it is meanwhile. worker-link.ts is the other side.
import { loadCore, type Core } from './core.ts';
import { SourcelightError } from './error.ts';
import {
  failure,
  type Article,
  type CoreState,
  type Equipment,
  type Reply,
  type Wanted,
} from './link.ts';

/** First what to read with, then one article after the other. */
export type ToWorker =
  | { readonly equipment: Equipment }
  | (Article & { readonly wanted?: Wanted })
  | { readonly forget: number };
/** One answer to each, but for what is to be forgotten. */
export type FromWorker = { readonly ready: CoreState } | Reply;
/** Comes any number of times before a Report. */
export interface Progress {
  readonly progress: number;
}

const betweenProgress = 50; // milliseconds

let core: Core;

self.onmessage = async ({ data }: MessageEvent<ToWorker>): Promise<void> => {
  if ('forget' in data) core.forget(data.forget);
  else self.postMessage(await answer(data));
};

async function answer(question: Exclude<ToWorker, { forget: number }>): Promise<FromWorker> {
  if ('text' in question) {
    const { wanted } = question;
    return core.read(question, wanted, wanted ? undefined : tellProgress());
  }
  try {
    core = await loadCore(question.equipment);
    return { ready: core.state };
  } catch (reason) {
    const { code, message } =
      reason instanceof SourcelightError ? reason : failure('The analysis engine stopped.', reason);
    return { code, message };
  }
}

function tellProgress(): (share: number) => void {
  let told = performance.now();
  return (progress) => {
    const now = performance.now();
    if (progress < 1 && now - told < betweenProgress) return;
    told = now;
    self.postMessage({ progress } satisfies Progress);
  };
}
