// <source-light>: an article's text with its claims marked, and around it what an editor asks of
// them: who says so, what to check first, the whole in pictures, what is new in this version.
//
//   <source-light editable></source-light>                   an article is written or pasted
//   <source-light panel manual></source-light>           the views of a text that stands elsewhere
//   <source-light><p>Mayor Ek said ...</p></source-light>    the article that stands in it is read
//
// docs/widget.md tells of attributes, properties, events, parts and custom properties;
// tests/web/page and tests/web/widget hold them. This class has no engine of its own: index.ts adds
// one, and the viewer of a shared file needs none. It is long because an element's attributes,
// properties and methods must stand in its class; what they do stands in desk.ts and reader.ts.
import type { Engine, EngineOptions } from '../engine/engine.ts';
import { styleToSend, type HouseStyle, type HouseStyleProblem } from '../engine/house-style.ts';
import { readHtml } from '../engine/html.ts';
import type { Format, RenderOptions } from '../engine/render.ts';
import type { ClaimStatus, Hyperlink, Part, Report, Weights } from '../engine/report.ts';
import { isOtherLanguage } from '../engine/error.ts';
import { OpenError, openProblemText } from '../files/error.ts';
import type { ArticleFacts, JsonObject, SourcesBoxOptions } from '../publish/index.ts';
import type { Review } from '../review/format.ts';
import { english, languageFor, loadWords, type Language, type Words } from '../words/index.ts';
import { Desk } from './desk.ts';
import { h } from './dom.ts';
import type { SourceLightEvents } from './events.ts';
import { everything, isSame, type Filter } from './filter.ts';
import { Reader } from './reader.ts';
import { Reviews } from './reviews.ts';
import { rememberedWeights, rememberWeights } from './remembered.ts';
import { adoptLate, adoptStyles } from './styles.ts';
import type { Tools } from './tools.ts';
import type { Tab } from './views.ts';

/** Whether `date` is a day of the calendar, ISO 8601; what is none is not known. */
function isDay(date: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(date) ? new Date(`${date}T00:00Z`) : null;
  return day !== null && !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(date);
}

export class SourceLight extends HTMLElement {
  static readonly observedAttributes = ['date', 'editable', 'lang', 'panel', 'site'];

  /** Where the engine finds its parts; set before the element reads its first text. */
  engineOptions: EngineOptions = {};
  readonly #reviews = new Reviews();
  readonly #desk: Desk;
  readonly #reader: Reader;
  readonly #root: ShadowRoot;
  #weights: Weights = {};
  #defaultWeights: Weights = {};
  #houseStyle: HouseStyle = null;
  #engine: Engine | null = null;
  /** What is shown unless the person or the page chooses: the house style says it. */
  #usual: Filter = everything;
  #connected = false;
  #problem: unknown = null;
  #ready: Promise<void> | null = null;
  readonly #paper = h('div', { class: 'paper-place' });

