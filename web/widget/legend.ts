// The legend above the text: what each mark means, how many claims carry it, and buttons that show
// only those; and which source or kind is shown, if only one is. tests/web/page hold it.
import { claimStatuses, type ClaimStatus, type Report } from '../engine/report.ts';
import type { Words } from '../words/index.ts';
import { h, setText } from './dom.ts';
import { everything, isEverything, toggleStatus, type Filter } from './filter.ts';

export class Legend {
  readonly element: HTMLElement;
  onFilter: (filter: Filter) => void = () => {};

  readonly #words: Words;
  readonly #buttons = new Map<ClaimStatus, HTMLButtonElement>();
  readonly #counts = new Map<ClaimStatus, HTMLElement>();
  readonly #unsureCount = h('span', { class: 'count' }, '0');
  readonly #unsure: HTMLButtonElement;
  readonly #only = h('p', { class: 'only', hidden: true });
  readonly #onlyText = h('span');
  #filter: Filter = everything;

  constructor(words: Words) {
    this.#words = words;
    const { filters, legend } = words.widget;
    const items = claimStatuses.map((status) => this.#makeItem(status));
    this.#unsure = this.#makeUnsure();
    const all = h('button', { type: 'button', class: 'plain' }, filters.all);
    all.addEventListener('click', () => this.onFilter(everything));
    this.#only.append(this.#onlyText, ' ', all);
    this.element = h(
      'section',
      { class: 'legend', part: 'legend', 'aria-label': legend },
      h('div', { class: 'filters', role: 'group', 'aria-label': legend }, ...items, this.#unsure),
      this.#only,
    );
  }

  show(counts: Readonly<Record<ClaimStatus, number>>, filter: Filter, report: Report | null, unsure: number): void {
    this.#filter = filter;
    for (const [status, element] of this.#counts) {
      setText(element, new Intl.NumberFormat(this.#words.language).format(counts[status]));
    }
    for (const [status, button] of this.#buttons) {
      button.ariaPressed = String(filter.statuses.has(status));
    }
    setText(this.#unsureCount, new Intl.NumberFormat(this.#words.language).format(unsure));
    this.#unsure.ariaPressed = String(Boolean(filter.unsure));
    setText(this.#onlyText, this.#describe(filter, report));
    this.#only.hidden = isEverything(filter);
  }

  #describe({ statuses, source, kind, unsure }: Filter, report: Report | null): string {
    const { terms, widget } = this.#words;
    const parts = claimStatuses.flatMap((one) => (statuses.has(one) ? terms.statuses[one].label : []));
    if (source !== null) parts.push(report?.sources[source]?.name ?? '');
    if (kind !== null) parts.push(terms.kinds[kind]);
    if (unsure) parts.push(widget.doubt.label);
    return parts.length ? `${widget.filters.showing}: ${parts.join(', ')}.` : '';
  }

  /** Says beside the statuses what their second line means. */
  #makeUnsure(): HTMLButtonElement {
    const { label, meaning } = this.#words.widget.doubt;
    const button = h(
      'button',
      { type: 'button', class: 'filter', 'aria-pressed': 'false', title: meaning, 'data-status': 'unsure' },
      h('span', { class: 'line unsure', 'aria-hidden': 'true' }, room),
      h('span', { class: 'label' }, label),
      ' ',
      this.#unsureCount,
    );
    button.addEventListener('click', () => {
      const { unsure, ...rest } = this.#filter;
      this.onFilter(unsure ? rest : { ...rest, unsure: true });
    });
    return button;
  }

  #makeItem(status: ClaimStatus): HTMLButtonElement {
    const { label, meaning } = this.#words.terms.statuses[status];
    const counter = h('span', { class: 'count' }, '0');
    const button = h(
      'button',
      { type: 'button', class: 'filter', 'aria-pressed': 'false', title: meaning, 'data-status': status },
      lineSample(status),
      h('span', { class: 'label' }, label),
      ' ',
      counter,
    );
    button.addEventListener('click', () => this.onFilter(toggleStatus(this.#filter, status)));
    this.#buttons.set(status, button);
    this.#counts.set(status, counter);
    return button;
  }
}

const room = '\u00a0\u00a0\u00a0\u00a0\u00a0';

/** A short piece of the line that marks claims of `status`, with the second one of those that are unsure. */
export function lineSample(status: ClaimStatus, unsure = false): HTMLElement {
  const words = unsure ? h('span', { class: 'unsure' }, room) : room;
  return h('span', { class: `line ${status}`, 'aria-hidden': 'true' }, words);
}
