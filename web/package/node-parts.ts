// The engine's parts in the npm package under node, in place of web/engine/parts.ts: files beside
// its scripts, which are read from the disk. tests/package/node.test.ts holds it.
import { readFile } from 'node:fs/promises';
import { hasSimd } from '../engine/simd.ts';

/** Becomes `new URL('./NAME', import.meta.url)` once this is bundled. */
declare function packageFile(name: string): URL;

export async function fetchModule(): Promise<WebAssembly.Module> {
  return WebAssembly.compile(
    await readFile(
      hasSimd() ? packageFile('sourcelight.wasm') : packageFile('sourcelight-scalar.wasm'),
    ),
  );
}

export async function fetchModel(): Promise<Uint8Array> {
  return new Uint8Array(await readFile(packageFile('en.slm')));
}

export function makeWorker(): Worker {
  return new Worker(packageFile('worker.js'), { type: 'module' });
}
