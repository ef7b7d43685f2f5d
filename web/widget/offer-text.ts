// Buttons that copy and save a text which was made to be taken elsewhere, and the line that says what came
// of it. tests/web/page/about-sources.test.ts holds it.
import { h, setText } from './dom.ts';

export interface OfferWords {
  readonly copy: string;
  readonly save: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly saved: (name: string) => string;
}

/** `save` gives the name of the file that it saved. */
export function offerText(
  words: OfferWords,
  text: () => string,
  save: (text: string) => string,
): { buttons: HTMLButtonElement[]; state: HTMLElement } {
  const state = h('p', { role: 'status' });
  const copyButton = h('button', { type: 'button', class: 'small' }, words.copy);
  const saveButton = h('button', { type: 'button', class: 'small' }, words.save);
  copyButton.addEventListener('click', () => {
    navigator.clipboard.writeText(text()).then(
      () => setText(state, words.copied),
      () => setText(state, words.notCopied),
    );
  });
  saveButton.addEventListener('click', () => setText(state, words.saved(save(text()))));
  return { buttons: [copyButton, saveButton], state };
}
