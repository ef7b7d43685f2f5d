// The finder of articles as `sourcelight/article` of the npm package. tests/web/article hold it.
import { markWithin } from '../engine/within.ts';
import { findArticle, statedText, textOf, type HtmlArticle } from './html.ts';
import { addressOf, tidyLinks } from './links.ts';

export type { HtmlArticle } from './html.ts';
export type { Part, PartKind } from '../engine/report.ts';

/**
 * The article of a web page, without menus, adverts, other stories and the like: its text, its links with
 * their places in it (in UTF-16 units; those `within` the site marked so), what each paragraph is, and its
 * title. Takes HTML as a string, which wants a DOMParser, or a parsed document of any DOM, which is not changed.
 * `address`: the page's own, for what is relative; what the page says of it, where this is not given. Where no
 * article is shown, what schema.org's `articleBody` says is taken; null: there is none. Never throws.
 */
export function readArticle(html: string | Document, { address }: { readonly address?: string } = {}): HtmlArticle | null {
  const page = typeof html === 'string' ? new DOMParser().parseFromString(html, 'text/html') : (html.cloneNode(true) as Document);
  const own = address ?? addressOf(page);
  const found = findArticle(page);
  tidyLinks(page, own);
  const article = found ? textOf(page, found) : statedText(page);
  return article && { ...article, links: markWithin(article.links, own ?? null) };
}
