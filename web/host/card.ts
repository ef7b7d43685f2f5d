// The little card beside a mark: what stands behind its words. It lies over the page, in a shadow
// root of its own, outside the host's text, and is there only while it is open.
// tests/embed/host/card.test.ts holds it.
import type { Report } from '../engine/report.ts';
import { h, sheetOf } from '../widget/dom.ts';
import { doubtLine } from '../widget/doubt.ts';
import { sourcesOf } from '../widget/filter.ts';
import { lineCss } from '../widget/mark-looks.ts';
import type { Words } from '../words/index.ts';
import tokensCss from '../widget/tokens.css?inline';
import cardCss from './card.css?inline';
import type { Mark } from './marks.ts';

export interface CardContent {
  readonly report: Report;
  readonly mark: Mark;
  readonly words: Words;
}

const gap = 8; // pixels to the words, and to the window's edge
let sheet: CSSStyleSheet | null = null;

export class Card {
  /** It was closed by its reader; `byKey`: who wants to go on in the text. */
  onClose: (byKey: boolean) => void = () => {};
  #element: HTMLElement | null = null;
  #listening = new AbortController();

  get open(): boolean {
    return this.#element !== null;
  }

  /** Opens beside `place`, in pixels of this window; `view`: the frame that its words are in. */
  show({ report, mark, words }: CardContent, place: DOMRect, view: Window = window): void {
    this.hide();
    const { card } = words.widget;
    const close = h('button', { type: 'button', class: 'close', 'aria-label': card.close }, '×');
    close.addEventListener('click', () => this.#close(true));
    const body = h('section', { 'aria-label': card.title, tabindex: '-1', lang: words.language }, close);
    body.append(...describe({ report, mark, words }));
    this.#element = h('div', { 'data-sourcelight': 'card', popover: 'manual' });
    const root = this.#element.attachShadow({ mode: 'open', delegatesFocus: true });
    root.adoptedStyleSheets = [(sheet ??= sheetOf(`${tokensCss}\n${lineCss}\n${cardCss}`))];
    root.append(body);
    // In front of everything, dialogs too; where there are no popovers it is fixed all the same.
    document.body.append(this.#element);
    this.#element.showPopover?.();
    put(this.#element, place);
    this.#listening = new AbortController();
    for (const one of new Set([window, view])) this.#listen(one, this.#listening.signal);
  }

  hide(): void {
    this.#element?.remove();
    this.#element = null;
    this.#listening.abort();
  }

  focus(): void {
    this.#element?.shadowRoot?.querySelector<HTMLElement>('.close')?.focus();
  }

  remove(): void {
    this.hide();
    this.onClose = () => {};
  }

  #listen(view: Window, signal: AbortSignal): void {
    view.addEventListener('keydown', this.#key, { capture: true, signal });
    view.addEventListener('pointerdown', this.#press, { capture: true, signal });
    view.addEventListener('scroll', this.#scroll, { capture: true, passive: true, signal });
  }

  #close(byKey: boolean): void {
    this.hide();
    this.onClose(byKey);
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.stopPropagation();
    event.preventDefault();
    this.#close(true);
  };

  readonly #press = (event: Event): void => {
    if (this.#element && !event.composedPath().includes(this.#element)) this.#close(false);
  };

  // Its words have moved away from under it.
  readonly #scroll = (event: Event): void => {
    if (event.target !== this.#element) this.hide();
  };
}

function describe({ report, mark, words }: CardContent): HTMLElement[] {
  const parts: HTMLElement[] = [];
  const claim = mark.claim === null ? null : report.claims[mark.claim];
  if (claim) {
    const sources = sourcesOf(claim, report);
    parts.push(
      h('p', { class: `status line ${claim.status}` }, words.terms.statuses[claim.status].label),
      ...sources.map(({ name, title, kind }) =>
        h('p', { class: 'source' }, h('b', {}, name), ` ${[title, words.terms.kinds[kind]].filter((part) => part).join(' · ')}`),
      ),
      h('p', {}, words.reason.why(claim, report)),
    );
    const sure = doubtLine(claim, report, words);
    if (sure) parts.push(h('p', { class: 'doubt' }, `${words.widget.doubt.how}: ${sure}`));
  }
  const found = report.findings.filter(({ span }, at) =>
    mark.finding === at || claim?.spans.some(([begin, end]) => span[0] < end && begin < span[1]),
  );
  parts.push(...found.map(({ message, severity }) => h('p', { class: `finding ${severity}` }, message)));
  return parts;
}

/** Below its words, or above where there is no room; in the window though its words are not. */
function put(element: HTMLElement, place: DOMRect): void {
  const { width, height } = element.getBoundingClientRect();
  const left = Math.max(gap, Math.min(place.left, innerWidth - width - gap));
  const below = place.bottom + gap;
  const top = below + height <= innerHeight ? below : Math.min(place.top, innerHeight) - height - gap;
  element.style.left = `${left}px`;
  element.style.top = `${Math.max(gap, top)}px`;
}
