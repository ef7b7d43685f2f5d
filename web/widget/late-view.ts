// A view beside the text that is fetched when it is first drawn. Until it is there only the newest
// drawing is kept; where it cannot be fetched that is said, and the next drawing tries again.
// tests/web/page/versions.test.ts and tests/web/widget/late-view.test.ts hold it.
import { h } from './dom.ts';

export class LateView<View extends { readonly element: HTMLElement }> {
  readonly element = h('div');
  /** The view has come: what it tells is to be heard. */
  onFetched: (view: View) => void = () => {};

  readonly #fetch: () => Promise<View>;
  readonly #failed: string;
  #view: View | null = null;
  #draw: (view: View) => void = () => {};
  #fetching: Promise<void> | null = null;

  /** `fetch`: makes the view; `failed`: what is said where that fails. */
  constructor(fetch: () => Promise<View>, failed: string) {
    this.#fetch = fetch;
    this.#failed = failed;
  }

  /** The view; null: it is not here yet. */
  get view(): View | null {
    return this.#view;
  }

  /** Draws the view, as soon as it is here. */
  draw(draw: (view: View) => void): void {
    this.#draw = draw;
    if (this.#view) draw(this.#view);
    else this.#fetching ??= this.#come().catch(() => this.#fail());
  }

  async #come(): Promise<void> {
    const view = await this.#fetch();
    this.#view = view;
    this.onFetched(view);
    this.#draw(view);
    this.element.replaceChildren(view.element);
  }

  #fail(): void {
    this.#fetching = null;
    this.element.replaceChildren(h('p', { role: 'alert' }, this.#failed));
  }
}
