// The core on the thread of its caller: for node, for tests, and for workers of one's own.
import { loadCore } from './core.ts';
import { readReply, readReport, type Equipment, type Link } from './link.ts';

export async function openSameThread(
  equipment: Equipment,
  wasmBinary?: ArrayBuffer | Uint8Array,
): Promise<Link> {
  const core = await loadCore(equipment, wasmBinary);
  return {
    state: core.state,
    analyze: async (article) => readReport(core.read(article)),
    render: async (article, wanted) => readReply(core.read(article, wanted)),
    close() {},
  };
}
