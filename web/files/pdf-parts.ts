// Where the worker is that reads PDF: a file beside the page's scripts. In dist/sourcelight.html
// web/one-file/pdf-parts.ts stands in its place. tests/web/check/view.test.ts holds it.

/** null: PDF is not read here. */
export const makePdfWorker = (): Worker | null => new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' });
