// What goes on, above the text: that the engine is being loaded, that a long text is being read, how
// far, and a button that stops it; what went wrong and what to do. Short work is not told. tests/web/page hold it.
import { isOtherLanguage, SourcelightError } from '../engine/error.ts';
import type { Words } from '../words/index.ts';
import { h, setText } from './dom.ts';

const untold = 300; // milliseconds: most texts are read before a person could notice

export class StateLine {
  readonly element: HTMLElement;
  onCancel: () => void = () => {};
  onRetry: () => void = () => {};

  readonly #words: Words;
  readonly #bar = h('progress', { max: '1', value: '0' });
  readonly #busyText = h('span');
  readonly #busy: HTMLElement;
  readonly #notice = h('p', { class: 'notice', role: 'status' });
  readonly #problemText = h('p');
  readonly #problem: HTMLElement;
  readonly #retry: HTMLElement;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #share: number | 'loading' = 0;

  constructor(words: Words) {
    this.#words = words;
    const { problems, reading } = words.widget;
    this.#bar.ariaLabel = reading.busy;
    const button = (label: string, run: () => void): HTMLElement => {
      const element = h('button', { type: 'button', class: 'small' }, label);
      element.addEventListener('click', run);
      return element;
    };
    const cancel = button(reading.cancel, () => this.onCancel());
    this.#busy = h('div', { class: 'busy', hidden: true }, this.#bar, this.#busyText, cancel);
    this.#retry = button(problems.retry, () => this.onRetry());
    this.#problem = h('div', { class: 'problem', role: 'alert', hidden: true }, this.#problemText, this.#retry);
    this.element = h('div', { class: 'state', part: 'state' }, this.#busy, this.#problem, this.#notice);
  }

  /** So much is done: 0 to 1; or the engine is on its way; null: all is done, or nothing is to be done. */
  busy(share: number | 'loading' | null): void {
    if (share === null) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#busy.hidden = true;
      return;
    }
    this.#share = share;
    if (this.#busy.hidden) this.#timer ??= setTimeout(() => this.#showBusy(), untold);
    else this.#showBusy();
  }

  /** Something to know, which stops nothing; '': nothing. */
  notice(text: string): void {
    setText(this.#notice, text);
  }

  /** Why there is no report; null: nothing is wrong. */
  problem(reason: unknown): void {
    this.#problem.hidden = reason === null;
    if (reason === null) return;
    setText(this.#problemText, this.#explain(reason));
    this.#retry.hidden = isOtherLanguage(reason); // which it would be again
  }

  #showBusy(): void {
    const { reading } = this.#words.widget;
    const share = this.#share;
    this.#busy.hidden = false;
    if (share === 'loading' || share === 0) {
      this.#bar.removeAttribute('value');
      setText(this.#busyText, share === 0 ? reading.busy : reading.loading);
      return;
    }
    this.#bar.value = share;
    const percent = new Intl.NumberFormat(this.#words.language, { style: 'percent' });
    setText(this.#busyText, reading.share(percent.format(share)));
  }

  #explain(reason: unknown): string {
    const { problems } = this.#words.widget;
    if (reason instanceof SourcelightError && reason.code === 'text_too_long') return problems.tooLong;
    if (isOtherLanguage(reason)) return problems.otherLanguage;
    return problems.failed(reason instanceof Error ? reason.message : '');
  }
}
