// The blocks of data that the build (tools/build/one-file.ts) leaves in the one-file page, compressed.

/** The bytes that the element `id` holds, as gzip in base64. */
export async function unpack(id: string): Promise<ArrayBuffer> {
  const text = document.getElementById(id)?.textContent;
  if (!text) throw new Error(`This file is not whole: ${id} is missing.`);
  const packed = new Blob([fromBase64(text)]).stream();
  return new Response(packed.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  // Newer browsers do it at once; others letter by letter, for a few milliseconds.
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; ++at) bytes[at] = letters.charCodeAt(at);
  return bytes;
}

declare global {
  interface Uint8ArrayConstructor {
    fromBase64?(text: string): Uint8Array<ArrayBuffer>;
  }
}
