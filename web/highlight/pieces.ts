// Texts made of pieces, in their order. tests/embed/host and tests/extension hold it.

/** Index of the last piece that begins at or before `offset`; 0 where there is none. */
export function indexAt(pieces: readonly { readonly start: number }[], offset: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
