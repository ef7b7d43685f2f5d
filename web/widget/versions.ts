// The tab "Versions": what compares the article with another version is fetched when the tab is first
// opened. tests/web/page/versions.test.ts holds it.
import type { Report } from '../engine/report.ts';
import type { Words } from '../words/index.ts';
import type { CompareServices, CompareView } from './compare-view.ts';
import { h } from './dom.ts';
import { adoptLate } from './styles.ts';

export class Versions {
  readonly element = h('div');
  /** A claim of the article on the page was chosen. */
  onSelect: (claim: number) => void = () => {};

  readonly #words: Words;
  readonly #services: CompareServices;
  #view: CompareView | null = null;
  #fetching: Promise<void> | null = null;
  #text = '';
  #report: Report | null = null;

  constructor(words: Words, services: CompareServices) {
    this.#words = words;
    this.#services = services;
  }

  /** The article on the page has a new Report, or (null) none. */
  setCurrent(text: string, report: Report | null): void {
    this.#text = text;
    this.#report = report;
    if (this.#view) this.#view.setCurrent(text, report);
    else this.#fetching ??= this.#fetch().catch(() => this.#fail());
  }

  async #fetch(): Promise<void> {
    const [{ CompareView }, { default: css }] = await Promise.all([import('./compare-view.ts'), import('./compare.css?inline')]);
    const root = this.element.getRootNode();
    if (root instanceof ShadowRoot) adoptLate(root, css);
    const view = new CompareView(this.#words, this.#services);
    view.onSelect = (claim) => this.onSelect(claim);
    view.setCurrent(this.#text, this.#report);
    this.#view = view;
    this.element.replaceChildren(view.element);
  }

  /** The next time that it is drawn it is tried again. */
  #fail(): void {
    this.#fetching = null;
    this.element.replaceChildren(h('p', { role: 'alert' }, this.#words.compare.notCompared));
  }
}
