// Speed and size as they stand: articles of 1,000 to 100,000 words, natively and in WebAssembly.
// Prints a table; fails if time does not grow in step with the text, or the download is too large.
// usage: node bench.mjs   (after "./dev build"; "./dev bench" does both)
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { caseInputs, loadModule, root } from '../../tests/house.mjs';

const sizes = [1000, 10000, 100000];
const steepest = 3; // times as long per word, from one size to the next: caches make it 1.5, a square would 10
const budget = 1.3e6; // bytes of the page's download, brotli
const folder = join(root, 'build/bench');

/** An article of so many words, from the inputs of the project's own cases, over and over and in
 * leaps, so that a short article is of the same mixture as a long one. */
function article(words) {
  const texts = caseInputs()
    .filter(([name]) => /^(attribution|claims|sources)/.test(name))
    .map(([, text]) => text);
  const leap = 37;
  const paragraphs = [];
  for (let count = 0, i = 0; count < words; i += leap) {
    const text = texts[i % texts.length];
    paragraphs.push(text);
    count += text.split(/\s+/).length;
  }
  return paragraphs.join('\n\n').split(/(?<=\s)(?=\S)/).slice(0, words).join('');
}

function bestOf(run) {
  let best = Infinity;
  for (let total = 0, runs = 0; runs < 3 || total < 1000; ++runs) {
    const begin = performance.now();
    run();
    const time = performance.now() - begin;
    best = Math.min(best, time);
    total += time;
  }
  return best;
}

function native(files) {
  const out = execFileSync(join(root, 'build/release/sourcelight_bench'), files).toString();
  return out.trim().split('\n').map((line) => Number(line.split(' ').at(-1)));
}

function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  for (const row of rows) {
    console.log(row.map((cell, i) => (i ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join('  '));
  }
}

const brotli = (path) => execFileSync('brotli', ['-q', '11', '-c', path], { maxBuffer: 2 ** 28 }).length;

function filesBelow(path) {
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(path, entry.name)) : [join(path, entry.name)]);
}

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

mkdirSync(folder, { recursive: true });
const texts = sizes.map(article);
const files = texts.map((text, i) => {
  const file = join(folder, `${sizes[i]}.txt`);
  writeFileSync(file, text);
  return file;
});
const module = await loadModule();
const times = {
  native: native(files),
  WebAssembly: texts.map((text) => bestOf(() => module.analyze(text))),
};

let faults = 0;
const rows = [['words', ...sizes.map((size) => size.toLocaleString('en')), 'growth']];
for (const [name, found] of Object.entries(times)) {
  const growth = found.slice(1).map((time, i) => time / found[i] / (sizes[i + 1] / sizes[i]));
  if (Math.max(...growth) > steepest) ++faults;
  rows.push([`${name}, ms`, ...found.map((time) => time.toFixed(2)), growth.map((g) => g.toFixed(2)).join(' ')]);
}
table(rows);
console.log(`growth: time per word against the size before; more than ${steepest} is a fault\n`);

const download = ['build/wasm/sourcelight.wasm', 'build/wasm/sourcelight.js'].map((name) => join(root, name));
const page = filesBelow(join(root, 'dist')).filter((path) => !path.endsWith('.map'));
const total = page.reduce((sum, path) => sum + brotli(path), 0);
table([
  ['size', 'raw', 'brotli'],
  ...download.map((path) => [path.slice(root.length + 1), kilobytes(statSync(path).size), kilobytes(brotli(path))]),
  ['dist, all of the page', kilobytes(page.reduce((sum, path) => sum + readFileSync(path).length, 0)), kilobytes(total)],
]);
console.log(`budget: ${kilobytes(budget)} brotli`);
if (total > budget) ++faults;
process.exitCode = faults ? 1 : 0;
