// The legend: what each mark means, how many claims carry it, and buttons that show only those.
import { claimStatuses, type ClaimStatus } from '../engine/report.ts';
import { h, setText } from './dom.ts';
import { statusWords, ui } from './words.ts';

export class Legend {
  readonly element: HTMLElement;
  /** The statuses to show have changed. */
  onFilter: () => void = () => {};

  readonly #buttons = new Map<ClaimStatus, HTMLButtonElement>();
  readonly #counts = new Map<ClaimStatus, HTMLElement>();

  constructor() {
    const items = claimStatuses.map((status) => this.#makeItem(status));
    const help = h(
      'details',
      { class: 'help' },
      h('summary', {}, ui.legendHelp),
      h('dl', {}, ...claimStatuses.flatMap(describe)),
    );
    this.element = h(
      'section',
      { class: 'legend', part: 'legend' },
      h('div', { class: 'filters', role: 'group', 'aria-label': ui.legend }, ...items),
      help,
    );
  }

  /** The statuses whose claims are to be shown: those pressed, or all if none is. */
  get shown(): ReadonlySet<ClaimStatus> {
    const pressed = claimStatuses.filter((status) => this.isPressed(status));
    return new Set(pressed.length ? pressed : claimStatuses);
  }

  isPressed(status: ClaimStatus): boolean {
    return this.#buttons.get(status)?.ariaPressed === 'true';
  }

  setCounts(counts: Readonly<Record<ClaimStatus, number>>): void {
    for (const [status, element] of this.#counts) {
      setText(element, counts[status].toLocaleString('en'));
    }
  }

  #makeItem(status: ClaimStatus): HTMLButtonElement {
    const { label, meaning } = statusWords[status];
    const counter = h('span', { class: 'count' }, '0');
    const button = h(
      'button',
      { type: 'button', class: 'filter', 'aria-pressed': 'false', title: meaning, 'data-status': status },
      lineSample(status),
      h('span', { class: 'label' }, label),
      ' ',
      counter,
    );
    button.addEventListener('click', () => {
      button.ariaPressed = String(!this.isPressed(status));
      this.onFilter();
    });
    this.#buttons.set(status, button);
    this.#counts.set(status, counter);
    return button;
  }
}

/** A short piece of the line that marks claims of `status`. */
export function lineSample(status: ClaimStatus): HTMLElement {
  return h('span', { class: `line ${status}`, 'aria-hidden': 'true' }, '\u00a0\u00a0\u00a0\u00a0\u00a0');
}

function describe(status: ClaimStatus): HTMLElement[] {
  const { label, meaning } = statusWords[status];
  return [h('dt', {}, lineSample(status), label), h('dd', {}, meaning)];
}
