// The engine's parts in the one-file page, in place of web/engine/parts.ts: the build
// (tools/build/one-file.ts) leaves each in the page, compressed, as a block of data.
// tests/web/build/one-file.test.ts holds it.
import EngineWorker from '../engine/worker.ts?worker&inline';
import { hasSimd } from '../engine/simd.ts';

export async function fetchModule(): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await unpack(hasSimd() ? 'part-wasm' : 'part-wasm-scalar'));
}

export async function fetchModel(): Promise<Uint8Array> {
  return new Uint8Array(await unpack('part-model'));
}

export const makeWorker = (): Worker => new EngineWorker();

/** The bytes that the element `id` holds, as gzip in base64. */
async function unpack(id: string): Promise<ArrayBuffer> {
  const text = document.getElementById(id)?.textContent;
  if (!text) throw new Error(`This file is not whole: ${id} is missing.`);
  const packed = new Blob([fromBase64(text)]).stream();
  return new Response(packed.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  // Newer browsers do it at once; others letter by letter, for a few milliseconds.
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; ++at) bytes[at] = letters.charCodeAt(at);
  return bytes;
}

declare global {
  interface Uint8ArrayConstructor {
    fromBase64?(text: string): Uint8Array<ArrayBuffer>;
  }
}
