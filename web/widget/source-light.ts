// <source-light>: an article's text with its claims marked, a legend that counts and filters
// them, a card that explains the selected one, and lists of sources and claims.
//
//   const light = document.querySelector('source-light');
//   light.text = text;
//   light.report = await engine.analyze(text);
//
// With the attribute `editable` the text can be written in: `text-change` says so, marks follow
// the edit at once, and the page gives a new report when it has one. tests/web/page hold it.
import type { Report } from '../engine/report.ts';
import { findEdit } from '../highlight/index.ts';
import { Card } from './card.ts';
import { h } from './dom.ts';
import { Legend } from './legend.ts';
import { Lists } from './lists.ts';
import { Reading, type Selection } from './reading.ts';
import { Surface } from './surface.ts';
import sideCss from './side.css?inline';
import textCss from './text.css?inline';
import tokensCss from './tokens.css?inline';
import groundCss from './widget.css?inline';
import { statusWords } from './words.ts';

const typingPause = 500; // milliseconds

/** Events: `text-change` after the user's edit, `claim-select` after a choice; both bubble. */
export class SourceLight extends HTMLElement {
  static readonly observedAttributes = ['editable'];

  readonly #surface = new Surface();
  readonly #legend = new Legend();
  readonly #card = new Card();
  readonly #lists = new Lists();
  readonly #spoken = h('p', { class: 'visually-hidden', role: 'status' });
  #reading: Reading | null = null;
  #selection: Selection | null = null;
  #current = false;
  #typedAt = -Infinity;
  #sideTimer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [tokensCss, groundCss, textCss, sideCss].map(makeSheet);
    const empty = h('div', { class: 'empty' }, h('slot', { name: 'empty' }));
    const article = h('div', { class: 'article' }, this.#surface.element, empty);
    const side = h('div', { class: 'side' }, this.#legend.element, this.#card.element, this.#lists.element);
    root.append(h('div', { class: 'layout' }, article, side), this.#spoken);

    this.#surface.onInput = (typing) => this.#textChanged(typing);
    this.#surface.onPoint = (offset) => this.#point(offset);
    this.#legend.onFilter = () => this.#filter();
    this.#lists.onSelect = (claim, attribution) => this.selectClaim(claim, attribution);
    this.#card.onStep = (step) => this.step(step);
    this.#card.onClose = () => this.#close();
    root.addEventListener('keydown', (event) => this.#key(event as KeyboardEvent));
  }

  connectedCallback(): void {
    this.#paint();
  }

  disconnectedCallback(): void {
    this.#surface.clearPaint();
  }

  attributeChangedCallback(): void {
    this.#surface.editable = this.editable;
    this.#paint();
  }

  get editable(): boolean {
    return this.hasAttribute('editable');
  }

  set editable(editable: boolean) {
    this.toggleAttribute('editable', editable);
  }

  /** The article. Setting it drops the report; line ends become "\n" where it is editable. */
  get text(): string {
    return this.#surface.text;
  }

  set text(text: string) {
    this.#surface.text = text;
    this.report = null;
  }

  /** Puts `text` in place of the article as one step the user can undo; needs `editable`. */
  replaceText(text: string): void {
    this.#surface.replaceText(text);
  }

  /** The report of the text as it stands, with UTF-16 offsets; null: none yet. */
  get report(): Report | null {
    return this.#reading?.report ?? null;
  }

  set report(report: Report | null) {
    const anchor = this.#selection && this.#reading?.claim(this.#selection.claim)?.spans[0]?.[0];
    this.#reading = report && new Reading(this.text, report);
    const claim = anchor == null ? -1 : (this.#reading?.claimAt(anchor, this.#legend.shown) ?? -1);
    this.#selection = claim < 0 ? null : (this.#reading?.select(claim) ?? null);
    this.#current = report !== null;
    this.#render();
  }

  /** Whether `report` was made of the text as it stands; after an edit its marks only follow. */
  get current(): boolean {
    return this.#current;
  }

  /** Index of the selected claim in `report.claims`, or null. */
  get selectedClaim(): number | null {
    return this.#selection?.claim ?? null;
  }

  /** Opens the card of a claim, or of one attribution it rests on, and shows it in the text. */
  selectClaim(claim: number, attribution?: number): void {
    if (!this.#reading?.claim(claim)) return;
    this.#choose(this.#reading.select(claim, attribution));
    this.#reveal();
  }

  /** Selects the next (1) or previous (-1) shown claim, from the selected one or the caret. */
  step(step: -1 | 1): void {
    const claims = this.#reading?.shownClaims(this.#legend.shown) ?? [];
    if (!this.#reading || !claims.length) return;
    const at = this.selectedClaim ?? this.#claimBeforeCaret(step);
    const next =
      step > 0 ? claims.find((claim) => claim > at) : claims.findLast((claim) => claim < at);
    const claim = next ?? (step > 0 ? claims[0] : claims.at(-1));
    if (claim !== undefined) this.selectClaim(claim);
  }

  #stepCaret(step: -1 | 1): void {
    this.step(step);
    const claim = this.#selection && this.#reading?.claim(this.#selection.claim);
    const begin = claim?.spans[0]?.[0];
    if (begin !== undefined) this.#surface.caret = begin;
  }

  #claimBeforeCaret(step: -1 | 1): number {
    const { caret } = this.#surface;
    const claims = this.#reading?.report.claims ?? [];
    const after = claims.findIndex(({ spans }) => (spans.at(-1)?.[1] ?? 0) > caret);
    const next = after < 0 ? claims.length : after;
    return step > 0 ? next - 1 : next;
  }

  #textChanged(typing: boolean): void {
    if (typing) this.#typedAt = performance.now();
    const reading = this.#reading;
    const edit = reading && findEdit(reading.text, this.text);
    if (edit) this.#reading = reading.move(this.text, edit);
    this.#current = false;
    this.#paint();
    this.dispatchEvent(new CustomEvent('text-change', { bubbles: true }));
  }

  #point(offset: number): void {
    const claim = this.#reading?.claimAt(offset, this.#legend.shown) ?? -1;
    this.#choose(claim < 0 ? null : (this.#reading?.select(claim) ?? null));
  }

  #filter(): void {
    const claim = this.#selection && this.#reading?.claim(this.#selection.claim);
    if (claim && !this.#legend.shown.has(claim.status)) this.#selection = null;
    this.#render();
  }

  #close(): void {
    const hadFocus = this.#card.element.matches(':focus-within');
    this.#choose(null);
    if (hadFocus && this.editable) this.#surface.focus();
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const writing = event.target instanceof HTMLTextAreaElement;
    const letter = writing ? '' : event.key;
    if (event.key === 'F8') this.#stepCaret(event.shiftKey ? -1 : 1);
    else if (letter === 'n') this.step(1);
    else if (letter === 'p') this.step(-1);
    else if (event.key === 'Escape' && this.#selection) this.#close();
    else return;
    event.preventDefault();
  }

  #choose(selection: Selection | null): void {
    this.#selection = selection;
    this.#paint();
    this.#showCard();
    this.#lists.mark(selection?.claim ?? null);
    this.#spoken.textContent = this.#describe();
    this.dispatchEvent(
      new CustomEvent('claim-select', { bubbles: true, detail: { claim: this.selectedClaim } }),
    );
  }

  #describe(): string {
    const claim = this.#selection && this.#reading?.claim(this.#selection.claim);
    if (!claim) return '';
    return `${statusWords[claim.status].label}. ${claim.why}`;
  }

