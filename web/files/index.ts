// Files in and out: open, paste, drop, save.
export { openDrop } from './drop.ts';
export { OpenError, openProblems, openProblemText, type OpenProblem } from './error.ts';
export { accept } from './kind.ts';
export { maxBytes, openFile, type Opened } from './open.ts';
export { readPaste } from './paste.ts';
export { download, fileName, saveFormats, saveRendered, type SaveFormat } from './save.ts';
