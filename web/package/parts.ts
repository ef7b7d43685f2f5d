// The engine's parts in the npm package, in place of web/engine/parts.ts: files beside its scripts,
// which the bundler of whoever uses it finds by the pattern that tools/build/package-files.ts writes
// for packageFile(). tests/package holds it.
import { fetchWasm } from '../engine/assets.ts';
import { loadModel } from '../engine/model.ts';
import { hasSimd } from '../engine/simd.ts';

/** Becomes `new URL('./NAME', import.meta.url)` once this is bundled. */
declare function packageFile(name: string): URL;

export function fetchModule(): Promise<WebAssembly.Module> {
  return fetchWasm(
    hasSimd() ? packageFile('sourcelight.wasm') : packageFile('sourcelight-scalar.wasm'),
  );
}

export function fetchModel(): Promise<Uint8Array> {
  return loadModel(packageFile('en.slm'));
}

export function makeWorker(): Worker {
  return new Worker(packageFile('worker.js'), { type: 'module' });
}
