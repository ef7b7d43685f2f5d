// The core on the thread of its caller: for node, for tests, and for workers of one's own.
import { loadCore } from './core.ts';
import { readReply, readReport, type Link } from './link.ts';
import type { SentModel } from './model.ts';

export async function openSameThread(
  model: SentModel,
  wasmBinary?: ArrayBuffer | Uint8Array,
): Promise<Link> {
  const core = await loadCore(model, wasmBinary);
  return {
    state: core.state,
    analyze: async (article) => readReport(core.read(article)),
    render: async (article, wanted) => readReply(core.read(article, wanted)),
    close() {},
  };
}
