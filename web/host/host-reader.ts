// Reads a host's text whenever it has changed and rested, and says what to paint in it: what every
// embed stands on. The marks follow each edit until the next Report comes. It joins the card and
// the panel to the text. tests/embed/host/host-reader.test.ts holds it, and so does every embed's.
import { createEngine, type Engine } from '../engine/index.ts';
import { isOtherLanguage } from '../engine/error.ts';
import type { ClaimStatus, Hyperlink, Part, Report, Span } from '../engine/report.ts';
import { findEdit, moveSpans, type Edit } from '../highlight/edit.ts';
import { doubtNote } from '../widget/doubt.ts';
import { Reader } from '../widget/reader.ts';
import { english, languageFor, loadWords, type Words } from '../words/index.ts';
import { Card } from './card.ts';
import { assertive, markAt, marksOf, moveMarks, type Mark } from './marks.ts';
import type { Attached, HostOptions } from './options.ts';

/** What an embed does for its reader. */
export interface Host {
  /** The frame its text is in, if that is not in this window: keys and scrolling there close the card. */
  readonly view?: Window;
  /** Why marks cannot be painted; all else works. */
  readonly problem?: Error | null;
  /** Paints these marks, and takes away those before. Their offsets are of the text it last told. */
  paint(marks: readonly Mark[]): void;
  /** Scrolls to a span and shows where it is. */
  reveal(span: Span): void;
  /** Gives the text the keyboard again, as after the card was closed. */
  focus(): void;
}

const usualDelay = 250; // milliseconds

export class HostReader implements Attached {
  readonly #options: HostOptions;
  readonly #host: Host;
  readonly #reader: Reader;
  readonly #card: Card | null;
  #words: Words = english;
  #text: string | null = null;
  #links: readonly Hyperlink[] = [];
  #parts: readonly Part[] = [];
  #report: Report | null = null;
  #marks: readonly Mark[] = [];
  /** What happened to the text since it was read last. */
  #edits: Edit[] = [];
  /** What the newsroom's settings want shown. */
  #shown: readonly ClaimStatus[] | null = null;
  #selected: number | null = null;
  #composing = false;
  #destroyed = false;

