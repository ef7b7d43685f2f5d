// The checks and corrections of the article on the desk, and where they are kept: joins its book of
// reviews to the store of all articles. Another article has another book; an article that was here
// before gets its own back. tests/web/page/reviews.test.ts and correct.test.ts hold it.
import type { Span } from '../engine/report.ts';
import type { Edit } from '../highlight/index.ts';
import {
  makeRecord,
  newId,
  ReviewBook,
  ReviewFileError,
  ReviewStore,
  type Correction,
  type ListedCorrection,
  type LostReview,
  type Opinion,
  type Review,
  type ReviewCounts,
  type ReviewMark,
  type SourceCorrection,
  type StoreProblem,
} from '../review/index.ts';
import type { Correct } from '../review/correct.ts';
import type { BookJson } from '../review/format.ts';
import { english, type Words } from '../words/index.ts';
import { Reading } from './reading.ts';

/** Of two texts with fewer of their claims in common, one is not a version of the other. */
const sameArticle = 0.2;

export class Reviews {
  /** Reviews came from the store, or went. */
  onChange: () => void = () => {};
  /** What corrects could not be fetched: the report stands as it was read. */
  onUnfetched: () => void = () => {};
  /** Why they are not kept; null: they are. */
  onProblem: (problem: StoreProblem | null) => void = () => {};
  words: Words = english;

  #book = new ReviewBook();
  #id = newId();
  #store: ReviewStore | null = null;
  #correct: Correct | null = null;
  /** The Report as it was read, before #behind. */
  #base: Reading | null = null;
  /** The edits since, where it is asked for less often than there are letters typed: where it is corrected. */
  #behind: (readonly [text: string, edit: Edit])[] = [];
  /** The same as it is corrected. */
  #reading: Reading | null = null;
  /** The words of the claims that the last report had. */
  #known: ReadonlySet<string> = new Set();

  /** From now on reviews are kept in this browser. */
  keep(): void {
    this.#store ??= new ReviewStore();
    this.#store.onProblem = (problem) => this.onProblem(problem);
  }

  /** The report of attach() as it is corrected; null: there is none. */
  get reading(): Reading | null {
    return this.#reading;
  }

