// What an editor has on the desk: an article, its Report, the claim that is looked at, what is shown
// and what was made of each claim; and all views of it, kept in step. source-light.ts is the element
// around it; tests/web/page hold both. It is long because all views are joined here, and only here.
import { claimStatuses, type Report, type Span, type Weights } from '../engine/report.ts';
import type { Edit } from '../highlight/index.ts';
import type { ReviewMark } from '../review/index.ts';
import { languageFor, type Words } from '../words/index.ts';
import { Checks } from './checks.ts';
import { Choosing } from './choosing.ts';
import { Correcting } from './correcting.ts';
import { doubtNote } from './doubt.ts';
import { everything, isSame, toggleStatus, type Filter } from './filter.ts';
import { makePaper } from './paper.ts';
import { Peek } from './peek.ts';
import { Reading, type Selection } from './reading.ts';
import { fromReportFilter, toReportFilter } from './report-filter.ts';
import type { Reviews } from './reviews.ts';
import { h } from './dom.ts';
import { Surface } from './surface.ts';
import { Views, type Frame, type Services, type Tab } from './views.ts';

const typingPause = 500; // milliseconds

export interface DeskEvents {
  /** Another claim was selected, or none. */
  onSelect(claim: number | null): void;
  onReview(claim: number): void;
  /** Another thing is said by hand than was read, or no more. */
  onCorrection(): void;
  onTextChange(edit: Edit): void;
  /** The weights are to be shown. */
  onWeights(): void;
  onWeightsChange(weights: Weights): void;
  onCancel(): void;
  onRetry(): void;
  /** What is fetched when it is used could not be. */
  onToolsProblem(isProblem: boolean): void;
}

