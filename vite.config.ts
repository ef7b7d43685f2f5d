// Bundles the page into dist/, to be served from any folder: index.html and what it needs,
// source-light.js (the widget for other pages) and sourcelight.html (all of it in one file).
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type UserConfig } from 'vite';
import { early } from './tools/build/early.ts';
import { oneFile } from './tools/build/one-file.ts';
import { provenance } from './tools/build/provenance.ts';
import { pwa } from './tools/build/pwa.ts';
import { viewer } from './tools/build/viewer.ts';
import { widget, widgetEntry } from './tools/build/widget.ts';
import { wordpress } from './tools/build/wordpress.ts';

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');

for (const file of ['build/wasm/sourcelight.js', 'build/wasm/scalar/sourcelight.wasm']) {
  if (existsSync(new URL(file, import.meta.url))) continue;
  throw new Error(`${file} is missing: run \`./dev build\`, which makes the engine.`);
}

const inWorkers = provenance(root, 'page-workers');

const shared = {
  base: './',
  build: {
    target: 'es2022',
    // Nothing is inlined as a data: URL, which the page's policy does not allow.
    assetsInlineLimit: 0,
    // The page names the scripts it begins with, so that they come at once; no helper fetches.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_file, needed, { hostType }) => (hostType === 'html' ? needed : []),
    },
  },
  worker: { format: 'es', plugins: () => [inWorkers] },
  plugins: [viewer(root), provenance(root, 'page')],
} satisfies UserConfig;

export default defineConfig({
  ...shared,
  plugins: [...shared.plugins, widget(root), early(root), pwa(root), oneFile(root, shared), wordpress(root, shared)],
  build: {
    ...shared.build,
    rollupOptions: {
      input: { index: 'index.html', frame: 'frame.html', 'source-light': widgetEntry },
      // Other pages may import what the widget's module exports.
      preserveEntrySignatures: 'allow-extension',
      output: {
        entryFileNames: ({ name }) =>
          name === 'source-light' ? 'source-light.js' : 'assets/[name]-[hash].js',
        manualChunks: (id) => (id.endsWith('/web/widget/index.ts') ? 'widget' : undefined),
      },
    },
  },
});
