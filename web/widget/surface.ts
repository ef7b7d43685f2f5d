// The article's text on the page, to write in or only to read, with marks painted on it.
// One sheet holds the text as paragraphs and carries the marks. For writing, a <textarea> lies
// over it with the same lines in the same places: typing, undo, IME, caret and screen readers
// are the browser's own, nothing but plain text goes in, and the sheet is a picture behind it.
// tests/web/page hold it: line for line the same in Chromium and Firefox.
import type { Hyperlink, Part } from '../engine/report.ts';
import {
  createPainter,
  findEdit,
  TextIndex,
  type Edit,
  type Layers,
  type Painter,
  type Span,
} from '../highlight/index.ts';
import type { HtmlText } from '../engine/html.ts';
import { readPaste } from '../files/paste.ts';
import type { Words } from '../words/index.ts';
import { h, selectedIn, setText } from './dom.ts';
import { Kept } from './kept-links.ts';

const typingTypes = new Set([
  'insertText',
  'insertCompositionText',
  'insertLineBreak',
  'deleteContentBackward',
  'deleteContentForward',
]);

const dragPixels = 5;
/** What the engine reads. */
const articleLanguage = 'en';

/** A paragraph: its span of the text, and where it stands in the sheet, in pixels. */
export interface ParagraphBox {
  readonly begin: number;
  readonly end: number;
  readonly top: number;
  readonly height: number;
}

export class Surface {
  readonly element: HTMLElement;
  /** The text has changed by the user's hand; `typing`: letter by letter, not as a whole. */
  onInput: (edit: Edit, typing: boolean) => void = () => {};
  /** A click put the caret at an offset. */
  onPoint: (offset: number) => void = () => {};
  /** A click in a text that is only read, at these pixels of the window. */
  onPress: (x: number, y: number) => void = () => {};
  /** Other words are selected than before, or none. */
  onSelection: () => void = () => {};
  /** Links came with a paste, just after onInput. */
  onLinks: () => void = () => {};