export class Desk {
  readonly surface = new Surface();
  readonly #article = h('div', { class: 'article' }, this.surface.element);
  readonly #frame = makeFrame(this.#article);
  readonly #peek: Peek;
  readonly #reviews: Reviews;
  readonly #events: DeskEvents;
  readonly #services: Services;
  readonly #checks: Checks;
  readonly #correcting: Correcting;
  readonly #choosing: Choosing;
  #views: Views;
  #reading: Reading | null = null;
  #selection: Selection | null = null;
  #filter: Filter = everything;
  #current = false;
  #textShown = true;
  #typedAt = -Infinity;
  #sideTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(words: Words, reviews: Reviews, events: DeskEvents, services: Services) {
    this.#reviews = reviews;
    this.#events = events;
    this.#services = services;
    this.#checks = new Checks(services.tools?.check ?? null, services);
    this.#checks.onSelect = (claim, attribution) => this.select(claim, attribution);
    this.#checks.onChange = () => this.#compose();
    this.#checks.onProblem = (isProblem) => events.onToolsProblem(isProblem);
    this.#correcting = new Correcting(services.tools && (() => services.tools?.correct() ?? Promise.reject(new Error())), {
      reading: () => reviews.reading,
      words: () => this.words,
      root: () => rootOf(this.element),
      reviews,
      select: (claim) => this.select(claim),
      say: (text) => (this.#views.spoken.textContent = text),
      onProblem: () => events.onToolsProblem(true),
    });
    const empty = h('div', { class: 'empty' }, h('slot', { name: 'empty' }));
    this.#article.append(empty);
    this.#choosing = new Choosing(this.surface, this.#article, () => this.#correcting.isOffered && this.#reading !== null);
    this.#choosing.onOpen = () => this.#peek.hide();
    this.#choosing.onMark = (span) => this.#markWords(span);
    this.#peek = new Peek(this.#article, () => this.#reading && { reading: this.#reading, words: this.words });
    this.#peek.claimAt = (x, y) => (this.#choosing.isOpen ? null : this.#marked(this.#claimAtPoint(x, y)));
    this.#peek.onOpen = (claim) => this.select(claim);
    this.#views = this.#build(words);
    this.#views.surround(this.#frame, null);
    // Not before the click, lest what is pressed moves away from under the pointer.
    for (const type of ['click', 'keydown']) this.#frame.layout.addEventListener(type, (event) => this.#catchUp(event), true);
    this.surface.onInput = (edit, typing) => this.#textChanged(edit, typing);
    this.surface.onPoint = (offset) => this.#point(offset);
    this.surface.onPress = (x, y) => this.#choose(this.#claimAtPoint(x, y));
    reviews.onChange = () => this.#corrected();
    reviews.onUnfetched = () => events.onToolsProblem(true);
  }

  get element(): HTMLElement {
    return this.#frame.layout;
  }

  get views(): Views {
    return this.#views;
  }

  get words(): Words {
    return this.#views.words;
  }

  /** All views anew, in other words; text, selection and filter stay. */
  set words(words: Words) {
    const before = this.#views;
    const { opened } = before.tabs;
    this.#checks.language = languageFor(words.language);
    this.#views = this.#build(words);
    this.#views.surround(this.#frame, before);
    this.#views.tabs.open(opened);
    this.#typedAt = -Infinity;
    this.render();
  }

  get report(): Report | null {
    return this.#reading?.report ?? null;
  }

  /** The report of the text as it stands; null: none yet. */
  set report(report: Report | null) {
    this.#current = report !== null;
    this.#reviews.attach(report && new Reading(this.surface.text, report));
    this.#takeUp();
    if (this.#reviews.reading !== this.#reviews.base) this.#events.onCorrection();
  }

  /** The report as it was read, before anything was corrected by hand. */
  get reportAsRead(): Report | null {
    return this.#reviews.base?.report ?? null;
  }

  /** Whether `report` was made of the text as it stands; after an edit its marks only follow. */
  get current(): boolean {
    return this.#current;
  }

  get selectedClaim(): number | null {
    return this.#selection?.claim ?? null;
  }

  /** Whether the text is to be seen: otherwise nothing is painted in it. */
  set textShown(shown: boolean) {
    if (shown === this.#textShown) return;
    this.#textShown = shown;
    if (shown) this.#paint();
    else this.clearPaint();
  }

  get filter(): Filter {
    return this.#filter;
  }

  set filter(filter: Filter) {
    this.#filter = filter;
    const { selectedClaim } = this;
    if (selectedClaim !== null && !this.#reading?.passes(selectedClaim, filter)) this.#selection = null;
    this.render();
    this.#renderSide();
  }

  /** Opens the card of a claim, or of one attribution it rests on, and shows it in the text. */
  select(claim: number, attribution?: number): void {
    const found = this.#reading?.claim(claim);
    if (!this.#reading || !found) return;
    if (!this.#reading.passes(claim, this.#filter)) this.filter = everything;
    this.#choose(claim, attribution);
    const [span] = found.spans;
    if (span) this.reveal(span);
  }

  /** Selects the next (1) or previous (-1) shown claim, from the selected one or the caret. */
  step(step: -1 | 1, moveCaret = false): void {
    const claims = this.#reading?.shownClaims(this.#filter) ?? [];
    const at = this.selectedClaim ?? this.#claimBeforeCaret(step);
    const next =
      step > 0 ? claims.find((claim) => claim > at) : claims.findLast((claim) => claim < at);
    const claim = next ?? (step > 0 ? claims[0] : claims.at(-1));
    if (claim === undefined) return;
    this.select(claim);
    const begin = this.#reading?.claim(claim)?.spans[0]?.[0];
    if (moveCaret && begin !== undefined) this.surface.caret = begin;
  }

  /** Does what a key asks for; whether it asked for anything. */
  key(event: KeyboardEvent): boolean {
    const target = event.composedPath()[0];
    if (event.ctrlKey || event.metaKey || event.isComposing || inDialog(target)) return false;
    const writing = isWriting(target);
    if (event.key === 'Enter' && event.altKey && writing) return this.#openAtCaret();
    if (event.altKey) return false;
    if (event.key === 'F8') return this.step(event.shiftKey ? -1 : 1, true), true;
    if (event.key === 'Escape') return this.#escape();
    if (event.key === 'Enter' && this.surface.isRead(target ?? null)) return this.#enter();
    if (writing) return false;
    const status = claimStatuses[Number(event.key) - 1];
    if (event.key === 'e' && this.#selection) this.#views.card.correct();
    else if (event.key === 'n') this.step(1);
    else if (event.key === 'p') this.step(-1);
    else if (event.key === '?') this.#views.keys.showModal();
    else if (status) this.filter = toggleStatus(this.#filter, status);
    else return false;
    return true;
  }

  mark(claim: number, mark: ReviewMark | null, note?: string): void {
    this.#reviews.set(claim, mark, note);
    this.#events.onReview(claim);
    this.#renderSide();
    this.#paint();
  }

  /** The Report in one paragraph. */
  get summary(): string {
    return this.report ? this.words.reason.summary(this.report) : '';
  }

  /** Takes a file of other material, and opens the tab that shows it; null: it is none. */
  async takeMaterial(file: File): Promise<string | null> {
    const told = await this.#checks.take(file);
    if (told !== null) this.open('check');
    return told;
  }

  open(tab: Tab): void {
    this.#views.tabs.open(tab);
  }

  /** Draws everything anew: marks and numbers now, what stands beside when typing has rested. */
  render(): void {
    const counts = this.#reading?.counts() ?? { named: 0, unnamed: 0, hidden: 0, unsourced: 0, none: 0 };
    this.#views.legend.show(counts, this.#filter, this.report, this.#reading?.unsure.size ?? 0);
    this.#paint();
    // What stands beside the text keeps still while letters are typed; besides being calm, this
    // keeps the browser's undo steps whole (see setText() in dom.ts).
    clearTimeout(this.#sideTimer);
    const rest = this.#typedAt + typingPause - performance.now();
    this.#sideTimer = undefined;
    if (rest > 0) this.#sideTimer = setTimeout(() => this.#renderSide(), rest);
    else this.#renderSide();
  }

  /** Whoever turns to what stands beside the text finds it as the text is now. */
  #catchUp({ target }: Event): void {
    if (this.#sideTimer === undefined || this.#frame.main.contains(target as Node)) return;
    clearTimeout(this.#sideTimer);
    this.#renderSide();
  }

  /** Scrolls the page to `span` unless it is in sight, clear of the card. */
  reveal(span: Span): void {
    const rect = this.surface.rectOf(span);
    if (!rect) return;
    const card = this.#views.card.element.getBoundingClientRect();
    const covered = card.width > innerWidth * 0.9 ? card.height : 0;
    const visible = innerHeight - covered;
    if (rect.top >= 0 && rect.bottom <= visible) return;
    const smooth = matchMedia('(prefers-reduced-motion: no-preference)').matches;
    scrollBy({ top: rect.top - visible / 3, behavior: smooth ? 'smooth' : 'auto' });
  }

  clearPaint(): void {
    this.surface.clearPaint();
    this.#peek.hide();
  }

  /** The article for the printer; null if there is none. */
  paper(): HTMLElement | null {
    return this.#reading && makePaper(this.#reading, this.words, this.summary, (claim) => {
      const review = this.#reviews.of(claim);
      const mark = review?.mark ? this.words.review.marks[review.mark] : '';
      return [mark, review?.note].filter((part) => part).join(': ');
    });
  }

  #build(words: Words): Views {
    const views = new Views(
      words,
      {
        claims: () => this.#drawClaims(),
        sources: () => this.#views?.sources.show(this.#reading, this.#filter),
        report: () => this.#drawReport(),
        check: () => void this.#checks.open(),
        versions: () => this.#drawVersions(),
      },
      this.#services,
      this.#checks.element,
    );
    this.surface.words = words;
    this.#wire(views);
    this.#choosing.words = words;
    return views;
  }

  #wire(views: Views): void {
    const { card, claims, legend, minimap, remarks, report, sources, state, versions } = views;
    const select = (claim: number, attribution?: number): void => this.select(claim, attribution);
    const only = (source: number): void => {
      this.filter = { ...everything, source: this.#filter.source === source ? null : source };
    };
    claims.reviewOf = (claim) => this.#reviews.of(claim);
    claims.noteOf = (claim) => this.#checks.note(claim);
    claims.lost = () => this.#reviews.lost;
    claims.onForget = (id) => this.#reviews.forget(id);
    claims.onSelect = sources.onSelect = remarks.onSelect = select;
    versions.onFetched = (view) => (view.onSelect = select);
    claims.onMark = (claim, mark) => this.mark(claim, mark);
    claims.onWeights = () => this.#events.onWeights();
    views.weights.onChange = (weights) => this.#events.onWeightsChange(weights);
    claims.onChange = () => this.#drawClaims();
    sources.onSource = card.onSource = only;
    remarks.onSpan = (span) => this.reveal(span);
    const seek = (offset: number): void => this.reveal([offset, offset + 1]);
    report.onFetched = (view) => {
      view.onSelect = select;
      view.onSeek = seek;
      view.onFilter = (chosen) => {
        const filter = fromReportFilter(chosen);
        this.filter = isSame(filter, this.#filter) ? everything : filter;
      };
    };
    minimap.onSeek = seek;
    legend.onFilter = (filter) => (this.filter = filter);
    card.onStep = (step) => this.step(step);
    card.onSelect = select;
    if (this.#correcting.isOffered) {
      sources.onCorrect = (source, place, onClose) => void this.#correcting.openSource(place, source, onClose);
    }
    card.onCorrect = (place, onClose) => {
      const { chosen } = this.#choosing;
      if (chosen) void this.#correcting.openWords(place, chosen, () => this.#choose(null));
      else if (this.selectedClaim !== null) void this.#correcting.openClaim(place, this.selectedClaim, onClose);
    };
    card.onDraft = () => void this.#draft();
    card.onUndo = () => {
      const id = this.selectedClaim === null ? null : this.#reviews.idOf(this.selectedClaim);
      if (id !== null) this.#correcting.undo(id);
    };
    card.onClose = () => this.#close();
    card.onReview = (mark, note) => {
      if (this.selectedClaim !== null) this.mark(this.selectedClaim, mark, note);
    };
    state.onCancel = () => this.#events.onCancel();
    state.onRetry = () => this.#events.onRetry();
    views.tabs.onOpen = () => this.#revealSelected();
  }

  /** Shows what the reviews have made of the report; what was selected and filtered stays. */
  #takeUp(): void {
    const before = this.#reading;
    const anchor = this.#selection && before?.claim(this.#selection.claim)?.spans[0]?.[0];
    const { reading } = this.#reviews;
    this.#checks.setCurrent(this.surface.text, reading?.report ?? null);
    this.#reading = reading?.withFindings(this.#checks.findings()) ?? null;
    this.#filter = this.#carry(this.#filter, before);
    const claim = anchor == null ? -1 : (this.#reading?.claimAt(anchor, this.#filter) ?? -1);
    this.#selection = claim < 0 ? null : (this.#reading?.select(claim) ?? null);
    this.render();
  }

  /** Reviews came or went, and corrections may have. */
  #corrected(): void {
    const before = this.#reading?.report.claims;
    this.#takeUp();
    this.#renderSide();
    if (before !== this.#reading?.report.claims) this.#events.onCorrection();
  }

  /** The checks found something else. */
  #compose(): void {
    this.#reading = this.#reviews.reading?.withFindings(this.#checks.findings()) ?? null;
    // While letters are typed it waits for the pause, as all that stands beside does.
    if (this.#sideTimer === undefined) this.#renderSide();
  }

  #textChanged(edit: Edit, typing: boolean): void {
    if (typing) this.#typedAt = performance.now();
    this.#peek.hide();
    this.#reviews.move(this.surface.text, edit);
    // What other material says stands again when the text has been read.
    this.#reading = this.#reviews.reading;
    this.#current = false;
    this.#choosing.drop();
    this.#paint();
    this.#events.onTextChange(edit);
  }

  /** The filter after a new report, in which the source may have another id. */
  #carry(filter: Filter, before: Reading | null): Filter {
    if (filter.source === null) return filter;
    const name = before?.report.sources[filter.source]?.name;
    const source = this.#reading?.report.sources.find((one) => one.name === name);
    return { ...filter, source: source?.id ?? null };
  }

  #claimBeforeCaret(step: -1 | 1): number {
    const { caret } = this.surface;
    const claims = this.#reading?.report.claims ?? [];
    const after = claims.findIndex(({ spans }) => (spans.at(-1)?.[1] ?? 0) > caret);
    const next = after < 0 ? claims.length : after;
    return step > 0 ? next - 1 : next;
  }

  #claimAtPoint(x: number, y: number): number | null {
    const reading = this.#reading;
    const paragraph = this.surface.paragraphAt(y);
    if (!reading || !paragraph) return null;
    const near = reading.shownClaims(this.#filter).flatMap((claim) =>
      (reading.claim(claim)?.spans ?? [])
        .filter(([begin, end]) => begin < paragraph[1] && paragraph[0] < end)
        .map((span) => ({ claim, span })),
    );
    const at = this.surface.spanAt(near.map(({ span }) => span), x, y);
    return near[at]?.claim ?? null;
  }

  /** Opens the card for words that were selected. */
  #markWords(span: Span): void {
    this.#choose(null);
    this.#choosing.chosen = span;
    this.#paint();
    this.#showCard();
  }

  #point(offset: number): void {
    this.#peek.hide();
    const claim = this.#reading?.claimAt(offset, this.#filter) ?? -1;
    this.#choose(claim < 0 ? null : claim);
  }

  /** `claim` if its words carry a mark: what is no claim does only where it was asked for. */
  #marked(claim: number | null): number | null {
    const status = claim === null ? undefined : this.#reading?.claim(claim)?.status;
    return status === 'none' && !this.#filter.statuses.has('none') ? null : claim;
  }

  /** From a text that is only read into the card; where none is open, the next one opens. */
  #enter(): boolean {
    if (this.#selection) this.#views.card.focus();
    else this.step(1);
    return true;
  }

  #openAtCaret(): boolean {
    const span = this.#choosing.selected();
    if (span) this.#markWords(span);
    else this.#point(this.surface.caret);
    return true;
  }

  #escape(): boolean {
    if (this.#peek.visible) this.#peek.hide();
    else if (this.#selection ?? this.#choosing.chosen) this.#close();
    else return false;
    return true;
  }

  /** Opens the draft of a ClaimReview of the selected claim. */
  async #draft(): Promise<void> {
    const [claim, reading] = [this.selectedClaim, this.#reading];
    if (claim === null || !reading) return;
    try {
      const dialog = await this.#services.tools?.draft();
      await dialog?.openDraft(this.#frame.layout, reading, claim, languageFor(this.words.language));
    } catch {
      this.#events.onToolsProblem(true);
    }
  }

  #close(): void {
    const hadFocus = this.#views.card.element.matches(':focus-within');
    this.#choose(null);
    if (hadFocus) this.surface.focus();
  }

  #choose(claim: number | null, attribution?: number): void {
    this.#views.card.commit();
    this.#choosing.drop();
    this.#selection = claim === null ? null : (this.#reading?.select(claim, attribution) ?? null);
    this.#peek.hide();
    this.#paint();
    this.#showCard();
    this.#revealSelected();
    this.#views.spoken.textContent = this.#describe();
    this.#events.onSelect(this.selectedClaim);
  }

  #describe(): string {
    const claim = this.#selection && this.#reading?.claim(this.#selection.claim);
    if (!claim || !this.report) return '';
    const { reason, terms } = this.words;
    const unsure = doubtNote(claim, this.report, this.words);
    return `${terms.statuses[claim.status].label}${unsure && ` (${unsure})`}. ${reason.why(claim, this.report)}`;
  }

  #renderSide(): void {
    this.#sideTimer = undefined;
    const { tabs } = this.#views;
    tabs.draw();
    const number = new Intl.NumberFormat(this.words.language);
    const count = (size: number | undefined): string => (size ? number.format(size) : '');
    tabs.setCount('claims', count(this.#reading?.shownClaims(this.#filter).length));
    tabs.setCount('sources', count(this.report?.sources.length));
    this.#markSelected();
    this.#showCard();
    this.#drawMinimap();
  }

  #drawClaims(): void {
    if (!this.#views) return;
    this.#views.claims.show(this.#reading, this.#filter);
    void this.#correcting.list(this.#views.claims.corrected);
  }

  #drawReport(): void {
    this.#views?.report.draw((view) => {
      view.show(this.#reading, toReportFilter(this.#filter), this.summary);
      view.mark(this.selectedClaim);
    });
    this.#views?.remarks.show(this.#reading);
  }

  #drawVersions(): void {
    if (this.#reading && !this.#current) return;
    this.#views?.versions.draw((view) => view.setCurrent(this.surface.text, this.report));
  }

  #drawMinimap(): void {
    this.#views.minimap.show(this.surface.boxes(), this.#reading, this.surface.height);
  }

  #markSelected(): HTMLElement | null {
    const { claims, report, sources, tabs } = this.#views;
    const claim = this.selectedClaim;
    report.view?.mark(claim);
    const list = { claims, sources, report: null, check: null, versions: null }[tabs.opened];
    return list?.mark(claim) ?? null;
  }

  /** Scrolls the list; only where another claim is chosen, so that it never runs away from a click. */
  #revealSelected(): void {
    const item = this.#markSelected();
    if (item) this.#views.tabs.reveal(item);
  }

  #showCard(): void {
    const { card } = this.#views;
    const [reading, selection] = [this.#reading, this.#selection];
    const { chosen } = this.#choosing;
    if (reading && chosen) return card.showWords(reading.words([chosen]));
    if (!reading || !selection) return card.hide();
    const review = this.#reviews.of(selection.claim);
    const changed = this.#reviews.changed(selection.claim);
    void this.#correcting.rivals(card.rivals, selection.claim);
    const checks = this.#checks.describe(selection.claim);
    card.show({ reading, selection, links: this.surface.links, review, changed, checks });
  }

  #paint(): void {
    if (!this.#textShown || !this.surface.element.isConnected) return;
    const { chosen } = this.#choosing;
    this.surface.paint(this.#reading?.layers(this.#filter, this.#selection, chosen) ?? new Map());
  }
}

function makeFrame(article: HTMLElement): Frame {
  const text = h('div', { class: 'text' }, article);
  const main = h('div', { class: 'main' }, text);
  return { layout: h('div', { class: 'layout' }, main), main, text };
}

function rootOf(element: HTMLElement): ShadowRoot | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root : null;
}

function isWriting(target: EventTarget | undefined): boolean {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type);
  return target instanceof HTMLElement && target.isContentEditable;
}

function inDialog(target: EventTarget | undefined): boolean {
  return target instanceof Element && target.closest('dialog[open]') !== null;
}
