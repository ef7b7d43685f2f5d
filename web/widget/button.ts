// A button that does something, for what is fetched when it is used. tests/web/check/facts-view.test.ts holds it.
import { h } from './dom.ts';

/** `kind`: its classes. */
export function button(text: string, kind: string, run: () => void): HTMLButtonElement {
  const element = h('button', { type: 'button', class: kind }, text);
  element.addEventListener('click', run);
  return element;
}
