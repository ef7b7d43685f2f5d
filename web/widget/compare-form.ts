// Where the other version is put in: pasted, typed, opened or dropped, and whether it is the
// earlier one. An intake of files that says `onText` besides. tests/web/compare/view.test.ts.
import type { Words } from '../words/index.ts';
import { h } from './dom.ts';
import { FileIntake } from './file-intake.ts';

let made = 0;

export class CompareForm extends FileIntake {
  /** The earlier or the later: also shown while the result is. */
  readonly choice: HTMLElement;
  onText: (text: string) => void = () => {};
  onChoice: () => void = () => {};

  readonly #field: HTMLTextAreaElement;
  readonly #earlier: HTMLInputElement;

  constructor({ compare }: Words) {
    super({ isSingle: true });
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
    const start = h('button', { type: 'button', class: 'push first' }, compare.start);
    start.addEventListener('click', () => this.onText(this.#field.value));
    this.button.classList.remove('first');
    this.row.prepend(start);
    this.frame.prepend(h('label', { for: id, class: 'visually-hidden' }, compare.paste), this.#field);
    this.state.tabIndex = -1; // What came of it gets the focus of the form that goes.
    this.speak(compare, compare.reading);
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

  override focus(): void {
    this.#field.focus();
  }
}
