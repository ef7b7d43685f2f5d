// Every word that the page's code shows; the rest stands in index.html.
import { SourcelightError } from '../engine/index.ts';

export const words = {
  reading: 'Reading…',
  cleared: 'The text was cleared. Undo (Ctrl+Z) brings it back.',
  copied: 'Report copied',
  notCopied: 'The browser did not allow copying. Use “Save report”.',
  plainTextOnly: 'Only plain text files can be dropped here.',
  edit: 'Edit text',
  done: 'Done',
  themes: { auto: 'Theme: auto', light: 'Theme: light', dark: 'Theme: dark' },
} as const;

/** "412 words, 18 claims". */
export function size(text: string, claims: number): string {
  const total = text.match(/\S+/g)?.length ?? 0;
  return `${quantity(total, 'word')}, ${quantity(claims, 'claim')}`;
}

/** What went wrong, and what the person can do. */
export function problem(reason: unknown): string {
  if (reason instanceof SourcelightError && reason.code === 'text_too_long') {
    return 'This text is too long to read in one go. Paste a part of it; your text is still here.';
  }
  const detail = reason instanceof Error ? ` ${reason.message}` : '';
  return `The article could not be read.${detail} Your text is still here.`;
}

/** That the model is missing, why, and what the person can do. */
export function withoutModel(reason: SourcelightError): string {
  const why = reason.message.replace(/\.$/, '');
  return `The reading model could not be loaded (${why}). Sourcelight reads by rules alone and finds less. Reload the page to try again.`;
}

function quantity(number: number, unit: string): string {
  return `${number.toLocaleString('en')} ${unit}${number === 1 ? '' : 's'}`;
}
