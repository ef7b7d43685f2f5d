// Two lists beside the text, one shown at a time: the sources with their statements, and the
// claims in their order. Each entry is a button; arrow keys go from one to the next.
import { claimStatuses } from '../engine/report.ts';
import type { Attribution, ClaimStatus, Source } from '../engine/report.ts';
import { h } from './dom.ts';
import { lineSample } from './legend.ts';
import type { Reading } from './reading.ts';
import { count, kindWords, statusWords, ui } from './words.ts';

type Tab = 'sources' | 'claims';

export class Lists {
  readonly element: HTMLElement;
  onSelect: (claim: number, attribution?: number) => void = () => {};

  readonly #tabs: Readonly<Record<Tab, HTMLButtonElement>>;
  readonly #panel = h('div', { class: 'panel', role: 'tabpanel', id: 'panel' });
  #tab: Tab = 'sources';
  #draw: () => void = () => {};

  constructor() {
    this.#tabs = { sources: this.#makeTab('sources'), claims: this.#makeTab('claims') };
    const tabs = h('div', { class: 'tabs', role: 'tablist' }, this.#tabs.sources, this.#tabs.claims);
    tabs.addEventListener('keydown', (event) => {
      if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
      this.#open(this.#tab === 'sources' ? 'claims' : 'sources');
      this.#tabs[this.#tab].focus();
    });
    this.#panel.addEventListener('keydown', (event) => this.#walk(event));
    this.#panel.addEventListener('click', (event) => this.#choose(event));
    this.element = h('section', { class: 'lists', part: 'lists' }, tabs, this.#panel);
    this.#open('sources');
  }

  /** Shows `reading`; `null` is an empty page. Only the list that is open is built. */
  show(reading: Reading | null, shown: ReadonlySet<ClaimStatus>): void {
    const claims = reading?.shownClaims(shown) ?? [];
    this.#label('sources', reading?.report.sources.length);
    this.#label('claims', reading ? claims.length : undefined);
    this.#draw = () => {
      const focused = this.#focusedAt();
      const children =
        this.#tab === 'sources' ? listSources(reading, shown) : listClaims(reading, claims);
      this.#panel.replaceChildren(...children);
      const items = this.#items();
      const reachable = items[Math.min(Math.max(0, focused), items.length - 1)];
      if (!reachable) return;
      reachable.tabIndex = 0;
      if (focused >= 0) reachable.focus();
    };
    this.#draw();
  }

  /** Says which entries belong to the selected claim. */
  mark(claim: number | null): void {
    const items = this.#items();
    for (const item of items) {
      const current = item.dataset['claim'] === String(claim);
      if (current) item.setAttribute('aria-current', 'true');
      else item.removeAttribute('aria-current');
    }
    const first = items.find((item) => item.ariaCurrent === 'true');
    if (!first) return;
    const focused = items[this.#focusedAt()];
    const target = focused?.ariaCurrent === 'true' ? focused : first;
    this.#makeReachable(target);
    if (focused) target.focus({ preventScroll: true });
    scrollWithin(this.#panel, target);
  }

  #makeTab(tab: Tab): HTMLButtonElement {
    const button = h('button', {
      type: 'button',
      role: 'tab',
      id: `tab-${tab}`,
      'aria-controls': 'panel',
    });
    button.addEventListener('click', () => this.#open(tab));
    return button;
  }

  #label(tab: Tab, number: number | undefined): void {
    const total = number ? [' ', h('span', { class: 'count' }, number.toLocaleString('en'))] : [];
    this.#tabs[tab].replaceChildren(ui[tab], ...total);
  }

  #open(tab: Tab): void {
    this.#tab = tab;
    for (const [name, button] of Object.entries(this.#tabs)) {
      button.ariaSelected = String(name === tab);
      button.tabIndex = name === tab ? 0 : -1;
    }
    this.#panel.setAttribute('aria-labelledby', `tab-${tab}`);
    this.#panel.scrollTop = 0;
    this.#draw();
  }

  #items(): HTMLElement[] {
    return [...this.#panel.querySelectorAll<HTMLElement>('.item')];
  }

  /** Index of the item that has the focus; -1 if none has. */
  #focusedAt(): number {
    return this.#items().findIndex((item) => item.matches(':focus'));
  }

  /** Of all items, Tab goes to `target`; arrow keys lead to the others. */
  #makeReachable(target: HTMLElement): void {
    this.#panel.querySelector('.item[tabindex="0"]')?.setAttribute('tabindex', '-1');
    target.tabIndex = 0;
  }

