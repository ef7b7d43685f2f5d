// The core on the thread of its caller: for node, for tests, and for workers of one's own.
import { loadCore } from './core.ts';
import { readReply, type Link } from './link.ts';

export async function openSameThread(wasmBinary?: ArrayBuffer | Uint8Array): Promise<Link> {
  const core = await loadCore(wasmBinary);
  return {
    analyze: async (text) => readReply(core(text)),
    close() {},
  };
}
