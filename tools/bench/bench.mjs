// Speed and size as they stand: articles of 1,000 to 100,000 words, natively and in WebAssembly, against a
// small finder on wink-nlp. All times are the processor's, so
// that a busy machine does not count. Prints tables; fails if time does not grow in step with the
// text, or something is over its budget.
// usage: node bench.mjs   (after "./dev build"; "./dev bench" does both)
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { caseInputs, loadReader, model, modelFile, moduleFile, root, run } from '../../tests/house.mjs';
import { multiplyAccumulates } from './model.mjs';
import { filesOfVisitor } from './visitor.mjs';
import { findWithWink } from './wink.mjs';

const sizes = [1000, 10000, 100000];
const steepest = 3; // times as long per word, from one size to the next: caches make it 1.5, a square would 10
const budgets = { 'ms for 1,000 words': 60, 'ms for 5,000 words again': 100, visitor: 1.3e6, model: 1.0e6, wasm: 345e3 };
const folder = join(root, 'build/bench');

/** An article of so many words, from the inputs of the project's own cases, over and over and in
 * leaps, so that a short article is of the same mixture as a long one. Sentences carry a number: the
 * engine reads one that stands there twice only once. */
function article(words) {
  const texts = caseInputs()
    .filter(([name]) => /^(attribution|claims|sources)/.test(name))
    .map(([, text]) => text);
  const leap = 37;
  const paragraphs = [];
  for (let count = 0, i = 0; count < words; i += leap) {
    const text = texts[i % texts.length].replace(/(?=[.?!,]?[.?!,][”’"']*(\s|$))/gm, ` ${i}`);
    paragraphs.push(text);
    count += text.split(/\s+/).length;
  }
  return paragraphs.join('\n\n').split(/(?<=\s)(?=\S)/).slice(0, words).join('');
}

/** The processor's milliseconds of the quickest of several runs; fewer runs of what takes long. */
function bestOf(work) {
  let best = Infinity;
  for (let total = 0, runs = 0; total < 3000 && (runs < 3 || total < 1000); ++runs) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    const time = (user + system) / 1000;
    best = Math.min(best, time);
    total += time;
  }
  return best;
}

function native(...args) {
  const out = execFileSync(join(root, 'build/release/sourcelight_bench'), args).toString();
  return out.trim().split('\n').map((line) => Number(line.split(' ').at(-1)));
}

async function inWasm(build) {
  const reader = await loadReader(build);
  // A reader knows the text it read last: each run has one that knows nothing yet.
  const afresh = (text) => {
    const fresh = reader.another();
    fresh.analyze(text);
    fresh.delete();
  };
  // V8 compiles the module once more behind the first runs, and the processor's time has that too.
  bestOf(() => afresh(texts[1]));
  return texts.map((text) => bestOf(() => afresh(text)));
}

/** The milliseconds of an article of 5,000 words that was read before, but for one of its words. */
async function again() {
  const reader = await loadReader('wasm');
  const words = article(5000).split(/(?<=\s)(?=\S)/);
  let at = 0;
  return bestOf(() => {
    at = (at + 317) % words.length;
    reader.analyze([...words.slice(0, at), 'Monday ', ...words.slice(at + 1)].join(''));
  });
}

function tokensIn(text) {
  const { out } = run(['features'], `${JSON.stringify({ id: 'bench', text })}\n`);
  return JSON.parse(out).paragraphs.flat().length;
}

function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  for (const row of rows) {
    console.log(row.map((cell, i) => (i ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join('  '));
  }
}

const brotli = (bytes) => brotliCompressSync(bytes).length; // quality 11
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

let faults = 0;
function hold(what, value, limit, show = String) {
  const good = value <= limit;
  if (!good) ++faults;
  console.log(`${good ? 'kept' : 'OVER'}: ${what}: ${show(value)}, budget ${show(limit)}`);
}

mkdirSync(folder, { recursive: true });
const texts = sizes.map(article);
const files = texts.map((text, i) => {
  const file = join(folder, `${sizes[i]}.txt`);
  writeFileSync(file, text);
  return file;
});

const times = {
  native: native(model, ...files),
  'WebAssembly, SIMD': await inWasm('wasm'),
  'WebAssembly, scalar': await inWasm('wasm/scalar'),
  'small finder on wink-nlp': texts.map((text) => bestOf(() => findWithWink(text))),
};
const simd = times['WebAssembly, SIMD'];
const rows = [['processor ms, by words', ...sizes.map((size) => size.toLocaleString('en')), 'growth', 'to SIMD']];
for (const [name, found] of Object.entries(times)) {
  const growth = found.slice(1).map((time, i) => time / found[i] / (sizes[i + 1] / sizes[i]));
  if (Math.max(...growth) > steepest && !name.includes('wink')) ++faults;
  const ratio = found[1] / simd[1];
  rows.push([name, ...found.map((time) => time.toFixed(2)), growth.map((g) => g.toFixed(2)).join(' '), `${ratio.toFixed(2)} x`]);
}
table(rows);
console.log(`growth: time per word against the size before; more than ${steepest} is a fault`);
console.log('to SIMD: 10,000 words against WebAssembly with SIMD');
const against = (name) => (times[name][1] / times['small finder on wink-nlp'][1]).toFixed(1);
console.log(`against the finder on wink-nlp: ${against('WebAssembly, SIMD')} times its time\n`);

const each = multiplyAccumulates(modelFile());
const rate = (ms) => (tokensIn(texts[0]) * each) / ms / 1e6;
console.log(`multiply-accumulates a token: ${each.toLocaleString('en')}; a second of the whole, in thousands of millions:`);
console.log(`  native ${rate(times.native[0]).toFixed(1)}`);
for (const build of ['SIMD', 'scalar']) {
  const ms = times[`WebAssembly, ${build}`][0];
  console.log(`  WebAssembly, ${build} ${rate(ms).toFixed(1)}`);
}
console.log();

const scalar = moduleFile('wasm/scalar', 'sourcelight.wasm');
const visited = filesOfVisitor(join(root, 'dist'), { scalar }).map((path) => readFileSync(path));
const parts = {
  'sourcelight.wasm, SIMD': moduleFile('wasm', 'sourcelight.wasm'),
  'sourcelight.wasm, scalar': scalar,
  'sourcelight.js': moduleFile('wasm', 'sourcelight.js'),
  'en.slm': modelFile(),
};
const small = Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, brotli(bytes)]));
if (!visited.some((bytes) => bytes.equals(parts['sourcelight.wasm, SIMD']))) {
  throw new Error('dist is of another build: run "./dev build" first');
}
const visitor = visited.reduce((sum, bytes) => sum + brotli(bytes), 0);
const one = readFileSync(join(root, 'dist/sourcelight.html'));
table([
  ['size', 'raw', 'brotli'],
  ...Object.entries(parts).map(([name, bytes]) => [name, kilobytes(bytes.length), kilobytes(small[name])]),
  ['all that a first visitor fetches', kilobytes(visited.reduce((sum, bytes) => sum + bytes.length, 0)), kilobytes(visitor)],
  ['sourcelight.html, all in one file', kilobytes(one.length), kilobytes(brotli(one))],
]);
console.log();
hold('1,000 words in WebAssembly with SIMD', simd[0], budgets['ms for 1,000 words'], (ms) => `${ms.toFixed(1)} ms`);
hold('5,000 words again after one word changed', await again(), budgets['ms for 5,000 words again'], (ms) => `${ms.toFixed(1)} ms`);
hold('the larger module', Math.max(small['sourcelight.wasm, SIMD'], small['sourcelight.wasm, scalar']), budgets.wasm, kilobytes);
hold('the model', small['en.slm'], budgets.model, kilobytes);
hold('all that a first visitor fetches', visitor, budgets.visitor, kilobytes);
process.exitCode = faults ? 1 : 0;
