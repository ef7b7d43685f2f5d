// Keeps reviews in this browser (IndexedDB), so that an article that is pasted again, or its next
// version, has them; gives and takes them as a file. Where the browser keeps nothing, they stay in
// memory, and onProblem says why. tests/web/review/store.test.ts holds it in Chromium.
import type { Report } from '../engine/report.ts';
import { wordsOf } from './anchor.ts';
import { shareFound } from './book.ts';
import { Database } from './database.ts';
import { LeftRecords } from './left.ts';
import {
  makeRecord, mergeBooks, readReviewFile, writeReviewFile,
  type ReviewMark, type ReviewRecord,
} from './format.ts';

/** `blocked`: the browser keeps nothing; `full`: there is no room; `newer`: another tab runs a
    later Sourcelight, whose store this page cannot use. */
export type StoreProblem = 'blocked' | 'full' | 'newer';

export interface ArticleEntry {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  readonly counts: Readonly<Record<ReviewMark, number>>;
  readonly reviews: number;
}

export interface Imported {
  readonly articles: number;
  readonly reviews: number;
}

/** A record is of a text if so many of its reviewed claims stand there. */
const leastShare = 1 / 3;
/** Another record of the same article (made in another tab) is taken in if so many do. */
const sameShare = 2 / 3;

export class ReviewStore {
  /** Called when a problem arises, and with null when it is over. */
  onProblem: (problem: StoreProblem | null) => void = () => {};

  readonly #database: Database;
  readonly #left: LeftRecords;
  readonly #delay: number;
  /** What this page saved, whether or not the browser keeps it. */
  readonly #saved = new Map<string, ReviewRecord>();
  readonly #unwritten = new Set<string>();
  #problem: StoreProblem | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last: Promise<void> = Promise.resolve();

