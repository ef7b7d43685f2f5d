// The engine's parts in `sourcelight/inlined`, in place of web/engine/parts.ts: all of them lie in
// the script itself, compressed. What unpacks them is as new as SIMD is, so the build without SIMD
// stays out. tests/package holds it.
import { model, wasm, worker } from 'virtual:packed';

export async function fetchModule(): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await unpack(wasm));
}

export async function fetchModel(): Promise<Uint8Array> {
  return new Uint8Array(await unpack(model));
}

let script: string | null = null;

export function makeWorker(): Worker {
  script ??= URL.createObjectURL(new Blob([worker], { type: 'text/javascript' }));
  return new Worker(script);
}

/** The bytes that `text` holds, as gzip in base64. */
async function unpack(text: string): Promise<ArrayBuffer> {
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; ++at) bytes[at] = letters.charCodeAt(at);
  const packed = new Blob([bytes]).stream();
  return new Response(packed.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}
