// Fields of the forms that correct by hand: who somebody is.
import { givenKinds, isNamed, type GivenKind, type GivenSource } from '../../review/index.ts';
import type { correct } from '../../words/en/correct.ts';
import type { Words } from '../../words/index.ts';
import { h } from '../dom.ts';

export type CorrectWords = typeof correct;

/** All words that the forms say. */
export interface Spoken {
  readonly correct: CorrectWords;
  readonly all: Words;
}

export const push = (text: string, run?: () => void): HTMLButtonElement => {
  const button = h('button', { type: run ? 'button' : 'submit', class: 'push' }, text);
  if (run) button.addEventListener('click', run);
  return button;
};

export const labelled = (label: string, field: HTMLElement): HTMLElement => h('label', { class: 'field' }, h('span', {}, label), field);

export function makeSelect(options: readonly (readonly [value: string, text: string])[]): HTMLSelectElement {
  return h('select', {}, ...options.map(([value, text]) => h('option', { value }, text)));
}

/** Name, role and kind of somebody. */
export class WhoFields {
  readonly element: HTMLElement;
  readonly #words: CorrectWords['claim'];
  readonly #all: Words;
  readonly #name = h('input', { type: 'text', required: true, maxlength: '300', autocomplete: 'off' });
  readonly #role = h('input', { type: 'text', maxlength: '300', autocomplete: 'off' });
  readonly #kind = h('select');
  readonly #nameLabel = h('span');

  constructor({ correct, all }: Spoken) {
    this.#words = correct.claim;
    this.#all = all;
    this.element = h(
      'div',
      { class: 'who-fields' },
      h('label', { class: 'field' }, this.#nameLabel, this.#name),
      labelled(correct.claim.role, this.#role),
      labelled(correct.claim.kind, this.#kind),
    );
    this.#name.addEventListener('input', () => this.#name.setCustomValidity(''));
    this.offer(givenKinds);
  }

  /** The kinds that can be chosen. */
  offer(kinds: readonly GivenKind[]): void {
    const before = this.#kind.value;
    this.#kind.replaceChildren(...kinds.map((value) => h('option', { value }, this.#all.terms.kinds[value])));
    if (kinds.some((kind) => kind === before)) this.#kind.value = before;
    const [first] = kinds;
    this.#nameLabel.textContent = first && !isNamed(first) ? this.#words.nameUnknown : this.#words.name;
  }

  set value({ name, title, kind }: GivenSource) {
    this.#name.value = name;
    this.#role.value = title;
    this.#kind.value = kind;
  }

  /** Who was given; null: no name was, which the field says. */
  get value(): GivenSource | null {
    const name = this.#name.value.replace(/\s+/g, ' ').trim();
    this.#name.setCustomValidity(name ? '' : this.#words.needsName);
    if (!this.#name.reportValidity()) return null;
    const kind = givenKinds.find((one) => one === this.#kind.value) ?? 'named_person';
    return { name, kind, title: this.#role.value.replace(/\s+/g, ' ').trim() };
  }

  focus(): void {
    this.#name.focus();
  }

  /** Fields that are not shown ask for nothing. */
  set hidden(hidden: boolean) {
    this.element.hidden = hidden;
    for (const field of [this.#name, this.#role, this.#kind]) field.disabled = hidden;
  }
}