  /** `delay`: milliseconds in which changes are gathered before they are written. */
  constructor({ name = 'sourcelight-reviews', delay = 300 } = {}) {
    this.#database = new Database(name);
    this.#left = new LeftRecords(name);
    this.#delay = delay;
    addEventListener('pagehide', this.#leave);
    document.addEventListener('visibilitychange', this.#leave);
  }

  get problem(): StoreProblem | null {
    return this.#problem;
  }

  /**
   * The record whose reviewed claims stand in this text: at least a third of them, and most of
   * all records. Give it to ReviewBook.fromJSON(); null: there is none.
   */
  async find(text: string, report: Report): Promise<ReviewRecord | null> {
    const words = report.claims.map(({ spans }) => wordsOf(text, spans));
    const kept = await this.#read(() => this.#database.withWords(words), []);
    const fits = this.#withSaved(kept)
      .map((record) => ({ record, share: shareFound(record, text, report) }))
      .filter(({ share }) => share >= leastShare)
      .sort((one, other) => foundIn(other) - foundIn(one));
    const [best, ...others] = fits;
    if (!best) return null;
    const same = others.filter(({ share }) => share >= sameShare && best.share >= sameShare);
    if (!same.length) return best.record;
    const { id, title } = best.record;
    const joined = makeRecord(id, title, [best, ...same].map(({ record }) => record).reduce(mergeRecords));
    this.save(joined);
    await this.flush();
    if (!this.#problem) for (const { record } of same) await this.remove(record.id);
    return joined;
  }

  /** The record as it is kept now, with what other tabs have written. */
  async load(id: string): Promise<ReviewRecord | null> {
    const kept = await this.#read(() => this.#database.read(id), null);
    return this.#withSaved(kept ? [kept] : []).find((record) => record.id === id) ?? null;
  }

  /** Keeps a record (see makeRecord()). Written a moment later; flush() does it now. */
  save(record: ReviewRecord): void {
    this.#saved.set(record.id, record);
    this.#unwritten.add(record.id);
    this.#timer ??= setTimeout(() => void this.flush(), this.#delay);
  }

  /** Resolves when everything saved so far is written, or onProblem has said why it is not. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#unwritten.size) return this.#last;
    return this.#inTurn(async () => {
      for (const id of [...this.#unwritten]) {
        const record = this.#saved.get(id);
        if (record) await this.#database.write(record);
        if (this.#saved.get(id) !== record) continue;
        this.#unwritten.delete(id);
        this.#left.remove(id);
      }
    });
  }

  /** Newest first. */
  async list(): Promise<ArticleEntry[]> {
    const records = await this.#all();
    return records
      .map(({ id, title, updated, reviews }) => {
        const counts = { checked: 0, needs_source: 0, ignored: 0 };
        for (const { mark } of reviews) if (mark) ++counts[mark];
        return { id, title, updated, counts, reviews: reviews.length };
      })
      .sort((one, other) => (one.updated < other.updated ? 1 : -1));
  }

  async remove(id: string): Promise<void> {
    this.#saved.delete(id);
    this.#unwritten.delete(id);
    this.#left.remove(id);
    await this.#inTurn(() => this.#database.remove(id));
    await this.flush(); // There may be room now.
  }

  async forgetAll(): Promise<void> {
    this.#saved.clear();
    this.#unwritten.clear();
    this.#left.clear();
    await this.#inTurn(() => this.#database.clear());
  }

  /** All records as one file. */
  async exportFile(): Promise<string> {
    return writeReviewFile(await this.#all(), new Date().toISOString());
  }

  /**
   * Takes in a file of exportFile(); of a claim reviewed in both the later review wins. Throws a
   * ReviewFileError that says what is wrong with the file; nothing of it is taken then.
   */
  async importFile(text: string): Promise<Imported> {
    const articles = readReviewFile(text);
    const there = new Map((await this.#everything()).map((record) => [record.id, record]));
    for (const article of articles) {
      const own = there.get(article.id);
      const merged = own ? makeRecord(own.id, own.title, mergeRecords(own, article)) : article;
      there.set(merged.id, merged);
      this.#database.restore(merged.id);
      this.save(merged);
    }
    await this.flush();
    const reviews = articles.reduce((sum, article) => sum + article.reviews.length, 0);
    return { articles: articles.length, reviews };
  }

  /** Writes what is left and lets go of the browser's store. */
  async close(): Promise<void> {
    removeEventListener('pagehide', this.#leave);
    document.removeEventListener('visibilitychange', this.#leave);
    await this.flush();
    this.#database.close();
  }

  readonly #leave = (event: Event): void => {
    if (event.type === 'visibilitychange' && document.visibilityState !== 'hidden') return;
    for (const id of this.#unwritten) {
      const record = this.#saved.get(id);
      if (!record) continue;
      this.#left.put(record);
      this.#database.writeNow(record);
    }
  };

  /** Those with reviews. */
  async #all(): Promise<ReviewRecord[]> {
    return (await this.#everything()).filter(({ reviews }) => reviews.length);
  }

  async #everything(): Promise<ReviewRecord[]> {
    return this.#withSaved(await this.#read(() => this.#database.all(), []));
  }

  /** What the browser keeps, with what this page has saved and may not have written. */
  #withSaved(kept: readonly ReviewRecord[]): ReviewRecord[] {
    const records = new Map(kept.map((record) => [record.id, record]));
    for (const [id, own] of this.#saved) {
      if (!this.#unwritten.has(id)) continue;
      const record = records.get(id);
      records.set(id, record ? makeRecord(id, own.title, mergeBooks(own, record)) : own);
    }
    return [...records.values()];
  }

  async #read<Value>(read: () => Promise<Value>, otherwise: Value): Promise<Value> {
    try {
      await this.#takeLeft();
      return await read();
    } catch (reason) {
      this.#report(problemOf(reason));
      return otherwise;
    }
  }

  /** Takes in what a page that was closed could not write any more. */
  async #takeLeft(): Promise<void> {
    for (const record of this.#left.all()) {
      await this.#database.write(record);
      this.#left.remove(record.id);
    }
  }

  /** One write after the other; none rejects. */
  #inTurn(write: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(write).then(
      () => this.#report(null),
      (reason: unknown) => this.#report(problemOf(reason)),
    );
    return this.#last;
  }

  #report(problem: StoreProblem | null): void {
    if (problem === this.#problem) return;
    this.#problem = problem;
    this.onProblem(problem);
  }
}

const foundIn = ({ record, share }: { record: ReviewRecord; share: number }): number =>
  share * record.reviews.length;

function mergeRecords(own: ReviewRecord, other: ReviewRecord): ReviewRecord {
  return makeRecord(own.id, own.title, mergeBooks(own, other));
}

function problemOf(reason: unknown): StoreProblem {
  const name = reason instanceof DOMException ? reason.name : '';
  if (name === 'QuotaExceededError') return 'full';
  return name === 'VersionError' ? 'newer' : 'blocked';
}
