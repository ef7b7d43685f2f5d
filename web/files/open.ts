// A file as an article: its text with '\n' line ends, its hyperlinks, its title. What opens a kind of
// file is fetched when the first one is opened; nothing else ever is. tests/web/files/open.ts holds it.
import { readHtml } from '../engine/html.ts';
import type { Hyperlink, Part } from '../engine/report.ts';
import { decodeHtml, decodeText } from './decode.ts';
import { OpenError } from './error.ts';
import { checkStart, kindOf, type Kind } from './kind.ts';
import { addressOf, tidyLinks } from '../article/links.ts';
import { parseHtml } from './parse.ts';

export interface Opened {
  readonly text: string;
  /** In UTF-16 units of `text`. */
  readonly links: readonly Hyperlink[];
  /** What its paragraphs are, where the file was a web page. */
  readonly parts?: readonly Part[];
  /** What the file says it is called, else its name. */
  readonly title: string;
  /** The day on which it was published, as a web page says: ISO 8601; absent or '': not known. */
  readonly date?: string;
}

export const maxBytes = 20_000_000;

/** Rejects with an OpenError. */
export async function openFile(file: File): Promise<Opened> {
  const kind = kindOf(file);
  if (file.size > maxBytes) throw new OpenError('too_large');
  const bytes = await bytesOf(file);
  if (!bytes.length) throw new OpenError('empty');
  checkStart(bytes, kind);
  const opened = await readers[kind](bytes);
  if (!opened.text.trim()) throw new OpenError(kind === 'docx' || kind === 'html' ? 'no_words' : 'empty');
  return { ...opened, title: opened.title || file.name.replace(/\.[^.]*$/, '') };
}

/** Rejects with an OpenError. */
export async function bytesOf(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (reason) {
    throw new OpenError('unreadable', { cause: reason });
  }
}

const readers: Readonly<Record<Kind, (bytes: Uint8Array) => Opened | Promise<Opened>>> = {
  text: (bytes) => ({ text: decodeText(bytes), links: [], title: '' }),

  async markdown(bytes) {
    const text = decodeText(bytes);
    const { readMarkdown } = await fetched(() => import('./markdown.ts'));
    const read = readMarkdown(text);
    if (!read) return { text, links: [], title: '' };
    const page = parseHtml(read.html);
    tidyLinks(page);
    return { ...readHtml(page), title: read.title || headline(page) };
  },

  async html(bytes) {
    const page = parseHtml(decodeHtml(bytes));
    const { readArticle } = await fetched(() => import('../article/read-article.ts'));
    const { publishedOn } = await fetched(() => import('../article/published.ts'));
    const date = publishedOn(page);
    const article = readArticle(page);
    if (article) return { ...article, date };
    tidyLinks(page, addressOf(page));
    return { ...readHtml(page), title: page.title.trim() || headline(page), date };
  },

  async docx(bytes) {
    const { docxToHtml } = await fetched(() => import('./docx.ts'));
    const page = parseHtml(await docxToHtml(bytes));
    tidyLinks(page);
    // mammoth ends a footnote with an arrow that leads back to where it is referred to.
    for (const back of page.querySelectorAll('a[href^="#footnote-ref"], a[href^="#endnote-ref"]')) back.remove();
    return { ...readHtml(page), title: headline(page) };
  },
};

/** What opens a kind of file; rejects with an OpenError where it cannot be fetched. */
export async function fetched<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (reason) {
    throw new OpenError('not_loaded', { cause: reason });
  }
}

/** The first heading. */
function headline(page: Document): string {
  const headings = [...page.querySelectorAll('h1')].map((heading) => readHtml(heading).text.replace(/\s+/g, ' '));
  return headings.find(Boolean) ?? '';
}
