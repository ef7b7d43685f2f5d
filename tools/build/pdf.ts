// Where pdf.js goes: beside the page's scripts, fetched when a PDF is opened, and nowhere else.
// tests/web/check/view.test.ts holds it.
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** What the worker's file is called in the page's folder. */
export const isPdfWorker = (fileName: string): boolean => /(?:^|\/)pdf-worker-[^/]*\.js$/.test(fileName);

/** For builds that have no room for it: web/files/no-pdf.ts stands in the place of pdf-parts.ts. */
export function withoutPdf(root: string): Plugin {
  return {
    name: 'sourcelight:without-pdf',
    enforce: 'pre',
    resolveId: (source) => (source.endsWith('/pdf-parts.ts') ? join(root, 'web/files/no-pdf.ts') : null),
  };
}