  #render(): void {
    this.#legend.setCounts(
      this.#reading?.counts() ?? { named: 0, unnamed: 0, hidden: 0, unsourced: 0, none: 0 },
    );
    this.#paint();
    // What stands beside the text keeps still while letters are typed; besides being calm, this
    // keeps the browser's undo steps whole (see setText() in dom.ts).
    clearTimeout(this.#sideTimer);
    const rest = this.#typedAt + typingPause - performance.now();
    if (rest > 0) this.#sideTimer = setTimeout(() => this.#renderSide(), rest);
    else this.#renderSide();
  }

  #renderSide(): void {
    this.#lists.show(this.#reading, this.#legend.shown);
    this.#lists.mark(this.selectedClaim);
    this.#showCard();
  }

  #showCard(): void {
    if (this.#reading && this.#selection) this.#card.show(this.#reading, this.#selection);
    else this.#card.hide();
  }

  #paint(): void {
    this.toggleAttribute('data-empty', !this.text);
    if (!this.isConnected) return;
    // What is no claim carries a mark only where it was asked for.
    const marked = new Set(this.#legend.shown);
    if (!this.#legend.isPressed('none')) marked.delete('none');
    this.#surface.paint(this.#reading?.layers(marked, this.#selection) ?? new Map());
  }

  /** Scrolls the page to the selected claim unless it is in sight, clear of the card. */
  #reveal(): void {
    const span = this.#selection && this.#reading?.claim(this.#selection.claim)?.spans[0];
    const rect = span && this.#surface.rectOf(span);
    if (!rect) return;
    const card = this.#card.element.getBoundingClientRect();
    const covered = card.width > innerWidth * 0.9 ? card.height : 0;
    const visible = innerHeight - covered;
    if (rect.top >= 0 && rect.bottom <= visible) return;
    const smooth = matchMedia('(prefers-reduced-motion: no-preference)').matches;
    scrollBy({ top: rect.top - visible / 3, behavior: smooth ? 'smooth' : 'auto' });
  }
}

const sheets = new Map<string, CSSStyleSheet>();

function makeSheet(text: string): CSSStyleSheet {
  const sheet = sheets.get(text) ?? new CSSStyleSheet();
  if (!sheets.has(text)) sheet.replaceSync(text);
  sheets.set(text, sheet);
  return sheet;
}

declare global {
  interface HTMLElementTagNameMap {
    'source-light': SourceLight;
  }
}

customElements.define('source-light', SourceLight);
