// Which claim of one version is which of the other.
import { describe, expect, test } from 'vitest';
import { fold } from '../../../web/compare/fold.ts';
import { pairClaims } from '../../../web/compare/pairs.ts';

/** A claim by its words; `?` first: it asserts nothing; `@` first: it has a source. */
const claims = (...texts: string[]) =>
  texts.map((text) => ({
    ...fold(text.replace(/^[?@]/, '')),
    asserts: !text.startsWith('?'),
    status: /^[?@]/.exec(text)?.[0] ?? '',
  }));
const pairs = (before: string[], after: string[]) => pairClaims(claims(...before), claims(...after));

const ferry = 'The ferry struck a sandbank near the lighthouse at dawn';
const ferryNew = 'The old ferry struck a sandbank near the lighthouse on Sunday at dawn';
const bakers = 'Bakers from Norre won three medals for rye bread';
const pumps = 'The pumps in the harbour have stopped';

describe('Claims pair', () => {
  test('by the same words, whatever marks and case they have', () =>
    expect(pairs(['“It’s down”', 'A'], ["it's down.", 'a'])).toEqual([0, 1]));
  test('without the word that joined them to a sentence', () =>
    expect(pairs(['and the pumps stopped'], ['The pumps stopped.'])).toEqual([0]));
  test('by the same words elsewhere', () =>
    expect(pairs([ferry, bakers, pumps], [pumps, ferry, bakers])).toEqual([2, 0, 1]));
  test('by the same words elsewhere before nearer ones in place', () =>
    expect(pairs([ferry, bakers, pumps], [ferryNew, bakers, pumps, ferry])).toEqual([null, 1, 2, 0]));
  test('by the nearest words between claims that stand', () =>
    expect(pairs([bakers, ferry, pumps], [bakers, ferryNew, pumps])).toEqual([0, 1, 2]));
  test('by the nearest words anywhere', () =>
    expect(pairs([ferry, bakers, pumps], [bakers, pumps, ferryNew])).toEqual([1, 2, 0]));
  test('with the one between the same claims before a nearer one elsewhere', () =>
    expect(pairs([`${ferry} again`, bakers, ferryNew], [bakers, `${ferry} twice`])).toEqual([1, 2]));
  test('when the one holds the other', () => {
    const more = 'which the coast guard of Norre had marked with seven yellow buoys a year before, after fishermen complained';
    expect(pairs([ferry], [`${ferry}, ${more} of lost nets and broken rudders`])).toEqual([0]);
  });
  test('with the nearest of several', () =>
    expect(pairs([ferry, `${ferry} again and again today`], [`${ferry} again today`, ferryNew])).toEqual([1, 0]));
  test('one to one', () => expect(pairs([ferry], [ferry, ferry])).toEqual([0, null]));
  test('with the one of the same status, if several have the same words', () => {
    expect(pairs([`@${ferry}`, ferry], [ferry])).toEqual([1]);
    expect(pairs([ferry, `@${ferry}`], [ferry])).toEqual([0]);
  });
  test('though a source came or went', () => expect(pairs([`@${ferry}`], [ferry])).toEqual([0]));
  test('with what asserts nothing only if it is much alike', () => {
    expect(pairs([`?${ferry}`], [`${ferry}!`])).toEqual([0]);
    expect(pairs(['?Ferry hits sandbank near Norre'], [ferry])).toEqual([null]);
  });
});

describe('Claims do not pair', () => {
  test('for a few words in common', () => expect(pairs([bakers], [pumps])).toEqual([null]));
  test('for the words that every sentence has', () =>
    expect(pairs(['It was in the that of'], ['That was in the of by it'])).toEqual([null]));
  test('with nothing', () => {
    expect(pairs([], [ferry])).toEqual([null]);
    expect(pairs([ferry], [])).toEqual([]);
  });
});
