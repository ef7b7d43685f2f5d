// The changes between two versions as groups of entries, what to look at first on top. Entries
// that have a claim in the article on the page are buttons; arrow keys go from one to the next.
// Long lists are built in slices. tests/web/compare/view.test.ts holds it.
import type { Change, Comparison, Version, WordPart } from '../compare/index.ts';
import type { ClaimStatus } from '../engine/report.ts';
import type { Words } from '../words/index.ts';
import { h } from './dom.ts';
import { lineSample } from './legend.ts';
import { Roving } from './roving.ts';

/** What web/compare does, given once it has been loaded. */
export interface Tools {
  claimWords(version: Version, index: number): string;
  diffWords(before: string, after: string): WordPart[];
}

export interface Compared {
  readonly before: Version;
  readonly after: Version;
  readonly comparison: Comparison;
  /** Whether the article on the page is the later of the two. */
  readonly presentIsLater: boolean;
}

const groups = ['lost', 'changed', 'newUnsourced', 'new', 'got', 'reworded', 'gone'] as const;
type Group = (typeof groups)[number];

const slice = 8; // milliseconds at a stretch

export class CompareEntries {
  readonly element = h('div', { class: 'groups' });
  onSelect: (claim: number) => void = () => {};

  readonly #words: Words;
  readonly #roving = new Roving(this.element);
  #drawing = 0;

  constructor(words: Words) {
    this.#words = words;
    this.element.addEventListener('click', (event) => {
      const item = (event.target as Element).closest<HTMLElement>('button.result');
      if (item) this.onSelect(Number(item.dataset['claim']));
    });
  }

  clear(): void {
    ++this.#drawing;
    this.element.replaceChildren();
    this.element.removeAttribute('aria-busy');
  }

  /** Resolves when all entries stand; a newer call or clear() ends an older one. */
  async show(compared: Compared, tools: Tools): Promise<void> {
    const { focused } = this.#roving;
    this.clear();
    const drawing = this.#drawing;
    this.element.setAttribute('aria-busy', 'true');
    const { changes } = compared.comparison;
    let started = performance.now();
    for (const group of groups) {
      const members = changes.filter((change) => groupOf(change) === group);
      if (!members.length) continue;
      const list = this.#makeGroup(group, members.length);
      for (const change of members) {
        list.append(h('li', {}, this.#makeEntry(change, compared, tools)));
        if (performance.now() - started < slice) continue;
        await nextTask();
        if (drawing !== this.#drawing) return;
        started = performance.now();
      }
    }
    this.#roving.settle(focused);
    this.element.removeAttribute('aria-busy');
  }

  #makeGroup(group: Group, size: number): HTMLOListElement {
    const number = size.toLocaleString(this.#words.language);
    const heading = h('h3', {}, this.#words.compare.groups[group], ' ', h('span', { class: 'count' }, number));
    const list = h('ol');
    this.element.append(h('section', { class: `group ${group}` }, heading, list));
    return list;
  }

  #makeEntry(change: Change, compared: Compared, tools: Tools): HTMLElement {
    const content = [
      h('span', { class: 'quoted' }, ...this.#wordsOf(change, compared, tools)),
      h('span', { class: 'who' }, ...this.#sidesOf(change)),
    ];
    if (change.numbersChanged) content.push(h('span', { class: 'note' }, this.#words.compare.numbersDiffer));
    const claim = compared.presentIsLater ? change.after : change.before;
    if (claim === null) return h('div', { class: 'result' }, ...content);
    const place = { type: 'button', tabindex: '-1', 'data-claim': String(claim) };
    return h('button', { class: 'result', ...place }, ...content);
  }

  #wordsOf(change: Change, { before, after }: Compared, tools: Tools): Node[] {
    const old = change.before === null ? null : tools.claimWords(before, change.before);
    const now = change.after === null ? null : tools.claimWords(after, change.after);
    if (old === null || now === null || !change.reworded) return [new Text(now ?? old ?? '')];
    const { added, removed, unchanged } = this.#words.compare;
    const spoken = { same: unchanged, added, removed };
    return tools.diffWords(old, now).map(({ kind, text }) => {
      const said = h('span', { class: 'visually-hidden' }, ` ${spoken[kind]}`);
      if (kind === 'same') return h('span', {}, said, text);
      return h(kind === 'added' ? 'ins' : 'del', {}, said, text);
    });
  }

  /** Status and sources, before and after; once if they are the same. */
  #sidesOf({ beforeStatus, afterStatus, beforeSources, afterSources }: Change): Node[] {
    const { was, is, sources } = this.#words.compare;
    const side = (status: ClaimStatus, names: readonly string[], said: string): HTMLElement => {
      const label = this.#words.terms.statuses[status].label;
      return h(
        'span',
        { class: 'state' },
        lineSample(status),
        h('span', {}, h('span', { class: 'visually-hidden' }, said), names.length ? `${label}: ${sources(names)}` : label),
      );
    };
    const same = beforeStatus === afterStatus && String(beforeSources) === String(afterSources);
    if (same && afterStatus) return [side(afterStatus, afterSources, '')];
    const sides: HTMLElement[] = [];
    if (beforeStatus) sides.push(side(beforeStatus, beforeSources, afterStatus ? ` ${was}` : ' '));
    if (afterStatus) sides.push(side(afterStatus, afterSources, beforeStatus ? ` ${is}` : ' '));
    if (sides.length === 2) sides[1]?.classList.add('now');
    return sides;
  }
}

function groupOf({ kind, afterStatus }: Change): Group {
  switch (kind) {
    case 'lost_source': return 'lost';
    case 'changed_source': return 'changed';
    case 'got_source': return 'got';
    case 'new': return afterStatus === 'unsourced' || afterStatus === 'hidden' ? 'newUnsourced' : 'new';
    default: return kind;
  }
}

/** Lets the page draw and answer before what comes next. */
export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
