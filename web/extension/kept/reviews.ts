// What the reader has ticked and noted, by the address of the page, in the browser's own store for
// extensions. What is stored is checked. tests/extension hold it.
import { makeRecord, mergeBooks, readBook, type BookJson, type ReviewRecord } from '../../review/format.ts';

const prefix = 'reviews:';
const keyOf = (address: string): string => `${prefix}${address}`;

let last: Promise<void> = Promise.resolve();

/** null: nothing is kept of that page. */
export async function readReviews(address: string): Promise<ReviewRecord | null> {
  const key = keyOf(address);
  return recordOf(key, (await chrome.storage.local.get(key))[key]);
}

/**
 * Keeps them along with what another panel has kept of the page; one after the other. Rejects where
 * there is no room.
 */
export function keepReviews(address: string, title: string, book: BookJson): Promise<void> {
  const keeping = last.then(async () => {
    const kept = await readReviews(address);
    const merged = kept ? mergeBooks(kept, book) : book;
    const key = keyOf(address);
    if (!merged.reviews.length) await chrome.storage.local.remove(key);
    else await chrome.storage.local.set({ [key]: makeRecord(address, title, merged) });
  });
  last = keeping.catch(() => {});
  return keeping;
}

/** All pages of which something is kept, the newest first; `id` is the address. */
export async function listReviews(): Promise<ReviewRecord[]> {
  const kept = await chrome.storage.local.get(null);
  return Object.entries(kept)
    .flatMap(([key, value]) => recordOf(key, value) ?? [])
    .sort((one, other) => (one.updated < other.updated ? 1 : -1));
}

export async function forgetReviews(addresses: readonly string[]): Promise<void> {
  await last;
  await chrome.storage.local.remove(addresses.map(keyOf));
}

/** Is told when what was kept of a page was deleted. */
export function onForgotten(told: (address: string) => void): void {
  chrome.storage.onChanged.addListener((changes, area) => {
    if (area !== 'local') return;
    for (const [key, { newValue }] of Object.entries(changes)) {
      if (key.startsWith(prefix) && newValue === undefined) told(key.slice(prefix.length));
    }
  });
}

/** null: it is none, or damaged. */
function recordOf(key: string, value: unknown): ReviewRecord | null {
  if (!key.startsWith(prefix) || typeof value !== 'object' || value === null) return null;
  const title = 'title' in value && typeof value.title === 'string' ? value.title : '';
  try {
    return makeRecord(key.slice(prefix.length), title, readBook(value));
  } catch {
    return null;
  }
}
