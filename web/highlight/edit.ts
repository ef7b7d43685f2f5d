// What one edit does to offsets: finds the edit between two texts, and moves spans across it.
// tests/web/highlight/edit.test.ts holds it.

export type Span = readonly [begin: number, end: number];

/** `removed` units from `begin` on gave way to `inserted` units. */
export interface Edit {
  readonly begin: number;
  readonly removed: number;
  readonly inserted: number;
}

/** The smallest single edit that makes `after` of `before`; null if they are equal. */
export function findEdit(before: string, after: string): Edit | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let begin = 0;
  while (begin < shorter && before.charCodeAt(begin) === after.charCodeAt(begin)) ++begin;
  let tail = 0;
  while (
    tail < shorter - begin &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    ++tail;
  }
  return { begin, removed: before.length - tail - begin, inserted: after.length - tail - begin };
}

/**
 * `spans` where they stand after `edit`. Text typed inside a span belongs to it, text typed at
 * its edges does not; a span whose text is gone is gone. The same array where all stand before it.
 */
export function moveSpans(spans: readonly Span[], edit: Edit): readonly Span[] {
  if (spans.every(([, end]) => end <= edit.begin)) return spans;
  const oldEnd = edit.begin + edit.removed;
  const newEnd = edit.begin + edit.inserted;
  const shift = edit.inserted - edit.removed;
  const moved: Span[] = [];
  for (const [begin, end] of spans) {
    const newBegin = begin >= oldEnd ? begin + shift : begin > edit.begin ? newEnd : begin;
    const last = end >= oldEnd && end > edit.begin ? end + shift : Math.min(end, edit.begin);
    if (newBegin < last) moved.push([newBegin, last]);
  }
  return moved;
}
