// The hyperlinks of the article, which move with its words. What undo and redo bring back brings
// its links back too: the links of earlier texts are remembered. tests/web/page/files.test.ts
// holds it.
import type { Hyperlink } from '../engine/report.ts';
import { moveSpans, type Edit } from '../highlight/index.ts';

const remembered = 60; // texts

export class KeptLinks {
  #links: readonly Hyperlink[] = [];
  readonly #earlier = new Map<string, readonly Hyperlink[]>();

  get all(): readonly Hyperlink[] {
    return this.#links;
  }

  /** The links of a text that replaces all there was. */
  reset(links: readonly Hyperlink[] = []): void {
    this.#links = links;
    this.#earlier.clear();
  }

  /** `edit` made `after` of `before`. */
  move(before: string, edit: Edit, after: string): void {
    const known = this.#earlier.get(after);
    const moved = known ?? this.#links.flatMap((link) => moveLink(link, edit));
    if (moved.length !== this.#links.length) {
      this.#remember(before, this.#links);
      this.#remember(after, moved);
    }
    this.#links = moved;
  }

  /** `links` came with words that were put at `offset` of what is now `text`. */
  add(links: readonly Hyperlink[], offset: number, text: string): void {
    if (!links.length) return;
    const placed = links.map((link): Hyperlink => {
      const [begin, end] = link.span;
      return { ...link, span: [begin + offset, end + offset] };
    });
    this.#links = [...this.#links, ...placed].sort((one, other) => one.span[0] - other.span[0]);
    this.#remember(text, this.#links);
  }

  #remember(text: string, links: readonly Hyperlink[]): void {
    this.#earlier.delete(text);
    this.#earlier.set(text, links);
    const [oldest] = this.#earlier.keys();
    if (this.#earlier.size > remembered && oldest !== undefined) this.#earlier.delete(oldest);
  }
}

function moveLink(link: Hyperlink, edit: Edit): Hyperlink[] {
  const [span] = moveSpans([link.span], edit);
  return span ? [{ ...link, span }] : [];
}

/** The host a link leads to, as a person says it: "www." left out; a place on the page as it is. */
export function hostOf(target: string): string {
  try {
    return new URL(target).host.replace(/^www\./, '') || target;
  } catch {
    return target;
  }
}
