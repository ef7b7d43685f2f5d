// The trained weights: where they are, and their bytes. An engine that cannot have them reads by
// rules alone and says why. tests/web/engine hold it.
import type { Problem } from './link.ts';

/** An address or the bytes of a weight file (.slm); null: read by rules alone. */
export type ModelSource = string | URL | Uint8Array | ArrayBuffer | null;

/** A ModelSource as plain data, which can be sent to a worker. */
export type SentModel = Exclude<ModelSource, URL>;

/** Makes an address absolute, by that of the page, so that it means the same in a worker. */
export function toSend(source: ModelSource | undefined): SentModel {
  if (source === undefined) return new URL('../../core/models/en.slm', import.meta.url).href;
  if (source instanceof URL) return source.href;
  if (typeof source !== 'string') return source;
  const base = typeof document === 'undefined' ? globalThis.location?.href : document.baseURI;
  return new URL(source, base).href;
}

/** The bytes, or why they cannot be fetched. */
export async function modelBytes(source: Exclude<SentModel, null>): Promise<Uint8Array | Problem> {
  if (typeof source !== 'string') return new Uint8Array(source);
  try {
    const response = await fetch(source);
    if (!response.ok) throw new Error(`the server answers ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (reason) {
    const name = source.split(/[?#]/)[0]?.split('/').at(-1);
    const detail = reason instanceof Error ? reason.message : String(reason);
    return { code: 'bad_model', message: `${name} could not be fetched: ${detail}.` };
  }
}
