// Learns what the signs of web/check/fact-signs.ts weigh: logistic regression by Newton's method, of posts
// with their candidates, and of sentences of news, which nobody checked. Writes web/check/fact-weights.json,
// and to folds.json beside this file the weights learned without each tenth of the posts, by which
// measure.ts judges these.
//
// usage: node tools/checked/run.mjs learn ARCHIVE.json.gz SENTENCES.txt
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FactIndex, type Weights } from '../../web/check/fact-index.ts';
import { signNames } from '../../web/check/fact-signs.ts';
import { folds, readArchive, readLines } from './archive.ts';

interface Example {
  readonly signs: readonly number[];
  readonly isRight: boolean;
  /** -1: of a sentence of news. */
  readonly fold: number;
}

/** Of the sentences learned from, one in so many may have something shown: half of what is asked. */
const falseAlarms = 0.025;
const penalty = 1;

export function learn(root: string, [archivePath = '', sentencesPath = '']: readonly string[]): void {
  const archive = readArchive(archivePath);
  const index = new FactIndex();
  for (const entry of archive.entries) index.add(entry);
  const sentences = readLines(sentencesPath);
  const examples = [
    ...archive.posts.flatMap(({ text, right, fold }) =>
      index.signs(text).map(({ entry, signs }): Example => ({ signs, isRight: right.has(entry), fold }))),
    ...sentences.flatMap((text) =>
      index.signs(text).slice(0, 3).map(({ signs }): Example => ({ signs, isRight: false, fold: -1 }))),
  ];
  const all = fit(examples);
  const threshold = thresholdOf(index.weighing(all), sentences);
  write(join(root, 'web/check/fact-weights.json'), { ...all, threshold });
  const parts = Array.from({ length: folds }, (_, fold) => fit(examples.filter((example) => example.fold !== fold)));
  write(join(root, 'tools/checked/folds.json'), parts);
  for (const [at, name] of signNames.entries()) console.log(`${name.padEnd(8)} ${all.signs[at]?.toFixed(2)}`);
  console.log(`threshold ${threshold}`);
}

const write = (path: string, what: unknown): void => writeFileSync(path, `${JSON.stringify(what)}\n`);

/** How likely the likeliest of so few sentences is that what is asked for holds. */
function thresholdOf(index: FactIndex, sentences: readonly string[]): number {
  const likely = sentences.map((text) => index.find(text, 1)[0]?.likely ?? 0).sort((one, other) => other - one);
  return Math.ceil((likely[Math.floor(likely.length * falseAlarms)] ?? 1) * 1000) / 1000;
}

/** Weights of largest likelihood, held small (ridge): iteratively reweighted least squares. */
function fit(examples: readonly Example[]): Weights {
  const size = signNames.length + 1;
  let weights = new Array<number>(size).fill(0);
  for (let round = 0; round < 12; ++round) {
    const slope = weights.map((weight, at) => (at ? -penalty * weight : 0));
    const bend = weights.map((_, at) => weights.map((__, to) => (at === to ? (at ? penalty : 1e-6) : 0)));
    for (const { signs, isRight } of examples) {
      const row = [1, ...signs];
      const sure = 1 / (1 + Math.exp(-row.reduce((sum, sign, at) => sum + sign * (weights[at] ?? 0), 0)));
      for (let at = 0; at < size; ++at) {
        const sign = row[at] ?? 0;
        slope[at] = (slope[at] ?? 0) + sign * ((isRight ? 1 : 0) - sure);
        const line = bend[at] as number[];
        for (let to = 0; to < size; ++to) line[to] = (line[to] ?? 0) + sign * (row[to] ?? 0) * sure * (1 - sure);
      }
    }
    const step = solve(bend, slope);
    weights = weights.map((weight, at) => weight + (step[at] ?? 0));
  }
  const [bias = 0, ...signs] = weights.map((weight) => Math.round(weight * 1000) / 1000);
  return { signs, bias };
}

/** x of Ax = y, by Gauss' elimination; A is positive definite, so no row is exchanged. */
function solve(a: readonly (readonly number[])[], y: readonly number[]): number[] {
  const rows = a.map((row, at) => [...row, y[at] ?? 0]);
  for (const [at, pivot] of rows.entries()) {
    for (const [to, row] of rows.entries()) {
      if (to === at) continue;
      const share = (row[at] ?? 0) / (pivot[at] ?? 1);
      for (let column = at; column < row.length; ++column) row[column] = (row[column] ?? 0) - share * (pivot[column] ?? 0);
    }
  }
  return rows.map((row, at) => (row.at(-1) ?? 0) / (row[at] ?? 1));
}
