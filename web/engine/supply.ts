// What cores are made of, kept on the page's thread: a core that takes the place of another, or
// stands beside it, fetches and compiles nothing. tests/web/engine hold it.
import { addressesOf, fetchWasm } from './assets.ts';
import type { EngineOptions } from './engine.ts';
import { failure } from './link.ts';
import { loadModel } from './model.ts';
import { fetchModel, fetchModule } from './parts.ts';
import { hasSimd } from './simd.ts';

export interface Supply {
  /** Rejects with `engine_failed`; the next call tries again. */
  module(): Promise<WebAssembly.Module>;
  /** Rejects with `bad_model`; the next call tries again. */
  model(): Promise<Uint8Array>;
  /** What came is no model: the next call tries again. */
  forgetModel(): void;
}

export function supplyOf({ model, wasmBinary, assets }: EngineOptions): Supply {
  const files = assets === undefined ? {} : addressesOf(assets);
  const wasm = hasSimd() ? files.wasm : files.scalarWasm;
  const modules = wasmBinary ? new Kept(() => compile(wasmBinary)) : wasm ? moduleAt(wasm) : usualModule;
  const weights = model === undefined ? files.model : model;
  const models = weights === undefined ? usualModel : new Kept(() => loadModel(weights));
  return { module: () => modules.get(), model: () => models.get(), forgetModel: () => models.forget() };
}

function compile(bytes: ArrayBuffer | Uint8Array): Promise<WebAssembly.Module> {
  return asLoading(WebAssembly.compile(bytes as BufferSource));
}

function asLoading(module: Promise<WebAssembly.Module>): Promise<WebAssembly.Module> {
  return module.catch((reason: unknown) => {
    throw failure('The analysis engine could not be loaded.', reason);
  });
}

/** Loads once; what failed is not kept. */
class Kept<Value> {
  readonly #load: () => Promise<Value>;
  #loading: Promise<Value> | null = null;

  constructor(load: () => Promise<Value>) {
    this.#load = load;
  }

  get(): Promise<Value> {
    if (this.#loading) return this.#loading;
    const loading = this.#load();
    this.#loading = loading;
    loading.catch(() => this.forget());
    return loading;
  }

  forget(): void {
    this.#loading = null;
  }
}

const usualModule = /* @__PURE__ */ new Kept(() => asLoading(fetchModule()));
const usualModel = /* @__PURE__ */ new Kept(fetchModel);

const modulesByAddress = /* @__PURE__ */ new Map<string, Kept<WebAssembly.Module>>();

function moduleAt(address: string | URL): Kept<WebAssembly.Module> {
  const key = String(address);
  const module = modulesByAddress.get(key) ?? new Kept(() => asLoading(fetchWasm(address)));
  modulesByAddress.set(key, module);
  return module;
}
