// Where the other version is put in: pasted, typed, opened or dropped, and whether it is the
// earlier one. Says `onText` or `onFile`; reads nothing itself. tests/web/compare/view.test.ts.
import type { Words } from '../words/index.ts';
import { h } from './dom.ts';

export class CompareForm {
  readonly element: HTMLElement;
  /** The earlier or the later: also shown while the result is. */
  readonly choice: HTMLElement;
  onText: (text: string) => void = () => {};
  onFile: (file: File) => void = () => {};
  onChoice: () => void = () => {};

  readonly #field: HTMLTextAreaElement;
  readonly #earlier: HTMLInputElement;

  constructor({ compare }: Words) {
    const id = `compare-${++made}`;
    const radio = (value: string, checked: boolean): HTMLInputElement =>
      h('input', { type: 'radio', name: `${id}-which`, value, checked });
    const later = radio('later', false);
    this.#earlier = radio('earlier', true);
    this.choice = h(
      'fieldset',
      { class: 'choice' },
      h('legend', {}, compare.which),
      h('label', {}, this.#earlier, ' ', compare.earlier),
      h('label', {}, later, ' ', compare.later),
    );
    this.choice.addEventListener('change', () => this.onChoice());

    this.#field = h('textarea', { id, rows: '6', placeholder: compare.paste, spellcheck: 'false' });
    const file = h('input', { type: 'file', hidden: true, tabindex: '-1' });
    const open = h('button', { type: 'button', class: 'push' }, compare.open);
    const start = h('button', { type: 'button', class: 'push first' }, compare.start);
    open.addEventListener('click', () => file.click());
    file.addEventListener('change', () => {
      const [chosen] = file.files ?? [];
      file.value = ''; // so that the same file can be chosen again
      if (chosen) this.onFile(chosen);
    });
    start.addEventListener('click', () => this.onText(this.#field.value));
    this.element = h(
      'div',
      { class: 'drop' },
      h('label', { for: id, class: 'visually-hidden' }, compare.paste),
      this.#field,
      h('div', { class: 'row' }, start, open, h('span', { class: 'meta' }, compare.drop), file),
    );
    this.#takeDrops();
  }

  get text(): string {
    return this.#field.value;
  }

  set text(text: string) {
    this.#field.value = text;
  }

  get isEarlier(): boolean {
    return this.#earlier.checked;
  }

  focus(): void {
    this.#field.focus();
  }

  // A file dropped here is the other version; the page, which takes files as its article, must
  // not see it.
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
      const [dropped] = event.dataTransfer?.files ?? [];
      if (dropped) this.onFile(dropped);
    });
  }
}

let made = 0;
