// A claim as terms that can be compared.
import { expect, test } from 'vitest';
import { termsOf } from '../../../web/check/terms.ts';

const stems = (text: string) => termsOf(text).map(({ stem }) => stem);

test.each([
  ['endings do not count', 'Banks banned banning', 'bank ban ban'],
  ['capitals and accents do not count', 'CAFÉ Łódź café', 'cafe łodz cafe'],
  ['a possessive is the name', "Teller's barge, the sailors’ boat", 'teller barg the sailor boat'],
  ['the country is no pronoun', 'U.S. ships and the US tell us', 'usa ship and the usa tell us'],
  ['numbers are written one way', '2,000 boats, 118th of 4.2', '2000 boat 118 of 4.2'],
  ['links are no words', 'See https://t.example/abc and pic.twitter.com/Xy1 here', 'see and here'],
  ['letters of other faces are letters', '𝐘𝐨𝐮𝐧𝐠 ＦＵＬＬ', 'young full'],
])('%s', (_, text, expected) => {
  expect(stems(text).join(' ')).toBe(expected);
});

test('the words inside a hashtag and a handle count, and the whole of it', () => {
  expect(stems('#SaveMarleLock')).toEqual(['save', 'marl', 'lock', 'savemarlelock']);
  expect(stems('@RunaTeller')).toContain('teller');
});

test('a name and a number are marked, the signature of a post is an aside', () => {
  const terms = termsOf('The lock at Marle shut in 2019 — Ada Norling (@adan) May 3, 2031');
  const of = (stem: string) => terms.find((term) => term.stem === stem);
  expect(of('marl')).toMatchObject({ marked: true, aside: false });
  expect(of('2019')).toMatchObject({ marked: true, aside: false });
  expect(of('lock')).toMatchObject({ marked: false, aside: false });
  expect(of('norl')).toMatchObject({ aside: true });
});

test('what has no words has no terms, and what never ends is read in time that grows with it', () => {
  expect(termsOf('… — !?')).toEqual([]);
  expect(termsOf('')).toEqual([]);
  const begun = performance.now();
  for (const odd of ['— '.repeat(20_000), '@a('.repeat(20_000), "'".repeat(60_000), ' '.repeat(60_000), 'a'.repeat(60_000), '#aB'.repeat(20_000)]) termsOf(odd);
  expect(performance.now() - begun).toBeLessThan(5000);
});
