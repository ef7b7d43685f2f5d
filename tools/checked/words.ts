// Counts how often words stand in sentences of news, for web/check/common-words.json: an archive of fifty
// fact-checks cannot tell which words are rare. tests/web/check/fact-index.test.ts holds what comes of it.
//
// usage: node tools/checked/run.mjs words SENTENCES.txt
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { levelStep, rarestLevel } from '../../web/check/common-words.ts';
import { termsOf } from '../../web/check/terms.ts';
import { readLines } from './archive.ts';

export function countWords(root: string, path: string): void {
  const sentences = readLines(path);
  const counts = new Map<string, number>();
  for (const sentence of sentences) {
    for (const stem of new Set(termsOf(sentence).map((term) => term.stem))) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  const levels: string[][] = Array.from({ length: rarestLevel }, () => []);
  for (const [stem, count] of counts) {
    levels[Math.floor(-Math.log(count / sentences.length) / levelStep)]?.push(stem);
  }
  writeFileSync(join(root, 'web/check/common-words.json'), `${JSON.stringify(levels.map((stems) => stems.sort().join(' ')), null, 1)}\n`);
  console.log(`${levels.flat().length} of ${counts.size} words`);
}
