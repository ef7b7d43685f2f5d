// Writes THIRD_PARTY.md: whose code is in what is built, with its licences. The npm packages are those
// that the builds noted (provenance.ts); what is compiled in stands here.
// tests/package/third-party.test.ts holds that the file is what this makes.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { makeExtension } from './extension.ts';
import { makePackage, root } from './package.ts';
import { notes } from './provenance.ts';

export interface Part {
  readonly name: string;
  readonly version: string;
  /** As SPDX writes it. */
  readonly licence: string;
  readonly home: string;
  /** What holds its code. */
  readonly holders: readonly string[];
  /** The text of the licence, with who holds the rights. */
  readonly text: string;
}

const inWasm = ['WebAssembly'];
const compiled: readonly (Omit<Part, 'text'> & { readonly file: string })[] = [
  { name: 'RE2', version: 'of 2023', licence: 'BSD-3-Clause', home: 'https://github.com/google/re2', holders: ['command', 'WebAssembly'], file: 're2.txt' },
  { name: 'Emscripten', version: 'as it compiled', licence: 'MIT', home: 'https://emscripten.org', holders: inWasm, file: 'emscripten.txt' },
  { name: 'musl', version: 'in Emscripten', licence: 'MIT', home: 'https://musl.libc.org', holders: inWasm, file: 'musl.txt' },
  { name: 'libc++, libc++abi, compiler-rt', version: 'in Emscripten', licence: 'Apache-2.0 WITH LLVM-exception', home: 'https://llvm.org', holders: inWasm, file: 'llvm.txt' },
  { name: 'nlohmann/json', version: "the system's", licence: 'MIT', home: 'https://github.com/nlohmann/json', holders: ['command'], file: 'json.txt' },
];

/** What notes are called in the table; each must have been made. */
const builds: Readonly<Record<string, string>> = {
  package: 'npm package',
  page: 'page',
  'page-workers': 'page',
  'service-worker': 'service worker',
  viewer: 'shared files',
  extension: 'browser extension',
};

/** Packages whose published script holds others, which no build can tell. */
const within: Readonly<Record<string, readonly string[]>> = {
  jszip: ['pako', 'lie', 'immediate', 'setimmediate'],
};

export function collect(): Part[] {
  const holders = new Map<string, string[]>();
  for (const [build, holder] of Object.entries(builds)) {
    for (const folder of noted(build)) {
      const others = (within[basename(folder)] ?? []).map((name) => `node_modules/${name}`);
      for (const one of [folder, ...others]) holders.set(one, [...(holders.get(one) ?? []), holder]);
    }
  }
  const packages = [...holders].map(([folder, held]) => read(folder, [...new Set(held)]));
  packages.sort((one, other) => (one.name < other.name ? -1 : 1));
  const files = compiled.map(({ file, ...part }) => ({
    ...part,
    text: readFileSync(join(root, 'tools/build/licences', file), 'utf8').trim(),
  }));
  return [...files, ...packages];
}

function noted(build: string): string[] {
  const path = join(root, notes, `${build}.json`);
  if (!existsSync(path)) throw new Error(`${path} is missing: ./dev build makes it`);
  return JSON.parse(readFileSync(path, 'utf8')) as string[];
}

/** What a package says of itself; throws where it has no text of its licence. */
function read(folder: string, holders: readonly string[]): Part {
  const path = join(root, folder);
  const { name, version, license, homepage, repository } = JSON.parse(
    readFileSync(join(path, 'package.json'), 'utf8'),
  ) as Record<'name' | 'version' | 'license', string> & {
    homepage?: string;
    repository?: string | { url: string };
  };
  const files = readdirSync(path).filter((file) => /^(licen[cs]e|copying|notice)(\.|$)/i.test(file));
  if (!files.length || typeof license !== 'string') throw new Error(`${name} comes without the text of its licence`);
  const own = files.sort().map((file) => join(path, file));
  // What its licence asks for, but only its sources have.
  const more = [join(root, 'tools/build/licences', `${name}.txt`)].filter((file) => existsSync(file));
  const text = [...own, ...more].map((file) => readFileSync(file, 'utf8').trim()).join('\n\n');
  const given = homepage ?? (typeof repository === 'string' ? repository : repository?.url) ?? '';
  const url = given.replace(/^git(\+https)?:/, 'https:').replace(/\.git$|#readme$/, '');
  const home = url.includes(':') ? url : `https://github.com/${url}`;
  return { name, version, licence: license, home, holders, text: text.replaceAll('\r\n', '\n') };
}

export function pageOf(parts: readonly Part[]): string {
  const rows = parts.map(({ name, version, licence, home, holders }) => {
    return `| [${name}](${home}) | ${version} | ${licence} | ${holders.join(', ')} |`;
  });
  const byText = new Map<string, string[]>();
  for (const { name, text } of parts) byText.set(text, [...(byText.get(text) ?? []), name]);
  const texts = [...byText].map(([text, names]) => `## ${names.join(', ')}\n\n${fenced(text)}`);
  return [
    '# What is built in from others',
    'Made by `./dev licences` from what the bundles hold. The command and the WebAssembly are compiled with\n' +
      'the first of these; the others are npm packages (of a choice of licences, MIT is taken). What the trained\n' +
      'weights learned from, and under which licence, stands in [core/models/en.md](core/models/en.md). Those of\n' +
      'careful reading ([core/models/en-careful.md](core/models/en-careful.md)) are a changed `all-MiniLM-L6-v2` of\n' +
      'sentence-transformers, under the licence of this project too (Apache-2.0, [LICENSE](LICENSE)).',
    ['| part | version | licence | in |', '| --- | --- | --- | --- |', ...rows].join('\n'),
    ...texts,
  ].join('\n\n') + '\n';
}

function fenced(text: string): string {
  const fence = text.includes('```') ? '````' : '```';
  return `${fence}\n${text.replace(/[ \t]+$/gm, '')}\n${fence}`;
}

export async function main(): Promise<void> {
  await makePackage();
  await makeExtension();
  writeFileSync(join(root, 'THIRD_PARTY.md'), pageOf(collect()));
  console.log('THIRD_PARTY.md is written.');
}
