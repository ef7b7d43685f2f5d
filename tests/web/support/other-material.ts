// What a person does to hold the sample article against other material, done in the page itself: for browsers
// that are driven by scripts. Each function stands alone, since it is sent to the page.
import type {} from '../../../web/widget/source-light.ts';

/** In which a quotation of the sample has other words. */
export const transcript = 'ILSE VARGA: We found cracks in two of the six piers, and we will never gamble with people’s lives.';

/** Of a claim of the sample. */
export const factCheck = JSON.stringify({
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  claimReviewed: 'The bridge was built in 1911 and carries about 9,000 vehicles a day.',
  datePublished: '2031-02-03',
  author: { '@type': 'Organization', name: 'Tolm Check' },
  reviewRating: { '@type': 'Rating', alternateName: 'Mostly true' },
});

export function openCheck(): void {
  document.querySelector('source-light')?.openView('check');
}

export const hasParts = (): boolean => document.querySelector('source-light')?.shadowRoot?.querySelectorAll('.checks > section').length === 3;

/** Drops a transcript on the part that checks quotations. */
export function dropTranscript(text: string): void {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([text], 'hearing.txt'));
  const place = document.querySelector('source-light')?.shadowRoot?.querySelector('.checks .quotations .intake');
  place?.dispatchEvent(new DragEvent('drop', { bubbles: true, composed: true, cancelable: true, dataTransfer }));
}

export const hasChanged = (): boolean => Boolean(document.querySelector('source-light')?.shadowRoot?.querySelector('.checks .changed del'));

/** What the first changed quotation lost, and what it got instead. */
export function difference(): { gone: string; come: string; outcome: string } {
  const part = document.querySelector('source-light')?.shadowRoot?.querySelector('.checks .quotations');
  const said = (selector: string): string =>
    [...(part?.querySelectorAll(selector) ?? [])].map((one) => one.lastChild?.textContent?.trim() ?? '').join(' ');
  return { gone: said('.changed del'), come: said('.changed ins'), outcome: said('[role=status]') };
}

/** Chooses a file of fact-checks, as the picker does. */
export function chooseFactChecks(text: string): void {
  const data = new DataTransfer();
  data.items.add(new File([text], 'archive.jsonld'));
  const picker = document.querySelector('source-light')?.shadowRoot?.querySelector<HTMLInputElement>('.checks .fact-checks input[type=file]');
  if (!picker) return;
  picker.files = data.files;
  picker.dispatchEvent(new Event('change'));
}

export const hasMatch = (): boolean => Boolean(document.querySelector('source-light')?.shadowRoot?.querySelector('.checks .found .result'));

/** Goes to the first claim that looks like one that was checked. */
export function openMatch(): void {
  document.querySelector('source-light')?.shadowRoot?.querySelector<HTMLElement>('.checks .found .result')?.click();
}
