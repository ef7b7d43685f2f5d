// The packed package under node: a text is read with no options, by the files of the package and by
// the inlined engine, and a consumer's TypeScript compiles against its types.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { root } from '../web/support/serve.ts';
import { makeProject, readsTwice, writeFiles } from './support/project.ts';
import { expectReading, type Reading } from './support/readings.ts';

let folder: string;
beforeAll(async () => {
  folder = await makeProject('node', {});
}, 300_000);

test('node reads a text with no options', () => {
  writeFiles(folder, {
    'read.js': `${readsTwice()}console.log(JSON.stringify(await globalThis.readings));\n`,
  });
  const said = execFileSync(process.execPath, ['read.js'], { cwd: folder, encoding: 'utf8' });
  const readings = JSON.parse(said) as Reading[];
  expect(readings).toHaveLength(2);
  for (const reading of readings) expectReading(reading);
});

test('the files have subpaths of their own', () => {
  writeFiles(folder, {
    'files.js': `
const names = ['sourcelight.wasm', 'sourcelight-scalar.wasm', 'en.slm', 'package.json'];
console.log(names.map((name) => import.meta.resolve('sourcelight/' + name).split('/').at(-1)).join(' '));
`,
  });
  const said = execFileSync(process.execPath, ['files.js'], { cwd: folder, encoding: 'utf8' });
  expect(said.trim()).toBe('sourcelight.wasm sourcelight-scalar.wasm en.slm package.json');
});

const consumer = `
import { createEngine, isAbort, type Claim, type EngineOptions, type Report } from 'sourcelight';

const options: EngineOptions = { model: 'en.slm', assets: 'https://cdn.example/' };
const engine = await createEngine(options);
const report: Report = await engine.analyze('He said it rained.');
export const first: Claim | undefined = report.claims[0];
export const is: boolean = isAbort(null);
// @ts-expect-error: a Report has no such thing
report.nothing;
// @ts-expect-error: no such option
await createEngine({ modle: null });
`;

test('TypeScript compiles against the types, in node without those of a browser', () => {
  expect(compile({ 'consumer.ts': consumer }, { module: 'NodeNext', lib: ['ES2022'], types: ['node'] })).toBe('');
});

test('TypeScript compiles against the types, for a bundler', () => {
  const embed = `
import type { SourceLight } from 'sourcelight/element';
import { attachToEditable, type Attached } from 'sourcelight/editable';
import { createEngine } from 'sourcelight/inlined';

const panel: SourceLight | null = document.querySelector('source-light');
const attached: Attached = attachToEditable(document.body, { engine: createEngine(), panel });
attached.destroy();
// @ts-expect-error: an embed has no such option
attachToEditable(document.body, { nothing: 1 });
`;
  const files = { 'consumer.ts': consumer, 'embed.ts': embed };
  const options = { module: 'ESNext', moduleResolution: 'bundler', lib: ['ES2022', 'DOM'], types: [] };
  expect(compile(files, { ...options, exactOptionalPropertyTypes: true })).toBe('');
});

/** What tsc finds wrong, with no declaration file spared. */
function compile(files: Readonly<Record<string, string>>, options: object): string {
  const strict = { strict: true, skipLibCheck: false, noEmit: true, target: 'ES2022' };
  writeFiles(folder, {
    ...files,
    'tsconfig.json': JSON.stringify({ compilerOptions: { ...strict, ...options }, files: Object.keys(files) }),
  });
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  try {
    return execFileSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' });
  } catch (reason) {
    return (reason as { stdout: string }).stdout;
  }
}
