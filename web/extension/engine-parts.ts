// The engine's parts in the extension, in place of web/engine/parts.ts: files of the extension. Only
// the background has an engine, on its own thread: service workers start no workers.
import { fetchWasm } from '../engine/assets.ts';
import { loadModel } from '../engine/model.ts';
import { hasSimd } from '../engine/simd.ts';

export function fetchModule(): Promise<WebAssembly.Module> {
  const name = hasSimd() ? 'sourcelight.wasm' : 'sourcelight-scalar.wasm';
  return fetchWasm(chrome.runtime.getURL(`engine/${name}`));
}

export function fetchModel(): Promise<Uint8Array> {
  return loadModel(chrome.runtime.getURL('engine/en.slm'));
}

export function makeWorker(): Worker {
  throw new Error('The extension reads in its background.');
}
