// A paste or a dropped selection with its hyperlinks. null where the plain text serves as well: there
// are no links, or the HTML is code, or it lacks words that the plain text has.
// tests/web/files/paste.ts holds it.
import { readHtml, type HtmlText } from '../engine/html.ts';
import { tidyLinks } from '../article/links.ts';
import { parseHtml } from './parse.ts';

/** Characters of HTML; parsing more would be felt, and no selection of an article has so many. */
const maxHtml = 5_000_000;

export interface Pasted extends HtmlText {
  /** The article alone, where a whole page was selected; null: there is none on it. */
  readonly article?: () => Promise<HtmlText | null>;
}

/** To be called while the event is handled: later its data is gone. */
export function readPaste(data: DataTransfer): Pasted | null {
  const html = data.getData('text/html');
  if (!/<a\s/i.test(html) || html.length > maxHtml) return null;
  const page = parseHtml(selected(html));
  tidyLinks(page);
  if (!page.querySelector('a[href^="http"]') || isCode(page)) return null;
  for (const blank of page.querySelectorAll('p, o\\:p')) if (!/\S/.test(blank.textContent ?? '')) blank.remove();
  const read = readHtml(page);
  if (!read.links.length) return null;
  const plain = data.getData('text/plain');
  if (size(read.text) * 2 < size(plain)) return null;
  return page.querySelector('nav, footer, [role="navigation"]') ? { ...read, article: () => articleIn(html) } : read;
}

/** What finds it is loaded when a page is pasted. */
async function articleIn(html: string): Promise<HtmlText | null> {
  const page = parseHtml(selected(html));
  const { findArticle, textOf } = await import('../article/html.ts');
  const found = findArticle(page);
  if (!found) return null;
  tidyLinks(page);
  const { text, links } = textOf(page, found);
  return { text, links };
}

/** Around the selection some put what it stood in. */
function selected(html: string): string {
  return /<!--\s*StartFragment\s*-->([^]*)<!--\s*EndFragment\s*-->/i.exec(html)?.[1] ?? html;
}

/** Code editors copy lines of spans, whose white space counts. */
const code =
  'pre, code, [data-style*="white-space: pre;"], [data-style*="white-space:pre;"], [data-style$="white-space: pre"], [data-style$="white-space:pre"]';

function isCode(page: Document): boolean {
  const outermost = [...page.querySelectorAll(code)].filter((element) => !element.parentElement?.closest(code));
  const inCode = outermost.reduce((sum, element) => sum + size(element.textContent ?? ''), 0);
  return inCode * 10 > size(page.body.textContent ?? '') * 9;
}

const size = (text: string): number => text.replace(/\s+/g, '').length;
