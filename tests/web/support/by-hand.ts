// What a person does to correct a mark, done in the page itself: for browsers that are driven by scripts.
import type {} from '../../../web/widget/source-light.ts';

/** Opens the card of the first claim of the article's own voice, and the form of its correction. */
export function openForm(): void {
  const light = document.querySelector('source-light');
  const claim = light?.report?.claims.findIndex(({ status }) => status === 'unsourced') ?? -1;
  light?.selectClaim(claim);
  light?.shadowRoot?.querySelector<HTMLElement>('.correct-button')?.click();
}

export const hasForm = (): boolean => Boolean(document.querySelector('source-light')?.shadowRoot?.querySelector('.correct-form'));

/** Says that it is no claim. */
export function sayNone(): void {
  const form = document.querySelector('source-light')?.shadowRoot?.querySelector<HTMLFormElement>('.correct-form');
  form?.querySelector<HTMLInputElement>('input[value="none"]')?.click();
  form?.requestSubmit();
}

/** The status of what was corrected by hand; null: nothing was. */
export function corrected(): string | null {
  return document.querySelector('source-light')?.report?.claims.find(({ byHand }) => byHand)?.status ?? null;
}

export const isCorrected = (): boolean => Boolean(document.querySelector('source-light')?.report?.claims.some(({ byHand }) => byHand));
export const isAsRead = (): boolean => !document.querySelector('source-light')?.report?.claims.some(({ byHand }) => byHand);

/** Takes the first correction back, from the list of them. */
export function undo(): void {
  document.querySelector('source-light')?.shadowRoot?.querySelector<HTMLElement>('.corrections .plain')?.click();
}

export const hasList = (): boolean => Boolean(document.querySelector('source-light')?.shadowRoot?.querySelector('.corrections .plain'));
