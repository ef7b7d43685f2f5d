// In place of pdf-parts.ts where no worker can be a file of its own, or its size is asked of everybody: the
// one-file page, the package, the extension, WordPress's plugin (tools/build/pdf.ts). There PDF is not read,
// and the person is told. tests/web/check/view.test.ts holds it.

export const makePdfWorker = (): Worker | null => null;
