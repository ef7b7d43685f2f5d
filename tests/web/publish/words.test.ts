// The words of what is published: each language has all of them, and says nothing in English.
import { expect, test } from 'vitest';
import { loadPublishWords } from '../../../web/publish/index.ts';

const leaves = (part: object, path = ''): [string, unknown][] =>
  Object.entries(part).flatMap(([name, value]: [string, unknown]): [string, unknown][] =>
    typeof value === 'object' && value !== null ? leaves(value, `${path}${name}.`) : [[path + name, value]],
  );

const said = (value: unknown): string =>
  typeof value === 'function' ? [1, 2].map((count) => String((value as (given: unknown) => string)(count))).join(' / ') : String(value);

test('Spanish has a word for each English one', async () => {
  const [english, spanish] = await Promise.all([loadPublishWords('en'), loadPublishWords('es')]);
  const theirs = new Map(leaves(spanish));
  expect([...theirs.keys()].sort()).toEqual(leaves(english).map(([path]) => path).sort());
  for (const [path, ours] of leaves(english)) expect(said(theirs.get(path)), path).not.toBe(said(ours));
});
