// Loads the WebAssembly core on the thread it is called on and makes one plain function of it.
// Used by worker.ts and same-thread.ts; tests/web/engine/suite.ts holds it through them.
import createSourcelight from '#wasm';
import { failure, type Reply } from './link.ts';
import type { ErrorCode } from './error.ts';

export type Core = (text: string) => Reply;

/** Rejects with an `engine_failed` error if the module cannot be loaded. */
export async function loadCore(wasmBinary?: ArrayBuffer | Uint8Array): Promise<Core> {
  const module = await createSourcelight({ ...(wasmBinary && { wasmBinary }) }).catch(
    (reason: unknown) => {
      throw failure('The analysis engine could not be loaded.', reason);
    },
  );
  return (text) => {
    try {
      const answer = module.analyze(text);
      if (!answer.code) return { report: answer.report };
      return { code: answer.code as ErrorCode, message: answer.message };
    } catch (reason) {
      const { code, message } = failure('The analysis engine stopped.', reason);
      return { code, message };
    }
  };
}
