// The list of what came of each quotation, what to look at first on top; an entry leads to its claim, arrow
// keys go from one to the next. Long lists are built in slices. tests/web/check/view.test.ts holds it.
import type { Checked } from '../../check/quotations.ts';
import type { CheckQuotationWords } from '../../words/en/check-quotations.ts';
import { h } from '../dom.ts';
import { Roving } from '../roving.ts';
import { drawChecked } from './quotation-entry.ts';

const groups = ['changed', 'other', 'not_found', 'verbatim'] as const;
type Group = (typeof groups)[number];

const slice = 30; // entries made at once

const groupOf = ({ status, speaker }: Checked): Group => (status === 'verbatim' && speaker.kind === 'other' ? 'other' : status);

export class QuotationResults {
  readonly element = h('div', { class: 'groups' });
  onSelect: (claim: number, attribution?: number) => void = () => {};

  readonly #roving = new Roving(this.element);
  #words: CheckQuotationWords | null = null;
  #names: readonly string[] = [];
  #shown = '';
  #drawing = 0;

  constructor() {
    this.element.addEventListener('click', (event) => {
      const item = (event.target as Element).closest<HTMLElement>('button.result');
      if (item) this.onSelect(Number(item.dataset['claim']), Number(item.dataset['attribution']));
    });
  }

  speak(words: CheckQuotationWords): void {
    this.#words = words;
    this.#shown = '';
  }

  /** For the card of a claim. */
  describe(checked: readonly Checked[]): HTMLElement[] {
    const words = this.#words;
    return words ? checked.map((one) => h('div', { class: `result ${groupOf(one)}` }, ...drawChecked(one, this.#names, words))) : [];
  }

  /** `names` are those of the documents. Entries that would be the same are left as they are. */
  show(checked: readonly Checked[], names: readonly string[]): void {
    this.#names = names;
    const shown = JSON.stringify([checked.map(({ quotation: { span: _, ...quotation }, ...one }) => [one, quotation]), names]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    void this.#draw(checked);
  }

  async #draw(checked: readonly Checked[]): Promise<void> {
    const words = this.#words;
    const drawing = ++this.#drawing;
    const { focused } = this.#roving;
    this.element.replaceChildren();
    this.element.setAttribute('aria-busy', 'true');
    let made = 0;
    for (const group of words ? groups : []) {
      const members = checked.filter((one) => groupOf(one) === group);
      if (!members.length || !words) continue;
      const count = members.length.toLocaleString(document.documentElement.lang || undefined);
      const list = h('ol');
      this.element.append(
        h('section', { class: `group ${group}` }, h('h3', {}, words.groups[group], ' ', h('span', { class: 'count' }, count)), list),
      );
      for (const one of members) {
        list.append(h('li', {}, this.#item(one, words)));
        if (++made % slice) continue;
        await new Promise((resolve) => setTimeout(resolve));
        if (drawing !== this.#drawing) return;
      }
    }
    this.#roving.settle(focused);
    this.element.removeAttribute('aria-busy');
  }

  #item(one: Checked, words: CheckQuotationWords): HTMLElement {
    const { claim, attribution } = one.quotation;
    const content = drawChecked(one, this.#names, words);
    if (claim < 0) return h('div', { class: 'result' }, ...content);
    const place = { type: 'button', tabindex: '-1', 'data-claim': String(claim), 'data-attribution': String(attribution) };
    return h('button', { class: 'result', ...place }, ...content);
  }
}