  #walk(event: KeyboardEvent): void {
    const items = this.#items();
    const at = this.#focusedAt();
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: items.length - 1,
    };
    const target = items[steps[event.key] ?? -1];
    if (at < 0 || !target) return;
    event.preventDefault();
    this.#makeReachable(target);
    target.focus();
  }

  #choose(event: Event): void {
    const item = (event.target as Element).closest<HTMLElement>('.item');
    if (!item) return;
    const { claim, attribution } = item.dataset;
    this.onSelect(Number(claim), attribution === undefined ? undefined : Number(attribution));
  }
}

// Moves `scroller` alone, never the page.
function scrollWithin(scroller: HTMLElement, item: HTMLElement): void {
  const inside = scroller.getBoundingClientRect();
  const { top, bottom } = item.getBoundingClientRect();
  if (top < inside.top) scroller.scrollTop += top - inside.top;
  else if (bottom > inside.bottom) scroller.scrollTop += bottom - inside.bottom;
}

function listClaims(reading: Reading | null, claims: readonly number[]): Node[] {
  if (!reading || !claims.length) return [h('p', { class: 'nothing' }, ui.noClaims)];
  const entries = claims.map((index) => {
    const claim = reading.claim(index);
    const status = claim?.status ?? 'none';
    return h('li', {}, makeItem(reading.words(claim?.spans ?? []), status, index));
  });
  return [h('ol', { class: 'entries' }, ...entries)];
}

function listSources(reading: Reading | null, shown: ReadonlySet<ClaimStatus>): Node[] {
  if (!reading) return [h('p', { class: 'nothing' }, ui.noSources)];
  const statements = new Map<number | null, HTMLElement[]>();
  for (const attribution of reading.report.attributions) {
    const entry = makeStatement(reading, attribution, shown);
    if (!entry) continue;
    const entries = statements.get(attribution.sourceId);
    if (entries) entries.push(entry);
    else statements.set(attribution.sourceId, [entry]);
  }
  const sources = [...reading.report.sources].sort((one, other) => other.words - one.words);
  const all = shown.size === claimStatuses.length;
  const sections = sources.flatMap((source) => {
    const entries = statements.get(source.id) ?? [];
    return all || entries.length ? [listSource(source.name, describe(source), entries)] : [];
  });
  const nobody = statements.get(null);
  if (nobody) sections.push(listSource(ui.nobody, ui.nobodyMeta, nobody));
  return sections.length ? sections : [h('p', { class: 'nothing' }, ui.noSources)];
}

function listSource(name: string, meta: string, statements: HTMLElement[]): HTMLElement {
  return h(
    'section',
    { class: 'source-entry' },
    h('h2', {}, name),
    h('p', { class: 'meta' }, meta),
    h('ol', { class: 'entries' }, ...statements),
  );
}

function describe(source: Source): string {
  const statements = count(source.statements, 'statement', 'statements');
  const words = count(source.words, 'word', 'words');
  const parts = [source.title, kindWords[source.kind], `${statements}, ${words}`];
  return parts.filter((part) => part).join(' · ');
}

function makeStatement(
  reading: Reading,
  attribution: Attribution,
  shown: ReadonlySet<ClaimStatus>,
): HTMLElement | null {
  const index = reading.claimOf(attribution);
  const claim = reading.claim(index);
  if (!claim || !shown.has(claim.status)) return null;
  const words = reading.words(attribution.content);
  return h('li', {}, makeItem(words, claim.status, index, attribution.id));
}

function makeItem(words: string, status: ClaimStatus, claim: number, attribution?: number): HTMLElement {
  return h(
    'button',
    {
      type: 'button',
      class: 'item',
      tabindex: '-1',
      'data-claim': String(claim),
      'data-attribution': attribution === undefined ? null : String(attribution),
    },
    lineSample(status),
    h('span', { class: 'words' }, words),
    h('span', { class: 'visually-hidden' }, ` ${statusWords[status].label}`),
  );
}
