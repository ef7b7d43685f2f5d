// The article of a saved web page, without menus, adverts and the like, as Mozilla's Readability
// finds it. Loaded when an HTML file is opened. tests/web/files/open.ts holds it.
import { Readability } from '@mozilla/readability';

export interface FoundArticle {
  readonly content: Element;
  readonly title: string;
}

// Readability looks at every element several times; pages with more than this are no articles.
const maxElements = 20_000;

/** null if there is no article in it. */
export function findArticle(page: Document): FoundArticle | null {
  if (page.getElementsByTagName('*').length > maxElements) return null;
  try {
    // It takes apart what it is given.
    const copy = page.cloneNode(true) as Document;
    const found = new Readability<Node>(copy, { serializer: (node) => node }).parse();
    if (!(found?.content instanceof Element)) return null;
    return { content: found.content, title: found.title?.trim() ?? '' };
  } catch {
    return null;
  }
}
