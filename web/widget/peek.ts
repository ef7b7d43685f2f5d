// What a pointer that rests on a claim is told: who stands behind it, in two lines beside the words.
// It goes away with Escape, stays while the pointer is on it, and a click on it opens the card.
// tests/web/page hold it.
import type { Words } from '../words/index.ts';
import { h } from './dom.ts';
import { sourcesOf } from './filter.ts';
import { lineSample } from './legend.ts';
import type { Reading } from './reading.ts';

const restMilliseconds = 350;
const leaveMilliseconds = 150;

export class Peek {
  /** Stands inside `host`, which is positioned. All it says is on the card too. */
  readonly element = h('div', { class: 'peek', part: 'peek', 'aria-hidden': 'true', hidden: true });
  /** The claim at a point of the window; null: none there. */
  claimAt: (x: number, y: number) => number | null = () => null;
  onOpen: (claim: number) => void = () => {};

  readonly #host: HTMLElement;
  readonly #describe: (claim: number) => { reading: Reading; words: Words } | null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #claim: number | null = null;

  constructor(host: HTMLElement, describe: (claim: number) => { reading: Reading; words: Words } | null) {
    this.#host = host;
    this.#describe = describe;
    host.append(this.element);
    host.addEventListener('pointermove', (event) => this.#move(event));
    host.addEventListener('pointerleave', () => this.#later(null));
    this.element.addEventListener('click', () => {
      const claim = this.#claim;
      this.hide();
      if (claim !== null) this.onOpen(claim);
    });
  }

  get visible(): boolean {
    return !this.element.hidden;
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.element.hidden = true;
    this.#claim = null;
  }

  #move(event: PointerEvent): void {
    if (event.pointerType !== 'mouse' || event.buttons) return;
    clearTimeout(this.#timer);
    if (event.composedPath().includes(this.element)) return;
    this.#later({ x: event.clientX, y: event.clientY });
  }

  #later(point: { x: number; y: number } | null): void {
    clearTimeout(this.#timer);
    const rest = point ? restMilliseconds : leaveMilliseconds;
    this.#timer = setTimeout(() => {
      const claim = point && this.claimAt(point.x, point.y);
      if (claim === null || !point) this.hide();
      else if (claim !== this.#claim) this.#show(claim, point.x, point.y);
    }, rest);
  }

  #show(index: number, x: number, y: number): void {
    const known = this.#describe(index);
    const claim = known?.reading.claim(index);
    if (!known || !claim) return this.hide();
    const who = sourcesOf(claim, known.reading.report)
      .map(({ name, title }) => [name, title].filter((part) => part).join(', '))
      .join('; ');
    const unsure = known.reading.isUnsure(index);
    const { terms, widget } = known.words;
    const parts = [terms.statuses[claim.status].label, unsure ? widget.doubt.label : ''];
    const label = parts.filter((part) => part).join(' · ');
    this.element.replaceChildren(
      h('p', { class: 'status' }, lineSample(claim.status, unsure), label),
      h('p', {}, who || known.words.reason.why(claim, known.reading.report)),
    );
    this.#claim = index;
    this.element.hidden = false;
    const host = this.#host.getBoundingClientRect();
    const { width, height } = this.element.getBoundingClientRect();
    const left = Math.max(8, Math.min(x - host.left - 24, host.width - width - 8));
    const below = y + 24 + height < innerHeight;
    this.element.style.left = `${left}px`;
    this.element.style.top = `${y - host.top + (below ? 22 : -height - 18)}px`;
  }
}
