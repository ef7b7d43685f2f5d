// The parts of index.html, and the words on them: it holds English ones until another language is
// chosen. tests/web/page/words.test.ts holds it to the catalogue.
import { setText } from '../widget/dom.ts';
import type { Words } from '../words/index.ts';

export function find<T extends HTMLElement>(selector: string): T {
  const element = document.querySelector<T>(selector);
  if (!element) throw new Error(`index.html has no ${selector}`);
  return element;
}

/** Says everything on the page in other words. */
export function speak(words: Words): void {
  document.documentElement.lang = words.language;
  document.title = words.page.title;
  for (const element of document.querySelectorAll<HTMLElement>('[data-words]')) {
    setText(element, wordsAt(words, element.dataset['words'] ?? ''));
  }
  for (const element of document.querySelectorAll<HTMLElement>('[data-label]')) {
    element.ariaLabel = wordsAt(words, element.dataset['label'] ?? '');
  }
}

/** The words of the page's section at a path such as "footer.how". */
export function wordsAt({ page }: Words, path: string): string {
  const found = path
    .split('.')
    .reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], page);
  if (typeof found !== 'string') throw new Error(`the catalogue's page has no ${path}`);
  return found;
}
