// Bundles the page: index.html and what it needs, into dist/, to be served from any folder.
import { existsSync } from 'node:fs';
import { defineConfig } from 'vite';

for (const file of ['build/wasm/sourcelight.js', 'build/wasm-scalar/sourcelight.wasm']) {
  if (existsSync(new URL(file, import.meta.url))) continue;
  throw new Error(`${file} is missing: run \`./dev build\`, which makes the engine.`);
}

export default defineConfig({
  base: './',
  build: {
    target: 'es2022',
    // Nothing is inlined as a data: URL and no helper fetches: the page's policy allows neither.
    assetsInlineLimit: 0,
    modulePreload: false,
  },
  worker: { format: 'es' },
});
