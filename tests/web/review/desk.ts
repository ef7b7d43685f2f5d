// A text with reviews, edited as in the field, for tests of the book of reviews.
import { expect } from 'vitest';
import { findEdit } from '../../../web/highlight/edit.ts';
import { ReviewBook } from '../../../web/review/book.ts';
import { fakeReport } from './fake.ts';

export class Desk {
  text: string;
  book: ReviewBook;
  #clock = 0;

  constructor(text: string) {
    this.text = text;
    this.book = new ReviewBook(() => this.now());
    this.read();
  }

  now(): string {
    return new Date(Date.UTC(2026, 0, 1) + 1000 * ++this.#clock).toISOString();
  }

  read(): this {
    this.book.attach(this.text, fakeReport(this.text));
    return this;
  }

  /** The text becomes `text`; the report does not come yet. */
  type(text: string): this {
    const edit = findEdit(this.text, text);
    this.text = text;
    if (edit) this.book.move(text, edit);
    return this;
  }

  edit(text: string): this {
    return this.type(text).read();
  }

  replace(words: string, others: string): this {
    expect(this.text).toContain(words);
    return this.edit(this.text.replace(words, () => others));
  }

  reload(text = this.text): this {
    const kept: unknown = JSON.parse(JSON.stringify(this.book));
    this.book = ReviewBook.fromJSON(kept, () => this.now());
    this.text = text;
    return this.read();
  }

  /** The index of the nth claim that begins with `words`. */
  claim(words: string, nth = 0): number {
    const { claims } = fakeReport(this.text);
    const all = claims.flatMap(({ spans }, index) =>
      this.text.startsWith(words, spans[0]?.[0]) ? [index] : [],
    );
    expect(all.length, words).toBeGreaterThan(nth);
    return all[nth] ?? -1;
  }

  mark(words: string, note = '', nth = 0): this {
    this.book.set(this.claim(words, nth), 'checked', note);
    return this;
  }

  /** The note on the claim, or null if it has no review. */
  note(words: string, nth = 0): string | null {
    return this.book.reviewOf(this.claim(words, nth))?.note ?? null;
  }

  changed(words: string): boolean {
    return this.book.changed(this.claim(words));
  }

  get lost(): string[] {
    return this.book.lost.map(({ review }) => review.note);
  }

  /** How many claims have a review. */
  get attached(): number {
    const { claims } = fakeReport(this.text);
    return claims.filter((_, index) => this.book.reviewOf(index)).length;
  }
}
