// The generic embed in a plain contenteditable.
import { editorSuite } from '../support/suite.ts';
import { editableDriver } from './driver.ts';

/** As a script of the page would: in the text nodes themselves. */
function edit([share, remove, insert]: readonly [number, number, string]): void {
  const blocks = [...document.querySelectorAll('#editor > *')];
  const block = blocks[Math.floor(share * blocks.length)];
  const text = block?.textContent ?? '';
  const at = Math.floor(((share * blocks.length) % 1) * (text.length + 1));
  if (!block) return;
  if (insert === '\n') {
    const next = document.createElement('p');
    next.textContent = text.slice(at);
    block.textContent = text.slice(0, at);
    block.after(next);
  } else {
    block.textContent = text.slice(0, at) + insert + text.slice(at + remove);
  }
}

editorSuite('a contenteditable', editableDriver({
  example: 'editable',
  root: '#editor',
  content: (page) => page.evaluate(() => document.querySelector('#editor')?.innerHTML ?? ''),
  edit: (page, ...change) => page.evaluate(edit, change),
}));
