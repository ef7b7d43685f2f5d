// Words that are selected in the article, to make a claim of by hand: a button stands at their end.
// tests/web/page/correct.test.ts holds it.
import type { Span } from '../engine/report.ts';
import type { Words } from '../words/index.ts';
import { h } from './dom.ts';
import type { Surface } from './surface.ts';

const pause = 250; // milliseconds
/** In UTF-16 units; more is no claim. */
const longest = 2000;

export class Choosing {
  /** Those words are to be marked. */
  onMark: (span: Span) => void = () => {};
  /** The button came. */
  onOpen: () => void = () => {};
  /** The words that the card is open for; null: none. */
  chosen: Span | null = null;

  readonly #surface: Surface;
  readonly #host: HTMLElement;
  readonly #isOffered: () => boolean;
  readonly #button = h('button', { type: 'button', class: 'push words-button', hidden: true });
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** The button stands in `host`, which is positioned. */
  constructor(surface: Surface, host: HTMLElement, isOffered: () => boolean) {
    this.#surface = surface;
    this.#host = host;
    this.#isOffered = isOffered;
    // The words stay selected.
    this.#button.addEventListener('pointerdown', (event) => event.preventDefault());
    this.#button.addEventListener('click', () => {
      const span = this.selected();
      if (span) this.onMark(span);
    });
    host.append(this.#button);
    surface.onSelection = () => this.#later();
  }

  set words({ widget }: Words) {
    this.#button.textContent = widget.card.correctWords;
  }

  /** The words that are selected and could be a claim; null: none are. */
  selected(): Span | null {
    const span = this.#isOffered() ? this.#surface.selected : null;
    if (!span || span[1] - span[0] > longest) return null;
    const words = this.#surface.text.slice(...span);
    if (!/[\p{L}\p{N}]/u.test(words)) return null;
    return [span[0] + words.length - words.trimStart().length, span[1] - words.length + words.trimEnd().length];
  }

  /** Whether the button stands there, which nothing shall cover. */
  get isOpen(): boolean {
    return !this.#button.hidden;
  }

  drop(): void {
    this.chosen = null;
    this.#button.hidden = true;
  }

  /** When the hand has rested. */
  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#show(), pause);
  }

  #show(): void {
    const span = this.chosen ? null : this.selected();
    const end = span && this.#surface.rectOf([span[1] - 1, span[1]]);
    this.#button.hidden = !end;
    if (!end) return;
    this.onOpen();
    const host = this.#host.getBoundingClientRect();
    const left = Math.min(end.right - host.left, host.width - this.#button.offsetWidth);
    this.#button.style.left = `${Math.max(0, left)}px`;
    this.#button.style.top = `${end.bottom - host.top + 4}px`;
  }
}