  constructor(host: Host, options: HostOptions = {}) {
    this.#host = host;
    this.#options = options;
    this.#reader = new Reader(() => this.#start(), {
      onBusy: () => {},
      onEngine: (engine) => this.#engineIs(engine),
      onReport: (report) => this.#read(report),
      onFailure: (reason) => this.#failed(reason),
    }, { rest: options.delay ?? usualDelay, borrows: Boolean(options.engine) });
    this.#card = options.card === false ? null : new Card();
    if (this.#card) {
      this.#card.onClose = (byKey) => {
        this.select(null);
        if (byKey) host.focus();
      };
    }
    options.panel?.addEventListener('claim-select', this.#panelSelects);
    options.panel?.addEventListener('correction', this.#panelCorrects);
    void this.#speak();
  }

  get report(): Report | null {
    return this.#report;
  }

  /** What is to be painted in the text as it stands. */
  get marks(): readonly Mark[] {
    return this.#marks;
  }

  /**
   * The host's text is this now: to be told at the start, and after every change. Gives the marks
   * where they stand in it; one who paints where the host itself moves marks need not use them.
   * `links`: the hyperlinks in it, `parts`: what its paragraphs are, where the host knows them.
   */
  changed(text: string, links: readonly Hyperlink[] = [], parts: readonly Part[] = []): readonly Mark[] {
    const edit = this.#text === null ? null : findEdit(this.#text, text);
    if (this.#destroyed || (this.#text !== null && !edit)) return this.#marks;
    this.#text = text;
    this.#links = links;
    this.#parts = parts;
    if (edit && this.#report) {
      this.#marks = moveMarks(this.#marks, edit);
      this.#edits.push(edit);
    }
    this.#card?.hide();
    this.refresh();
    return this.#marks;
  }

  /** While letters are being composed (IME), nothing is read or painted. */
  set composing(composing: boolean) {
    if (composing === this.#composing) return;
    this.#composing = composing;
    if (composing) this.#reader.cancel();
    else this.refresh();
  }

  refresh(): void {
    if (this.#destroyed || this.#composing || this.#text === null) return;
    const [links, parts] = [this.#links, this.#parts];
    if (!this.#text.trim()) this.#forget();
    else {
      const { date } = this.#options;
      this.#reader.read(this.#text, { ...(links.length && { links }), ...(parts.length && { parts }), ...(date && { date }) });
    }
  }

  /**
   * The text was clicked or tapped at `offset`, or its keys asked for the card there: opens it
   * beside `place` (in this window's pixels), where a mark is; otherwise closes it. Whether it
   * opened.
   */
  point(offset: number | null, place: DOMRect, byKey = false): boolean {
    const mark = offset === null ? null : markAt(this.#marks, offset);
    if (!mark || !this.#report) return this.#choose(null), false;
    this.#choose(mark.claim);
    this.#card?.show({ report: this.#report, mark, words: this.#words }, place, this.#host.view);
    if (byKey) this.#card?.focus();
    return true;
  }

  select(claim: number | null): void {
    this.#choose(claim);
    const span = claim === null ? null : this.spanOf(claim);
    if (span) this.#host.reveal(span);
  }

  /** Where a claim begins and ends in the text as it stands; null: its words are gone. */
  spanOf(claim: number): Span | null {
    let spans = this.#report?.claims[claim]?.spans ?? [];
    for (const edit of this.#edits) spans = moveSpans(spans, edit);
    const [first, last] = [spans[0], spans.at(-1)];
    return first && last ? [first[0], last[1]] : null;
  }

  /** What a mark says, for those who do not see it. */
  describe({ claim, finding }: Mark): string {
    const found = finding === null ? null : this.#report?.findings[finding];
    if (found) return found.message;
    const one = claim === null ? null : this.#report?.claims[claim];
    if (!one || !this.#report) return '';
    const { terms, reason } = this.#words;
    const unsure = doubtNote(one, this.#report, this.#words);
    return `${terms.statuses[one.status].label}${unsure && ` (${unsure})`}. ${reason.why(one, this.#report)}`;
  }

  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.#reader.close();
    this.#card?.remove();
    this.#options.panel?.removeEventListener('claim-select', this.#panelSelects);
    this.#options.panel?.removeEventListener('correction', this.#panelCorrects);
  }

  async #start(): Promise<Engine> {
    const { engine, engineOptions, settings } = this.#options;
    return engine ?? createEngine({ houseStyle: settings ?? null, ...engineOptions });
  }

  #engineIs(engine: Engine): void {
    this.#shown = engine.shownStatuses;
    const [first] = engine.houseStyleProblems;
    const left = first && new Error(`${first.field} (line ${first.line}): ${first.message}`);
    this.#tell(engine.houseStyleProblem ?? left ?? null);
  }

  #read(report: Report): void {
    if (this.#destroyed) return;
    this.#edits = [];
    this.#report = report;
    this.#selected = null;
    this.#paint();
    const { panel, onReport } = this.#options;
    const text = this.#text ?? '';
    if (panel) {
      panel.text = text;
      if (this.#links.length) panel.links = this.#links;
      panel.report = report;
    }
    onReport?.(report, text);
  }

  /** Marks what a person has made of the Report of the same text. */
  correct(report: Report): void {
    if (this.#destroyed || !this.#report) return;
    const at = this.#selected === null ? undefined : this.#report.claims[this.#selected]?.spans[0]?.[0];
    const claim = at === undefined ? -1 : report.claims.findIndex(({ spans }) => spans.some(([begin, end]) => begin <= at && at < end));
    this.#report = report;
    this.#selected = claim < 0 ? null : claim;
    this.#card?.hide();
    this.#paint();
  }

  #failed(reason: unknown): void {
    if (isOtherLanguage(reason)) this.#unmark();
    this.#tell(reason instanceof Error ? reason : new Error(String(reason)));
  }

  #forget(): void {
    this.#reader.cancel();
    this.#unmark();
  }

  /** Nothing is known of the text. */
  #unmark(): void {
    if (this.#destroyed) return;
    this.#report = null;
    this.#edits = [];
    this.#selected = null;
    this.#marks = [];
    this.#host.paint(this.#marks);
    if (this.#options.panel) this.#options.panel.text = '';
  }

  #paint(): void {
    if (!this.#report) return;
    const marks = marksOf(this.#report, this.#statuses, this.#selected);
    this.#marks = this.#edits.reduce<readonly Mark[]>(moveMarks, marks);
    this.#host.paint(this.#marks);
  }

  get #statuses(): readonly ClaimStatus[] {
    return this.#options.statuses ?? this.#shown ?? assertive;
  }

  #choose(claim: number | null): void {
    this.#card?.hide();
    if (claim === this.#selected) return;
    this.#selected = claim;
    this.#paint();
    const { panel, onSelect } = this.#options;
    if (panel && claim !== null && panel.selectedClaim !== claim) panel.selectClaim(claim);
    onSelect?.(claim);
  }

  readonly #panelSelects = (event: Event): void => {
    const { claim } = (event as CustomEvent<{ claim: number | null }>).detail;
    if (claim !== this.#selected) this.select(claim);
  };

  readonly #panelCorrects = (event: Event): void => {
    const { report } = (event as CustomEvent<{ report: Report | null }>).detail;
    const { panel } = this.#options;
    if (report && panel?.current && panel.text === this.#text) this.correct(report);
  };

  #tell(problem: Error | null): void {
    if (!this.#destroyed) this.#options.onProblem?.(problem ?? this.#host.problem ?? null);
  }

  async #speak(): Promise<void> {
    this.#words = await loadWords(languageFor(this.#options.language ?? 'en')).catch(() => english);
  }
}
