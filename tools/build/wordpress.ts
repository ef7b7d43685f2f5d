// Makes dist/sourcelight-wordpress-VERSION.zip, the plugin for WordPress: what web/embed/wordpress/plugin
// holds, and beside it the bundle of plugin.ts with engine and weights. The same sources make the
// same bytes. tests/embed/wordpress install it in a real WordPress.
import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import JSZip from 'jszip';
import { build, type Plugin, type Rollup, type UserConfig } from 'vite';
import { withoutPdf } from './pdf.ts';

const source = 'web/embed/wordpress';

/** Packs the plugin beside the page that is built by `shared`. */
export function wordpress(root: string, shared: UserConfig): Plugin {
  let folder: string | null = null;
  return {
    name: 'sourcelight:wordpress',
    apply: 'build',
    configResolved(config) {
      if (config.root === root) folder = join(root, config.build.outDir);
    },
    async closeBundle() {
      if (!folder) return;
      const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
      const zip = await packed(await files(root, shared, version));
      await writeFile(join(folder, `sourcelight-wordpress-${version}.zip`), zip);
    },
  };
}

type Files = Map<string, string | Uint8Array>;

async function files(root: string, shared: UserConfig, version: string): Promise<Files> {
  const { entry, files } = await bundle(root, shared);
  const folder = join(root, source, 'plugin');
  for (const name of readdirSync(folder)) {
    const text = readFileSync(join(folder, name), 'utf8');
    files.set(name, text.replace(/(?<=^ \* Version: +|^Stable tag: )0\.0\.0$/m, version).replace('PLUGIN_MODULE', entry));
  }
  for (const name of ['LICENSE', 'THIRD_PARTY.md']) files.set(name, readFileSync(join(root, name), 'utf8'));
  return files;
}

async function bundle(root: string, shared: UserConfig): Promise<{ entry: string; files: Files }> {
  const result = await build({
    ...shared,
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [withoutPdf(root), ...(shared.plugins ?? [])],
    build: { ...shared.build, write: false, rollupOptions: { input: join(root, source, 'plugin.ts') } },
  });
  const { output } = result as Rollup.RollupOutput;
  const entry = output.find((file) => file.type === 'chunk' && file.isEntry);
  if (!entry) throw new Error('the plugin for WordPress has no script');
  const files: Files = new Map();
  for (const file of output) files.set(file.fileName, file.type === 'chunk' ? file.code : file.source);
  return { entry: entry.fileName, files };
}

async function packed(files: Files): Promise<Uint8Array> {
  const zip = new JSZip();
  const date = new Date(Date.UTC(1980, 0, 1));
  for (const [name, content] of [...files].sort(([one], [other]) => (one < other ? -1 : 1))) {
    zip.file(`sourcelight/${name}`, typeof content === 'string' ? content : Uint8Array.from(content).buffer, { date, createFolders: false });
  }
  return new Uint8Array(await zip.generateAsync({ type: 'arraybuffer', compression: 'DEFLATE', compressionOptions: { level: 9 } }));
}
