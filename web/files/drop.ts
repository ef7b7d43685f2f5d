// What to open of what was dropped on the page. tests/web/files/paste.ts holds it.
import { OpenError } from './error.ts';
import { canOpen } from './kind.ts';
import { openFile, type Opened } from './open.ts';
import { readPaste, type Pasted } from './paste.ts';

/**
 * null if there is nothing in it to open. To be called while the event is handled, which is then to
 * be kept from its default: a browser would leave the page for what was dropped.
 */
export function openDrop(data: DataTransfer): Promise<Opened> | null {
  const files = [...data.files];
  const file = files.find(canOpen) ?? files[0];
  if (file) return isFolder(data) ? Promise.reject(new OpenError('folder')) : openFile(file);
  if (data.types.includes('text/uri-list')) return Promise.reject(new OpenError('address'));
  const read: Pasted = readPaste(data) ?? { text: data.getData('text/plain').replace(/\r\n?/g, '\n'), links: [] };
  if (!read.text.trim()) return null;
  const { text, links, article } = read;
  const whole = { text, links, title: '' };
  return article ? article().then((found) => ({ ...whole, ...found }), () => whole) : Promise.resolve(whole);
}

/** Browsers give a folder as a file that cannot be read. */
const isFolder = ({ items }: DataTransfer): boolean =>
  items.length === 1 && items[0]?.webkitGetAsEntry?.()?.isDirectory === true;
