// Sets the words of an article in rows, as a page does: where each claim and paragraph comes to
// stand in the strip. Numbers in, numbers out. tests/web/widget/charts.test.ts holds it.

/** Indices of words, half-open. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A piece of a range of words in one row; `x` and `width` are shares of the row. */
export interface Piece {
  readonly row: number;
  readonly x: number;
  readonly width: number;
}

export interface Place {
  readonly row: number;
  readonly x: number;
}

const usualWords = 100;
const mostRows = 12;

/** Words in a row: 100, all of a shorter text, and more where there would be too many rows. */
export const wordsInRow = (words: number): number =>
  Math.max(1, Math.min(words, usualWords), Math.ceil(words / mostRows));

/** The pieces of a range of words: one, or several where it goes on in the next row. */
export function piecesOf({ from, to }: Range, perRow: number): Piece[] {
  const pieces: Piece[] = [];
  for (let begin = from; begin < to; ) {
    const row = Math.floor(begin / perRow);
    const end = Math.min(to, (row + 1) * perRow);
    pieces.push({ row, x: begin / perRow - row, width: (end - begin) / perRow });
    begin = end;
  }
  return pieces;
}

/** Where the word with this index begins. */
export function placeOf(word: number, perRow: number): Place {
  const row = Math.floor(word / perRow);
  return { row, x: word / perRow - row };
}

/** The word at a place. */
export const wordAtPlace = (row: number, x: number, perRow: number): number => Math.floor((row + x) * perRow);
