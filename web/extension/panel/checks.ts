// What the reader ticks in the panel, kept for the page's address; in a private window only in memory.
// Other panels and the options may delete it meanwhile. tests/extension hold it.
import type { BookJson } from '../../review/format.ts';
import type { SourceLight } from '../../widget/source-light.ts';
import { keepReviews, onForgotten, readReviews } from '../kept/reviews.ts';
import type { PageState } from '../messages.ts';
import type { ExtensionWords } from '../words.ts';

export class Checks {
  isPrivate = false;
  readonly #onTold: () => void;
  readonly #ofPrivate = new Map<string, BookJson>();
  #light: SourceLight | null = null;
  #page: PageState | null = null;
  #isFull = false;

  /** `onTold`: there is something else to be told. */
  constructor(onTold: () => void) {
    this.#onTold = onTold;
    onForgotten((address) => {
      if (address === this.#page?.address && !this.isPrivate) void this.#light?.reviews.forgetAll();
    });
  }

  /** The widget shows that page: it gets what is kept, once. */
  async on(light: SourceLight, page: PageState): Promise<void> {
    this.#page = page;
    if (light === this.#light) return;
    this.#light = light;
    const { address } = page;
    const kept = this.isPrivate ? (this.#ofPrivate.get(address) ?? null) : await readReviews(address);
    if (kept && light === this.#light) light.reviews.take(kept);
  }

  off(): void {
    this.#light = null;
    this.#page = null;
  }

  /** Something was ticked, or noted. */
  changed(): void {
    if (!this.#light || !this.#page) return;
    const { address, title } = this.#page;
    const book = this.#light.reviews.toJSON();
    if (this.isPrivate) {
      this.#ofPrivate.set(address, book);
      this.#onTold();
    } else {
      keepReviews(address, title, book).then(() => this.#fullIs(false), () => this.#fullIs(true));
    }
  }

  told(words: ExtensionWords['panel']): string[] {
    if (this.isPrivate) return [words.privateTab];
    return this.#isFull ? [words.notKept] : [];
  }

  #fullIs(isFull: boolean): void {
    if (isFull === this.#isFull) return;
    this.#isFull = isFull;
    this.#onTold();
  }
}
