// Where files come in: a button for the browser's picker, and a place to drop or paste them; that they are being
// read, and what was wrong with one. Says `onFiles` and `onCancel`; reads nothing itself.
// tests/web/check/intake.test.ts holds it.
import { h, setText } from './dom.ts';

export interface IntakeWords {
  readonly open: string;
  readonly drop: string;
  readonly cancel: string;
}

export interface IntakeOptions {
  /** As `accept` of an input has it; '': any file. */
  readonly accept?: string;
  /** One file at a time. */
  readonly isSingle?: boolean;
}

export class FileIntake {
  readonly button = h('button', { type: 'button', class: 'push first' });
  /** The button and what stands beside it. */
  readonly row: HTMLElement;
  /** The row, and what else is put in. */
  readonly frame: HTMLElement;
  /** The frame, what goes on, what was wrong, and the line that says how things stand. */
  readonly element: HTMLElement;
  readonly state = h('p', { class: 'outcome', role: 'status' });
  onFiles: (files: readonly File[]) => void = () => {};
  onCancel: () => void = () => {};

  readonly #picker: HTMLInputElement;
  readonly #hint = h('span', { class: 'meta' });
  readonly #progress = h('progress', { max: '1' });
  readonly #cancel = h('button', { type: 'button', class: 'push' });
  readonly #going: HTMLElement;
  readonly #alert = h('p', { class: 'problem', role: 'alert', hidden: true });

  constructor({ accept = '', isSingle = false }: IntakeOptions = {}) {
    this.#picker = h('input', { type: 'file', multiple: !isSingle, hidden: true, tabindex: '-1', accept: accept || null });
    this.row = h('div', { class: 'buttons' }, this.button, this.#hint, this.#picker);
    this.frame = h('div', { class: 'intake' }, this.row);
    this.#going = h('div', { class: 'buttons', hidden: true }, this.#progress, this.#cancel);
    this.element = h('div', { class: 'intake-all' }, this.frame, this.#going, this.#alert, this.state);
    // Greyed out it would lose the focus while a file is read.
    this.button.addEventListener('click', () => !this.isBusy && this.#picker.click());
    this.#cancel.addEventListener('click', () => this.onCancel());
    this.#picker.addEventListener('change', () => {
      const files = [...(this.#picker.files ?? [])];
      this.#picker.value = ''; // so that the same file can be chosen again
      this.#take(files);
    });
  }

  speak({ open, drop, cancel }: IntakeWords, title: string): void {
    setText(this.button, open);
    setText(this.#hint, drop);
    setText(this.#cancel, cancel);
    this.#progress.setAttribute('aria-label', title);
    this.forgive();
  }

  /** Files that are dropped or pasted anywhere in `place` come here; the page, which takes files as its article, must not see them. */
  takeFrom(place: HTMLElement): void {
    const over = (event: DragEvent, isInside: boolean): void => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.stopPropagation();
      place.classList.toggle('over', isInside);
    };
    place.addEventListener('dragenter', (event) => over(event, true));
    place.addEventListener('dragover', (event) => over(event, true));
    place.addEventListener('dragleave', (event) => {
      if (!place.contains(event.relatedTarget as Node | null)) over(event, false);
    });
    place.addEventListener('drop', (event) => {
      over(event, false);
      this.#take([...(event.dataTransfer?.files ?? [])]);
    });
    place.addEventListener('paste', (event) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (!files.length) return; // Text goes where the caret is.
      event.preventDefault();
      event.stopPropagation();
      this.#take(files);
    });
  }

  get isBusy(): boolean {
    return !this.#going.hidden;
  }

  /** Something is being read, which can be cancelled. */
  begin(text: string): void {
    this.forgive();
    this.#going.hidden = false;
    this.button.ariaDisabled = 'true';
    this.#progress.removeAttribute('value');
    this.say(text);
  }

  /** How much of it is done, 0 to 1; says what `text` gives where that shows. */
  advance(share: number, text: () => string): void {
    if (Math.round(share * 100) === Math.round(this.#progress.value * 100)) return;
    this.#progress.value = share;
    this.say(text());
  }

  end(): void {
    const hadFocus = this.#cancel.matches(':focus');
    this.#going.hidden = true;
    this.button.ariaDisabled = null;
    if (hadFocus) this.focus();
  }

  focus(): void {
    this.button.focus();
  }

  focusCancel(): void {
    this.#cancel.focus();
  }

  /** How things stand. */
  say(text: string): void {
    setText(this.state, text);
  }

  /** What is wrong, and what to do. */
  complain(text: string): void {
    setText(this.#alert, text);
    this.#alert.hidden = false;
  }

  forgive(): void {
    this.#alert.hidden = true;
  }

  #take(files: readonly File[]): void {
    if (files.length && !this.isBusy) this.onFiles(files);
  }
}
