// A Word document as HTML, by mammoth. What it unpacks to is measured and bounded first, so that a
// small file cannot fill the memory. Loaded when a .docx is opened. tests/web/files/docx.ts holds it.
import JSZip, { type ZipEntry } from 'jszip';
import mammoth from 'mammoth';
import { OpenError } from './error.ts';

/** Bytes of XML, unpacked. A book of 100,000 words has about 5 MB. */
const maxUnpacked = 24_000_000;
const maxParts = 2_000;

/** Rejects with OpenError where it is no Word document, or one beyond all measure. */
export async function docxToHtml(bytes: Uint8Array): Promise<string> {
  try {
    const arrayBuffer = await withoutMedia(bytes);
    const { value } = await mammoth.convertToHtml({ arrayBuffer }, {
      styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"],
      includeEmbeddedStyleMap: false,
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
    });
    return value;
  } catch (reason) {
    throw reason instanceof OpenError ? reason : new OpenError('damaged', { cause: reason });
  }
}

/** The same document with its XML alone. */
async function withoutMedia(bytes: Uint8Array): Promise<ArrayBuffer> {
  const parts = Object.values((await JSZip.loadAsync(bytes)).files).filter(
    ({ name, dir }) => !dir && /\.(xml|rels)$/i.test(name),
  );
  if (parts.length > maxParts) throw new OpenError('too_large');
  const lean = new JSZip();
  let room = maxUnpacked;
  for (const part of parts) {
    const unpacked = await unpack(part, room);
    room -= unpacked.size;
    lean.file(part.name, unpacked.arrayBuffer());
  }
  return lean.generateAsync({ type: 'arraybuffer' });
}

/** Stops as soon as there is more than `room`: the size that a zip states of a part may be a lie. */
function unpack(part: ZipEntry, room: number): Promise<Blob> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    let size = 0;
    const stream = part.internalStream('uint8array');
    stream.on('data', (chunk) => {
      size += chunk.length;
      chunks.push(new Uint8Array(chunk));
      if (size <= room) return;
      stream.pause();
      reject(new OpenError('too_large'));
    });
    stream.on('error', reject);
    stream.on('end', () => resolve(new Blob(chunks)));
    stream.resume();
  });
}
