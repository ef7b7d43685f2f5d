// One article of a live page while it is marked: its text, marks and card, which follow all changes of
// the page. What it does is undone by stop(). tests/extension hold it.
import type { Engine } from '../../engine/engine.ts';
import type { ClaimStatus, Hyperlink, Part, Report } from '../../engine/report.ts';
import { markWithin } from '../../engine/within.ts';
import { HostReader } from '../../host/host-reader.ts';
import { assertive, markAt } from '../../host/marks.ts';
import type { Language } from '../../words/index.ts';
import type { ArticleText } from '../../article/article-text.ts';
import { publishedOn } from '../../article/published.ts';
import { Changes } from './changes.ts';
import { PageMarks } from './marks.ts';
import { placeOf, reveal, spotAt } from './place.ts';

export interface ReadingEvents {
  /** Another text stands there; null: none that could be read. */
  onText(article: ArticleText | null): void;
  onReport(report: Report): void;
  /** The reader made another Report of it. */
  onCorrected(report: Report): void;
  onSelect(claim: number | null): void;
  /** Why there is no Report, or not all is in use; null: nothing is wrong. */
  onProblem(problem: Error | null): void;
  /** The page has changed around the same text: its colours, perhaps. */
  onSameText(article: ArticleText): void;
  /** Whether a panel shows what is chosen, so that no card need. */
  hasPanel(): boolean;
  /** The page has changed: whether it is still the same article's. */
  isSame(): boolean;
}

export interface ReadingOptions {
  readonly engine: Promise<Engine>;
  readonly statuses: readonly ClaimStatus[] | null;
  readonly language: Language;
  /** Finds the article on the page; null: there is none. */
  readonly find: () => ArticleText | null;
  /** Whether that is told what its paragraphs are. */
  readonly knowsParts: boolean;
}

/** Those to the site's own pages, in a frame too, are no sources. */
const linksOf = (article: ArticleText | null): readonly Hyperlink[] => markWithin(article?.links ?? [], location.href);

const controls = 'a[href], button, input, select, textarea, summary, label, video, audio';

export class PageReading {
  readonly #options: ReadingOptions;
  readonly #events: ReadingEvents;
  readonly #marks = new PageMarks();
  readonly #reader: HostReader;
  readonly #listening = new AbortController();
  readonly #views = new Set<Window>();
  readonly #changes: Changes;
  #watchesAll = false;
  #article: ArticleText | null;
  /** What the article is in, so far as one node is. */
  #around: Node | null = null;
  #asRead: Report | null = null;
  #selected: number | null = null;
  /** Where the chosen claim begins, whatever number the next Report gives it. */
  #selectedAt: number | null = null;
  #keepsStill = false;
  #focused: HTMLElement | null = null;

