// An archive of fact-checks with posts that repeat them, as research gives it: {"claims": [{"id", "title",
// "claim"}], "queries": [{"query", "claims": [id]}]}; a .json or a .json.gz. For learn.ts and measure.ts.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { claimKey, wordsAlone } from '../../web/check/fact-check.ts';
import type { Checked } from '../../web/check/fact-index.ts';

export interface Post {
  readonly text: string;
  /** The entries that are right. */
  readonly right: ReadonlySet<number>;
  /** Which part of the posts it belongs to when weights are learned: posts of one fact-check share it. */
  readonly fold: number;
}

export interface Archive {
  readonly entries: readonly Checked[];
  readonly posts: readonly Post[];
  /** How many claims were the same as an earlier one but for marks and spaces: loading replaces these. */
  readonly twins: number;
}

interface Raw {
  readonly claims: readonly { readonly id: string; readonly title?: string; readonly claim: string }[];
  readonly queries: readonly { readonly query: string; readonly claims: readonly string[] }[];
}

export const folds = 10;

export function readArchive(path: string): Archive {
  const bytes = readFileSync(path);
  const raw = JSON.parse((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')) as Raw;
  const entries: Checked[] = [];
  const places = new Map<string, number>();
  const numbers = new Map<string, number>();
  for (const { id, title = '', claim } of raw.claims) {
    const key = claimKey({ claim, publisher: '' });
    const place = places.get(key) ?? entries.length;
    if (place === entries.length) entries.push({ claim, title });
    places.set(key, place);
    numbers.set(id, place);
  }
  const posts = raw.queries.map(({ query, claims }): Post => {
    const right = claims.flatMap((id) => numbers.get(id) ?? []);
    return { text: query, right: new Set(right), fold: foldOf(entries[right[0] ?? 0]?.claim ?? '') };
  });
  return { entries, posts, twins: raw.claims.length - entries.length };
}

/** By the words of the right claim (FNV-1a), so that it is the same everywhere. */
function foldOf(claim: string): number {
  let hash = 2166136261;
  for (const letter of wordsAlone(claim)) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619) >>> 0;
  return ((hash ^ (hash >>> 15)) >>> 0) % folds;
}

/** Sentences of a file, one a line. */
export const readLines = (path: string): string[] =>
  readFileSync(path, 'utf8').split('\n').map((line) => line.trim()).filter(Boolean);
