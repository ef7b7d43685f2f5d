// Drives an editor that is an editable element of the page: what is the same in all of them.
import type { Page } from 'playwright-core';
import { caretAtEndOf, defineRangeOf, highlightTraces, paintedHighlights, placeOfWords, selectWords } from '../support/highlights.ts';
import { openExample } from '../support/example.ts';
import type { Driver } from '../support/suite.ts';

export interface Particulars extends Pick<Driver, 'content' | 'edit' | 'redoKeys'> {
  /** The folder in examples/. */
  readonly example: string;
  /** Selects the element that is written in. */
  readonly root: string;
  /** Ends what undo takes back in one go, where an editor goes on with it for long. */
  readonly newStep?: (page: Page) => Promise<void>;
}

export function editableDriver({ example, root, newStep, ...own }: Particulars): Driver {
  return {
    ...own,
    open: () => openExample(example),
    text: (page) => page.evaluate((root) => {
      const texts = [...document.querySelectorAll(`${root} > *`)].map((block) => block.textContent ?? '');
      return texts.map((text) => text.replace(/[\u200b\u2060\ufeff]/g, '')).filter((text) => text.trim()).join('\n\n');
    }, root),
    painted: paintedHighlights,
    caretAtEnd: async (page) => {
      await newStep?.(page);
      await caretAtEndOf(page, root);
    },
    select: async (page, words) => {
      await page.evaluate(defineRangeOf);
      await selectWords(page, root, words);
    },
    placeOf: async (page, words) => {
      await page.evaluate(defineRangeOf);
      return placeOfWords(page, root, words);
    },
    destroy: (page) => page.evaluate(() => window.example.attached.destroy()),
    traces: highlightTraces,
  };
}