  /** The report of attach() as it was read. */
  get base(): Reading | null {
    for (const [text, edit] of this.#behind.splice(0)) this.#base = this.#base?.move(text, edit) ?? null;
    return this.#base;
  }

  /** A new report; null: there is none yet. */
  attach(reading: Reading | null): void {
    this.#base = this.#reading = reading;
    this.#behind = [];
    if (!reading) return;
    const known = new Set(reading.report.claims.map(({ spans }) => reading.words(spans)));
    const common = [...known].filter((words) => this.#known.has(words)).length;
    const other = common < sameArticle * Math.max(1, Math.min(known.size, this.#known.size));
    this.#known = known;
    if (other && !this.#book.isEmpty) this.#put(new ReviewBook(), newId());
    this.#apply();
    if (other && known.size) void this.#recall(reading);
  }

  /** The text after an edit, until its report comes. */
  move(text: string, edit: Edit): void {
    this.#book.move(text, edit);
    const isCorrected = this.#reading !== this.#base;
    this.#reading = this.#reading?.move(text, edit) ?? null;
    if (isCorrected) this.#behind.push([text, edit]);
    else this.#base = this.#reading;
  }

  of(claim: number): Review | null {
    return this.#book.reviewOf(claim);
  }

  /** Whether a claim's words are others than when it was marked. */
  changed(claim: number): boolean {
    return this.#book.changed(claim);
  }

  /** Marks a claim, or takes its mark (null) away; without `note` its note stays. */
  set(claim: number, mark: ReviewMark | null, note = this.of(claim)?.note ?? ''): void {
    this.#book.set(claim, mark, note);
    this.#save();
  }

  /** What is corrected by hand, claims first. */
  get corrections(): readonly ListedCorrection[] {
    return this.#book.corrections;
  }

  /** Says of a claim another thing than was read, or (null) takes that back. */
  correct(claim: number, correction: Correction | null): void {
    this.#change((book) => book.correct(claim, correction));
  }

  /** Makes a claim of the words of `span`. */
  choose(span: Span, correction: Correction): void {
    this.#change((book) => book.choose(span, correction));
  }

  /** Says of sources of the engine's Report another thing than was read. */
  correctSources(sources: readonly SourceCorrection[]): void {
    this.#change((book) => sources.forEach((source) => book.correctSource(source)));
  }

  /** Takes back the correction of that id. */
  uncorrect(id: string): void {
    this.#change((book) => book.uncorrect(id));
  }

  /** Of what several people say of a claim: takes that rival's, or (null) keeps what stands. */
  settle(id: string, rival: Opinion | null): void {
    this.#change((book) => book.settle(id, rival));
  }

  /** The id of what was made of a claim; null: nothing was. */
  idOf(claim: number): string | null {
    return this.#book.idOf(claim);
  }

  /** The names in the engine's Report of a source of `reading`. */
  namesOf(source: number): readonly string[] {
    return this.#book.namesOf(source);
  }

  get counts(): ReviewCounts {
    return this.#book.counts;
  }

  /** Reviews whose claims are no longer in the text. */
  get lost(): readonly LostReview[] {
    return this.#book.lost;
  }

  forget(id: string): void {
    this.#change((book) => book.forget(id));
  }

  /** The reviews of all articles that are kept, as a file (docs/review.md). */
  async export(): Promise<string> {
    const store = this.#store ?? new ReviewStore();
    this.#save();
    return store.exportFile();
  }

  /** Takes in such a file; resolves with what came of it, in words. */
  async import(json: string): Promise<string> {
    const { files } = this.words.review;
    try {
      this.keep();
      const imported = await this.#store?.importFile(json);
      if (this.base) await this.#recall(this.base);
      return files.imported(imported?.reviews ?? 0, imported?.articles ?? 0);
    } catch (reason) {
      if (!(reason instanceof ReviewFileError)) throw reason;
      const { code, where } = reason;
      return code === 'bad_field' ? files.refused.bad_field(where) : files.refused[code];
    }
  }

  /** Those of this article, as they are stored. */
  toJSON(): BookJson {
    return this.#book.toJSON();
  }

  /** Puts reviews from elsewhere on the claims of this article. */
  take(reviews: BookJson): void {
    this.#book.merge(reviews);
    this.#apply();
    this.onChange();
  }

  async forgetAll(): Promise<void> {
    this.#put(new ReviewBook(), newId());
    this.#apply();
    this.onChange();
    await this.#store?.forgetAll();
  }

  /** Writes what is not written yet. */
  async flush(): Promise<void> {
    await this.#store?.flush();
  }

  #put(book: ReviewBook, id: string): void {
    this.#book = book;
    this.#id = id;
  }

  #save(): void {
    if (!this.#store || this.#book.isEmpty) return;
    const title = (this.#reading?.text.trim().split('\n')[0] ?? '').slice(0, 100);
    this.#store.save(makeRecord(this.#id, title, this.#book.toJSON()));
  }

  /** The reviews that this article has in the store, if any. */
  async #recall(reading: Reading): Promise<void> {
    const record = await this.#store?.find(reading.text, reading.report);
    if (!record || !this.base) return;
    if (record.id === this.#id || this.#book.isEmpty) {
      this.#put(ReviewBook.fromJSON(record), record.id);
    } else {
      this.#book.merge(record);
    }
    this.#apply();
    this.onChange();
  }

  #change(change: (book: ReviewBook) => void): void {
    change(this.#book);
    this.#apply();
    this.#save();
    this.onChange();
  }

  /** Rejects if what corrects cannot be fetched. */
  async prepareToCorrect(): Promise<void> {
    if (this.#correct) return;
    const { correctReport } = await import('../review/correct.ts');
    this.#correct = (text, report, corrections) => correctReport(text, report, corrections, english.reason);
  }

  /** Corrects what was kept, as soon as what corrects is there. */
  async #correctKept(): Promise<void> {
    await this.prepareToCorrect();
    this.#apply();
    this.onChange();
  }

  /** Lets all find its place in the report, and corrects that. */
  #apply(): void {
    const { base } = this;
    if (!base) return;
    const { report, text } = base;
    const corrected = this.#book.attach(text, report, this.#correct);
    if (!this.#correct && this.#book.corrections.length) void this.#correctKept().catch(() => this.onUnfetched());
    this.#reading = corrected === report ? base : new Reading(text, corrected);
  }
}
