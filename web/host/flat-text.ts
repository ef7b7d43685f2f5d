// An editor's blocks (paragraphs, headings, list items) as the one text that is read: a blank line
// between blocks. Maps offsets of that text to places in blocks and back.
// tests/embed/host/flat-text.test.ts holds it.
import type { Span } from '../engine/report.ts';

export const betweenBlocks = '\n\n';

export interface Block<Place> {
  /** One UTF-16 unit for each step between two places inside the block. */
  readonly text: string;
  /** Where the text begins, in the host's terms. */
  readonly place: Place;
}

/** A piece of a span that stands in one block. */
export interface Piece<Place> {
  readonly place: Place;
  /** Units from `place` on. */
  readonly from: number;
  readonly to: number;
}

export class FlatText<Place> {
  readonly text: string;
  readonly #blocks: readonly Block<Place>[];
  readonly #starts: readonly number[];

  constructor(blocks: readonly Block<Place>[]) {
    this.#blocks = blocks;
    this.text = blocks.map(({ text }) => text).join(betweenBlocks);
    let at = 0;
    this.#starts = blocks.map(({ text }) => {
      const start = at;
      at += text.length + betweenBlocks.length;
      return start;
    });
  }

  /** The pieces of `span`, a block each; none is empty. */
  pieces([begin, end]: Span): Piece<Place>[] {
    const pieces: Piece<Place>[] = [];
    for (let at = this.#blockAt(begin); at < this.#blocks.length; ++at) {
      const block = this.#blocks[at];
      const start = this.#starts[at] ?? 0;
      if (!block || start >= end) break;
      const from = Math.max(begin - start, 0);
      const to = Math.min(end - start, block.text.length);
      if (from < to) pieces.push({ place: block.place, from, to });
    }
    return pieces;
  }

  /** The offset of the unit `within` the block of that index. */
  offset(block: number, within: number): number {
    const { length } = this.#blocks[block]?.text ?? '';
    return (this.#starts[block] ?? 0) + Math.max(0, Math.min(within, length));
  }

  /** The index of the first block for which `found` holds; -1: none. */
  findBlock(found: (place: Place) => boolean): number {
    return this.#blocks.findIndex(({ place }) => found(place));
  }

  /** Where the block of that index begins. */
  place(block: number): Place | undefined {
    return this.#blocks[block]?.place;
  }

  /** The last block that begins at or before `offset`. */
  #blockAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
