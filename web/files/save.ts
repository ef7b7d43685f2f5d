// What can be saved, under which names, and how a text becomes a download.
// `words.files.formats` says what each is for. tests/web/files hold it.
import type { Format } from '../engine/index.ts';

export interface SaveFormat {
  /** For `engine.render()`. */
  readonly format: Format;
  /** What the file's name ends with, without the dot before it. */
  readonly extension: string;
  readonly mediaType: string;
  /** Put before the text. */
  readonly mark: '' | '\ufeff';
}

// Excel takes a CSV without a byte order mark for the system's old character set, in which quotation
// marks and accents break; with one it reads UTF-8, and so do the other spreadsheets. Those who read
// the files by program have the command, which writes none.
export const saveFormats: readonly SaveFormat[] = [
  { format: 'markdown', extension: 'checklist.md', mediaType: 'text/markdown', mark: '' },
  { format: 'html', extension: 'html', mediaType: 'text/html', mark: '' },
  { format: 'claims-csv', extension: 'claims.csv', mediaType: 'text/csv', mark: '\ufeff' },
  { format: 'sources-csv', extension: 'sources.csv', mediaType: 'text/csv', mark: '\ufeff' },
  { format: 'json', extension: 'json', mediaType: 'application/json', mark: '' },
  { format: 'annotation', extension: 'jsonld', mediaType: 'application/ld+json', mark: '' },
];

/** Saves what `engine.render(format.format)` gave, under the article's title. */
export function saveRendered(format: SaveFormat, title: string, rendered: string): void {
  download(fileName(title, format.extension), format.mediaType, format.mark + rendered);
}

/** Gives `text` to the browser as a file to keep; it never leaves the computer. */
export function download(name: string, mediaType: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${mediaType};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers begin to read it only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 30_000);
}

const maxNameBytes = 150;

/** A name that every system takes, made of `title` as far as it goes. */
export function fileName(title: string, extension: string): string {
  const name = cut(
    title
      .normalize('NFC')
      .replace(/[\p{C}\ufffd]+/gu, (found) => (/\s/.test(found) ? ' ' : ''))
      .replace(/["*<>?|]+/g, '')
      .replace(/\s*[:/\\]+\s*/g, ' - ')
      .replace(/\s+/g, ' ')
      .replace(/^[\s.~-]+/, ''),
  ).replace(/[\s.-]+$/, '');
  // Windows keeps these for devices, whatever stands behind a dot.
  const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i.test(name);
  return `${reserved || !name ? `Sourcelight ${name}`.trim() : name}.${extension}`;
}

/** File systems count bytes; no character is cut in two, nor parted from its accents. */
function cut(name: string): string {
  const bytes = new TextEncoder();
  let [end, size] = [0, 0];
  for (const character of name) {
    size += bytes.encode(character).length;
    if (size > maxNameBytes) return name.slice(0, end).replace(/\P{M}\p{M}*$/u, '');
    end += character.length;
  }
  return name;
}
