// The engine's parts in the one-file page, in place of web/engine/parts.ts: the build
// (tools/build/one-file.ts) leaves each in the page, compressed, as a block of data.
// tests/web/build/one-file.test.ts holds it.
import EngineWorker from '../engine/worker.ts?worker&inline';
import { hasSimd } from '../engine/simd.ts';
import { unpack } from './unpack.ts';

export async function fetchModule(): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await unpack(hasSimd() ? 'part-wasm' : 'part-wasm-scalar'));
}

export async function fetchModel(): Promise<Uint8Array> {
  return new Uint8Array(await unpack('part-model'));
}

export const makeWorker = (): Worker => new EngineWorker();
