// Reviews of the engine's own claims, cut as clauses, while the article is edited.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEngine, type Engine, type Report } from '../../../web/engine/index.ts';
import { findEdit } from '../../../web/highlight/edit.ts';
import { sample } from '../../../web/page/sample.ts';
import { wordsOf } from '../../../web/review/anchor.ts';
import { ReviewBook } from '../../../web/review/book.ts';

const file = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url));
let engine: Engine;

beforeAll(async () => {
  const wasmBinary = file('build/wasm/sourcelight.wasm');
  engine = await createEngine({ thread: 'same', wasmBinary, model: file('core/models/en.slm') });
});
afterAll(() => engine?.close());

/** The words of each claim with the note on it, of those that have one. */
function reviews(book: ReviewBook, text: string, report: Report): [string, string][] {
  return report.claims.flatMap(({ spans }, index) => {
    const note = book.reviewOf(index)?.note;
    return note === undefined ? [] : [[wordsOf(text, spans), note] as [string, string]];
  });
}

describe('With every claim of the sample article reviewed', () => {
  let book: ReviewBook;
  let report: Report;
  let before: [string, string][];

  beforeAll(async () => {
    report = await engine.analyze(sample);
    book = new ReviewBook();
    book.attach(sample, report);
    for (const [index] of report.claims.entries()) book.set(index, 'checked', `note ${index}`);
    before = reviews(book, sample, report);
    expect(before.length).toBeGreaterThan(10);
  });

  test('a sentence typed letter by letter between two paragraphs moves no review', async () => {
    const at = sample.indexOf('The bridge was built');
    const typed = 'A toll of two crowns, said Ms Ek, is “not the end of the world”. ';
    let text = sample;
    for (let length = 1; length <= typed.length; ++length) {
      const next = sample.slice(0, at) + typed.slice(0, length) + sample.slice(at);
      const edit = findEdit(text, next);
      if (edit) book.move(next, edit);
      text = next;
      report = await engine.analyze(text);
      book.attach(text, report);
      expect(book.lost).toEqual([]);
    }
    expect(reviews(book, text, report)).toEqual(before);
    expect(book.counts.changed).toBe(0);
  });

  test('all find their claims again after a reload', async () => {
    report = await engine.analyze(sample);
    const again = ReviewBook.fromJSON(JSON.parse(JSON.stringify(book)));
    again.attach(sample, report);
    expect(reviews(again, sample, report)).toEqual(before);
  });

  test('a paragraph that is cut leaves its reviews lost, and brings them back where it is put in', async () => {
    const [first = '', second = '', third = '', ...rest] = sample.split('\n\n');
    for (const parts of [[first, second, ...rest], [first, second, ...rest, third]]) {
      const text = parts.join('\n\n');
      report = await engine.analyze(text);
      const kept = ReviewBook.fromJSON(book.toJSON());
      kept.attach(text, report);
      const cut = before.filter(([words]) => wordsOf(third, [[0, third.length]]).includes(words));
      expect(cut.length).toBeGreaterThan(0);
      expect(kept.lost).toHaveLength(parts.includes(third) ? 0 : cut.length);
      book = kept;
    }
  });
});
