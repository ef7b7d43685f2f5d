// The newsroom's archive of fact-checks in the browser's IndexedDB, many to a row: they are read and written
// all together. kept.ts says whether there is one.
// tests/web/check/facts-view.test.ts holds it.
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { FactCheck } from './fact-check.ts';
import { rememberFactChecks } from './kept.ts';

interface Rows extends DBSchema {
  blocks: { key: number; value: readonly FactCheck[] };
}

const version = 1;
const block = 200;

export class FactStore {
  readonly #name: string;
  #opening: Promise<IDBPDatabase<Rows>> | null = null;

  constructor(name = factStoreName) {
    this.#name = name;
  }

  /** The fact-checks in the order in which they were loaded, some at a time. Rejects where nothing can be read. */
  async *read(): AsyncGenerator<readonly FactCheck[]> {
    const db = await this.#open();
    const keys = await db.getAllKeys('blocks');
    for (const key of keys) yield (await db.get('blocks', key)) ?? [];
  }

  /** Puts these in the place of all that is kept; where that fails, what was kept stays, and it rejects. */
  async replace(checks: readonly FactCheck[], onProgress: (share: number) => void = () => {}): Promise<void> {
    const db = await this.#open();
    const transaction = db.transaction('blocks', 'readwrite');
    const ended = transaction.done.then(() => {}, () => {});
    try {
      await transaction.store.clear();
      // One after the other: each is copied as it is put, and all at once would stop the page.
      for (let at = 0; at < checks.length; at += block) {
        await transaction.store.put(checks.slice(at, at + block), at);
        onProgress(at / checks.length);
      }
    } catch (reason) {
      // Else what was cleared so far would stay so; one that failed by itself has ended.
      attempt(() => transaction.abort());
      await ended;
      throw reason;
    }
    await transaction.done;
    rememberFactChecks(checks.length > 0);
  }

  clear(): Promise<void> {
    return this.replace([]);
  }

  #open(): Promise<IDBPDatabase<Rows>> {
    this.#opening ??= openDB<Rows>(this.#name, version, {
      upgrade: (db) => void db.createObjectStore('blocks'),
      // A later Sourcelight in another tab makes the store anew: let it.
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        this.#opening = null;
      },
      terminated: () => {
        this.#opening = null;
      },
    }).catch((reason: unknown) => {
      this.#opening = null;
      throw reason;
    });
    return this.#opening;
  }
}

const factStoreName = 'sourcelight-fact-checks';

function attempt(act: () => void): void {
  try {
    act();
  } catch {
    return;
  }
}
