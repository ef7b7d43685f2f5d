// Which column of a table is which part of a fact-check.
import { expect, test } from 'vitest';
import { guessColumns, parts, readRow } from '../../../web/check/fact-columns.ts';

/** Names of columns, and what they are taken for, "-": nothing. */
const tables: readonly (readonly [string, string])[] = [
  ['claim,verdict,publisher,url,date,author,title', 'claim,verdict,publisher,url,date,author,title'],
  ['ID;Claim Reviewed;Rating;Fact-checker;Review URL;Review date;Claimant', '-;claim;verdict;publisher;url;date;author'],
  ['statement,speaker,ruling,link,headline', 'claim,author,verdict,url,title'],
  ['Afirmación;Veredicto;Medio;Enlace;Fecha;Autor de la afirmación;Titular', 'claim;verdict;publisher;url;date;author;title'],
  ['text,label', 'claim,verdict'],
  ['claim_date,claim,textual_rating', 'date,claim,verdict'],
  ['a,b', '-,-'],
];

test.each(tables)('%s is %s', (header, expected) => {
  const names = header.split(/[,;]/);
  const columns = guessColumns(names);
  const guessed = names.map((_, at) => parts.find((part) => columns[part] === at) ?? '-');
  expect(guessed).toEqual(expected.split(/[,;]/));
});

test('a row gives a fact-check, or says what it lacks', () => {
  const columns = guessColumns(['claim', 'verdict', 'url', 'date']);
  expect(readRow(['Boats fly.', 'False', 'javascript:x', 'May 3, 2013'], columns)).toEqual({
    check: { claim: 'Boats fly.', verdict: 'False', title: '', publisher: '', url: '', date: '2013-05-03', author: '' },
  });
  expect(readRow(['', 'False'], columns)).toEqual({ bad: 'no_claim' });
  expect(readRow(['Boats fly.'], columns)).toEqual({ bad: 'no_verdict' });
});

test('a date that may be read in two ways stays as it is written', () => {
  const columns = guessColumns(['claim', 'verdict', 'date']);
  expect(readRow(['Boats fly.', 'False', '3/4/2021'], columns)).toMatchObject({ check: { date: '3/4/2021' } });
});
