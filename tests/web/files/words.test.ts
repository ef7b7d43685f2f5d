// Every problem of opening and every format of saving has its words, in every language.
import { expect, test } from 'vitest';
import { formats } from '../../../web/engine/render.ts';
import { OpenError, openProblems, openProblemText } from '../../../web/files/error.ts';
import { maxBytes } from '../../../web/files/open.ts';
import { saveFormats } from '../../../web/files/save.ts';
import { languages, loadWords, type Language } from '../../../web/words/index.ts';

test.each(Object.keys(languages) as Language[])('%s says why a file was not opened, and what to do', async (language) => {
  const { files } = await loadWords(language);
  expect(Object.keys(files.problems).sort()).toEqual([...openProblems].sort());
  for (const code of openProblems) {
    const text = openProblemText(new OpenError(code), files);
    expect(text.split(/(?<=[.:!?]) /).length, `${code}: ${text}`).toBeGreaterThan(1);
  }
  expect(new Set(Object.values(files.problems)).size).toBe(openProblems.length);
  expect(files.problems.too_large).toContain(`${maxBytes / 1e6} MB`);
  expect(openProblemText(new Error('?'), files)).toBe(files.problems.unreadable);
});

test.each(Object.keys(languages) as Language[])('%s says what each saved file is for', async (language) => {
  const { files } = await loadWords(language);
  expect(Object.keys(files.formats).sort()).toEqual([...formats].sort());
  expect(saveFormats.map(({ format }) => format).sort()).toEqual([...formats].sort());
});
