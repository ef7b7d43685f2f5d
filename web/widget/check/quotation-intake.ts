// Where documents come in to check quotations against (picker, drop, paste), and the list of those that are
// there. Says `onFiles`, `onText`, `onRemove`; reads nothing itself. tests/web/check/view.test.ts holds it.
import { acceptDocuments } from '../../files/document.ts';
import type { CheckQuotationWords } from '../../words/en/check-quotations.ts';
import { h } from '../dom.ts';

export interface Listed {
  readonly name: string;
  readonly words: number;
}

let made = 0;

export class QuotationIntake {
  readonly element = h('div', { class: 'intake' });
  onFiles: (files: readonly File[]) => void = () => {};
  onText: (text: string) => void = () => {};
  onRemove: (index: number) => void = () => {};

  readonly #field = h('textarea', { id: `quotations-${++made}`, rows: '4', spellcheck: 'false' });
  readonly #picker = h('input', { type: 'file', multiple: true, hidden: true, tabindex: '-1', accept: acceptDocuments });
  readonly #list = h('ul', { class: 'documents' });
  #words: CheckQuotationWords | null = null;
  #open: HTMLButtonElement | null = null;
  #pasting = false;
  #listed: readonly Listed[] = [];

  constructor() {
    this.#picker.addEventListener('change', () => {
      const files = [...(this.#picker.files ?? [])];
      this.#picker.value = ''; // so that the same file can be chosen again
      if (files.length) this.onFiles(files);
    });
    this.#takeDrops();
    this.element.addEventListener('paste', (event) => this.#takePaste(event));
  }

  get text(): string {
    return this.#field.value;
  }

  set text(text: string) {
    this.#field.value = text;
  }

  focus(): void {
    (this.#pasting ? this.#field : this.#open)?.focus();
  }

  /** Everything anew in these words; what was typed stays. */
  speak(words: CheckQuotationWords): void {
    this.#words = words;
    this.#field.placeholder = words.pasteField;
    const push = (text: string, run: () => void, kind = 'push'): HTMLButtonElement => {
      const button = h('button', { type: 'button', class: kind }, text);
      button.addEventListener('click', run);
      return button;
    };
    this.#open = push(words.open, () => this.#picker.click(), 'push first');
    const paste = push(words.paste, () => {
      this.#pasting = form.hidden;
      form.hidden = !this.#pasting;
      paste.setAttribute('aria-expanded', String(this.#pasting));
      if (this.#pasting) this.#field.focus();
    });
    paste.setAttribute('aria-expanded', String(this.#pasting));
    const form = h(
      'div',
      { class: 'pasting', hidden: !this.#pasting },
      h('label', { for: this.#field.id, class: 'visually-hidden' }, words.pasteField),
      this.#field,
      h('div', { class: 'row' }, push(words.add, () => this.onText(this.#field.value))),
    );
    this.element.replaceChildren(
      h('div', { class: 'row' }, this.#open, paste, h('span', { class: 'meta' }, words.drop), this.#picker),
      form,
      this.#list,
    );
    this.show(this.#listed);
  }

  show(listed: readonly Listed[]): void {
    this.#listed = listed;
    const words = this.#words;
    if (!words) return;
    const focused = [...this.#list.querySelectorAll('button')].findIndex((button) => button.matches(':focus'));
    this.#list.hidden = !listed.length;
    this.#list.setAttribute('aria-label', words.documents);
    this.#list.replaceChildren(
      ...listed.map(({ name, words: count }, index) => {
        const remove = h('button', { type: 'button', class: 'plain', 'aria-label': words.removeNamed(name) }, words.remove);
        remove.addEventListener('click', () => this.onRemove(index));
        return h('li', {}, h('span', { class: 'name' }, name), ' ', h('span', { class: 'meta' }, words.words(count)), ' ', remove);
      }),
    );
    if (focused >= 0) ([...this.#list.querySelectorAll('button')][Math.min(focused, listed.length - 1)] ?? this.#open)?.focus();
  }

  // A file dropped here is a document; the page, which takes files as its article, must not see it.
  #takeDrops(): void {
    const over = (event: DragEvent, inside: boolean): void => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.stopPropagation();
      this.element.classList.toggle('over', inside);
    };
    this.element.addEventListener('dragenter', (event) => over(event, true));
    this.element.addEventListener('dragover', (event) => over(event, true));
    this.element.addEventListener('dragleave', (event) => {
      if (!this.element.contains(event.relatedTarget as Node | null)) over(event, false);
    });
    this.element.addEventListener('drop', (event) => {
      over(event, false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length) this.onFiles(files);
    });
  }

  /** Files that were copied; text goes where the caret is. */
  #takePaste(event: ClipboardEvent): void {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    event.stopPropagation();
    this.onFiles(files);
  }
}