  constructor() {
    super();
    this.#root = this.attachShadow({ mode: 'open' });
    adoptStyles(this.#root);
    this.#reader = new Reader(() => this.startEngine(), {
      onBusy: (share) => this.#desk.views.state.busy(share),
      onEngine: (engine) => this.#engineIs(engine),
      onReport: (report) => this.#read(report),
      onFailure: (reason) => this.#failed(reason),
    });
    this.#desk = new Desk(english, this.#reviews, this.#events(), {
      canRead: this.canRead,
      tools: this.tools,
      houseStyle: () => styleToSend(this.#houseStyle),
      read: async (text, links, signal) =>
        this.#reader.readOther(text, { links: await this.#marked(links), ...(signal ? { signal } : {}) }),
      adoptStyle: (css) => adoptLate(this.#root, css),
      openFile: async (file) => (await import('../files/open.ts')).openFile(file),
      explain: (reason) => {
        const { files, widget } = this.#desk.words;
        if (isOtherLanguage(reason)) return widget.problems.otherLanguage;
        return reason instanceof OpenError ? openProblemText(reason, files) : null;
      },
    });
    this.#root.append(this.#desk.element, this.#paper);
    this.#root.addEventListener('keydown', (event) => this.handleKey(event as KeyboardEvent));
    this.#reviews.onProblem = (problem) =>
      this.#tell('storage', ({ review }) => (problem ? review.problems[problem] : ''));
  }

  connectedCallback(): void {
    addEventListener('beforeprint', this.#print);
    addEventListener('afterprint', this.#printed);
    if (!this.#connected) this.#start();
    this.#connected = true;
    this.#desk.render();
  }

  disconnectedCallback(): void {
    removeEventListener('beforeprint', this.#print);
    removeEventListener('afterprint', this.#printed);
    void this.#reviews.flush();
    this.#desk.clearPaint();
    // Unless it is only moved within the page.
    queueMicrotask(() => {
      if (!this.isConnected) this.#reader.close();
    });
  }

  attributeChangedCallback(name: string): void {
    if (name === 'lang') void this.#speak();
    if (name === 'site' || name === 'date') this.readAgain();
    this.#desk.surface.editable = this.editable;
    this.#desk.textShown = !this.panel;
    this.#desk.render();
  }

  /** Whether the text can be written in. */
  get editable(): boolean {
    return this.hasAttribute('editable');
  }

  set editable(editable: boolean) {
    this.toggleAttribute('editable', editable);
  }

  /** Whether it reads nothing by itself: the host sets `report`. */
  get manual(): boolean {
    return this.hasAttribute('manual');
  }

  set manual(manual: boolean) {
    this.toggleAttribute('manual', manual);
  }

  /** Whether it shows the views only, beside a text that stands elsewhere on the page. */
  get panel(): boolean {
    return this.hasAttribute('panel');
  }

  set panel(panel: boolean) {
    this.toggleAttribute('panel', panel);
  }

  /** The site that the article is for, "example.org": links within it are no sources. */
  get site(): string {
    return this.getAttribute('site') ?? '';
  }

  set site(site: string) {
    this.setAttribute('site', site);
  }

  /** The day on which the article was published, ISO 8601 ("2026-03-05"); '': not known. */
  get date(): string {
    return this.getAttribute('date') ?? '';
  }

  set date(date: string) {
    if (date !== this.date) this.setAttribute('date', date);
  }

  /** The article. Setting it drops the report; line ends become "\n" where it is editable. */
  get text(): string {
    return this.#desk.surface.text;
  }

  set text(text: string) {
    this.#desk.surface.text = text;
    this.#desk.report = null;
    this.#textIsNew();
  }

  /** The hyperlinks of the text, with UTF-16 offsets: set after it. */
  get links(): readonly Hyperlink[] {
    return this.#desk.surface.links;
  }

  set links(links: readonly Hyperlink[]) {
    this.#desk.surface.links = links;
    this.readAgain();
  }

  /** What a page sets the paragraphs of the text as, with UTF-16 offsets: set after it. */
  get parts(): readonly Part[] {
    return this.#desk.surface.parts;
  }

  set parts(parts: readonly Part[]) {
    this.#desk.surface.parts = parts;
    this.readAgain();
  }

  /** Puts `text` in place of the article as one step the user can undo; needs `editable`. */
  replaceText(text: string, links: readonly Hyperlink[] = [], parts: readonly Part[] = []): void {
    this.#desk.surface.replaceText(text, links, parts);
    if (links.length || parts.length) this.readAgain();
  }

  /** The report of the text as it stands, with UTF-16 offsets; null: none yet. */
  get report(): Report | null {
    return this.#desk.report;
  }

  set report(report: Report | null) {
    this.#desk.report = report;
    const shown = this.report;
    if (shown) this.#emit('report', { report: shown });
  }

  /** The same before anything was corrected by hand. */
  get reportAsRead(): Report | null {
    return this.#desk.reportAsRead;
  }

  /** Whether `report` was made of the text as it stands; after an edit its marks only follow. */
  get current(): boolean {
    return this.#desk.current;
  }

  /** The Report in one paragraph, in the language of the element. */
  get summary(): string {
    return this.#desk.summary;
  }

  /** Index of the selected claim in `report.claims`, or null. */
  get selectedClaim(): number | null {
    return this.#desk.selectedClaim;
  }

  /** Opens the card of a claim, or of one attribution it rests on, and shows it in the text. */
  selectClaim(claim: number, attribution?: number): void {
    this.#desk.select(claim, attribution);
  }

  /** Selects the next (1) or previous (-1) shown claim, from the selected one or the caret. */
  step(step: -1 | 1): void {
    this.#desk.step(step);
  }

  /** Which claims are shown, in the text and beside it. */
  get filter(): Filter {
    return this.#desk.filter;
  }

  set filter(filter: Filter) {
    this.#desk.filter = filter;
  }

  /** Opens one of the views beside the text. */
  openView(view: Tab): void {
    this.#desk.open(view);
  }

  /**
   * Takes a file that the article is held against (notes from elsewhere), and opens the tab "Check"; resolves
   * with what is to be told of it, or with null where it is no such file.
   */
  openMaterial(file: File): Promise<string | null> {
    return this.#desk.takeMaterial(file);
  }

  /** "About the sources", HTML to publish with the article (docs/publish.md); null: there is no Report. */
  async sourcesBox(options?: SourcesBoxOptions): Promise<string | null> {
    const { report, text } = this;
    return report && ((await this.tools?.publish())?.sourcesBox(text, report, options) ?? null);
  }

  /** The article's claims and quotations as JSON-LD of schema.org (docs/publish.md); null: there is no Report. */
  async jsonLd(facts?: ArticleFacts): Promise<JsonObject | null> {
    const { links, report, text } = this;
    return report && ((await this.tools?.publish())?.jsonLd(text, report, { links, ...facts }) ?? null);
  }

  showKeys(): void {
    this.#desk.views.keys.showModal();
  }

  /** What was made of a claim; null: nothing yet. */
  reviewOf(claim: number): Review | null {
    return this.#reviews.of(claim);
  }

  /** The reviews of all articles that this browser keeps. */
  get reviews(): Reviews {
    return this.#reviews;
  }

  /** A newsroom's rules and words (docs/house-style.md); the text is read anew with it. */
  get houseStyle(): HouseStyle {
    return this.#houseStyle;
  }

  set houseStyle(style: HouseStyle) {
    this.#houseStyle = style;
    this.#reader.close();
    this.#engine = this.#ready = null;
    this.readAgain();
    if (this.#connected && !this.manual) void this.whenReady();
  }

  /** Why the house style is not in use; null: it is, or the engine has not come yet. */
  get houseStyleProblem(): Error | null {
    return this.#engine?.houseStyleProblem ?? null;
  }

  /** What in the house style makes no sense, and was left out. */
  get houseStyleProblems(): readonly HouseStyleProblem[] {
    return this.#engine?.houseStyleProblems ?? [];
  }

  /** How much statuses and signals raise a claim in the list, where that is not the usual weight. */
  get weights(): Weights {
    return this.#weights;
  }

  set weights(weights: Weights) {
    this.#weights = weights;
    this.readAgain();
  }

  /** The report that is shown, with what was corrected by hand, in another format. */
  render(format: Format, options: RenderOptions = {}): Promise<string> {
    const { report, reportAsRead, text } = this;
    const corrected = report && report !== reportAsRead ? { report, text } : {};
    return this.#reader.render(format, { ...corrected, ...options });
  }

  /**
   * Resolves when engine and model are loaded, and what was read before with them again; or when
   * that failed, which the element tells.
   */
  whenReady(): Promise<void> {
    return (this.#ready ??= this.#reader.prepare());
  }

  /** Reads the text once more. */
  readAgain(): void {
    const { state } = this.#desk.views;
    this.#setProblem(null);
    if (!this.text.trim()) {
      this.#reader.cancel();
      state.busy(null);
      this.#desk.report = null;
    } else if (!this.manual && this.isConnected) {
      this.#reader.cancel();
      void this.#ask(this.text, this.links);
    }
  }

  /** Does what a key asks for, for pages that hear keys outside the element. */
  handleKey(event: KeyboardEvent): void {
    if (!event.defaultPrevented && this.#desk.key(event)) event.preventDefault();
  }

  override focus(): void {
    this.#desk.surface.focus();
  }

  /** Whether there is an engine: index.ts has one. */
  protected get canRead(): boolean {
    return false;
  }

  /** What can be done to an article besides reading it; null: it is only shown. */
  protected get tools(): Tools | null {
    return null;
  }

  /** Rejects where there is no engine. */
  protected startEngine(): Promise<Engine> {
    return Promise.reject(new Error('This element has no engine: it needs the attribute "manual".'));
  }

  #start(): void {
    if (!this.hasAttribute('private')) this.#reviews.keep();
    if (!this.hasAttribute('private')) this.#weights = rememberedWeights();
    void this.#speak();
    // Frameworks set the text before the element stands in the page, where nothing is read yet.
    const isWaiting = this.text !== '';
    // The host's script may set a text or options first.
    queueMicrotask(() => {
      if (this.#hasArticle() && !this.text) this.#takeContent();
      else if (isWaiting) this.readAgain();
      if (!this.manual && this.isConnected) void this.whenReady();
    });
  }

  async #ask(text: string, links: readonly Hyperlink[]): Promise<void> {
    const marked = this.site && links.length ? await this.#marked(links) : links;
    // Others may have come meanwhile, and asked for themselves.
    if (marked !== links && (text !== this.text || links !== this.links || !this.isConnected)) return;
    const date = isDay(this.date) ? { date: this.date } : {};
    this.#reader.read(text, { links: marked, parts: this.parts, weights: this.#weights, ...date });
  }

  /** Those within the site marked; as they are where the list of all sites cannot be had. */
  async #marked(links: readonly Hyperlink[] = []): Promise<readonly Hyperlink[]> {
    const known = this.site && links.length ? await import('../engine/within.ts').catch(() => null) : null;
    return known ? known.markWithin(links, this.site) : links;
  }

  #hasArticle(): boolean {
    return [...this.childNodes].some(
      (node) => node.textContent?.trim() && !(node instanceof Element && node.slot),
    );
  }

  /** The article that stands in the element, as its text; the element shows it in its place. */
  #takeContent(): void {
    const copy = this.cloneNode(true) as Element;
    for (const slotted of copy.querySelectorAll(':scope > [slot]')) slotted.remove();
    const { text, links } = readHtml(copy);
    this.text = text;
    this.links = links;
  }

  #events(): ConstructorParameters<typeof Desk>[2] {
    return {
      onSelect: (claim) => this.#emit('claim-select', { claim }),
      onReview: (claim) => this.#emit('claim-review', { claim, review: this.#reviews.of(claim) }),
      onCorrection: () => this.#emit('correction', { report: this.report }),
      onTextChange: () => {
        this.#textIsNew();
        this.#emit('text-change', {});
      },
      onWeights: () => this.#desk.views.weights.open(this.#defaultWeights, this.#weights),
      onWeightsChange: (weights) => {
        this.weights = weights;
        if (!this.hasAttribute('private')) rememberWeights(weights);
      },
      onCancel: () => this.#cancel(),
      onRetry: () => this.readAgain(),
      onToolsProblem: (isProblem) => this.#tell('tools', ({ widget }) => (isProblem ? widget.problems.tools : '')),
    };
  }

  #textIsNew(): void {
    this.toggleAttribute('data-empty', !this.text);
    this.readAgain();
  }

  #read(report: Report): void {
    const { state } = this.#desk.views;
    state.busy(null);
    this.#setProblem(null);
    this.report = report;
  }

  #failed(reason: unknown): void {
    const { state } = this.#desk.views;
    state.busy(null);
    if (isOtherLanguage(reason)) this.report = null;
    this.#setProblem(reason);
    this.#emit('problem', { reason });
  }

  /** Why there is no report; null: nothing is wrong. */
  #setProblem(reason: unknown): void {
    this.#problem = reason;
    this.#desk.views.state.problem(reason);
  }

  #cancel(): void {
    this.#reader.cancel();
    this.#desk.views.state.busy(null);
    this.#tell('cancelled', ({ widget }) => widget.reading.cancelled);
  }

  #engineIs(engine: Engine): void {
    const { houseStyleProblem, houseStyleProblems, shownStatuses } = engine;
    this.#engine = engine;
    this.#defaultWeights = engine.defaultWeights;
    this.#showAtFirst(shownStatuses);
    this.#tell('engine', ({ widget: { problems } }) =>
      houseStyleProblem
        ? problems.houseStyle(houseStyleProblem.message)
        : problems.houseStyleParts(houseStyleProblems),
    );
    this.#tell('cancelled', () => '');
  }

  #showAtFirst(statuses: readonly ClaimStatus[] | null): void {
    const usual: Filter = { ...everything, statuses: new Set(statuses) };
    if (isSame(usual, this.#usual)) return;
    const isUsual = isSame(this.filter, this.#usual);
    this.#usual = usual;
    if (isUsual) this.filter = usual;
  }

  readonly #notices = new Map<string, (words: Words) => string>();

  /** Something to know about `what`, which stands until it is told otherwise. */
  #tell(what: string, text: (words: Words) => string): void {
    this.#notices.set(what, text);
    this.#showState();
  }

  #showState(): void {
    const { state, words } = this.#desk.views;
    const notices = [...this.#notices.values()].map((text) => text(words));
    state.notice(notices.filter((text) => text).join(' '));
    state.problem(this.#problem);
  }

  async #speak(): Promise<void> {
    const language = (): Language => languageFor(this.closest('[lang]')?.getAttribute('lang') ?? '');
    const asked = language();
    const words: Words = await loadWords(asked).catch(() => english);
    if (asked !== language() || words.language === this.#desk.words.language) return;
    this.#desk.words = words;
    this.#reviews.words = words;
    this.#showState();
  }

  #emit<Name extends keyof SourceLightEvents>(type: Name, detail: SourceLightEvents[Name]['detail']): void {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }

  readonly #print = (): void => {
    this.#paper.replaceChildren(this.#desk.paper() ?? '');
  };

  readonly #printed = (): void => {
    this.#paper.replaceChildren();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'source-light': SourceLight;
  }
}
