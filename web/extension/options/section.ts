// What every section of the options is made of, and how it says that something is kept.
import { h } from '../../widget/dom.ts';
import type { Language, Words } from '../../words/index.ts';
import { changeSettings, type Settings } from '../kept/settings.ts';
import type { ExtensionWords } from '../words.ts';

export class Desk {
  readonly words: ExtensionWords;
  /** All words of that language. */
  readonly catalogue: Words;
  readonly language: Language;
  settings: Settings;
  readonly #said: HTMLElement;

  constructor(words: ExtensionWords, catalogue: Words, language: Language, settings: Settings, said: HTMLElement) {
    this.words = words;
    this.catalogue = catalogue;
    this.language = language;
    this.settings = settings;
    this.#said = said;
  }

  /** Keeps a change, and says so, or that it was not kept. */
  async change(change: Partial<Settings>): Promise<boolean> {
    const { saved, notSaved } = this.words.options;
    this.settings = { ...this.settings, ...change };
    const isKept = await changeSettings(change).then(() => true, () => false);
    this.say(isKept ? saved : notSaved);
    return isKept;
  }

  /** Tells, in a line that is read out, and goes after a while. */
  say(text: string): void {
    this.#said.textContent = text;
    setTimeout(() => {
      if (this.#said.textContent === text) this.#said.textContent = '';
    }, 4000);
  }
}

export function section(title: string, ...content: (Node | string)[]): HTMLElement {
  const id = `section-${title.replace(/\W+/g, '-')}`;
  return h('section', { 'aria-labelledby': id }, h('h2', { id }, title), ...content);
}

export function button(label: string, press: () => void, name: string | null = null): HTMLButtonElement {
  const element = h('button', { type: 'button', 'aria-label': name }, label);
  element.addEventListener('click', press);
  return element;
}
