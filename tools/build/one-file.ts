// Makes dist/sourcelight.html of the page: scripts, styles, icons, engine and weights in one file
// that works from file:// without a network. tests/web/build/one-file.test.ts holds it.
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Plugin, type Rollup, type UserConfig } from 'vite';
import { hashSource, quietScript } from './inline.ts';
import { withoutPdf } from './pdf.ts';
import { viewerJson } from './viewer.ts';

/** What lies in the page as a block of data, by the id that web/one-file asks for. */
const blocks = (root: string): Record<string, Promise<string | Uint8Array>> => ({
  'part-wasm': readFile(join(root, 'build/wasm/sourcelight.wasm')),
  'part-wasm-scalar': readFile(join(root, 'build/wasm/scalar/sourcelight.wasm')),
  'part-model': readFile(join(root, 'core/models/en.slm')),
  'part-viewer': viewerJson(root),
});

/** What stands in the place of files that name others. */
const inside: Readonly<Record<string, string>> = {
  'web/engine/parts.ts': 'web/one-file/parts.ts',
  'web/viewer/text.ts': 'web/one-file/viewer-text.ts',
};

type Files = ReadonlyMap<string, string | Uint8Array>;

/** Builds the page a second time, by `shared`, as one file beside the first. */
export function oneFile(root: string, shared: UserConfig): Plugin {
  let folder: string | null = null;
  return {
    name: 'sourcelight:one-file',
    apply: 'build',
    configResolved(config) {
      if (config.root === root) folder = join(root, config.build.outDir);
    },
    async closeBundle() {
      if (!folder) return;
      const files = await bundle(root, shared);
      await writeFile(join(folder, 'sourcelight.html'), await joined(root, files));
    },
  };
}

async function bundle(root: string, shared: UserConfig): Promise<Files> {
  const result = await build({
    ...shared,
    root,
    configFile: false,
    logLevel: 'warn',
    // Chromium starts no module worker from a blob of a page that is a file.
    worker: { format: 'iife' },
    plugins: [partsInside(root), withoutPdf(root), ...(shared.plugins ?? [])],
    build: {
      ...shared.build,
      write: false,
      cssCodeSplit: false,
      rollupOptions: { input: join(root, 'index.html'), output: { inlineDynamicImports: true } },
    },
  });
  const { output } = result as Rollup.RollupOutput;
  return new Map(
    output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]),
  );
}

function partsInside(root: string): Plugin {
  return {
    name: 'sourcelight:parts-inside',
    enforce: 'pre',
    async resolveId(source, importer) {
      const names = Object.keys(inside).map((path) => basename(path));
      if (!names.includes(basename(source))) return null;
      const found = await this.resolve(source, importer, { skipSelf: true });
      const other = found && inside[relative(root, found.id)];
      return other ? join(root, other) : found;
    },
  };
}

/** The page with all it names laid into it, under a policy that lets it ask for nothing. */
async function joined(root: string, files: Files): Promise<string> {
  const text = (name: string): string => {
    const file = files.get(name);
    if (file === undefined) throw new Error(`the page names ${name}, which was not built`);
    return typeof file === 'string' ? file : Buffer.from(file).toString('utf8');
  };
  // What is laid in comes last, and untouched: a script may hold the text of another page.
  const laidIn: string[] = [];
  const later = (element: string): string => `<!--laid in: ${laidIn.push(element) - 1}-->`;
  const hashes = { script: [] as string[], style: [] as string[] };
  const inline = (kind: 'script' | 'style', attributes: string, content: string): string => {
    hashes[kind].push(hashSource(content));
    return later(`<${kind}${attributes}>${content}</${kind}>`);
  };
  const laid = await Promise.all(
    Object.entries(blocks(root)).map(async ([id, bytes]) => {
      const packed = gzipSync(await bytes, { level: 9 });
      return `<script type="text/plain" id="${id}">${packed.toString('base64')}</script>`;
    }),
  );

  const page = text('index.html')
    .replace(/<link\b[^>]*rel="stylesheet"[^>]*href="\.\/([^"]+)"[^>]*>/g, (_, name: string) =>
      inline('style', '', text(name)),
    )
    .replace(/<script\b[^>]*src="\.\/([^"]+)"[^>]*><\/script>/g, (_, name: string) =>
      inline('script', ' type="module"', quietScript(text(name))),
    )
    .replace(/<link\b[^>]*rel="(?:modulepreload|preload|manifest|apple-touch-icon)"[^>]*>/g, '')
    .replace(/(<(?:link|img)\b[^>]*(?:href|src)=")\.\/([^"]+\.svg)"/g, (_, before: string, name: string) =>
      `${before}data:image/svg+xml;base64,${Buffer.from(text(name)).toString('base64')}"`,
    )
    .replace(/(http-equiv="Content-Security-Policy"\s+content=")([^"]+)/, (_, before: string, policy: string) =>
      before + closedPolicy(policy, hashes),
    )
    .replace('</body>', () => `${later(laid.join('\n'))}\n</body>`);

  const left = /<(?:link|img|script|source)\b[^>]*(?:href|src)="(?!data:)[^"]*"/.exec(page);
  if (left) throw new Error(`the one-file page still names a file: ${left[0]}`);
  if (!hashes.script.length || !hashes.style.length) throw new Error('the page has no script or style');
  return page.replace(/<!--laid in: (\d+)-->/g, (_, at: string) => laidIn[Number(at)] ?? '');
}

/** The page's policy where it stands alone: hashes in place of 'self', and nothing to connect to. */
function closedPolicy(policy: string, hashes: { script: string[]; style: string[] }): string {
  const instead: Readonly<Record<string, readonly string[]>> = {
    'script-src': hashes.script,
    'style-src': hashes.style,
    'worker-src': ['blob:'],
    'img-src': ['data:'],
  };
  const directives = policy.split(';').flatMap((directive) => {
    const [name = '', ...sources] = directive.trim().split(/\s+/);
    if (name === 'manifest-src') return [];
    const others = sources.filter((source) => source !== "'self'");
    if (others.length !== sources.length) others.unshift(...(instead[name] ?? []));
    return [`${name} ${[...new Set(others)].join(' ') || "'none'"}`];
  });
  return directives.join('; ');
}
