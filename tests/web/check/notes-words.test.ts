// The words of "Notes from elsewhere": Spanish has all of them, and says nothing in English.
import { expect, test } from 'vitest';
import { checkNotes as english } from '../../../web/words/en/check-notes.ts';
import { checkNotes as spanish } from '../../../web/words/es/check-notes.ts';

const leaves = (part: object, path = ''): [string, unknown][] =>
  Object.entries(part).flatMap(([name, value]: [string, unknown]): [string, unknown][] =>
    typeof value === 'object' && value !== null ? leaves(value, `${path}${name}.`) : [[path + name, value]],
  );

const said = (value: unknown): string =>
  typeof value === 'function' ? String((value as (...given: unknown[]) => string)(value === english.leftOut || value === spanish.leftOut ? [1, 2] : 2, 1)) : String(value);

test('Spanish has a word for each English one', () => {
  const theirs = new Map(leaves(spanish));
  expect([...theirs.keys()].sort()).toEqual(leaves(english).map(([path]) => path).sort());
  for (const [path, ours] of leaves(english)) expect(said(theirs.get(path)), path).not.toBe(said(ours));
});
