// The draft of a ClaimReview of the selected claim, in a dialog over the element: to be copied or saved, and
// filled in where fact-checks are published. Fetched when asked for; tests/web/page/about-sources.test.ts holds it.
import { download, fileName } from '../files/save.ts';
import { claimReviewDraft, loadPublishWords } from '../publish/index.ts';
import type { Language } from '../words/index.ts';
import { makeDialog } from './dialog.ts';
import { h } from './dom.ts';
import { offerText } from './offer-text.ts';
import type { Reading } from './reading.ts';

/** Opens it within `place`; it goes when it is closed. */
export async function openDraft(place: HTMLElement, { report, text }: Reading, claim: number, language: Language): Promise<void> {
  const words = await loadPublishWords(language);
  const draft = claimReviewDraft(text, report, claim);
  if (!draft) return;
  const json = `${JSON.stringify(draft, null, 2)}\n`;
  const field = h('textarea', { readonly: true, rows: '16', 'aria-label': words.review.draft, spellcheck: 'false' });
  field.value = json;
  field.style.cssText = 'width: 100%; margin-top: 0.75rem; box-sizing: border-box; font: 0.85rem/1.5 ui-monospace, monospace;';
  const { buttons, state } = offerText(
    { ...words.dialog, copy: words.review.copy, save: words.review.save },
    () => json,
    (made) => {
      const name = fileName(String(draft['claimReviewed']).slice(0, 60), 'claimreview.json');
      download(name, 'application/ld+json', made);
      return name;
    },
  );
  const dialog = makeDialog(words.review.title, words.dialog.close, h('p', {}, words.review.meaning), field, state);
  dialog.querySelector('.actions')?.prepend(...buttons);
  dialog.addEventListener('close', () => dialog.remove());
  place.append(dialog);
  dialog.showModal();
  field.setSelectionRange(0, 0);
  field.scrollTop = 0;
}
