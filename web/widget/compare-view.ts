// Comparing the article on the page with another version of it: where that is put in, that it is
// being read, and what came of it. Reading and opening files are given from outside.
// tests/web/compare/view.test.ts holds it.
import type { Version } from '../compare/index.ts';
import type { Hyperlink, Report } from '../engine/report.ts';
import type { Opened } from '../files/open.ts';
import type { Words } from '../words/index.ts';
import { button } from './button.ts';
import { CompareEntries, nextTask, type Tools } from './compare-entries.ts';
import { CompareForm } from './compare-form.ts';
import compareCss from './compare.css?inline';
import { h } from './dom.ts';
import materialCss from './material.css?inline';

/** What it looks like. */
export const compareStyles: readonly string[] = [materialCss, compareCss];

export interface CompareServices {
  /** Reads the other version; its own engine, since a newer text cancels an older one. */
  read(text: string, links?: readonly Hyperlink[], signal?: AbortSignal): Promise<Report>;
  openFile(file: File): Promise<Opened>;
  /** What to tell of an error, in the words of whoever knows it better; null: nobody does. */
  explain?(reason: unknown): string | null;
}

type Comparing = typeof import('../compare/index.ts');
type State = 'form' | 'busy' | 'result';

const typingPause = 500; // milliseconds; beside a text that is being written, all keeps still

export class CompareView {
  readonly element: HTMLElement;
  /** A claim of the article on the page was chosen. */
  onSelect: (claim: number) => void = () => {};
  /** "Stop comparing". */
  onStop: () => void = () => {};

  readonly #words: Words;
  readonly #services: CompareServices;
  readonly #form: CompareForm;
  readonly #entries: CompareEntries;
  readonly #result: HTMLElement;

  #comparing: Comparing | null = null;
  #current: Version | null = null;
  #other: Version | null = null;
  #reading: AbortController | null = null;
  #run = 0;
  #shown = '';
  #stale = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(words: Words, services: CompareServices) {
    const { compare } = words;
    this.#words = words;
    this.#services = services;
    this.#form = new CompareForm(words);
    this.#entries = new CompareEntries(words);
    const actions = h(
      'div',
      { class: 'buttons' },
      button(compare.another, 'push', () => this.#startAgain()),
      button(compare.stop, 'push', () => this.stop()),
    );
    this.#result = h('div', { class: 'compare-result', hidden: true }, actions, this.#entries.element);
    this.element = h(
      'section',
      { class: 'material compare', 'aria-label': compare.title },
      h('h2', {}, compare.title),
      this.#form.choice,
      this.#form.element,
      this.#result,
    );
    this.#form.takeFrom(this.element);
    this.#form.onText = (text) => void this.#read(text);
    this.#form.onFiles = ([file]) => void (file && this.#open(file));
    this.#form.onCancel = () => this.#cancelReading();
    this.#form.onChoice = () => void this.#compare();
    this.#entries.onSelect = (claim) => this.onSelect(claim);
    new ResizeObserver(() => {
      if (this.#stale) void this.#compare();
    }).observe(this.element);
  }

  /** Whether there is another version to compare with. */
  get comparing(): boolean {
    return this.#other !== null;
  }

  /** The article on the page has a new Report, or (null) none. The comparison follows. */
  setCurrent(text: string, report: Report | null): void {
    this.#current = report && { text, report };
    if (!this.#other) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#compare(), typingPause);
  }

  /** Forgets the other version. */
  stop(): void {
    this.#startAgain();
    this.onStop();
  }

  #startAgain(): void {
    clearTimeout(this.#timer);
    this.#reading?.abort();
    ++this.#run;
    this.#other = null;
    this.#stale = false;
    this.#form.text = '';
    this.#forgetResult();
    this.#show('form');
    this.#form.say('');
  }

  async #open(file: File): Promise<void> {
    const reading = this.#begin();
    try {
      const { text, links } = await this.#services.openFile(file);
      if (reading.signal.aborted) return;
      this.#form.text = text;
      await this.#read(text, links);
    } catch (reason) {
      if (!reading.signal.aborted) this.#fail(this.#explain(reason) ?? this.#words.compare.notOpened);
    }
  }

  async #read(text: string, links?: readonly Hyperlink[]): Promise<void> {
    if (!text.trim()) {
      this.#fail(this.#words.compare.empty);
      this.#form.focus();
      return;
    }
    const reading = this.#begin();
    try {
      const report = await this.#services.read(text, links, reading.signal);
      if (reading.signal.aborted) return;
      this.#other = { text, report };
      await this.#compare();
    } catch (reason) {
      if (!reading.signal.aborted) this.#fail(this.#explain(reason) ?? this.#words.compare.notRead);
    }
  }

