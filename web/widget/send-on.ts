// The claim as a sentence for somebody who has not read the article, with a button that copies it.
// tests/web/page/card.test.ts holds it.
import type { Claim } from '../engine/report.ts';
import type { Words } from '../words/index.ts';
import { h } from './dom.ts';

/** “Mara Lind, mayor of Ostby: The bridge is closed.”; '' where the claim has no such sentence. */
export function sentenceOf({ standalone }: Claim): string {
  if (!standalone?.text) return '';
  return standalone.who ? `${standalone.who}: ${standalone.text}` : standalone.text;
}

/** A section of the card, or none; whether it was copied is said where readers of the screen hear it. */
export function sendOn(claim: Claim, { card }: Words['widget']): HTMLElement[] {
  const sentence = sentenceOf(claim);
  if (!sentence) return [];
  const said = h('span', { class: 'meta', role: 'status' });
  const button = h('button', { type: 'button', class: 'plain' }, card.copy);
  button.addEventListener('click', async () => {
    const copied = await copy(sentence, button);
    said.textContent = copied ? card.copied : card.notCopied;
  });
  return [
    h('section', { class: 'send-on' }, h('h3', {}, card.sendOn), h('p', {}, sentence), h('p', {}, button, ' ', said)),
  ];
}

/** Whether `text` is in the clipboard now. A frame without leave to write there copies what is selected in a field. */
async function copy(text: string, beside: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = h('textarea', { 'aria-hidden': 'true', tabindex: '-1' });
    // One by one: a page's Content-Security-Policy may forbid the attribute.
    field.style.position = 'fixed';
    field.style.opacity = '0';
    field.value = text;
    beside.after(field);
    field.select();
    try {
      return document.execCommand('copy');
    } catch {
      return false;
    } finally {
      field.remove();
      beside.focus();
    }
  }
}
