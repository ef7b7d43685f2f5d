// Reads PDF by Mozilla's pdf.js in a worker of its own: both halves of pdf.js run in it, so that the page
// never waits, and a file that takes too long can be stopped. Takes bytes, gives text and places of pages.
// tests/web/check/view.test.ts holds it in a browser.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import type { Place } from './document.ts';
import { pagesToText, type PdfItem } from './pdf-text.ts';

export type PdfReply =
  | { readonly text: string; readonly places: readonly Place[]; readonly pages: number }
  | { readonly problem: 'password' | 'damaged' };

// pdf.js looks for its second half here before it would start a worker for it.
Object.assign(globalThis, { pdfjsWorker: { WorkerMessageHandler } });

/** This file's own surroundings, which TypeScript has in no DOM page. */
const scope = self as unknown as {
  onmessage: ((event: { readonly data: Uint8Array }) => void) | null;
  postMessage(reply: PdfReply): void;
};

scope.onmessage = ({ data }) => {
  void read(data).then(
    (reply) => scope.postMessage(reply),
    (reason: unknown) => scope.postMessage({ problem: reason instanceof Error && reason.name === 'PasswordException' ? 'password' : 'damaged' }),
  );
};

async function read(data: Uint8Array): Promise<PdfReply> {
  // Only words are wanted: nothing is drawn, compiled or fetched.
  const task = getDocument({
    data,
    isEvalSupported: false,
    useWasm: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    verbosity: 0,
  });
  const document = await task.promise;
  const pages: PdfItem[][] = [];
  for (let number = 1; number <= document.numPages; ++number) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(
      items.flatMap((item) => {
        if (!('str' in item)) return [];
        const { str, transform, width, height, hasEOL } = item;
        return [{ str, x: Number(transform[4]), y: Number(transform[5]), width, height, hasEOL }];
      }),
    );
    page.cleanup();
  }
  await task.destroy();
  return { ...pagesToText(pages), pages: pages.length };
}