  #begin(): AbortController {
    this.#reading?.abort();
    this.#reading = new AbortController();
    this.#show('busy');
    return this.#reading;
  }

  #cancelReading(): void {
    this.#reading?.abort();
    ++this.#run; // it may have been read, and be being compared
    this.#other = null;
    this.#show('form');
    this.#form.say(this.#words.compare.cancelled);
  }

  /** Compares what there is to compare; later, if nobody could see it. */
  async #compare(): Promise<void> {
    clearTimeout(this.#timer);
    const [other, current] = [this.#other, this.#current];
    if (!other) return;
    const run = ++this.#run;
    this.#stale = !this.element.getClientRects().length;
    if (this.#stale) return;
    if (!current) {
      this.#forgetResult();
      this.#tell(this.#words.compare.noArticle);
      return;
    }
    const comparing = await this.#load();
    for (const version of [other, current]) {
      if (run !== this.#run) return;
      comparing?.prepareVersion(version);
      await nextTask();
    }
    if (!comparing || run !== this.#run) return;
    const presentIsLater = this.#form.isEarlier;
    const [before, after] = presentIsLater ? [other, current] : [current, other];
    const comparison = comparing.compareVersions(before, after);
    await nextTask();
    if (run !== this.#run) return;
    const { summary, identical } = this.#words.compare;
    this.#tell(comparison.identical ? identical : summary(comparison.counts, comparison.same, presentIsLater));
    await this.#draw({ before, after, comparison, presentIsLater }, comparing);
  }

  /** Entries that would be the same as those shown are left as they are. */
  async #draw(compared: Parameters<CompareEntries['show']>[0], tools: Tools): Promise<void> {
    const { before, after, comparison, presentIsLater } = compared;
    const words = (version: Version, index: number | null): string =>
      index === null ? '' : tools.claimWords(version, index);
    const all = comparison.changes.map((one) => [one, words(before, one.before), words(after, one.after)]);
    const shown = JSON.stringify([presentIsLater, all]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    await this.#entries.show(compared, tools);
  }

  async #load(): Promise<Comparing | null> {
    try {
      this.#comparing ??= await import('../compare/index.ts');
    } catch {
      this.#other = null;
      this.#fail(this.#words.compare.notCompared);
    }
    return this.#comparing;
  }

  #tell(text: string): void {
    this.#form.forgive();
    this.#form.say(text);
    this.#show('result');
  }

  #forgetResult(): void {
    this.#shown = '';
    this.#entries.clear();
  }

  #fail(text: string): void {
    this.#show('form');
    this.#form.say('');
    this.#form.complain(text);
  }

  #explain(reason: unknown): string | null {
    const said = this.#services.explain?.(reason) ?? null;
    const code = reason instanceof Error && 'code' in reason ? reason.code : null;
    return said ?? (code === 'text_too_long' ? this.#words.compare.tooLong : null);
  }

  /** Where what had the focus goes, the focus stays in the view. */
  #show(state: State): void {
    const focused = this.element.querySelector(':focus');
    this.#form.frame.hidden = state !== 'form';
    if (state === 'busy') this.#form.begin(this.#words.compare.reading);
    else this.#form.end();
    this.#result.hidden = state !== 'result';
    this.element.dataset['state'] = state;
    if (!focused || focused.getClientRects().length) return;
    if (state === 'form') this.#form.focus();
    else if (state === 'busy') this.#form.focusCancel();
    else this.#form.state.focus({ preventScroll: true });
  }
}
