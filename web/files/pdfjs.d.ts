// The half of pdf.js that has no declarations of its own: all that is asked of it is that it is there.

declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown;
}
