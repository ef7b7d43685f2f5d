// Holds web/check/words.ts and slices.ts: which words are the same, and work done a slice at a time.
import { expect, test } from 'vitest';
import { atOnce, inSlices, type Work } from '../../../web/check/slices.ts';
import { wordsOf } from '../../../web/check/words.ts';

const keys = (text: string): string[] => wordsOf(text).map(({ key }) => key);

test('forms of apostrophes, hyphens, letters and numbers make no other word', () => {
  expect(keys('Don’t')).toEqual(keys("DON'T"));
  expect(keys('the ﬁrst')).toEqual(keys('The first'));
  expect(keys('well-known')).toEqual(keys('well‑known'));
  expect(keys('well-known')).toEqual(['well', 'known']);
  expect(keys('co\u00adoperate')).toEqual(['cooperate']);
  expect(keys('1,200 crowns, 3.5 %')).toEqual(['1200', 'crowns', '3.5', '%']);
  expect(keys('at 12:30')).toEqual(['at', '12:30']);
  expect(keys('e\u0301té')).toEqual(['été', ]);
});

test('a word is where it stands, whatever letters are around it', () => {
  const text = '🙂 “Ångström’s” — naïve';
  expect(wordsOf(text).map(({ begin, end }) => text.slice(begin, end))).toEqual(['Ångström’s', 'naïve']);
  expect(wordsOf(text, 4, 14).map(({ begin, end }) => text.slice(begin, end))).toEqual(['Ångström’s']);
});

test('marks alone are no words', () => {
  expect(keys(' — … “” \n\u200b ')).toEqual([]);
});

function* counting(to: number, took: () => void): Work<number> {
  for (let at = 0; at < to; ++at) {
    took();
    yield;
  }
  return to;
}

test('work in slices comes to the same as at one go, lets others in between, and ends when it is told to', async () => {
  expect(atOnce(counting(5, () => {}))).toBe(5);
  const pause = (): void => {
    const until = performance.now() + 2;
    while (performance.now() < until);
  };
  let others = 0;
  const timer = setInterval(() => ++others, 1);
  expect(await inSlices(counting(40, pause))).toBe(40);
  clearInterval(timer);
  expect(others).toBeGreaterThan(0);
  const stop = new AbortController();
  let done = 0;
  const work = inSlices(counting(1_000, () => { ++done; pause(); }), stop.signal);
  setTimeout(() => stop.abort(), 20);
  await expect(work).rejects.toThrow();
  expect(done).toBeLessThan(1_000);
});
