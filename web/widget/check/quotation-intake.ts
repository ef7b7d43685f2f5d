// Where documents come in to check quotations against, and the list of those that are there: an intake of files
// where a transcript can be pasted too. Says `onText` and `onRemove` besides. tests/web/check/view.test.ts holds it.
import { acceptDocuments } from '../../files/document.ts';
import type { CheckQuotationWords } from '../../words/en/check-quotations.ts';
import { h, setText } from '../dom.ts';
import { FileIntake } from '../file-intake.ts';
import { OpenedList } from './opened-list.ts';

export interface Listed {
  readonly name: string;
  readonly words: number;
}

let made = 0;

export class QuotationIntake extends FileIntake {
  onText: (text: string) => void = () => {};
  onRemove: (index: number) => void = () => {};

  readonly #field = h('textarea', { id: `quotations-${++made}`, rows: '4', spellcheck: 'false' });
  readonly #label = h('label', { for: this.#field.id, class: 'visually-hidden' });
  readonly #paste = h('button', { type: 'button', class: 'push', 'aria-expanded': 'false' });
  readonly #add = h('button', { type: 'button', class: 'push' });
  readonly #form = h('div', { class: 'pasting', hidden: true }, this.#label, this.#field, h('div', { class: 'buttons' }, this.#add));
  readonly #list = new OpenedList();
  #words: CheckQuotationWords | null = null;
  #listed: readonly Listed[] = [];

  constructor(place: HTMLElement) {
    super({ accept: acceptDocuments });
    this.takeFrom(place);
    this.button.after(this.#paste);
    this.frame.append(this.#form, this.#list.element);
    this.#paste.addEventListener('click', () => this.#toggle());
    this.#add.addEventListener('click', () => !this.isBusy && this.onText(this.#field.value));
    this.#list.onRemove = (index) => this.onRemove(index);
    this.#list.onEmpty = () => this.button.focus();
  }

  set text(text: string) {
    this.#field.value = text;
  }

  override focus(): void {
    (this.#form.hidden ? this.button : this.#field).focus();
  }

  /** Everything in these words; what was typed stays. */
  override speak(words: CheckQuotationWords, title: string): void {
    super.speak(words, title);
    this.#words = words;
    this.#field.placeholder = words.pasteField;
    setText(this.#label, words.pasteField);
    setText(this.#paste, words.paste);
    setText(this.#add, words.add);
    this.show(this.#listed);
  }

  show(listed: readonly Listed[]): void {
    this.#listed = listed;
    const words = this.#words;
    if (words) this.#list.show(listed.map(({ name, words: count }) => ({ name, meta: words.words(count) })), words.documents, words);
  }

  #toggle(): void {
    const isOpen = this.#form.hidden;
    this.#form.hidden = !isOpen;
    this.#paste.ariaExpanded = String(isOpen);
    if (isOpen) this.#field.focus();
  }
}
