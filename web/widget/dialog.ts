// A small window over the element: the browser's own <dialog>, which keeps the focus, closes with
// Escape and gives the focus back. tests/web/page hold it.
import { h } from './dom.ts';

/** A closed dialog with a heading, `content`, and a button that closes it. */
export function makeDialog(title: string, close: string, ...content: Node[]): HTMLDialogElement {
  const id = `dialog-${title.replace(/\W+/g, '-')}`;
  const button = h('button', { type: 'button', class: 'close' }, close);
  const dialog = h(
    'dialog',
    { part: 'dialog', 'aria-labelledby': id },
    h('h2', { id }, title),
    ...content,
    h('div', { class: 'actions' }, button),
  );
  button.addEventListener('click', () => dialog.close());
  // A click on the backdrop is one on the dialog itself: its content fills it.
  dialog.addEventListener('click', (event) => {
    if (event.target !== dialog) return;
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    const { clientX: x, clientY: y } = event;
    if (x < left || x > right || y < top || y > bottom) dialog.close();
  });
  return dialog;
}
