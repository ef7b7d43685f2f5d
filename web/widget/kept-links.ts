// What a host tells of places in the article, its hyperlinks and parts, which move with its words.
// What undo and redo bring back brings them back too: those of earlier texts are remembered.
// tests/web/widget/kept-links.test.ts and tests/web/page/files.test.ts hold it.
import type { Span } from '../engine/report.ts';
import { moveSpans, type Edit } from '../highlight/index.ts';

const remembered = 60; // texts

interface Placed {
  readonly span: Span;
}

export class Kept<Thing extends Placed> {
  #all: readonly Thing[] = [];
  readonly #earlier = new Map<string, readonly Thing[]>();

  get all(): readonly Thing[] {
    return this.#all;
  }

  /** Those of a text that replaces all there was. */
  reset(all: readonly Thing[] = []): void {
    this.#all = all;
    this.#earlier.clear();
  }

  /** `edit` made `after` of `before`. */
  move(before: string, edit: Edit, after: string): void {
    const known = this.#earlier.get(after);
    const moved = known ?? this.#all.flatMap((one) => moveOne(one, edit));
    if (moved.length !== this.#all.length) {
      this.#remember(before, this.#all);
      this.#remember(after, moved);
    }
    this.#all = moved;
  }

  /** `added` came with words that were put at `offset` of what is now `text`. */
  add(added: readonly Thing[], offset: number, text: string): void {
    if (!added.length) return;
    const placed = added.map((one): Thing => {
      const [begin, end] = one.span;
      return { ...one, span: [begin + offset, end + offset] };
    });
    this.#all = [...this.#all, ...placed].sort((one, other) => one.span[0] - other.span[0]);
    this.#remember(text, this.#all);
  }

  /** These are all of `text`, which came in one step that can be undone. */
  replace(all: readonly Thing[], text: string): void {
    this.#all = all;
    this.#remember(text, all);
  }

  #remember(text: string, all: readonly Thing[]): void {
    this.#earlier.delete(text);
    this.#earlier.set(text, all);
    const [oldest] = this.#earlier.keys();
    if (this.#earlier.size > remembered && oldest !== undefined) this.#earlier.delete(oldest);
  }
}

function moveOne<Thing extends Placed>(one: Thing, edit: Edit): Thing[] {
  const [span] = moveSpans([one.span], edit);
  return span ? [{ ...one, span }] : [];
}

/** The host a link leads to, as a person says it: "www." left out; a place on the page as it is. */
export function hostOf(target: string): string {
  try {
    return new URL(target).host.replace(/^www\./, '') || target;
  } catch {
    return target;
  }
}
