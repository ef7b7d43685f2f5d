// How far a page is, and what is to be known of it, in words. tests/extension hold it.
import type { PageState } from '../messages.ts';
import type { ExtensionWords } from '../words.ts';

/** What Sourcelight's rules and weights are for. */
const read = 'en';

/** `refusal`: why the page was not read though the button was pressed. */
export function told(page: PageState | null, words: ExtensionWords['panel'], language: string, refusal: string | null): string[] {
  switch (page?.phase) {
    case undefined:
    case 'left':
      return [refusal ?? words.press];
    case 'reading':
      return page.report ? [] : [words.reading];
    case 'nothing':
      return [words.nothing];
    case 'other_language':
      return [words.notEnglish];
    case 'failed':
      return [words.failed(page.why)];
    case 'read':
      return notes(page, words, language);
  }
}

function notes(page: PageState, words: ExtensionWords['panel'], language: string): string[] {
  const notes: string[] = [];
  if (page.isSelection) notes.push(words.selection);
  if (page.language && page.language !== read) notes.push(words.otherLanguage(nameOf(page.language, language)));
  if (!page.canMark) notes.push(words.cannotMark);
  if (page.houseStyleProblems.length) notes.push(words.styleProblems);
  return notes;
}

function nameOf(tag: string, language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag; // What pages write there need not be a language.
  }
}
