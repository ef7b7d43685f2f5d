// The newsroom's house style on the page: its file is chosen or dropped, kept in this browser, and
// shown by its name with all that makes no sense in it. docs/house-style.md describes the file;
// tests/web/page/house-style.test.ts holds it.
import { h } from '../widget/dom.ts';
import { makeDialog } from '../widget/dialog.ts';
import type { SourceLight } from '../widget/source-light.ts';
import type { Words } from '../words/index.ts';
import { keptStyle, keepStyle, type StyleFile } from './kept-style.ts';
import type { TryStyle } from './try/try-style.ts';

export class HouseStyleDialog {
  /** Asks for a file, which comes to load(). */
  onChoose: () => void = () => {};
  readonly #light: SourceLight;
  #words: Words;
  #content = h('div');
  #dialog: HTMLDialogElement | null = null;
  #remove = h('button', { type: 'button' });
  #file: StyleFile | null = keptStyle();
  #kept = true;
  #unreadable = false;
  #judged = true;
  #try = h('div');
  #tried: TryStyle | null = null;

  constructor(light: SourceLight, words: Words) {
    this.#light = light;
    this.#words = words;
  }

  set words(words: Words) {
    this.#words = words;
    this.#dialog?.close();
  }

  open(): void {
    if (!this.#dialog) this.#build();
    this.#show();
    if (!this.#dialog?.open) this.#dialog?.showModal();
  }

  /** Puts a file's house style in the place of the one in use, and shows what is wrong with it. */
  async load(file: File): Promise<void> {
    const text = await file.text().catch(() => null);
    this.#unreadable = text === null;
    this.open();
    if (text !== null) await this.#use({ name: file.name, text });
  }

  #build(): void {
    const { style } = this.#words.page;
    const load = h('button', { type: 'button' }, style.load);
    load.addEventListener('click', () => this.onChoose());
    this.#remove = h('button', { type: 'button' }, style.remove);
    this.#remove.addEventListener('click', () => void this.#use(null));
    this.#content = h('div');
    this.#try = h('div');
    const attempt = h('button', { type: 'button' }, style.try);
    attempt.addEventListener('click', () => void this.#offerTrial());
    const dialog = makeDialog(style.title, style.close, this.#content, this.#try);
    dialog.querySelector('.actions')?.prepend(load, this.#remove, attempt);
    dialog.addEventListener('close', () => {
      dialog.remove();
      this.#endTrial();
      if (this.#dialog === dialog) this.#dialog = null;
    });
    this.#dialog = dialog;
    document.body.append(dialog);
  }

  /** The view that tries its rules on old articles, fetched when it is first asked for. */
  async #offerTrial(): Promise<void> {
    const place = this.#try;
    const words = this.#words;
    try {
      const { speak, TryStyle } = await import('./try/try-style.ts');
      const spoken = await speak(words);
      if (this.#tried || place !== this.#try) return;
      this.#tried = new TryStyle(spoken, words.files, this.#file?.text ?? null, this.#light.engineOptions);
      place.replaceChildren(this.#tried.element);
      place.querySelector('button')?.focus();
    } catch {
      place.replaceChildren(h('p', { role: 'alert' }, words.files.problems.not_loaded));
    }
  }

  #endTrial(): void {
    this.#tried?.stop();
    this.#tried = null;
    this.#try.replaceChildren();
  }

  async #use(file: StyleFile | null): Promise<void> {
    this.#endTrial(); // of the style before
    this.#file = file;
    this.#kept = keepStyle(file);
    this.#light.houseStyle = file?.text ?? null;
    this.#judged = false;
    this.#show();
    await this.#light.whenReady();
    if (this.#file !== file) return;
    this.#judged = true;
    this.#show();
  }

  #show(): void {
    const { style } = this.#words.page;
    const { houseStyleProblem: problem, houseStyleProblems } = this.#light;
    const file = this.#file;
    this.#remove.hidden = !file;
    const state = !file
      ? style.none
      : !this.#judged
        ? style.reading(file.name)
        : problem
          ? style.notInUse(file.name, problem.message)
          : style.inUse(file.name);
    this.#content.replaceChildren(
      h('p', {}, style.meaning),
      ...(this.#unreadable ? [h('p', { role: 'alert' }, style.unreadable)] : []),
      h('p', { class: problem ? 'wrong' : 'state', role: 'status' }, state),
      ...(file && !this.#kept ? [h('p', {}, style.notKept)] : []),
      ...(houseStyleProblems.length ? [h('h3', {}, style.leftOut)] : []),
      h(
        'ul',
        { class: 'left-out' },
        ...houseStyleProblems.map(({ line, field, message }) =>
          h('li', {}, h('b', {}, style.place(line, field)), ` ${message}`),
        ),
      ),
    );
  }
}
