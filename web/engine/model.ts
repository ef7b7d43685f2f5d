// The trained weights: where they are, and their bytes. tests/web/engine hold it.
import { SourcelightError } from './error.ts';

/** An address or the bytes of a weight file (.slm). */
export type ModelSource = string | URL | Uint8Array | ArrayBuffer;

/**
 * Fetches the weights, if that is needed. An address is relative to that of the page. Rejects with
 * `bad_model` if they cannot be had.
 */
export async function loadModel(source: ModelSource): Promise<Uint8Array> {
  if (typeof source !== 'string' && !(source instanceof URL)) return new Uint8Array(source);
  try {
    const response = await fetch(source);
    if (!response.ok) throw new Error(`the server answers ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (reason) {
    const name = String(source).split(/[?#]/)[0]?.split('/').at(-1);
    const detail = reason instanceof Error ? reason.message : String(reason);
    throw new SourcelightError('bad_model', `${name} could not be fetched: ${detail}.`, { cause: reason });
  }
}
