// What kind of file it is, by its name, else by the type the system gives it, and by its first
// bytes where these say otherwise. Throws OpenError. tests/web/files/open.ts holds it.
import { OpenError, type OpenProblem } from './error.ts';

export type Kind = 'text' | 'markdown' | 'html' | 'docx';

/** For the file picker: what openFile() opens. */
export const accept = '.txt,.text,.md,.markdown,.html,.htm,.xhtml,.docx';

const byExtension: Readonly<Record<string, Kind | OpenProblem>> = {
  txt: 'text', text: 'text',
  md: 'markdown', markdown: 'markdown',
  html: 'html', htm: 'html', xhtml: 'html',
  docx: 'docx',
  pdf: 'pdf',
  doc: 'doc', dot: 'doc',
  odt: 'odt', ott: 'odt', fodt: 'odt',
  rtf: 'rtf',
  png: 'picture', jpg: 'picture', jpeg: 'picture', gif: 'picture', webp: 'picture', avif: 'picture',
  heic: 'picture', tif: 'picture', tiff: 'picture', bmp: 'picture', svg: 'picture',
};

const byType: Readonly<Record<string, Kind | OpenProblem>> = {
  'text/plain': 'text',
  'text/markdown': 'markdown',
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/pdf': 'pdf',
  'application/msword': 'doc',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/rtf': 'rtf',
  'text/rtf': 'rtf',
};

const isKind = (found: Kind | OpenProblem): found is Kind =>
  found === 'text' || found === 'markdown' || found === 'html' || found === 'docx';

export function canOpen(file: File): boolean {
  return isKind(named(file));
}

/** By its name and type alone. */
export function kindOf(file: File): Kind {
  const found = named(file);
  if (!isKind(found)) throw new OpenError(found);
  return found;
}

function named({ name, type }: File): Kind | OpenProblem {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const mediaType = type.toLowerCase().replace(/;.*/, '').trim();
  const found = own(byExtension, extension) ?? own(byType, mediaType);
  return found ?? (mediaType.startsWith('image/') ? 'picture' : 'unknown');
}

const own = (table: Readonly<Record<string, Kind | OpenProblem>>, key: string) =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** Files with a wrong name, by how their bytes begin. */
export function checkStart(bytes: Uint8Array, kind: Kind): void {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  if (start.startsWith('%PDF')) throw new OpenError('pdf');
  if (start.startsWith('{\\rtf')) throw new OpenError('rtf');
  if (start.startsWith('\xD0\xCF\x11\xE0')) throw new OpenError(isEncrypted(bytes) ? 'password' : 'doc');
  if (kind === 'docx' && !start.startsWith('PK')) throw new OpenError('damaged');
  if (kind !== 'docx' && start.startsWith('PK\x03\x04')) throw new OpenError('binary');
}

/** A .docx with a password is a file of Word's older format that holds a stream of this name. */
function isEncrypted(bytes: Uint8Array): boolean {
  return new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1)).includes('EncryptedPackage');
}
