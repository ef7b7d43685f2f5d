// What each export of the npm package costs whoever bundles it, as the table of docs/npm.md has it:
// `./dev sizes` shows it, and --write puts it there. tests/package/sizes.test.ts holds it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';
import { entries, makePackage, packageFolder, root } from './package.ts';
import { peerPackages } from './package-json.ts';

export interface Cost {
  /** What is imported, or the name of a file. */
  readonly name: string;
  /** Bytes that come with it, as they are and by brotli. */
  readonly raw: number;
  readonly brotli: number;
  /** Bytes of script that come when they are needed. */
  readonly laterRaw: number;
  readonly laterBrotli: number;
}

const guide = join(root, 'docs/npm.md');
const files = ['sourcelight.wasm', 'sourcelight-scalar.wasm', 'en.slm'];

export async function measure(): Promise<Cost[]> {
  await makePackage();
  const costs: Cost[] = [];
  for (const { name } of entries()) costs.push(await costOf(name));
  for (const name of files) {
    const bytes = readFileSync(join(packageFolder, name));
    const cost = { raw: bytes.length, brotli: packed(bytes), laterRaw: 0, laterBrotli: 0 };
    costs.push({ name: `sourcelight/${name}`, ...cost });
  }
  return costs;
}

/** All of an export, bundled and made small by itself. */
async function costOf(entry: string): Promise<Cost> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: `export * from './${entry}.js';`, resolveDir: packageFolder },
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    outdir: packageFolder,
    write: false,
    metafile: true,
    absWorkingDir: packageFolder,
    external: [...peerPackages],
  });
  const atOnce = new Set<string>();
  const add = (name: string): void => {
    if (atOnce.has(name)) return;
    atOnce.add(name);
    for (const { path: next, kind, external } of metafile.outputs[name]?.imports ?? []) {
      if (kind === 'import-statement' && !external) add(next);
    }
  };
  add('stdin.js');
  const sum = { raw: 0, brotli: 0, laterRaw: 0, laterBrotli: 0 };
  for (const { path: file, contents } of outputFiles) {
    const isLater = !atOnce.has(file.slice(packageFolder.length + 1));
    sum[isLater ? 'laterRaw' : 'raw'] += contents.length;
    sum[isLater ? 'laterBrotli' : 'brotli'] += packed(contents);
  }
  return { name: entry === 'index' ? 'sourcelight' : `sourcelight/${entry}`, ...sum };
}

const packed = (bytes: Uint8Array): number =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length;

const begin = '<!-- sizes: ./dev sizes --write -->';
const end = '<!-- end of sizes -->';

/** The table in Markdown, in kB of 1,000 bytes. */
export function tableOf(costs: readonly Cost[]): string {
  const kilo = (bytes: number): string => (bytes ? (bytes / 1000).toFixed(1) : '');
  const rows = costs.map((cost) => {
    const { name, raw, brotli, laterRaw, laterBrotli } = cost;
    return `| \`${name}\` | ${[raw, brotli, laterRaw, laterBrotli].map(kilo).join(' | ')} |`;
  });
  const head = ['| import | kB | brotli | later, kB | brotli |', '| --- | ---: | ---: | ---: | ---: |'];
  return [...head, ...rows].join('\n');
}

/** The table as docs/npm.md has it. */
export function readTable(): Cost[] {
  const text = readFileSync(guide, 'utf8');
  const table = text.slice(text.indexOf(begin), text.indexOf(end));
  return [...table.matchAll(/^\| `([^`]+)` \|(.*)\|$/gm)].map(([, name = '', cells = '']) => {
    const [raw = 0, brotli = 0, laterRaw = 0, laterBrotli = 0] = cells
      .split('|')
      .map((cell) => Math.round(Number(cell) * 1000));
    return { name, raw, brotli, laterRaw, laterBrotli };
  });
}

export async function main(options: string[]): Promise<void> {
  const table = tableOf(await measure());
  if (!options.includes('--write')) return console.log(table);
  const text = readFileSync(guide, 'utf8');
  const [before, rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error('docs/npm.md has no place for the table');
  writeFileSync(guide, `${before}${begin}\n${table}\n${end}${after}`);
  console.log('docs/npm.md has the sizes as they are.');
}
