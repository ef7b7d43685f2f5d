// The worker's side: says when it is ready, then answers each text with one reply.
// worker-link.ts is the other side.
import { loadCore } from './core.ts';
import { failure, type Reply } from './link.ts';

export type WorkerMessage = { readonly ready: true } | Reply;

const send = (message: WorkerMessage): void => self.postMessage(message);

try {
  const core = await loadCore();
  self.onmessage = (event: MessageEvent<string>) => send(core(event.data));
  send({ ready: true });
} catch (reason) {
  const { code, message } = failure('', reason);
  send({ code, message });
}
