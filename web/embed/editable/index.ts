// Marks in anything that can be written in: a plain contenteditable, or the root element of Lexical,
// Quill and their like. Paints CSS highlights, so that neither the DOM nor the editor knows of it.
// tests/embed/editable holds it, in the real editors.
import { DomMarks, DomText, HostReader, type Attached, type HostOptions } from '../../host/index.ts';

export type { Attached, HostOptions } from '../../host/index.ts';

/** Marks the text of `root` as it stands and changes, until destroy() is called. */
export function attachToEditable(root: HTMLElement, options: HostOptions = {}): Attached {
  return new Editable(root, options);
}

class Editable implements Attached {
  readonly #root: HTMLElement;
  readonly #reader: HostReader;
  readonly #marks: DomMarks;
  readonly #observer: MutationObserver;
  readonly #listening = new AbortController();
  #text: DomText;

  constructor(root: HTMLElement, options: HostOptions) {
    this.#root = root;
    this.#marks = new DomMarks(root);
    this.#text = new DomText(root);
    this.#reader = new HostReader(
      {
        paint: (marks) => this.#marks.paint(this.#text, marks),
        reveal: ([begin, end]) => reveal(this.#text.range(begin, end)),
        focus: () => root.focus(),
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
    this.#text = new DomText(this.#root);
    this.#marks.paint(this.#text, this.#reader.changed(this.#text.text));
  }

  #listen(): void {
    const { signal } = this.#listening;
    const on = <Type extends keyof HTMLElementEventMap>(
      type: Type,
      then: (event: HTMLElementEventMap[Type]) => void,
    ): void => this.#root.addEventListener(type, then, { signal });
    on('compositionstart', () => (this.#reader.composing = true));
    on('compositionend', () => (this.#reader.composing = false));
    on('click', () => this.#point(false));
    on('keydown', (event) => {
      if (event.key === 'Enter' && event.altKey && this.#point(true)) event.preventDefault();
    });
  }

  /** Opens the card where the caret is. */
  #point(byKey: boolean): boolean {
    const selection = this.#root.ownerDocument.getSelection();
    if (!selection?.isCollapsed || !selection.focusNode) return false;
    const offset = this.#text.offsetOf(selection.focusNode, selection.focusOffset);
    const range = offset === null ? null : this.#text.range(offset, offset + 1);
    const place = (range ?? selection.getRangeAt(0)).getBoundingClientRect();
    return this.#reader.point(offset, place, byKey);
  }
}

function reveal(range: Range | null): void {
  const element = range?.startContainer.parentElement;
  element?.scrollIntoView({ block: 'nearest' });
}
