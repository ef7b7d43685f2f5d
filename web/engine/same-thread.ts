// The core on the thread of its caller: for node, for tests, and for workers of one's own.
import { loadCore } from './core.ts';
import { readReply, readReport, type Equipment, type Link } from './link.ts';

export async function openSameThread(equipment: Equipment): Promise<Link> {
  const core = await loadCore(equipment);
  return {
    get state() {
      return core.state;
    },
    canStop: false,
    analyze: async (article, onProgress) => readReport(core.read(article, undefined, onProgress)),
    render: async (article, wanted) => readReply(core.read(article, wanted)),
    forget: (session) => core.forget(session),
    close() {},
  };
}
