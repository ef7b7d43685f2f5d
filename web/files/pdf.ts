// A PDF as text, with the page of each word, read in a worker. Loaded when a PDF is opened; the worker, by
// far the larger part, is fetched then too. tests/web/check/view.test.ts holds it.
import type { Place } from './document.ts';
import { OpenError } from './error.ts';
import { makePdfWorker } from './pdf-parts.ts';
import type { PdfReply } from './pdf-worker.ts';

const longest = 120_000; // milliseconds; a thousand pages take ten seconds

/** Rejects with OpenError: no PDF that can be read, a password, no words in it. Takes the bytes away. */
export async function pdfToText(bytes: Uint8Array, signal?: AbortSignal): Promise<{ text: string; places: readonly Place[] }> {
  const worker = makePdfWorker();
  if (!worker) throw new OpenError('pdf');
  try {
    const reply = await ask(worker, bytes, signal);
    if ('problem' in reply) throw new OpenError(reply.problem);
    if (!/[\p{L}\p{N}]/u.test(reply.text)) throw new OpenError('no_words');
    return reply;
  } finally {
    worker.terminate();
  }
}

function ask(worker: Worker, bytes: Uint8Array, signal?: AbortSignal): Promise<PdfReply> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new OpenError('too_large')), longest);
    const done = (end: () => void): void => {
      clearTimeout(timer);
      end();
    };
    signal?.addEventListener('abort', () => done(() => reject(new OpenError('unreadable'))));
    worker.onmessage = ({ data }: MessageEvent<PdfReply | object>) => {
      // pdf.js greets whoever starts a worker that holds it.
      if ('text' in data || 'problem' in data) done(() => resolve(data));
    };
    worker.onerror = (event) => {
      event.preventDefault();
      // Without a message its script could not be fetched.
      done(() => reject(new OpenError(event.message ? 'damaged' : 'not_loaded')));
    };
    worker.postMessage(bytes, [bytes.buffer]);
  });
}
