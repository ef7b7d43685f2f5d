// What run.mjs runs: measure.ts, learn.ts or words.ts.
import { learn } from './learn.ts';
import { measure } from './measure.ts';
import { countWords } from './words.ts';

export function main(root: string, [verb, ...paths]: readonly string[]): void {
  if (verb === 'learn') learn(root, paths);
  else if (verb === 'words') countWords(root, paths[0] ?? '');
  else for (const line of measure(paths[0] ?? '', paths[1])) console.log(line);
}
