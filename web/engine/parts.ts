// Where the engine's parts are that no script of the page holds: its worker, the WebAssembly, the
// weights. Here they are files beside the page's scripts. Other builds put another parts.ts in place of
// this file: the one-file page web/one-file's, the npm package web/package's. tests/web/build,
// tests/web/engine and tests/package hold them.
import { fetchWasm } from './assets.ts';
import { loadModel } from './model.ts';
import { hasSimd } from './simd.ts';

export function fetchModule(): Promise<WebAssembly.Module> {
  return fetchWasm(
    hasSimd()
      ? new URL('../../build/wasm/sourcelight.wasm', import.meta.url)
      : new URL('../../build/wasm/scalar/sourcelight.wasm', import.meta.url),
  );
}

export function fetchModel(): Promise<Uint8Array> {
  return loadModel(new URL('../../core/models/en.slm', import.meta.url));
}

export function makeWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
}
