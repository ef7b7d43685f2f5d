// The trained weights: where they are, and their bytes. An engine that cannot have them reads by
// rules alone and says why. tests/web/engine hold it.
import type { Problem } from './link.ts';

/** An address or the bytes of a weight file (.slm); null: read by rules alone. */
export type ModelSource = string | URL | Uint8Array | ArrayBuffer | null;

/** The bytes of a weight file, or why there are none; null: none are wanted. */
export type Model = Uint8Array | Problem | null;

/** Fetches the weights, if that is needed. An address is relative to that of the page. */
export async function loadModel(source: ModelSource): Promise<Model> {
  if (source === null) return null;
  if (typeof source !== 'string' && !(source instanceof URL)) return new Uint8Array(source);
  try {
    const response = await fetch(source, { priority: 'low' });
    if (!response.ok) throw new Error(`the server answers ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (reason) {
    const name = String(source).split(/[?#]/)[0]?.split('/').at(-1);
    const detail = reason instanceof Error ? reason.message : String(reason);
    return { code: 'bad_model', message: `${name} could not be fetched: ${detail}.` };
  }
}
