// Makes the built page installable and able to work offline: the manifest with its icons, and the
// service worker with the list of what it keeps. tests/web/build/offline.test.ts holds it.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type HtmlTagDescriptor, type Plugin, type Rollup } from 'vite';
import { isPdfWorker } from './pdf.ts';
import { provenance } from './provenance.ts';
import { manifest } from '../../web/pwa/manifest.ts';

interface Kept {
  url: string;
  revision: string | null;
  engine?: 'simd' | 'scalar';
}

const links: HtmlTagDescriptor[] = [
  { tag: 'link', attrs: { rel: 'manifest', href: './manifest.webmanifest' }, injectTo: 'head' },
  { tag: 'link', attrs: { rel: 'apple-touch-icon', href: './icons/apple-180.png' }, injectTo: 'head' },
];

export function pwa(root: string): Plugin {
  let isPage = false;
  return {
    name: 'sourcelight:pwa',
    apply: 'build',
    configResolved(config) {
      isPage = config.root === root;
    },
    transformIndexHtml: { order: 'post', handler: (_, { path }) => (isPage && path === '/index.html' ? links : []) },
    generateBundle() {
      if (!isPage) return;
      const emit = (fileName: string, source: string | Uint8Array): void =>
        void this.emitFile({ type: 'asset', fileName, source });
      emit('manifest.webmanifest', JSON.stringify(manifest));
      emit('icons/icon.svg', readFileSync(join(root, 'web/page/icon.svg')));
      const icons = join(root, 'web/pwa/icons');
      for (const name of readdirSync(icons)) emit(`icons/${name}`, readFileSync(join(icons, name)));
    },
    async writeBundle({ dir }, bundle) {
      if (!isPage || !dir) return;
      await writeFile(join(dir, 'sw.js'), await serviceWorker(root, kept(root, bundle)));
    },
  };
}

/** What a visitor needs, also later and offline; of the engine's two builds a browser takes one. */
function kept(root: string, bundle: Rollup.OutputBundle): Kept[] {
  const engines = (['simd', 'scalar'] as const).map((engine) => {
    const folder = engine === 'simd' ? 'wasm' : 'wasm/scalar';
    return { engine, bytes: readFileSync(join(root, 'build', folder, 'sourcelight.wasm')) };
  });
  const needed = Object.values(bundle).filter(
    ({ fileName }) => fileName === 'index.html' || (fileName.startsWith('assets/') && !isPdfWorker(fileName)),
  );
  return needed.map((file): Kept => {
    const bytes = Buffer.from(file.type === 'chunk' ? file.code : file.source);
    const named = file.fileName.startsWith('assets/');
    const revision = named ? null : createHash('sha256').update(bytes).digest('hex').slice(0, 16);
    const engine = engines.find((one) => one.bytes.equals(bytes))?.engine;
    return { url: file.fileName, revision, ...(engine && { engine }) };
  });
}

async function serviceWorker(root: string, files: readonly Kept[]): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [precache(files), provenance(root, 'service-worker')],
    build: {
      write: false,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: false,
      rollupOptions: { input: join(root, 'web/pwa/sw.ts'), output: { format: 'iife' } },
    },
  });
  const { output } = result as Rollup.RollupOutput;
  return output[0].code;
}

function precache(files: readonly Kept[]): Plugin {
  return {
    name: 'sourcelight:precache',
    resolveId: (source) => (source === 'virtual:precache' ? `\0${source}` : null),
    load: (id) =>
      id === '\0virtual:precache' ? `export const files = ${JSON.stringify(files)};` : null,
  };
}
