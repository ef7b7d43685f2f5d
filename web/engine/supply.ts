// What cores are made of, kept on the page's thread: a core that takes the place of another, or
// stands beside it, fetches and compiles nothing. tests/web/engine hold it.
import { addressesOf, fetchWasm } from './assets.ts';
import type { EngineOptions } from './engine.ts';
import { failure } from './link.ts';
import { loadModel, type Model } from './model.ts';
import { fetchModel, fetchModule } from './parts.ts';
import { hasSimd } from './simd.ts';

export interface Supply {
  /** Rejects with `engine_failed`; the next call tries again. */
  module(): Promise<WebAssembly.Module>;
  /** Where it could not be fetched, the next call tries again. */
  model(): Promise<Model>;
  /** The model if it is here; undefined: it would have to be awaited. */
  readonly modelHere: Model | undefined;
}

export function supplyOf({ model, wasmBinary, assets }: EngineOptions): Supply {
  const files = assets === undefined ? {} : addressesOf(assets);
  const wasm = hasSimd() ? files.wasm : files.scalarWasm;
  const modules = wasmBinary ? new Kept(() => compile(wasmBinary)) : wasm ? moduleAt(wasm) : usualModule;
  const weights = model === undefined ? files.model : model;
  const models =
    weights === undefined ? usualModel : new Kept(() => loadModel(weights), isNoProblem);
  return {
    module: () => modules.get(),
    model: () => models.get(),
    get modelHere() {
      return models.here;
    },
  };
}

const isNoProblem = (model: Model): boolean => !model || !('code' in model);

function compile(bytes: ArrayBuffer | Uint8Array): Promise<WebAssembly.Module> {
  return asLoading(WebAssembly.compile(bytes as BufferSource));
}

function asLoading(module: Promise<WebAssembly.Module>): Promise<WebAssembly.Module> {
  return module.catch((reason: unknown) => {
    throw failure('The analysis engine could not be loaded.', reason);
  });
}

/** Loads once; what failed, or is not worth it, is not kept. */
class Kept<Value> {
  here: Value | undefined;
  readonly #load: () => Promise<Value>;
  readonly #isWorthIt: (value: Value) => boolean;
  #loading: Promise<Value> | null = null;

  constructor(load: () => Promise<Value>, isWorthIt: (value: Value) => boolean = () => true) {
    this.#load = load;
    this.#isWorthIt = isWorthIt;
  }

  get(): Promise<Value> {
    if (this.#loading) return this.#loading;
    const loading = this.#load();
    this.#loading = loading;
    loading.then(
      (value) => {
        if (this.#isWorthIt(value)) this.here = value;
        else this.#loading = null;
      },
      () => (this.#loading = null),
    );
    return loading;
  }
}

const usualModule = /* @__PURE__ */ new Kept(() => asLoading(fetchModule()));
const usualModel = /* @__PURE__ */ new Kept(fetchModel, isNoProblem);

const modulesByAddress = /* @__PURE__ */ new Map<string, Kept<WebAssembly.Module>>();

function moduleAt(address: string | URL): Kept<WebAssembly.Module> {
  const key = String(address);
  const module = modulesByAddress.get(key) ?? new Kept(() => asLoading(fetchWasm(address)));
  modulesByAddress.set(key, module);
  return module;
}
