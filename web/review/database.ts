// The rows of reviews in IndexedDB: an article a row, a review a row. A row gives way only to one
// of a later time, so that tabs do not undo each other's reviews. Every method rejects where the
// browser keeps nothing. tests/web/review/store.test.ts holds it in Chromium.
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import {
  makeRecord, mergeBooks, type Cleared, type ReviewRecord, type StoredReview,
} from './format.ts';

interface ArticleRow {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
}

interface Row {
  readonly article: string;
  /** What it is found by; absent in what was taken back. */
  readonly key?: string;
  readonly review?: StoredReview;
  readonly id: string;
  readonly at: string;
}

interface Rows extends DBSchema {
  articles: { key: string; value: ArticleRow };
  reviews: { key: [string, string]; value: Row; indexes: { article: string; key: string } };
}

const version = 1;
/** An index need not hold whole sentences. */
const keyOf = (words: string): string => words.slice(0, 80).toLowerCase();

export class Database {
  readonly #name: string;
  #opening: Promise<IDBPDatabase<Rows>> | null = null;
  #open: IDBPDatabase<Rows> | null = null;
  /** When each review of an article was last changed, as far as this page has read or written it. */
  readonly #known = new Map<string, Map<string, string>>();

  constructor(name: string) {
    this.#name = name;
  }

  /** The records that hold reviews of some of these words, those with most of them first. */
  async withWords(words: Iterable<string>): Promise<ReviewRecord[]> {
    const db = await this.#database();
    const index = db.transaction('reviews').store.index('key');
    const keys = [...new Set([...words].map(keyOf))].filter((key) => key);
    const found = await Promise.all(keys.map((key) => index.getAllKeys(key)));
    const hits = new Map<string, number>();
    for (const [article] of found.flat()) hits.set(article, (hits.get(article) ?? 0) + 1);
    const best = [...hits].sort((one, other) => other[1] - one[1]).slice(0, 8);
    const records = await Promise.all(best.map(([article]) => this.read(article)));
    return records.flatMap((record) => record ?? []);
  }

  async read(id: string): Promise<ReviewRecord | null> {
    const db = await this.#database();
    const transaction = db.transaction(['articles', 'reviews']);
    const [article, rows] = await Promise.all([
      transaction.objectStore('articles').get(id),
      transaction.objectStore('reviews').index('article').getAll(id),
    ]);
    return article ? this.#recordOf(article, rows) : null;
  }

