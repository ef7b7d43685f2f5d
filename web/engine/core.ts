// Loads the WebAssembly core and its model on the thread it is called on. Used by worker.ts and
// same-thread.ts; tests/web/engine/suite.ts holds it through them.
import createSourcelight, { type Reader } from '#wasm';
import type { ErrorCode } from './error.ts';
import { failure, type ModelState, type Problem, type Reply } from './link.ts';
import { modelBytes, type SentModel } from './model.ts';
import { moduleFile } from './simd.ts';

export interface Core {
  readonly state: ModelState;
  read(text: string): Reply;
}

/**
 * Rejects with `engine_failed` if the module cannot be loaded. A model that cannot be loaded breaks
 * nothing: the core then reads by rules alone, and its state says why.
 */
export async function loadCore(
  model: SentModel,
  wasmBinary?: ArrayBuffer | Uint8Array,
): Promise<Core> {
  try {
    const loading = createSourcelight(wasmBinary ? { wasmBinary } : moduleFile());
    const [module, bytes] = await Promise.all([loading, model === null ? null : modelBytes(model)]);
    const reader = new module.Reader();
    return { state: useModel(reader, bytes), read: (text) => read(reader, text) };
  } catch (reason) {
    throw failure('The analysis engine could not be loaded.', reason);
  }
}

function useModel(reader: Reader, bytes: Uint8Array | Problem | null): ModelState {
  if (!bytes) return { model: 'rules-only', problem: null };
  if ('code' in bytes) return { model: 'rules-only', problem: bytes };
  const { code, message } = reader.loadModel(bytes);
  if (code) return { model: 'rules-only', problem: { code: code as ErrorCode, message } };
  return { model: 'loaded', problem: null };
}

function read(reader: Reader, text: string): Reply {
  try {
    const { report, code, message } = reader.analyze(text);
    return code ? { code: code as ErrorCode, message } : { report };
  } catch (reason) {
    const { code, message } = failure('The analysis engine stopped.', reason);
    return { code, message };
  }
}
