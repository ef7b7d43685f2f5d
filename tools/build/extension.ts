// Makes dist/extension/chromium and dist/extension/firefox, ready to be loaded, and the zip of each for
// its store, unless what they are made of is older. The same sources make the same bytes.
// tests/extension hold them.
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import JSZip from 'jszip';
import { build, type Plugin } from 'vite';
import { browsers, iconSizes, locales, manifestFor, type Browser } from '../../web/extension/manifest.ts';
import { engineFiles, quietLoader } from './package-files.ts';
import { withoutPdf } from './pdf.ts';
import { provenance } from './provenance.ts';
import { inTurn } from './turn.ts';
import { staysOut } from './viewer.ts';

const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/, '');
const source = join(root, 'web/extension');
const made = join(root, 'build/extension');
const stamp = join(root, 'build/extension.stamp');
const origins = provenance(root, 'extension');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

/** Scripts by name; those of pages have the page beside them. */
const scripts = { background: 'background/main.ts', page: 'page/main.ts', options: 'options/options.ts' };
const pages = ['panel/panel.html', 'options/options.html'];

export const folderOf = (browser: Browser): string => join(root, 'dist/extension', browser);
export const zipOf = (browser: Browser): string => join(root, `dist/sourcelight-${version}-${browser}.zip`);

/** Gives the folder of each browser's extension. */
export const makeExtension = (): Promise<string[]> => inTurn('extension', makeUnlessFresh);

async function makeUnlessFresh(): Promise<string[]> {
  const isFresh = existsSync(stamp) && newestSource() < Number(readFileSync(stamp, 'utf8'));
  if (!isFresh) {
    const begun = Date.now();
    rmSync(stamp, { force: true });
    rmSync(made, { recursive: true, force: true });
    await writeFiles();
    writeFileSync(stamp, String(begun));
  }
  // The page's build empties dist.
  for (const browser of browsers) {
    if (!isFresh || !existsSync(folderOf(browser)) || !existsSync(zipOf(browser))) await lay(browser);
  }
  return browsers.map(folderOf);
}

/** What both browsers have. */
async function writeFiles(): Promise<void> {
  mkdirSync(join(made, 'engine'), { recursive: true });
  mkdirSync(join(made, 'icons'));
  for (const [name, path] of Object.entries(scripts)) await bundle(name, path);
  await bundlePanel();
  for (const path of pages) copyFileSync(join(source, path), join(made, path.replace(/^.*\//, '')));
  for (const [name, path] of Object.entries(engineFiles)) copyFileSync(join(root, path), join(made, 'engine', name));
  for (const size of iconSizes) copyFileSync(join(source, `icons/${size}.png`), join(made, `icons/${size}.png`));
  for (const [language, messages] of Object.entries(locales)) {
    const folder = join(made, '_locales', language);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'messages.json'), `${JSON.stringify(messages, null, 2)}\n`);
  }
  for (const name of ['LICENSE', 'THIRD_PARTY.md']) copyFileSync(join(root, name), join(made, name));
}

// One file each, without imports: neither a page's script nor a service worker could wait for others.
async function bundle(name: string, path: string): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [staysOut(), withoutPdf(root), partsOfExtension(), quietLoader(), origins],
    build: {
      outDir: made,
      emptyOutDir: false,
      target: 'es2022',
      assetsInlineLimit: 0,
      cssCodeSplit: false, // A script that lays styles into its page is against the policy.
      modulePreload: false,
      rollupOptions: {
        input: { [name]: join(source, path) },
        output: { format: 'iife', inlineDynamicImports: true, entryFileNames: '[name].js', assetFileNames: `${name}[extname]` },
      },
    },
  });
}

/** The panel fetches what corrects, checks and opens files when it is used; nothing of comparing. */
async function bundlePanel(): Promise<void> {
  await build({
    root,
    base: './',
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [staysOut(/\/compare(?:\/index|-view)\.ts$/), withoutPdf(root), partsOfExtension(), noCodeOfText(), quietLoader(), origins],
    build: {
      outDir: made,
      emptyOutDir: false,
      target: 'es2022',
      assetsInlineLimit: 0,
      cssCodeSplit: false,
      modulePreload: false,
      rollupOptions: {
        input: { panel: join(source, 'panel/panel.ts') },
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'panel/[name].js',
          assetFileNames: 'panel[extname]',
        },
      },
    },
  });
}

/** Helpers that libraries bring and that nobody calls make code of text, which the policy forbids: they fail at once. */
function noCodeOfText(): Plugin {
  return {
    name: 'sourcelight:no-code-of-text',
    transform: (code, id) =>
      id.includes('/node_modules/') && /\bFunction\(/.test(code)
        ? { code: code.replace(/(?:\bnew\s+)?(?<![\w.$])Function\(/g, '(() => { throw new Error("no code of text"); })('), map: null }
        : null,
  };
}

/** The engine's files are those of the extension. */
function partsOfExtension(): Plugin {
  return {
    name: 'sourcelight:extension-parts',
    enforce: 'pre',
    async resolveId(name, importer) {
      if (!name.endsWith('/parts.ts')) return null;
      const found = await this.resolve(name, importer, { skipSelf: true });
      return found?.id === join(root, 'web/engine/parts.ts') ? join(source, 'engine-parts.ts') : found;
    },
  };
}

async function lay(browser: Browser): Promise<void> {
  const folder = folderOf(browser);
  rmSync(folder, { recursive: true, force: true });
  cpSync(made, folder, { recursive: true });
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifestFor(browser, version), null, 2)}\n`);
  const zip = new JSZip();
  const date = new Date(Date.UTC(1980, 0, 1));
  for (const name of filesBelow(folder).sort()) {
    zip.file(name, Uint8Array.from(readFileSync(join(folder, name))).buffer, { date, createFolders: false });
  }
  const options = { type: 'arraybuffer', compression: 'DEFLATE', compressionOptions: { level: 9 } } as const;
  writeFileSync(zipOf(browser), new Uint8Array(await zip.generateAsync(options)));
}

function filesBelow(folder: string, below = ''): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const name = below ? `${below}/${entry.name}` : entry.name;
    return entry.isDirectory() ? filesBelow(folder, name) : [name];
  });
}

/** When what the extension is made of last changed, in milliseconds. */
function newestSource(): number {
  const from = ['web', 'tools/build', 'package.json', 'package-lock.json', 'LICENSE', 'THIRD_PARTY.md'];
  return Math.max(...[...from, 'build/wasm/sourcelight.js', ...Object.values(engineFiles)].map((path) => newest(join(root, path))));
}

function newest(path: string): number {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

export async function main(): Promise<void> {
  for (const folder of await makeExtension()) console.log(folder);
}
