// What a rewording added and took away, and which numbers stand in words.
import { describe, expect, test } from 'vitest';
import { wordsIn } from '../../../web/compare/fold.ts';
import { diffWords } from '../../../web/compare/index.ts';
import { numbersIn } from '../../../web/compare/numbers.ts';
import { randomFrom } from './cases.ts';

const marks = { same: ['', ''], added: ['{+', '+}'], removed: ['[-', '-]'] } as const;
const shown = (before: string, after: string): string =>
  diffWords(before, after).map(({ text, kind }) => marks[kind][0] + text + marks[kind][1]).join('');

describe('A rewording', () => {
  test.each([
    ['one word for another', 'The old bridge fell.', 'The new bridge fell.', 'The [-old-]{+new+} bridge fell.'],
    ['a word more', 'The bridge fell.', 'The old bridge fell.', 'The {+old +}bridge fell.'],
    ['a word less', 'The old bridge fell.', 'The bridge fell.', 'The [-old -]bridge fell.'],
    ['two words together', 'The old bridge fell.', 'A new bridge fell.', '[-The old-]{+A new+} bridge fell.'],
    ['one word for several', 'Twelve people fell', 'At least 14 people fell', '[-Twelve-]{+At least 14+} people fell'],
    ['nothing before', '', 'It fell.', '{+It fell.+}'],
    ['nothing after', 'It fell.', '', '[-It fell.-]'],
    ['quotation marks alone', '“It’s down,”', '"It\'s down,"', '"It\'s down,"'],
    ['a full stop', 'It fell', 'It fell.', 'It fell{+.+}'],
    ['a number', 'Some 12 fell', 'Some 1,400 fell', 'Some [-12-]{+1,400+} fell'],
  ])('%s', (_, before, after, expected) => expect(shown(before, after)).toBe(expected));

  test('of a thousand words is told as a whole, soon', () => {
    const [before, after] = ['old', 'new'].map((word) => Array.from({ length: 1000 }, (_, i) => word + i).join(' '));
    expect(diffWords(before ?? '', after ?? '').map(({ kind, text }) => [kind, text])).toEqual([
      ['removed', before],
      ['added', after],
    ]);
  });

  test('loses no letter of either version', () => {
    const seed = Number(process.env['SEED'] ?? Date.now() % 1e6);
    const random = randomFrom(seed);
    const pieces = ['the', 'old', 'bridge', '🙂', '12', '1,400', ',', '.', ' ', ' ', '  ', '"', '-', 'e\u0301t\u00e9', '\ud83d'];
    const make = () =>
      Array.from({ length: Math.floor(random() * 12) }, () => pieces[Math.floor(random() * pieces.length)]).join('');
    for (let i = 0; i < 500; ++i) {
      const [before, after] = [make(), make()];
      const parts = diffWords(before, after);
      const without = (kind: string) => parts.filter((part) => part.kind !== kind).map(({ text }) => text).join('');
      const where = `seed ${seed}: ${JSON.stringify([before, after])}`;
      expect(without('removed'), where).toBe(after);
      expect(without('added'), where).toBe(before);
    }
  });
});

describe('Numbers in words', () => {
  const numbers = (text: string) => numbersIn(wordsIn(text));
  test.each([
    ['Twelve of 40 people', ['12', '40']],
    ['twenty-five and 25', ['25', '25']],
    ['3m, 3 million and three million', ['3000000', '3000000', '3000000']],
    ['1,400 and 1400', ['1400', '1400']],
    ['€1.2bn', ['1200000000']],
    ['two dozen', ['24']],
    ['a million', ['1000000']],
    ['One of the schools', []],
    ['2019-20', ['2019-20']],
    ['the 3rd', ['3']],
    ['no number, m or k', []],
  ] as [string, string[]][])('%s', (text, expected) => expect(numbers(text)).toEqual(expected));
});
