// All that stands around the text, made of the words of one language: legend and state above it,
// card and views beside it, minimap between, dialogs over it. A new language makes it anew; what it
// shows is given by source-light.ts.
import type { Words } from '../words/index.ts';
import { Card } from './card.ts';
import type { CheckServices } from './check/part.ts';
import { ClaimList } from './claim-list.ts';
import type { CompareServices, CompareView } from './compare-view.ts';
import { h } from './dom.ts';
import { makeKeysDialog } from './keys.ts';
import { Legend } from './legend.ts';
import { Minimap } from './minimap.ts';
import { Remarks } from './remarks.ts';
import { LateView } from './late-view.ts';
import type { ReportView } from './report-view.ts';
import { SourceList } from './source-list.ts';
import { StateLine } from './state-line.ts';
import { Tabs } from './tabs.ts';
import type { Tools } from './tools.ts';
import { WeightsDialog } from './weights.ts';

export type Tab = 'claims' | 'sources' | 'report' | 'check' | 'versions';

/** How a view is drawn: only the one that is open is. */
export type Draw = Readonly<Record<Tab, () => void>>;

/** What reads other texts than the article on the desk. */
export interface Services extends CompareServices, CheckServices {
  /** Without an engine nothing can be compared. */
  readonly canRead: boolean;
  /** What can be done to an article besides; null: it is only shown. */
  readonly tools: Tools | null;
}

/** What the text stands in: `layout` holds `main`, and that `text`. */
export interface Frame {
  readonly layout: HTMLElement;
  readonly main: HTMLElement;
  readonly text: HTMLElement;
}

export class Views {
  readonly words: Words;
  readonly legend: Legend;
  readonly state: StateLine;
  readonly card: Card;
  readonly claims: ClaimList;
  readonly sources: SourceList;
  readonly report: LateView<ReportView>;
  readonly remarks: Remarks;
  readonly versions: LateView<CompareView>;
  readonly minimap: Minimap;
  readonly weights: WeightsDialog;
  readonly keys: HTMLDialogElement;
  readonly tabs: Tabs<Tab>;
  readonly spoken = h('p', { class: 'visually-hidden', role: 'status' });
  readonly #side: HTMLElement;

  /** `checks`: the view of the tab "Check", which outlives a change of language. */
  constructor(words: Words, draw: Draw, services: Services, checks: HTMLElement) {
    this.words = words;
    this.legend = new Legend(words);
    this.state = new StateLine(words);
    this.card = new Card(words, services.tools !== null);
    this.claims = new ClaimList(words);
    this.sources = new SourceList(words);
    const { tools: notFetched } = words.widget.problems;
    this.report = new LateView(async () => new (await import('./report-view.ts')).ReportView(words), notFetched);
    this.remarks = new Remarks(words);
    this.versions = new LateView(() => fetchCompare(words, services), notFetched);
    this.minimap = new Minimap(words);
    this.weights = new WeightsDialog(words);
    this.keys = makeKeysDialog(words);
    const whole = h('div', {}, this.report.element, this.remarks.element);
    this.tabs = new Tabs(words.widget.views, words.widget.tabs, {
      claims: { element: this.claims.element, draw: draw.claims },
      sources: { element: this.sources.element, draw: draw.sources },
      report: { element: whole, draw: draw.report },
      check: { element: checks, draw: draw.check },
      versions: { element: this.versions.element, draw: draw.versions },
    });
    if (!services.canRead) this.tabs.remove('versions');
    if (!services.tools) this.tabs.remove('check');
    this.#side = h('div', { class: 'side' }, this.card.element, this.tabs.element);
  }

  /**
   * Takes its place around the text, where another one may stand. The text itself is not moved: its
   * field would forget what can be undone.
   */
  surround({ layout, main, text }: Frame, before: Views | null): void {
    for (const part of before ? before.#parts() : []) part.remove();
    main.prepend(this.legend.element, this.state.element);
    text.append(this.minimap.element);
    layout.append(this.#side, this.weights.element, this.keys, this.spoken);
  }

  #parts(): HTMLElement[] {
    const { keys, legend, minimap, spoken, state, weights } = this;
    return [legend.element, state.element, minimap.element, this.#side, weights.element, keys, spoken];
  }
}

async function fetchCompare(words: Words, services: Services): Promise<CompareView> {
  const { CompareView, compareStyles } = await import('./compare-view.ts');
  compareStyles.forEach(services.adoptStyle);
  return new CompareView(words, services);
}
