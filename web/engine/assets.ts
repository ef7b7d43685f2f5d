// Where the engine's files are when whoever uses it hosts them (`EngineOptions.assets`): addresses,
// and how a file of WebAssembly and a worker come from there. tests/package/files.test.ts holds it.

/**
 * The address of a folder that holds sourcelight.wasm, sourcelight-scalar.wasm, en.slm and
 * worker.js; or the address of each, where it is not the usual one.
 */
export type Assets = string | URL | AssetAddresses;

export interface AssetAddresses {
  readonly wasm?: string | URL;
  /** For browsers without SIMD in WebAssembly. */
  readonly scalarWasm?: string | URL;
  readonly model?: string | URL;
  readonly worker?: string | URL;
}

/** A relative address is relative to that of the page. */
export function addressesOf(assets: Assets): AssetAddresses {
  if (typeof assets !== 'string' && !(assets instanceof URL)) return assets;
  const base = String(assets).replace(/\/*$/, '/');
  const at = (name: string): string => base + name;
  return {
    wasm: at('sourcelight.wasm'),
    scalarWasm: at('sourcelight-scalar.wasm'),
    model: at('en.slm'),
    worker: at('worker.js'),
  };
}

export async function fetchWasm(address: string | URL): Promise<WebAssembly.Module> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`sourcelight.wasm: the server answers ${response.status}`);
  const type = response.headers.get('Content-Type') ?? '';
  // Browsers compile what comes while it comes, if the server says what it is.
  if (type === 'application/wasm') return WebAssembly.compileStreaming(response);
  // Servers of single-page applications have a page for every address.
  if (type.startsWith('text/html')) {
    throw new Error(`${String(address)} is a page, not WebAssembly: docs/npm.md says how to host it`);
  }
  return WebAssembly.compile(await response.arrayBuffer());
}

const imports = new Map<string, string>();

/** A worker of any origin: where a browser starts none, one of the page's own imports it. */
export function workerAt(address: string | URL): Worker {
  const { href, origin } = new URL(address, document.baseURI);
  if (origin === location.origin) return new Worker(href, { type: 'module' });
  let script = imports.get(href);
  if (!script) {
    const code = `import ${JSON.stringify(href)};`;
    script = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
    imports.set(href, script);
  }
  return new Worker(script, { type: 'module' });
}
