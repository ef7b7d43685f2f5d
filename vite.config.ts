// Bundles the page: index.html and what it needs, into dist/, to be served from any folder.
import { existsSync } from 'node:fs';
import { defineConfig } from 'vite';

if (!existsSync(new URL('build/wasm/sourcelight.js', import.meta.url))) {
  throw new Error('build/wasm/sourcelight.js is missing: run `./dev build`, which makes the engine.');
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
