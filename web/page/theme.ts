// The theme button: as the system has it, light, or dark; remembered where the browser allows it.
import type { Words } from '../words/index.ts';
import { remember, remembered } from './remembered.ts';

const key = 'sourcelight.theme';
const themes = ['auto', 'light', 'dark'] as const;

export class Theme {
  readonly #button: HTMLButtonElement;
  #theme: (typeof themes)[number];
  #words: Words;

  constructor(button: HTMLButtonElement, words: Words) {
    this.#button = button;
    this.#words = words;
    this.#theme = themes.find((theme) => theme === remembered(key)) ?? 'auto';
    button.addEventListener('click', () => {
      this.#theme = themes[(themes.indexOf(this.#theme) + 1) % themes.length] ?? 'auto';
      remember(key, this.#theme);
      this.#show();
    });
    this.#show();
  }

  set words(words: Words) {
    this.#words = words;
    this.#show();
  }

  #show(): void {
    document.documentElement.style.colorScheme = this.#theme === 'auto' ? '' : this.#theme;
    this.#button.textContent = this.#words.page.themes[this.#theme];
  }
}