  async all(): Promise<ReviewRecord[]> {
    const db = await this.#database();
    const transaction = db.transaction(['articles', 'reviews']);
    const [articles, rows] = await Promise.all([
      transaction.objectStore('articles').getAll(),
      transaction.objectStore('reviews').getAll(),
    ]);
    const of = new Map<string, Row[]>(articles.map(({ id }) => [id, []]));
    for (const row of rows) of.get(row.article)?.push(row);
    return articles.map((article) => this.#recordOf(article, of.get(article.id) ?? []));
  }

  /** Writes what is later than what stands there; what another tab removed stays removed. */
  async write(record: ReviewRecord): Promise<void> {
    const db = await this.#database();
    const transaction = db.transaction(['articles', 'reviews'], 'readwrite');
    const known = this.#knownOf(record.id);
    const reviews = transaction.objectStore('reviews');
    const standing = new Map((await reviews.index('article').getAll(record.id)).map((row) => [row.id, row]));
    const puts: Promise<unknown>[] = [];
    for (const row of rowsOf(record)) {
      const there = standing.get(row.id);
      const removed = !there && (known.get(row.id) ?? '') >= row.at;
      if (removed || (there && !isLater(row, there))) continue;
      puts.push(reviews.put(row));
    }
    if (puts.length) puts.push(transaction.objectStore('articles').put(articleOf(record)));
    await settle(transaction.done, puts);
    this.#remember(record);
  }

  /**
   * Writes what changed in this page since it last read or wrote, without reading first: a page
   * that is being closed is told of no answer.
   */
  writeNow(record: ReviewRecord): void {
    const known = this.#knownOf(record.id);
    const rows = rowsOf(record).filter(({ id, at }) => at > (known.get(id) ?? ''));
    if (!this.#open || !rows.length) return;
    // Should it fail, the record is still to be written if the page lives on.
    try {
      const transaction = this.#open.transaction(['articles', 'reviews'], 'readwrite');
      const puts: Promise<unknown>[] = rows.map((row) => transaction.objectStore('reviews').put(row));
      puts.push(transaction.objectStore('articles').put(articleOf(record)));
      transaction.commit();
      settle(transaction.done, puts).catch(() => {});
    } catch {
      this.#forgetConnection();
    }
  }

  async remove(id: string): Promise<void> {
    const db = await this.#database();
    const transaction = db.transaction(['articles', 'reviews'], 'readwrite');
    const reviews = transaction.objectStore('reviews');
    const keys = await reviews.index('article').getAllKeys(id);
    const removals = keys.map((key) => reviews.delete(key));
    await settle(transaction.done, [...removals, transaction.objectStore('articles').delete(id)]);
  }

  async clear(): Promise<void> {
    const db = await this.#database();
    const transaction = db.transaction(['articles', 'reviews'], 'readwrite');
    const stores = [transaction.objectStore('articles'), transaction.objectStore('reviews')];
    await settle(transaction.done, stores.map((store) => store.clear()));
  }

  /** What is written of this article next is written even if it was removed. */
  restore(id: string): void {
    this.#known.delete(id);
  }

  close(): void {
    this.#open?.close();
    this.#forgetConnection();
  }

  #database(): Promise<IDBPDatabase<Rows>> {
    this.#opening ??= this.#connect().catch((reason: unknown) => {
      this.#opening = null;
      throw reason;
    });
    return this.#opening;
  }

  async #connect(): Promise<IDBPDatabase<Rows>> {
    this.#open = await openDB<Rows>(this.#name, version, {
      upgrade(db) {
        db.createObjectStore('articles', { keyPath: 'id' });
        const reviews = db.createObjectStore('reviews', { keyPath: ['article', 'id'] });
        reviews.createIndex('article', 'article');
        reviews.createIndex('key', 'key');
      },
      // A later Sourcelight in another tab makes the store anew: let it.
      blocking: () => this.close(),
      terminated: () => this.#forgetConnection(),
    });
    return this.#open;
  }

  #forgetConnection(): void {
    this.#open = null;
    this.#opening = null;
  }

  #recordOf({ id, title }: ArticleRow, rows: readonly Row[]): ReviewRecord {
    const reviews = rows.flatMap(({ review }) => review ?? []);
    const cleared = rows.flatMap((row): Cleared[] => (row.review ? [] : [{ id: row.id, at: row.at }]));
    for (const row of rows) this.#knownOf(id).set(row.id, row.at);
    return makeRecord(id, title, mergeBooks({ reviews, cleared }, { reviews: [], cleared: [] }));
  }

  #knownOf(article: string): Map<string, string> {
    const known = this.#known.get(article) ?? new Map<string, string>();
    this.#known.set(article, known);
    return known;
  }

  #remember(record: ReviewRecord): void {
    const known = this.#knownOf(record.id);
    for (const { id, at } of rowsOf(record)) known.set(id, at);
  }
}

const articleOf = ({ id, title, updated }: ReviewRecord): ArticleRow => ({ id, title, updated });

function rowsOf({ id: article, reviews, cleared }: ReviewRecord): Row[] {
  return [
    ...reviews.map((review): Row => {
      return { article, key: keyOf(review.exact), review, id: review.id, at: review.at };
    }),
    ...cleared.map(({ id, at }): Row => ({ article, id, at })),
  ];
}

/** Later, or of the same time and of a claim that has moved. */
function isLater(row: Row, there: Row): boolean {
  if (row.at !== there.at) return row.at > there.at;
  return JSON.stringify(row.review) !== JSON.stringify(there.review);
}

/** Waits for a transaction. Its requests fail with it, which must not go unheard. */
async function settle(done: Promise<void>, requests: readonly Promise<unknown>[]): Promise<void> {
  const results = await Promise.allSettled([...requests, done]);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}
