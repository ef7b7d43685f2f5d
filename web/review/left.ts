// What a page had not written when it was left: kept in localStorage, which holds even where the
// browser drops a write of IndexedDB under way with its tab, until the store takes it in.
// tests/web/review/store.test.ts holds it in Chromium.
import { readReviewFile, writeReviewFile, type ReviewRecord } from './format.ts';

export class LeftRecords {
  readonly #prefix: string;

  /** `name`: of the store. */
  constructor(name: string) {
    this.#prefix = `${name}-left-`;
  }

  put(record: ReviewRecord): void {
    attempt(() => localStorage.setItem(this.#prefix + record.id, writeReviewFile([record], record.updated)));
  }

  remove(id: string): void {
    attempt(() => localStorage.removeItem(this.#prefix + id));
  }

  clear(): void {
    for (const key of this.#keys()) attempt(() => localStorage.removeItem(key));
  }

  all(): ReviewRecord[] {
    return this.#keys().flatMap((key) => {
      try {
        return readReviewFile(localStorage.getItem(key) ?? '');
      } catch {
        attempt(() => localStorage.removeItem(key)); // Nobody could ever read it.
        return [];
      }
    });
  }

  #keys(): string[] {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(this.#prefix));
    } catch {
      return [];
    }
  }
}

/** A page that may keep nothing, or has no room, goes without. */
function attempt(what: () => void): void {
  try {
    what();
  } catch {
    return;
  }
}
