// The article's text on the page, to write in or only to read, with marks painted on it.
// One sheet holds the text as paragraphs and carries the marks. For writing, a <textarea> lies
// over it with the same lines in the same places: typing, undo, IME, caret and screen readers
// are the browser's own, nothing but plain text goes in, and the sheet is a picture behind it.
// tests/web/page hold it: line for line the same in Chromium and Firefox.
import { createPainter, TextIndex, type Layers, type Painter, type Span } from '../highlight/index.ts';
import { h, setText } from './dom.ts';
import { ui } from './words.ts';

const typingTypes = new Set([
  'insertText',
  'insertCompositionText',
  'insertLineBreak',
  'deleteContentBackward',
  'deleteContentForward',
]);

export class Surface {
  readonly element: HTMLElement;
  /** The text has changed by the user's hand; `typing`: letter by letter, not as a whole. */
  onInput: (typing: boolean) => void = () => {};
  /** A click put the caret at an offset. */
  onPoint: (offset: number) => void = () => {};

  readonly #sheet = h('div', { class: 'sheet', part: 'sheet' });
  readonly #overlay = h('div', { class: 'overlay', 'aria-hidden': 'true' });
  readonly #field = h('textarea', {
    'aria-label': ui.articleText,
    placeholder: ui.placeholder,
    spellcheck: 'false',
    autocomplete: 'off',
    rows: '1',
  });
  readonly #painter: Painter;
  #lines: string[] = [];
  #editable = false;
  #replacing = false;

  constructor() {
    this.element = h('div', { class: 'surface' }, this.#overlay, this.#sheet);
    this.#painter = createPainter(this.#sheet, this.#overlay);
    this.#field.addEventListener('input', (event) => {
      const { inputType } = event as InputEvent;
      this.#draw(this.#field.value);
      this.onInput(!this.#replacing && typingTypes.has(inputType));
    });
    this.#field.addEventListener('click', () => {
      const { selectionStart, selectionEnd } = this.#field;
      if (selectionStart === selectionEnd) this.onPoint(selectionStart);
    });
    this.#sheet.addEventListener('click', (event) => {
      const offset = this.#offsetAt(event.clientX, event.clientY);
      if (offset !== null) this.onPoint(offset);
    });
  }

  get text(): string {
    return this.#lines.join('');
  }

  /** Replaces the text as if it were loaded anew; what was typed cannot be undone to. */
  set text(text: string) {
    this.#field.value = text;
    this.#draw(this.#editable ? this.#field.value : text);
  }

  get editable(): boolean {
    return this.#editable;
  }

  set editable(editable: boolean) {
    if (editable === this.#editable) return;
    this.#editable = editable;
    this.#sheet.inert = editable;
    this.#sheet.ariaHidden = editable ? 'true' : null;
    if (editable) this.element.append(this.#field);
    else this.#field.remove();
    if (editable && this.text !== this.#field.value) this.#draw(this.#field.value);
  }

  /** Where the caret stands. */
  get caret(): number {
    return this.#field.selectionStart;
  }

  set caret(offset: number) {
    this.#field.setSelectionRange(offset, offset);
  }

  focus(): void {
    this.#field.focus({ preventScroll: true });
  }

  /** Puts `text` in place of all there is, as one step that the user can undo; caret in front. */
  replaceText(text: string): void {
    if (text === this.#field.value) return;
    this.focus();
    this.#field.select();
    this.#replacing = true;
    const done = document.execCommand(text ? 'insertText' : 'delete', false, text);
    if (!done) {
      this.#field.value = text;
      this.#field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    }
    this.#replacing = false;
    this.caret = 0;
  }

  paint(layers: Layers): void {
    this.#painter.paint(layers);
  }

  clearPaint(): void {
    this.#painter.clear();
  }

  /** Where `span` stands on the screen; null if it is empty. */
  rectOf([begin, end]: Span): DOMRect | null {
    return new TextIndex(this.#sheet).range(begin, end)?.getBoundingClientRect() ?? null;
  }

  /** Makes the sheet's paragraphs those of `text`, touching only the ones that differ. */
  #draw(text: string): void {
    const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
    const old = this.#lines;
    const shorter = Math.min(lines.length, old.length);
    let head = 0;
    while (head < shorter && lines[head] === old[head]) ++head;
    let tail = 0;
    while (tail < shorter - head && lines.at(-1 - tail) === old.at(-1 - tail)) ++tail;

    const changed = lines.slice(head, lines.length - tail);
    const paragraphs = [...this.#sheet.children].slice(head, old.length - tail) as HTMLElement[];
    const after = this.#sheet.children[old.length - tail] ?? null;
    for (const [at, line] of changed.entries()) {
      const paragraph = paragraphs[at];
      if (paragraph) setText(paragraph, line);
      else this.#sheet.insertBefore(h('p', {}, line), after);
    }
    for (const surplus of paragraphs.slice(changed.length)) surplus.remove();
    this.#lines = lines;
    this.#sheet.classList.toggle('open-ended', !lines.length || text.endsWith('\n'));
  }

  #offsetAt(x: number, y: number): number | null {
    const root = this.element.getRootNode();
    const shadowRoots = root instanceof ShadowRoot ? [root] : [];
    const caret = document.caretPositionFromPoint?.(x, y, { shadowRoots });
    return caret ? new TextIndex(this.#sheet).offsetOf(caret.offsetNode, caret.offset) : null;
  }
}