  constructor(options: ReadingOptions, events: ReadingEvents) {
    this.#options = options;
    this.#events = events;
    const article = options.find();
    this.#article = article;
    this.#changes = new Changes(() => this.look(), () => this.#around);
    this.#reader = new HostReader(
      {
        view: article?.first?.ownerDocument.defaultView ?? window,
        paint: (marks) => this.#article && this.#marks.paint(this.#article, marks),
        reveal: ([begin, end]) => this.#reveal(begin, end),
        focus: () => this.#focused?.focus({ preventScroll: true }),
      },
      {
        engine: options.engine,
        ...(options.statuses ? { statuses: options.statuses } : {}),
        language: options.language,
        date: publishedOn(document),
        delay: 0, // Changes waits already.
        onReport: (report) => this.#read(report),
        onSelect: (claim) => this.#chosen(claim),
        onProblem: (problem) => events.onProblem(problem),
      },
    );
    events.onText(article);
    if (article) this.#reader.changed(article.text, linksOf(article), this.#partsOf(article));
    else this.#watch();
  }

  /** As it was read, before the reader corrected anything. */
  get report(): Report | null {
    return this.#reader.report && this.#asRead;
  }

  get article(): ArticleText | null {
    return this.#article;
  }

  get selected(): number | null {
    return this.#selected;
  }

  /** Chooses a claim and scrolls to it. */
  select(claim: number | null): void {
    this.#reader.select(claim);
  }

  /** Marks what the reader made of the Report of `text`, if that is what stands there. */
  correct(text: string, report: Report): void {
    if (text !== this.#article?.text) return;
    this.#reader.correct(report);
    this.#events.onCorrected(report);
  }

  /** To the next claim that is shown, or the previous one; from the window's top where none is chosen. */
  async step(by: 1 | -1): Promise<void> {
    const claims = await this.#shown();
    const at = this.#selected;
    const after = at === null ? claims.findIndex((claim) => this.#isBelowTop(claim)) : -1;
    const next = at !== null
      ? by > 0 ? claims.find((claim) => claim > at) : claims.findLast((claim) => claim < at)
      : claims[by > 0 ? after : after - 1];
    const claim = next ?? (by > 0 ? claims[0] : claims.at(-1));
    if (claim === undefined) return;
    this.select(claim);
    if (!this.#events.hasPanel()) await this.#openCard(claim);
  }

  /** The page may have changed, though nobody told. */
  look(): void {
    if (!this.#events.isSame()) return;
    const article = this.#options.find();
    const before = this.#article;
    this.#article = article;
    const marks = this.#reader.changed(article?.text ?? '', linksOf(article), this.#partsOf(article));
    if (article) this.#marks.paint(article, marks);
    this.#listen();
    if (article?.text === before?.text) {
      if (article) this.#events.onSameText(article);
      return;
    }
    this.#selectedAt = this.#selected === null ? null : (this.#reader.spanOf(this.#selected)?.[0] ?? null);
    this.#events.onText(article);
  }

  stop(): void {
    this.#listening.abort();
    this.#changes.stop();
    this.#reader.destroy();
    this.#marks.clear();
  }

  #partsOf(article: ArticleText | null): readonly Part[] {
    return (this.#options.knowsParts && article?.parts) || [];
  }

  #read(report: Report): void {
    const at = this.#selectedAt;
    this.#asRead = report;
    this.#selected = null;
    this.#events.onReport(report);
    this.#watch();
    if (at === null) return;
    const claim = report.claims.findIndex(({ spans }) => spans.some(([begin, end]) => begin <= at && at < end));
    if (claim >= 0) this.#still(() => this.#reader.select(claim));
    else this.#chosen(null);
  }

  // Frames and shadow roots only once the marks are there, which nothing shall keep waiting.
  #watch(): void {
    if (!this.#watchesAll) this.#changes.watchAll();
    this.#watchesAll = true;
    this.#listen();
  }

  /** Hears clicks in every frame that the article is in. */
  #listen(): void {
    const { signal } = this.#listening;
    this.#around = this.#article?.around ?? null;
    for (const root of this.#article?.roots ?? []) {
      const page = 'host' in root ? root.ownerDocument : (root as Document);
      const view = page?.defaultView;
      if (!page || !view || this.#views.has(view)) continue;
      this.#views.add(view);
      view.addEventListener('click', (event) => this.#click(event, page), { capture: true, signal });
    }
  }

  #click(event: MouseEvent, page: Document): void {
    const target = event.composedPath()[0] as Element | undefined;
    const isSelecting = page.getSelection()?.isCollapsed === false;
    if (!this.#article || event.button || isSelecting || target?.closest?.(controls)) return;
    const spot = spotAt(this.#article, page, event.clientX, event.clientY);
    this.#still(() => {
      if (!this.#events.hasPanel()) this.#reader.point(spot?.offset ?? null, spot?.place ?? new DOMRect());
      else if (spot) this.#choose(spot.offset);
    });
  }

  #choose(offset: number): void {
    const mark = markAt(this.#reader.marks, offset);
    if (mark && mark.claim !== null) this.#reader.select(mark.claim);
  }

  #chosen(claim: number | null): void {
    this.#selected = claim;
    this.#selectedAt = claim === null ? null : (this.#reader.spanOf(claim)?.[0] ?? null);
    this.#events.onSelect(claim);
  }

  /** What is chosen is in sight already. */
  #still(then: () => void): void {
    this.#keepsStill = true;
    then();
    this.#keepsStill = false;
  }

  #reveal(begin: number, end: number): void {
    const [range] = this.#article?.ranges(begin, end) ?? [];
    if (range && !this.#keepsStill) reveal(range);
  }

  // After the scrolling, which closes cards, has been told.
  async #openCard(claim: number): Promise<void> {
    for (let frame = 0; frame < 2; ++frame) await new Promise((resolve) => requestAnimationFrame(resolve));
    const [begin] = this.#reader.spanOf(claim) ?? [];
    const [letter] = begin === undefined ? [] : (this.#article?.ranges(begin, begin + 1) ?? []);
    if (begin === undefined || !letter || claim !== this.#selected) return;
    this.#focused = document.activeElement as HTMLElement | null;
    this.#still(() => this.#reader.point(begin, placeOf(letter), true));
  }

  async #shown(): Promise<number[]> {
    const { engine, statuses } = this.#options;
    const shown = statuses ?? (await engine).shownStatuses ?? assertive;
    return this.#reader.report?.claims.flatMap(({ status }, claim) => (shown.includes(status) ? [claim] : [])) ?? [];
  }

  #isBelowTop(claim: number): boolean {
    const [begin, end] = this.#reader.spanOf(claim) ?? [0, 0];
    const [range] = this.#article?.ranges(begin, end) ?? [];
    return Boolean(range && placeOf(range).top >= 0);
  }
}
