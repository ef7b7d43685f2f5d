// What cores are made of, kept on the page's thread: a core that takes the place of another, or
// stands beside it, fetches and compiles nothing. tests/web/engine hold it.
import type { EngineOptions } from './engine.ts';
import { failure } from './link.ts';
import { loadModel, type Model } from './model.ts';
import { fetchModel, fetchModule } from './parts.ts';

export interface Supply {
  /** Rejects with `engine_failed`; the next call tries again. */
  module(): Promise<WebAssembly.Module>;
  /** Where it could not be fetched, the next call tries again. */
  model(): Promise<Model>;
  /** The model if it is here; undefined: it would have to be awaited. */
  readonly modelHere: Model | undefined;
}

export function supplyOf({ model, wasmBinary }: EngineOptions): Supply {
  const modules = wasmBinary ? new Kept(() => compile(wasmBinary)) : usualModule;
  const models =
    model === undefined ? usualModel : new Kept(() => loadModel(model), isNoProblem);
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

const usualModule = new Kept(() => asLoading(fetchModule()));
const usualModel = new Kept(fetchModel, isNoProblem);
