// An embed for a text that is only DOM: reads it whenever it changes, paints CSS highlights over
// it, opens the card where it is clicked. Changes nothing in it; it may stand in a frame or a shadow
// root. tests/embed/host/dom-host.test.ts holds it, and so do the editors that stand on it.
import { DomMarks } from './dom-marks.ts';
import { DomText } from './dom-text.ts';
import { placeHere, revealRange, windowOf } from './frames.ts';
import { HostReader } from './host-reader.ts';
import type { Attached, HostOptions } from './options.ts';

export interface DomHostOptions extends HostOptions {
  /** Elements whose text is not the article's: controls and helpers that stand in it. */
  readonly skip?: (element: Element) => boolean;
}

export class DomHost implements Attached {
  readonly #root: HTMLElement;
  readonly #skip: ((element: Element) => boolean) | undefined;
  readonly #reader: HostReader;
  readonly #marks: DomMarks;
  readonly #observer: MutationObserver;
  readonly #listening = new AbortController();
  #text: DomText;

  /** `focus` gives the text the keyboard again. */
  constructor(root: HTMLElement, options: DomHostOptions = {}, focus = (): void => root.focus()) {
    this.#root = root;
    this.#skip = options.skip;
    this.#marks = new DomMarks(root);
    this.#text = new DomText(root, this.#skip);
    this.#reader = new HostReader(
      {
        view: windowOf(root),
        problem: this.#marks.problem,
        paint: (marks) => this.#marks.paint(this.#text, marks),
        reveal: ([begin, end]) => {
          const range = this.#text.range(begin, end);
          if (range) revealRange(range);
        },
        focus,
      },
      options,
    );
    // Editors may put new nodes in the place of old ones at any time.
    this.#observer = new MutationObserver(() => this.#changed());
    this.#observer.observe(root, { childList: true, characterData: true, subtree: true });
    this.#listen();
    this.#reader.changed(this.#text.text);
  }

  get report() {
    return this.#reader.report;
  }

  select(claim: number | null): void {
    this.#reader.select(claim);
  }

  refresh(): void {
    this.#reader.refresh();
  }

  destroy(): void {
    this.#observer.disconnect();
    this.#listening.abort();
    this.#reader.destroy();
    this.#marks.destroy();
  }

  #changed(): void {
    this.#text = new DomText(this.#root, this.#skip);
    this.#marks.paint(this.#text, this.#reader.changed(this.#text.text));
  }

  #listen(): void {
    const { signal } = this.#listening;
    const on = <Type extends keyof HTMLElementEventMap>(
      type: Type,
      then: (event: HTMLElementEventMap[Type]) => void,
      capture = false,
    ): void => this.#root.addEventListener(type, then, { signal, capture });
    on('compositionstart', () => (this.#reader.composing = true));
    on('compositionend', () => (this.#reader.composing = false));
    on('click', () => this.#point(false));
    // Before the editor, which may make a new line of it.
    on('keydown', (event) => {
      if (event.key !== 'Enter' || !event.altKey || event.isComposing || !this.#point(true)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    }, true);
  }

  /** Opens the card where the caret is. */
  #point(byKey: boolean): boolean {
    const caret = this.#caret();
    if (!caret) return false;
    const offset = this.#text.offsetOf(caret.startContainer, caret.startOffset);
    if (offset === null) return false;
    const letter = this.#text.range(offset, offset + 1) ?? this.#text.range(offset - 1, offset);
    if (!letter) return false;
    const place = placeHere(letter.getBoundingClientRect(), windowOf(this.#root));
    return this.#reader.point(offset, place, byKey);
  }

  /** Where nothing is selected: a selection is not a click on a mark. */
  #caret(): AbstractRange | null {
    const selection = this.#root.ownerDocument.getSelection();
    if (!selection?.rangeCount) return null;
    const root = this.#root.getRootNode();
    const inShadow = 'host' in root && 'getComposedRanges' in selection;
    const caret = inShadow
      ? selection.getComposedRanges({ shadowRoots: [root as ShadowRoot] })[0]
      : selection.getRangeAt(0);
    return caret?.collapsed ? caret : null;
  }
}
