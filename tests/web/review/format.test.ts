// The file of Export and merging, without a browser; docs/review.md has the example.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  makeRecord, mergeBooks, newId, readReviewFile, ReviewFileError, writeReviewFile,
  type BookJson, type StoredReview,
} from '../../../web/review/format.ts';

const time = (minute: number): string => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();

function review(id: string, minute: number, start = 0, exact = 'It rained in Ostby'): StoredReview {
  const at = time(minute);
  return { id, mark: 'checked', note: `${id} ${minute}`, at, words: exact, exact, prefix: '', suffix: '', start };
}

const notes = ({ reviews }: BookJson): string[] => reviews.map(({ note }) => note).sort();
const book = (...reviews: StoredReview[]): BookJson => ({ reviews, cleared: [] });

describe('A file', () => {
  test('gives back what was written, also with a byte order mark', () => {
    const article = makeRecord(newId(), '“Title”', book(review('a', 1), review('b', 3, 40)));
    const file = writeReviewFile([article], time(5));
    expect(readReviewFile(file)).toEqual([article]);
    expect(readReviewFile(`\ufeff${file}`)).toEqual([article]);
    expect(article.updated).toBe(time(3));
  });

  test('as docs/review.md shows it can be read', () => {
    const docs = readFileSync(new URL('../../../docs/review.md', import.meta.url), 'utf8');
    const example = /```json\n([^`]+)```/.exec(docs)?.[1] ?? '';
    expect(readReviewFile(example)).toEqual(JSON.parse(example).articles);
  });

  test('keeps times comparable, whatever their zone', () => {
    const file = writeReviewFile([makeRecord('x', 't', book(review('a', 1)))], time(1));
    const [article] = readReviewFile(file.replaceAll(time(1), '2026-01-01T02:01:00+02:00'));
    expect(article?.reviews[0]?.at).toBe(time(1));
  });

  test('without a list of articles is refused', () => {
    expect(() => readReviewFile('{"schema":"sourcelight.review/1"}')).toThrow(
      new ReviewFileError('bad_field', 'articles'),
    );
  });
});

describe('Merging', () => {
  test('keeps the later of two with one id, in either order', () => {
    const [one, other] = [book(review('a', 1), review('b', 4, 40)), book(review('a', 2), review('b', 3, 40))];
    expect(notes(mergeBooks(one, other))).toEqual(['a 2', 'b 4']);
    expect(notes(mergeBooks(other, one))).toEqual(['a 2', 'b 4']);
  });

  test('keeps one of two made of the same words in one place, and remembers that', () => {
    const merged = mergeBooks(book(review('a', 1)), book(review('b', 2)));
    expect(notes(merged)).toEqual(['b 2']);
    expect(merged.cleared).toEqual([{ id: 'a', at: time(1) }]);
    expect(notes(mergeBooks(merged, book(review('a', 1))))).toEqual(['b 2']);
  });

  test('keeps both of the same words in two places', () => {
    expect(notes(mergeBooks(book(review('a', 1)), book(review('b', 2, 90))))).toEqual(['a 1', 'b 2']);
  });

  test('drops what was taken back later, not what was marked again since', () => {
    const cleared = { reviews: [], cleared: [{ id: 'a', at: time(2) }] };
    expect(notes(mergeBooks(cleared, book(review('a', 1))))).toEqual([]);
    const again = mergeBooks(book(review('a', 3)), cleared);
    expect([notes(again), again.cleared]).toEqual([['a 3'], []]);
  });

  test('twice is as once', () => {
    const [one, other] = [book(review('a', 1), review('c', 5, 70)), book(review('b', 2), review('c', 6, 70))];
    const merged = mergeBooks(one, other);
    expect(mergeBooks(merged, other)).toEqual(merged);
  });
});
