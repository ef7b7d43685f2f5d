// The files that are open in a part, each with a button that removes it; the focus stays in the list.
// tests/web/check/intake.test.ts holds it.
import { h } from '../dom.ts';

export interface OpenedFile {
  readonly name: string;
  /** What it holds. */
  readonly meta: string;
}

export interface OpenedWords {
  readonly remove: string;
  readonly removeNamed: (name: string) => string;
}

export class OpenedList {
  readonly element = h('ul', { class: 'opened', hidden: true });
  onRemove: (index: number) => void = () => {};
  /** The last one that had the focus is gone. */
  onEmpty: () => void = () => {};

  show(files: readonly OpenedFile[], label: string, words: OpenedWords): void {
    const buttons = (): HTMLButtonElement[] => [...this.element.querySelectorAll('button')];
    const focused = buttons().findIndex((button) => button.matches(':focus'));
    this.element.hidden = !files.length;
    this.element.setAttribute('aria-label', label);
    this.element.replaceChildren(...files.map((file, index) => this.#line(file, index, words)));
    if (focused < 0) return;
    const next = buttons()[Math.min(focused, files.length - 1)];
    if (next) next.focus();
    else this.onEmpty();
  }

  #line({ name, meta }: OpenedFile, index: number, words: OpenedWords): HTMLElement {
    const remove = h('button', { type: 'button', class: 'plain', 'aria-label': words.removeNamed(name) }, words.remove);
    remove.addEventListener('click', () => this.onRemove(index));
    return h('li', {}, h('span', { class: 'name' }, name), ' ', h('span', { class: 'meta' }, meta), ' ', remove);
  }
}
