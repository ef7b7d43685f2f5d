// Runs the suites inside the browser, for files.test.ts: `await runFilesCase(suite, name)`.
import { openDrop, openFile, readPaste, saveFormats, saveRendered } from '../../../web/files/index.ts';
import type { HtmlText } from '../../../web/engine/index.ts';
import { check, type Case } from '../support/case.ts';
import { docxCases } from './docx.ts';
import { openCases } from './open.ts';
import { pageCases } from './page.ts';
import { pasteCases } from './paste.ts';
import { saveCases } from './save.ts';

export const suites: Readonly<Record<string, readonly Case<undefined>[]>> = {
  'Opening files': openCases,
  'Opening saved web pages': pageCases,
  'Opening Word documents': docxCases,
  'Pasting and dropping': pasteCases,
  'Names of saved files': saveCases,
};

/** Runs one case and gives what failed, or null. */
async function runCase(suite: string, name: string): Promise<string | null> {
  try {
    const found = suites[suite]?.find((one) => one.name === name);
    check(found !== undefined, 'there is no such case');
    await found.run(undefined);
    return null;
  } catch (reason) {
    return reason instanceof Error ? `${reason.message}` : String(reason);
  }
}

const pasted: (HtmlText | null)[] = [];
document.querySelector('textarea')?.addEventListener('paste', (event) => {
  if (event.clipboardData) pasted.push(readPaste(event.clipboardData));
});

const files = { openDrop, openFile, saveFormats, saveRendered, pasted };

declare global {
  interface Window {
    runFilesCase: typeof runCase;
    files: typeof files;
  }
}
Object.assign(window, { runFilesCase: runCase, files });
