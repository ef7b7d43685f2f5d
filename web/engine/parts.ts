// Where the engine's parts are that no script of the page holds: its worker, the WebAssembly, the
// weights. Here they are files beside the page's scripts. The build of the one-file page puts
// web/one-file/parts.ts in place of this file; tests/web/build and tests/web/engine hold both.
import { loadModel, type Model } from './model.ts';
import { hasSimd } from './simd.ts';

export async function fetchModule(): Promise<WebAssembly.Module> {
  const response = await fetch(
    hasSimd()
      ? new URL('../../build/wasm/sourcelight.wasm', import.meta.url)
      : new URL('../../build/wasm-scalar/sourcelight.wasm', import.meta.url),
  );
  if (!response.ok) throw new Error(`sourcelight.wasm: the server answers ${response.status}`);
  // Browsers compile what comes while it comes, if the server says what it is.
  const isNamed = response.headers.get('Content-Type') === 'application/wasm';
  if (isNamed) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

export function fetchModel(): Promise<Model> {
  return loadModel(new URL('../../core/models/en.slm', import.meta.url));
}

export function makeWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
}
