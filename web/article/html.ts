// The article of a page that is HTML and not shown, as text with links and the kinds of its paragraphs.
// tests/web/article and tests/web/files/page.ts hold it.
import { readNodes, type HtmlText } from '../engine/html.ts';
import type { Part } from '../engine/report.ts';
import { aboutOf } from './about.ts';
import type { Article } from './find.ts';

export interface HtmlArticle extends HtmlText {
  readonly parts: readonly Part[];
  /** The headline; '': none is known. */
  readonly title: string;
}

export { findArticle } from './find.ts';

/** Fewer letters are no article, but a note on one. */
const leastStated = 500;

/** `page`: a parsed document, whose relative links are of its `<base>`; `found` by findArticle() in it. */
export function textOf(page: Document, { kinds, title }: Article): HtmlArticle {
  const { text, links, ends } = readNodes(page, (node) => kinds.has(node));
  const parts: Part[] = [];
  const places = [...ends];
  let next = 0;
  for (const [paragraph, begin] of paragraphsOf(text)) {
    while (places[next] && (places[next]?.[1] ?? 0) <= begin) ++next;
    const node = places[next]?.[0];
    const kind = node && kinds.get(node);
    if (kind) parts.push({ span: [begin, begin + paragraph.length], kind });
  }
  return { text, links, parts, title };
}

function* paragraphsOf(text: string): Generator<[paragraph: string, begin: number]> {
  let begin = 0;
  for (const paragraph of text.split('\n\n')) {
    yield [paragraph, begin];
    begin += paragraph.length + 2;
  }
}

/** What a page that shows no article gives as schema.org's `articleBody`; null: it gives none. */
export function statedText(page: Document): HtmlArticle | null {
  const { body, titles } = aboutOf(page);
  const text = body.replace(/[^\S\n]+/g, ' ').replace(/\s*\n\s*/g, '\n\n').trim();
  if (text.length < leastStated) return null;
  const title = titles[1] ?? titles[0] ?? '';
  const whole = title ? `${title}\n\n${text}` : text;
  const parts = [...paragraphsOf(whole)].map(([paragraph, begin], at): Part => (
    { span: [begin, begin + paragraph.length], kind: title && !at ? 'headline' : 'body' }
  ));
  return { text: whole, links: [], parts, title };
}
