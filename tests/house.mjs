// What the tests in node share: the command and the module under test, and texts to give them.
// SOURCELIGHT_CLI names another command than the usual build.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cli = process.env.SOURCELIGHT_CLI ?? join(root, 'build/release/sourcelight');

/** The paths of the files below a folder whose names end so, counted from the root. */
export function filesBelow(folder, endings) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(path, endings);
    return endings.test(entry.name) ? [path] : [];
  });
}

/** The text of a file of the project. */
export const read = (path) => readFileSync(join(root, path), 'utf8');

/** The paths of the weight files: the usual one, and the larger one. */
export const model = join(root, 'core/models/en.slm');
export const carefulModel = join(root, 'core/models/en-careful.slm');

/** Runs the command: {status, out, err}. Its output is no terminal. */
export function run(args, input = '', env = {}) {
  if (!existsSync(cli)) throw new Error(`${cli} is missing: run "./dev build" first`);
  const done = spawnSync(cli, args, {
    input,
    env: { ...process.env, ...env },
    maxBuffer: 2 ** 30,
  });
  return { status: done.status, out: done.stdout.toString(), err: done.stderr.toString() };
}

/** The path of the command, for tests that talk to it while it runs. */
export const command = cli;

/** The answers of `analyze --jsonl` to these lines, parsed. */
export function answers(lines, ...args) {
  const { out } = run(['analyze', '--jsonl', ...args], lines.map((line) => `${line}\n`).join(''));
  return out.split('\n').slice(0, -1).map((line) => JSON.parse(line));
}

/** The builds of the module: with SIMD and without. */
export const builds = ['wasm', 'wasm/scalar'];

/** The bytes of a build's file, "sourcelight.js" or "sourcelight.wasm". */
export function moduleFile(build, name) {
  const path = join(root, 'build', build, name);
  if (!existsSync(path)) throw new Error(`${path} is missing: run "./dev build" first`);
  return readFileSync(path);
}

/** The bytes of a weight file. */
export const modelFile = (path = model) => readFileSync(path);

/** A Reader of this build, with the model in use. */
export async function loadReader(build = 'wasm', weights = model) {
  const wasmBinary = moduleFile(build, 'sourcelight.wasm');
  const { default: create } = await import(pathToFileURL(join(root, 'build', build, 'sourcelight.js')).href);
  const { Reader } = await create({ wasmBinary });
  const reader = new Reader();
  const { message } = reader.loadModel(modelFile(weights));
  if (message) throw new Error(message);
  return reader;
}

const casesFolder = join(root, 'tests/cases');

function caseFiles(folder = casesFolder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? caseFiles(path) : [[path.slice(casesFolder.length + 1), readFileSync(path, 'utf8')]];
  });
}

/** The input of every case, as it is written (escapes are left alone): [name, text]. */
export function caseInputs() {
  return caseFiles().flatMap(([name, text]) =>
    text
      .split(/^===.*\n/m)
      .filter((part) => /^\.$/m.test(part))
      .map((part, i) => [`${name}, case ${i + 1}`, part.split(/^\.$/m)[0].replace(/\n$/, '')]),
  );
}

/** The inputs of all cases and, as texts of another kind, the files themselves: [name, text]. */
export function caseTexts() {
  return [...caseFiles(), ...caseInputs()];
}

/** Texts that a careless reader stumbles over: [name, text]. */
export const awkwardTexts = [
  ['nothing', ''],
  ['white space', ' \t\r\n\u00a0\u2003\u2028 \n\n'],
  ['marks alone', '“”‘’«»„"\'… . ? ! — ( ] {'],
  ['no end', `“${'a'.repeat(5000)}`],
  ['NUL', 'He said\0 it rained. \0'],
  ['lone surrogates', 'He said \ud83d it \ude00\ud83d rained, said \ud83d'],
  ['emoji and combining marks', '“👩‍👩‍👧 Zoe\u0301 🙂,” said A\u030angstro\u0308m 🙂.'],
  ['byte order mark', '\ufeffHe said it rained.'],
  ['not characters', '\ufffe\uffff \u{1ffff} said so.'],
  ['right to left', 'قال الناطق said “שלום”.\u202e said he.'],
  ['CRLF', 'LEAD\r\n\r\n“So it is,” said\r\nMara Lind.\r\rShe left.'],
  ['deep quotations', '“‘'.repeat(500) + 'so' + '’”'.repeat(500) + ' she said.'],
  ['a thousand cues', 'he said she said '.repeat(500)],
];
