// Markdown as HTML, and the title its front matter gives. Nothing of it enters a page: readHtml()
// reads the HTML. Loaded when a Markdown file is opened. tests/web/files/open.ts holds it.
import { Marked } from 'marked';

const markdown = new Marked({ async: false, gfm: true });

export interface ReadMarkdown {
  readonly html: string;
  readonly title: string;
}

/** null where the parser gives up (quotes in quotes, a thousand deep): Markdown is readable as it is. */
export function readMarkdown(text: string): ReadMarkdown | null {
  const [front = ''] = /^---\n(?=[\w-]+:)(?:[^\n]*\n){1,200}?---(?:\n|$)/.exec(text) ?? [];
  const title = /^title:\s*(["']?)(.*)\1\s*$/m.exec(front)?.[2] ?? '';
  try {
    return { html: markdown.parse(text.slice(front.length), { async: false }), title: title.trim() };
  } catch {
    return null;
  }
}
