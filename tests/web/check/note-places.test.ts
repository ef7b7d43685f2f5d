// Where notes from elsewhere stand: at the words they quote, by their surroundings where these stand twice,
// and still where the text has changed a little; and at the claims that hold them.
import { describe, expect, test } from 'vitest';
import type { Note, Quote } from '../../../web/check/annotations.ts';
import { placeNotes, QuoteFinder } from '../../../web/check/note-places.ts';
import { atOnce } from '../../../web/check/slices.ts';
import type { Claim, Span } from '../../../web/engine/report.ts';

const text = `The lock at Marle will be shut for nine days, the canal board said on Friday. Repairs will cost 4 million crowns.

“Nobody told us,” said Runa Teller. The canal board said on Monday that boats had queued since noon and that two of the crew were hurt.`;

const quote = (exact: string, more: Partial<Quote> = {}): Quote => ({ exact, prefix: '', suffix: '', start: null, ...more });
const found = (exact: string, more: Partial<Quote> = {}): [string, boolean] | null => {
  const place = new QuoteFinder(text).find(quote(exact, more));
  return place && [text.slice(...place.span), place.isChanged];
};

describe('The words of a note are found', () => {
  const cases: [string, string, [string, boolean] | null][] = [
    ['as they stand', 'shut for nine days', ['shut for nine days', false]],
    ['whatever their marks, case and white space', '"NOBODY  told\nus', ['Nobody told us', false]],
    ['with a word put in', 'boats had always queued since noon', ['boats had queued since noon', true]],
    ['with a word taken out', 'the lock at Marle will be shut nine days', ['The lock at Marle will be shut for nine days', true]],
    ['with another number', 'Repairs will cost 3 million crowns', ['Repairs will cost 4 million crowns', true]],
    ['not where other words stand', 'the harbour in Ostby was opened by the king', null],
    ['not by three words alone', 'repairs will end', null],
    ['not where they have no words', '—', null],
  ];
  test.each(cases)('%s', (_, exact, wanted) => {
    expect(found(exact)).toEqual(wanted);
  });

  test('of two places where what stands around them agrees, else nearest to where they stood', () => {
    const at = (more: Partial<Quote>): number | undefined => new QuoteFinder(text).find(quote('the canal board said', more))?.span[0];
    const [first, second] = [text.indexOf('the canal'), text.indexOf('The canal')];
    expect(at({})).toBe(first);
    expect(at({ suffix: ' on Monday that boats' })).toBe(second);
    expect(at({ prefix: '“Nobody told us,” said Runa Teller. ' })).toBe(second);
    expect(at({ start: 190 })).toBe(second);
    expect(at({ start: 190, suffix: ' on Friday. Rep' })).toBe(first);
  });
});

const span = (words: string): Span => [text.indexOf(words), text.indexOf(words) + words.length];
const claims = ['The lock at Marle will be shut for nine days', 'Repairs will cost 4 million crowns', 'boats had queued since noon', 'that two of the crew were hurt'].map(
  (words): Claim => ({
    spans: [span(words)], status: 'unsourced', attributions: [], signals: [], confidence: 1, priority: 0, echoes: [], why: '', reason: { kind: 'own_voice' },
  }),
);
const note = (...exacts: string[]): Note => ({ body: '', isHtml: false, tags: [], author: '', date: '', link: '', quotes: exacts.map((exact) => quote(exact)) });
const at = (...exacts: string[]): readonly number[] => atOnce(placeNotes(text, claims, [note(...exacts)]))[0]?.claims ?? [];

describe('A note belongs to', () => {
  test('the claim that it quotes, a part of it, or the sentence around it', () => {
    expect(at('Repairs will cost 4 million crowns')).toEqual([1]);
    expect(at('nine days')).toEqual([0]);
    expect(at('The lock at Marle will be shut for nine days, the canal board said on Friday.')).toEqual([0]);
  });

  test('each of those that it spans, and that its several quotations name', () => {
    expect(at('boats had queued since noon and that two of the crew were hurt')).toEqual([2, 3]);
    expect(at('nine days', '4 million crowns')).toEqual([0, 1]);
  });

  test('none where it quotes what is no claim, or nothing', () => {
    expect(at('said Runa Teller')).toEqual([]);
    expect(at()).toEqual([]);
  });
});

test('10,000 notes, half of them on changed words, are placed in slices far below 50 ms', () => {
  let state = 7;
  const random = (below: number): number => (state = (state * 48_271) % 2_147_483_647) % below;
  const stems = Array.from({ length: 3000 }, (_, index) => `w${index.toString(36)}`);
  const words = Array.from({ length: 5000 }, () => stems[random(stems.length)] ?? '');
  const long = words.join(' ');
  const notes = Array.from({ length: 10_000 }, (_, index) => {
    const from = random(4980);
    const quoted = words.slice(from, from + 12);
    if (index % 2) quoted[5] = 'changed';
    return note(quoted.join(' '));
  });
  let longest = 0;
  let placed = 0;
  const work = placeNotes(long, [], notes);
  const begun = performance.now();
  for (let last = begun; ; ) {
    const { done, value } = work.next();
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (done) {
      placed = value.filter(({ places }) => places.length).length;
      break;
    }
  }
  expect(placed).toBe(10_000);
  // A single step; the page takes 12 ms of them at a stretch.
  expect(longest).toBeLessThan(50);
  console.log(`10,000 notes placed in ${Math.round(performance.now() - begun)} ms, longest step ${longest.toFixed(1)} ms`);
}, 20_000);
