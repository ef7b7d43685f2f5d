// Makes the npm package: build/package, and of it dist/sourcelight-VERSION.tgz, unless what they
// are made of is older. tests/package holds it.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type InlineConfig, type Plugin, type Rollup } from 'vite';
import { engineFiles, fileAddresses, neededImports, packed, partsFrom, quietLoader } from './package-files.ts';
import { manifestOf, peerPackages, type Entry } from './package-json.ts';
import { writeTypes } from './package-types.ts';
import { withoutPdf } from './pdf.ts';
import { provenance } from './provenance.ts';
import { inTurn } from './turn.ts';
import { viewer } from './viewer.ts';

export const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/, '');
/** What is packed. */
export const packageFolder = join(root, 'build/package');
/** What does something when it is only imported. */
const registering = join(root, 'web/widget/index.ts');
const origins = provenance(root, 'package');
const version = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;

export const tarball = join(root, `dist/sourcelight-${version}.tgz`);

/** What the package exports, by subpath; each folder of web/embed with an index.ts is one. */
export function entries(): Entry[] {
  const embeds = readdirSync(join(root, 'web/embed'))
    .filter((name) => existsSync(join(root, 'web/embed', name, 'index.ts')))
    .map((name) => ({ name, source: `web/embed/${name}/index.ts` }));
  return [
    { name: 'index', source: 'web/engine/index.ts' },
    { name: 'element', source: 'web/widget/index.ts' },
    { name: 'article', source: 'web/article/read-article.ts' },
    { name: 'within', source: 'web/engine/within.ts' },
    { name: 'publish', source: 'web/publish/index.ts' },
    { name: 'worker', source: 'web/engine/worker.ts' },
    { name: 'inlined', source: 'web/package/inlined.ts' },
    ...embeds,
  ];
}

/** Gives the tarball's path. */
export const makePackage = (): Promise<string> => inTurn('package', makeUnlessFresh);

async function makeUnlessFresh(): Promise<string> {
  const stamp = join(root, 'build/package.stamp');
  const isFresh = existsSync(stamp) && newestSource() < Number(readFileSync(stamp, 'utf8'));
  if (isFresh) {
    // The page's build empties dist.
    if (!existsSync(tarball)) pack();
    return tarball;
  }
  const begun = Date.now();
  rmSync(stamp, { force: true });
  rmSync(packageFolder, { recursive: true, force: true });
  mkdirSync(packageFolder, { recursive: true });
  await writeScripts();
  for (const [name, path] of Object.entries(engineFiles)) copyFileSync(join(root, path), join(packageFolder, name));
  for (const name of ['LICENSE', 'THIRD_PARTY.md', 'CHANGELOG.md']) copyFileSync(join(root, name), join(packageFolder, name));
  for (const name of ['README.md', 'custom-elements.json']) copyFileSync(join(root, 'web/package', name), join(packageFolder, name));
  writeTypes(root, packageFolder, entries());
  pack();
  writeFileSync(stamp, String(begun));
  return tarball;
}

async function writeScripts(): Promise<void> {
  const sources = entries();
  const worker = await bundle({ input: { worker: 'web/engine/worker.ts' }, parts: 'parts.ts', isWorker: true });
  const [{ code }] = worker.output;
  const beside = sources.filter(({ name }) => name !== 'worker' && name !== 'inlined');
  const input = Object.fromEntries(beside.map(({ name, source }) => [name, source]));
  const { output } = await bundle({ input, parts: 'parts.ts' });
  await bundle({ input: { node: 'web/package/node.ts' }, parts: 'node-parts.ts', isOneFile: true });
  await bundle({
    input: { inlined: 'web/package/inlined.ts' },
    parts: 'inlined-parts.ts',
    isOneFile: true,
    plugins: [packed(root, code)],
  });
  const effects = output.flatMap((file) =>
    file.type === 'chunk' && file.moduleIds.includes(registering) ? [file.fileName] : [],
  );
  const manifest = manifestOf(root, sources, ['worker.js', 'element.js', ...effects.filter((name) => name !== 'element.js')]);
  writeFileSync(join(packageFolder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

interface Bundle {
  readonly input: Readonly<Record<string, string>>;
  /** What stands in for web/engine/parts.ts. */
  readonly parts: string;
  readonly isOneFile?: boolean;
  readonly isWorker?: boolean;
  readonly plugins?: readonly Plugin[];
}

async function bundle({ input, parts, isOneFile, isWorker, plugins = [] }: Bundle): Promise<Rollup.RollupOutput> {
  const entry = Object.fromEntries(Object.entries(input).map(([name, path]) => [name, join(root, path)]));
  const config: InlineConfig = {
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [partsFrom(root, parts), withoutPdf(root), quietLoader(), fileAddresses(), neededImports(registering), viewer(root), origins, ...plugins],
    build: {
      outDir: packageFolder,
      emptyOutDir: false,
      target: 'es2022',
      // Left to whoever bundles it; a worker is loaded as it is.
      minify: isWorker ? 'esbuild' : false,
      cssMinify: true,
      lib: { entry, formats: ['es'], fileName: (_, name) => `${name}.js` },
      rollupOptions: {
        external: [/^node:/, ...peerPackages.map((name) => new RegExp(`^${name}($|/)`))],
        output: {
          hoistTransitiveImports: false,
          chunkFileNames: 'chunk-[name]-[hash].js',
          inlineDynamicImports: Boolean(isOneFile || isWorker),
        },
      },
    },
  };
  const result = await build(config);
  return (Array.isArray(result) ? result[0] : result) as Rollup.RollupOutput;
}

/** Packs as npm would publish it. */
function pack(): void {
  mkdirSync(join(root, 'dist'), { recursive: true });
  const args = ['pack', '--silent', '--ignore-scripts', '--pack-destination', join(root, 'dist')];
  execFileSync('npm', args, { cwd: packageFolder, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** When what the package is made of last changed, in milliseconds. */
function newestSource(): number {
  const made = ['web', 'tools/build', 'package.json', 'package-lock.json', 'tsconfig.json', 'LICENSE'];
  made.push('THIRD_PARTY.md', 'CHANGELOG.md', 'build/wasm/sourcelight.js', ...Object.values(engineFiles));
  return Math.max(...made.map((path) => newest(join(root, path))));
}

function newest(path: string): number {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

export async function main(): Promise<void> {
  console.log(await makePackage());
}
