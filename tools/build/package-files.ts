// How the scripts of the npm package come by the engine's files: which parts.ts they hold, and the
// patterns by which other bundlers find the files. tests/package holds it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** The files of the package that are no scripts, by their names there. */
export const engineFiles: Readonly<Record<string, string>> = {
  'sourcelight.wasm': 'build/wasm/sourcelight.wasm',
  'sourcelight-scalar.wasm': 'build/wasm/scalar/sourcelight.wasm',
  'en.slm': 'core/models/en.slm',
  'en-careful.slm': 'core/models/en-careful.slm',
};

/** Puts web/package/NAME in the place of web/engine/parts.ts. */
export function partsFrom(root: string, name: string): Plugin {
  return {
    name: 'sourcelight:package-parts',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!source.endsWith('/parts.ts')) return null;
      const found = await this.resolve(source, importer, { skipSelf: true });
      const is = found?.id === join(root, 'web/engine/parts.ts');
      return is ? join(root, 'web/package', name) : found;
    },
  };
}

// Written once all is bundled: Vite would take such an address for a file of its own.
export function fileAddresses(): Plugin {
  return {
    name: 'sourcelight:file-addresses',
    renderChunk: {
      order: 'post',
      handler: (code) => ({
        code: code.replace(
          /\bpackageFile\("([^"]+)"\)/g,
          (_, name: string) => `new URL('./${name}', import.meta.url)`,
        ),
        map: null,
      }),
    },
  };
}

// Bundlers warn of imports that import nothing, from scripts that the package says do nothing.
export function neededImports(registering: string): Plugin {
  return {
    name: 'sourcelight:needed-imports',
    renderChunk: (code, _chunk, _options, { chunks }) => ({
      code: code.replace(/^import ['"]\.\/([^'"]+)['"];\n/gm, (found, name: string) =>
        chunks[name]?.moduleIds.includes(registering) ? found : '',
      ),
      map: null,
    }),
  };
}

// The loader is told its module, and looks for no file: no bundler need look for one either, nor
// worry about `import.meta` in a script that is no module.
export function quietLoader(): Plugin {
  return {
    name: 'sourcelight:quiet-loader',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('/build/wasm/sourcelight.js')) return null;
      const quiet = code
        .replace('var _scriptDir = import.meta.url;', 'var _scriptDir = "";')
        .replace('new URL("sourcelight.wasm",import.meta.url).toString()', '"sourcelight.wasm"');
      if (quiet.includes('import.meta')) throw new Error('the loader of the module names a file');
      return { code: quiet, map: null };
    },
  };
}

/** The module "virtual:packed" of web/package/inlined-parts.ts. */
export function packed(root: string, worker: string): Plugin {
  const id = 'virtual:packed';
  const pack = (path: string): string =>
    gzipSync(readFileSync(join(root, path)), { level: 9 }).toString('base64');
  return {
    name: 'sourcelight:packed',
    resolveId: (source) => (source === id ? `\0${id}` : null),
    load(source) {
      if (source !== `\0${id}`) return null;
      const parts = {
        wasm: pack('build/wasm/sourcelight.wasm'),
        model: pack('core/models/en.slm'),
        worker,
      };
      return Object.entries(parts)
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
        .join('\n');
    },
  };
}