  readonly #sheet = h('div', { class: 'sheet', part: 'sheet' });
  readonly #overlay = h('div', { class: 'overlay', 'aria-hidden': 'true' });
  readonly #field = h('textarea', {
    spellcheck: 'false',
    autocomplete: 'off',
    rows: '1',
  });
  readonly #painter: Painter;
  readonly #links = new Kept<Hyperlink>();
  readonly #parts = new Kept<Part>();
  #text = '';
  #lines: string[] = [];
  #editable = false;
  #replacing = false;
  /** What the field says of its changes is not listened to. */
  #deaf = false;

  constructor() {
    this.element = h('div', { class: 'surface', lang: articleLanguage }, this.#overlay, this.#sheet);
    this.#painter = createPainter(this.#sheet, this.#overlay);
    this.#setEditable(false);
    this.#field.addEventListener('input', (event) => {
      if (!this.#deaf) this.#changed((event as InputEvent).inputType);
    });
    this.#field.addEventListener('click', () => {
      const { selectionStart, selectionEnd } = this.#field;
      if (selectionStart === selectionEnd) this.onPoint(selectionStart);
    });
    this.#field.addEventListener('paste', (event) => this.#take(event.clipboardData, event));
    for (const type of ['select', 'keyup', 'pointerup']) this.element.addEventListener(type, () => this.onSelection());
    document.addEventListener('selectionchange', () => this.onSelection());
    // A drag selects words; what is selected in a shadow root not every browser tells.
    let [x, y] = [0, 0];
    this.#sheet.addEventListener('pointerdown', (event) => ([x, y] = [event.clientX, event.clientY]));
    this.#sheet.addEventListener('click', ({ clientX, clientY }) => {
      if (Math.hypot(clientX - x, clientY - y) < dragPixels) this.onPress(clientX, clientY);
    });
  }

  set words({ widget: { articleText, placeholder } }: Words) {
    this.#field.ariaLabel = articleText;
    this.#field.placeholder = placeholder;
    this.#sheet.ariaLabel = articleText;
  }

  get text(): string {
    return this.#text;
  }

  /** Replaces the text as if it were loaded anew; what was typed cannot be undone to. */
  set text(text: string) {
    this.#field.value = text;
    this.#draw(this.#editable ? this.#field.value : text);
    this.#links.reset();
    this.#parts.reset();
  }

  get links(): readonly Hyperlink[] {
    return this.#links.all;
  }

  /** The links of the text as it stands. */
  set links(links: readonly Hyperlink[]) {
    this.#links.reset(links);
  }

  get parts(): readonly Part[] {
    return this.#parts.all;
  }

  /** What the paragraphs of the text as it stands are. */
  set parts(parts: readonly Part[]) {
    this.#parts.reset(parts);
  }

  get editable(): boolean {
    return this.#editable;
  }

  set editable(editable: boolean) {
    if (editable !== this.#editable) this.#setEditable(editable);
  }

  #setEditable(editable: boolean): void {
    this.#editable = editable;
    this.#sheet.inert = editable;
    this.#sheet.ariaHidden = editable ? 'true' : null;
    this.#sheet.role = editable ? null : 'document';
    if (editable) this.#sheet.removeAttribute('tabindex');
    else this.#sheet.tabIndex = 0;
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

  /** The words that are selected; null: none are. */
  get selected(): Span | null {
    if (this.#editable) {
      const { selectionStart, selectionEnd } = this.#field;
      return selectionStart < selectionEnd ? [selectionStart, selectionEnd] : null;
    }
    const range = selectedIn(this.#sheet);
    if (!range) return null;
    const index = new TextIndex(this.#sheet);
    const begin = index.offsetOf(range.startContainer, range.startOffset) ?? 0;
    const end = index.offsetOf(range.endContainer, range.endOffset) ?? 0;
    return begin < end ? [begin, end] : null;
  }

  focus(): void {
    (this.#editable ? this.#field : this.#sheet).focus({ preventScroll: true });
  }

  /** Whether `target` is where text is written. */
  isField(target: EventTarget | null): boolean {
    return target === this.#field;
  }

  /** Whether `target` is the text, and only read. */
  isRead(target: EventTarget | null): boolean {
    return target === this.#sheet && !this.#editable;
  }

  /** Puts `text` in place of all there is, as one step that the user can undo; caret in front. */
  replaceText(text: string, links: readonly Hyperlink[] = [], parts: readonly Part[] = []): void {
    if (text !== this.#field.value) {
      this.focus();
      this.#field.select();
      this.#replacing = true;
      this.#insert(text);
      this.#replacing = false;
      this.caret = 0;
    }
    this.#links.add(links, 0, this.text);
    this.#parts.replace(parts, this.text);
  }

  #insert(text: string): void {
    if (text.includes('\n') && this.#insertAtOnce(text)) return;
    if (document.execCommand(text ? 'insertText' : 'delete', false, text)) return;
    this.#field.setRangeText(text, this.#field.selectionStart, this.#field.selectionEnd, 'end');
    this.#field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }

  /**
   * As HTML, of which a field takes the text: Chromium puts a text in line by line, in time that grows
   * with the square of the lines (half a second for 5,000 words). False where that gives another text.
   */
  #insertAtOnce(text: string): boolean {
    const { selectionEnd, selectionStart, value } = this.#field;
    const wanted = value.slice(0, selectionStart) + text + value.slice(selectionEnd);
    const html = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    this.#deaf = true;
    const done = document.execCommand('insertHTML', false, html);
    const right = done && this.#field.value === wanted;
    if (done && !right) document.execCommand('undo');
    this.#deaf = false;
    if (right) this.#changed('insertText');
    return right;
  }

  /** A paste that has links is put in as its text, and the links are kept beside it. */
  #take(data: DataTransfer | null, event: Event): void {
    const pasted = data && readPaste(data);
    if (!pasted) return;
    event.preventDefault();
    const begin = this.#field.selectionStart;
    this.#put(pasted, begin);
    if (pasted.article) void this.#narrow(pasted, pasted.article(), begin);
  }

  #put({ text, links }: HtmlText, begin: number): void {
    this.#replacing = true;
    this.#insert(text);
    this.#replacing = false;
    this.#links.add(links, begin, this.text);
    this.onLinks();
  }

  /** The article takes the place of the page that was pasted, unless something was typed; undo brings that back. */
  async #narrow(page: HtmlText, finding: Promise<HtmlText | null>, begin: number): Promise<void> {
    const article = await finding.catch(() => null);
    const end = begin + page.text.length;
    if (!article || this.text.slice(begin, end) !== page.text || this.#field.selectionStart !== end) return;
    this.#field.setSelectionRange(begin, end);
    this.#put(article, begin);
  }

  #changed(inputType: string): void {
    const before = this.text;
    const after = this.#field.value;
    const edit = findEdit(before, after);
    if (!edit) return;
    this.#draw(after);
    this.#links.move(before, edit, after);
    this.#parts.move(before, edit, after);
    this.onInput(edit, !this.#replacing && typingTypes.has(inputType));
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
    this.#text = text;
    this.#sheet.classList.toggle('open-ended', !lines.length || text.endsWith('\n'));
  }

  /** The paragraphs as they stand on the screen, in pixels from the top of the sheet. */
  boxes(): ParagraphBox[] {
    const { top } = this.#sheet.getBoundingClientRect();
    let begin = 0;
    return this.#lines.map((line, at) => {
      const box = this.#sheet.children[at]?.getBoundingClientRect();
      const span = { begin, end: begin + line.length };
      begin = span.end;
      return { ...span, top: (box?.top ?? 0) - top, height: box?.height ?? 0 };
    });
  }

  get height(): number {
    return this.#sheet.getBoundingClientRect().height;
  }

  /** The text's span that stands on the line at `y` pixels of the window: a paragraph's. */
  paragraphAt(y: number): Span | null {
    const { children } = this.#sheet;
    let low = 0;
    let high = children.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const box = children[middle]?.getBoundingClientRect();
      if (!box) return null;
      if (y < box.top) high = middle - 1;
      else if (y >= box.bottom) low = middle + 1;
      else {
        const begin = this.#lines.slice(0, middle).reduce((sum, line) => sum + line.length, 0);
        return [begin, begin + (this.#lines[middle]?.length ?? 0)];
      }
    }
    return null;
  }

  /** Which of `spans` covers the point of the window: its index, -1 if none does. */
  spanAt(spans: readonly Span[], x: number, y: number): number {
    const index = new TextIndex(this.#sheet);
    return spans.findIndex(([begin, end]) => {
      const boxes = index.range(begin, end)?.getClientRects() ?? [];
      return [...boxes].some(
        ({ left, right, top, bottom }) => left <= x && x < right && top - 3 <= y && y < bottom + 6,
      );
    });
  }
}
