// Old articles for a rule to be tried on: files of a folder, one after the other, and the lines of
// .jsonl files. tests/web/page/try-articles.test.ts and tests/web/page/try-style.test.ts hold it.
import type { Hyperlink, Part } from '../../engine/index.ts';
import { openFile, OpenError } from '../../files/index.ts';

export interface OldArticle {
  /** The file's path in its folder; of a line of .jsonl also its number: "archive.jsonl:12". */
  readonly name: string;
  readonly text: string;
  readonly links: readonly Hyperlink[];
  readonly parts: readonly Part[];
}

export interface Unread {
  readonly name: string;
  /** What openFile() rejected with, or an OpenError. */
  readonly reason: unknown;
}

/** UTF-16 units: a longer line is no article. */
const longestLine = 20_000_000;

export const nameOf = (file: File): string => file.webkitRelativePath || file.name;

/** Hidden files (".DS_Store") are nobody's article. */
export const isHidden = (file: File): boolean => /(?:^|\/)\./.test(nameOf(file));

/** Each article in the order of the files, or why there is none; one file is held at a time. */
export async function* articlesOf(files: readonly File[]): AsyncGenerator<OldArticle | Unread> {
  for (const file of files) {
    if (/\.jsonl$/i.test(file.name)) yield* linesOf(file);
    else yield await opened(file);
  }
}

async function opened(file: File): Promise<OldArticle | Unread> {
  const name = nameOf(file);
  try {
    const { text, links, parts = [] } = await openFile(file);
    return { name, text, links, parts };
  } catch (reason) {
    return { name, reason };
  }
}

/** A line is an object with the article in `text` or `body`. */
async function* linesOf(file: File): AsyncGenerator<OldArticle | Unread> {
  const name = nameOf(file);
  const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  let line = 0;
  try {
    for (let last = false; !last; ) {
      const { done, value } = await reader.read();
      last = done;
      const lines = (rest + (value ?? '')).split('\n');
      rest = last ? '' : (lines.pop() ?? '');
      for (const each of lines) {
        line += 1;
        if (each.trim()) yield articleOfLine(each, `${name}:${line}`);
      }
      if (rest.length > longestLine) throw new OpenError('too_large');
    }
  } catch (reason) {
    yield { name: `${name}:${line + 1}`, reason: reason instanceof OpenError ? reason : new OpenError('unreadable') };
  } finally {
    await reader.cancel().catch(() => {});
  }
}

export function articleOfLine(line: string, name: string): OldArticle | Unread {
  try {
    const { text, body } = (JSON.parse(line) ?? {}) as { text?: unknown; body?: unknown };
    const article = typeof text === 'string' ? text : body;
    if (typeof article !== 'string') return { name, reason: new OpenError('damaged') };
    if (!article.trim()) return { name, reason: new OpenError('empty') };
    return { name, text: article.replace(/\r\n?/g, '\n'), links: [], parts: [] };
  } catch {
    return { name, reason: new OpenError('damaged') };
  }
}

/** All files that were dropped, those inside folders too. */
export async function droppedFiles(data: DataTransfer): Promise<File[]> {
  // The list is empty after the first wait.
  const entries = [...data.items].map((item) => item.webkitGetAsEntry());
  const plain = [...data.files];
  const files: File[] = [];
  for (const [i, entry] of entries.entries()) {
    if (entry) await filesIn(entry, files);
    else if (plain[i]) files.push(plain[i]);
  }
  return files;
}

async function filesIn(entry: FileSystemEntry, files: File[]): Promise<void> {
  if (entry.isFile) {
    const file = await new Promise<File | null>((resolve) =>
      (entry as FileSystemFileEntry).file(resolve, () => resolve(null)),
    );
    if (file) files.push(file);
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // It gives some at a time, and none at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (!some.length) return;
    for (const each of some) await filesIn(each, files);
  }
}
