// The generic embed in a plain contenteditable.
import { caretAtEndOf, defineRangeOf, highlightTraces, paintedHighlights, placeOfWords, selectWords } from '../support/highlights.ts';
import { openFromSource } from '../support/source.ts';
import { editorSuite, type Driver } from '../support/suite.ts';

const driver: Driver = {
  open: () => openFromSource('editable'),
  content: (page) => page.evaluate(() => document.querySelector('#editor')?.innerHTML ?? ''),
  text: (page) => page.evaluate(() =>
    [...document.querySelectorAll('#editor > *')].map((block) => block.textContent ?? '').filter((text) => text.trim()).join('\n\n')),
  painted: paintedHighlights,
  caretAtEnd: (page) => caretAtEndOf(page, '#editor'),
  select: async (page, words) => {
    await page.evaluate(defineRangeOf);
    await selectWords(page, '#editor', words);
  },
  placeOf: async (page, words) => {
    await page.evaluate(defineRangeOf);
    return placeOfWords(page, '#editor', words);
  },
  edit: (page, at, remove, insert) => page.evaluate(editPlain, [at, remove, insert] as const),
  destroy: (page) => page.evaluate(() => window.example.attached.destroy()),
  traces: highlightTraces,
};

/** As a script of the page would: in the text nodes themselves. */
function editPlain([share, remove, insert]: readonly [number, number, string]): void {
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

editorSuite('a contenteditable', driver);
