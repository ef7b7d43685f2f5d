// Bytes as text: by the byte order mark, else UTF-8, else (where the bytes are none) what HTML
// declares, else windows-1252. Line ends become '\n'. tests/web/files/open.ts holds it.
import { OpenError } from './error.ts';

/** Throws OpenError where the bytes are no text. */
export function decodeText(bytes: Uint8Array, declared = ''): string {
  const text = marked(bytes) ?? utf8(bytes) ?? other(declared).decode(bytes);
  if (isBinary(text)) throw new OpenError('binary');
  return text.replace(/\r\n?/g, '\n');
}

/** Editors that rewrite a page as UTF-8 often leave its declaration: UTF-8 counts before it. */
export function decodeHtml(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  return decodeText(bytes, /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(start)?.[1] ?? '');
}

function marked(bytes: Uint8Array): string | null {
  const [one, two] = bytes;
  if (one === 0xff && two === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (one === 0xfe && two === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return null;
}

/** Without its byte order mark, if it has one. */
function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function other(declared: string): TextDecoder {
  try {
    return new TextDecoder(/^utf-/i.test(declared) ? 'windows-1252' : declared);
  } catch {
    return new TextDecoder('windows-1252');
  }
}

/** Texts have no NUL, and next to no other control characters. */
function isBinary(text: string): boolean {
  const start = text.slice(0, 65_536);
  if (start.includes('\0')) return true;
  const controls = start.match(/[\x01-\x08\x0e-\x1f]/g)?.length ?? 0;
  return controls > start.length / 100;
}
