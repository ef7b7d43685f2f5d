// What the panel shows: in words how far the page is, and of one that was read the widget's views, with
// what the reader ticks kept for its address. tests/extension hold it.
import { claimStatuses, type ClaimStatus } from '../../engine/report.ts';
import { h } from '../../widget/dom.ts';
import { everything } from '../../widget/filter.ts';
import { SourceLight } from '../../widget/source-light.ts';
import { tools, type Tools } from '../../widget/tools.ts';
import type { Language } from '../../words/index.ts';
import type { PageState, PanelToPage } from '../messages.ts';
import type { ExtensionWords } from '../words.ts';
import { Checks } from './checks.ts';
import { told } from './told.ts';
import './panel.css';

/** It shows what the page's script was told, and reads nothing by itself. */
class PanelLight extends SourceLight {
  protected override get tools(): Tools {
    return tools;
  }
}

if (!customElements.get('source-light')) customElements.define('source-light', PanelLight);

export class PanelView {
  readonly #send: (message: PanelToPage) => void;
  readonly #title = h('h1', { class: 'visually-hidden' });
  readonly #told = h('div', { class: 'told', role: 'status' });
  readonly #again = h('button', { type: 'button' });
  readonly #leave = h('button', { type: 'button' });
  readonly #options = h('button', { type: 'button', class: 'quiet' });
  readonly #main = h('main');
  readonly #checks = new Checks(() => this.#tell());
  #words: ExtensionWords['panel'] | null = null;
  #language: Language = 'en';
  #statuses: readonly ClaimStatus[] | null = null;
  #page: PageState | null = null;
  #refusal: string | null = null;
  #light: SourceLight | null = null;
  /** What the page chose itself need not be told to it. */
  #isTold = false;

  /** `send`: tells the page. */
  constructor(send: (message: PanelToPage) => void) {
    this.#send = send;
    this.#again.addEventListener('click', () => send({ type: 'again' }));
    this.#leave.addEventListener('click', () => send({ type: 'leave' }));
    this.#options.addEventListener('click', () => void chrome.runtime.openOptionsPage());
    document.addEventListener('keydown', (event) => this.#light?.handleKey(event));
    const actions = h('div', { class: 'actions' }, this.#again, this.#leave, this.#options);
    document.body.append(h('header', {}, this.#title, this.#told, actions), this.#main);
  }

  set isPrivate(isPrivate: boolean) {
    this.#checks.isPrivate = isPrivate;
  }

  /** `statuses`: the claims that are shown until the reader chooses others; null: all. */
  speak(words: ExtensionWords['panel'], language: Language, statuses: readonly ClaimStatus[] | null): void {
    this.#words = words;
    this.#language = language;
    this.#statuses = statuses;
    document.documentElement.lang = language;
    document.title = this.#title.textContent = words.title;
    this.#again.textContent = words.again;
    this.#leave.textContent = words.leave;
    this.#options.textContent = words.options;
    if (this.#light) this.#light.lang = language;
    this.#tell();
  }

  /** No page is connected; `refusal`: why it was not read though the button was pressed. */
  absent(refusal: string | null): void {
    this.#page = null;
    this.#refusal = refusal;
    this.#putAway();
    this.#tell();
  }

  show(page: PageState): void {
    const before = this.#page;
    this.#page = page;
    this.#refusal = null;
    const { report, text, links } = page;
    if (before && (before.address !== page.address || before.canMark !== page.canMark)) this.#putAway();
    if (report) {
      const light = (this.#light ??= this.#make(page));
      if (light.text !== text) light.text = text;
      light.links = links;
      light.report = report;
      void this.#checks.on(light, page);
    } else if (page.phase !== 'reading') {
      this.#putAway();
    }
    this.#tell();
  }

  /** The page chose a claim. */
  select(claim: number | null): void {
    if (claim === null || !this.#light || this.#light.selectedClaim === claim) return;
    this.#isTold = true;
    this.#light.selectClaim(claim);
    this.#isTold = false;
  }

  #make({ canMark }: PageState): SourceLight {
    const light = h('source-light', { manual: true, private: true, panel: canMark, lang: this.#language });
    light.addEventListener('claim-select', (event) => {
      const { claim } = (event as CustomEvent<{ claim: number | null }>).detail;
      if (!this.#isTold) this.#send({ type: 'select', claim });
    });
    light.addEventListener('claim-review', () => this.#checks.changed());
    light.addEventListener('correction', () => {
      this.#checks.changed();
      if (light.report && light.current) this.#send({ type: 'corrected', text: light.text, report: light.report });
    });
    this.#main.replaceChildren(light);
    const statuses = new Set(this.#statuses);
    if (statuses.size < claimStatuses.length) light.filter = { ...everything, statuses };
    return light;
  }

  #putAway(): void {
    this.#light = null;
    this.#checks.off();
    this.#main.replaceChildren();
  }

  #tell(): void {
    if (!this.#words) return;
    const lines = told(this.#page, this.#words, this.#language, this.#refusal);
    const shown = this.#page?.report ? [...lines, ...this.#checks.told(this.#words)] : lines;
    this.#told.replaceChildren(...shown.map((line) => h('p', {}, line)));
    const phase = this.#page?.phase ?? 'left';
    this.#again.hidden = phase === 'left' || phase === 'reading';
    this.#leave.hidden = phase === 'left' || phase === 'nothing';
    document.body.dataset['phase'] = phase;
  }
}
