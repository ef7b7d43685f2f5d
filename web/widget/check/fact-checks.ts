// The part "Already checked?" of the tab "Check": the newsroom's archive of fact-checks, and which claims of the
// article look like one of them. tests/web/check/facts-view.test.ts holds it.
import { FactChecks, type Loaded, type Match, type ReadFile } from '../../check/fact-checks.ts';
import { FactFileError, factFileKind, openTable, readReviews, readTable } from '../../check/fact-files.ts';
import { FactStore } from '../../check/fact-store.ts';
import { nextTask } from '../../check/slices.ts';
import type { Report } from '../../engine/report.ts';
import type { Language } from '../../words/index.ts';
import { loadLate } from '../../words/late.ts';
import type { CheckFactWords } from '../../words/en/check-facts.ts';
import { button } from '../button.ts';
import { h, setText } from '../dom.ts';
import { FileIntake } from '../file-intake.ts';
import materialCss from '../material.css?inline';
import { Roving } from '../roving.ts';
import { askColumns } from './fact-columns-form.ts';
import { matchesElement } from './fact-matches.ts';
import factsCss from './facts.css?inline';
import type { CheckPart, CheckServices } from './part.ts';

const lateWords = {
  en: async () => (await import('../../words/en/check-facts.ts')).checkFacts,
  es: async () => (await import('../../words/es/check-facts.ts')).checkFacts,
};

/** Rejects where its words cannot be fetched. */
export async function makeFactChecks(services: CheckServices, language: Language): Promise<CheckPart> {
  const part = new FactChecksPart();
  await part.speak(language);
  for (const css of [materialCss, factsCss]) services.adoptStyle(css);
  void part.open();
  return part;
}

/** A claim of the article in the list. */
interface Line {
  readonly claim: number;
  readonly quoted: string;
  readonly matches: readonly Match[];
}

class FactChecksPart implements CheckPart {
  readonly element = h('section', { class: 'material fact-checks' });
  onSelect: (claim: number, attribution?: number) => void = () => {};
  onChange: () => void = () => {};

  readonly #archive = new FactChecks(new FactStore());
  readonly #intake = new FileIntake({ accept: '.json,.jsonld,.html,.htm,.csv,.tsv,.txt' });
  readonly #mapping = h('div', { class: 'mapping' });
  readonly #heading = h('h2');
  readonly #meaning = h('p');
  readonly #kept = h('p', { class: 'meta' });
  readonly #size = h('div', { class: 'buttons' });
  readonly #left = h('div', { class: 'left-out' });
  readonly #list = h('ol', { class: 'found' });
  readonly #roving = new Roving(this.#list);
  #words!: CheckFactWords;
  #text = '';
  #report: Report | null = null;
  /** By the claim's index in the Report. */
  #matches: readonly (readonly Match[])[] = [];
  #lines: readonly Line[] = [];
  #loading: AbortController | null = null;
  #looking: AbortController | null = null;

  constructor() {
    this.#intake.takeFrom(this.element);
    this.#intake.onFiles = (files) => void this.#load(files);
    this.#intake.onCancel = () => this.#loading?.abort();
    this.#intake.frame.append(this.#mapping, this.#size);
    this.element.append(this.#heading, this.#meaning, this.#kept, this.#intake.element, this.#left, this.#list);
  }

  async speak(language: Language): Promise<void> {
    this.#words = await loadLate(lateWords, language);
    const words = this.#words;
    this.element.setAttribute('aria-label', words.title);
    this.#list.setAttribute('aria-label', words.list);
    setText(this.#heading, words.title);
    setText(this.#meaning, words.meaning);
    setText(this.#kept, words.kept);
    this.#intake.speak(words, words.title);
    this.#left.replaceChildren();
    this.#showSize();
    this.#lines = [];
    this.#show();
    this.onChange();
  }

  /** Reads the archive that this browser keeps, if it keeps one. */
  async open(): Promise<void> {
    this.#intake.say(this.#words.opening);
    try {
      await this.#archive.open();
      this.#showSize();
      await this.#look();
    } catch {
      this.#intake.complain(this.#words.notOpened);
      this.#show();
    }
  }

  setCurrent(text: string, report: Report | null): void {
    this.#text = text;
    this.#report = report;
    void this.#look(true);
  }

  describe(claim: number): HTMLElement[] {
    const matches = this.#matches[claim] ?? [];
    return matches.length ? [h('section', { class: 'material fact-checks' }, h('h3', {}, this.#words.title), matchesElement(this.#words, matches))] : [];
  }

  note(claim: number): string {
    return this.#matches[claim]?.length ? this.#words.note : '';
  }

  /** A file of ClaimReview, as schema.org and Data Commons write it. */
  take(file: File, start: string): Promise<string> | null {
    if (!/\.json(?:ld)?$/i.test(file.name) || !/\bClaimReview\b/.test(start)) return null;
    return this.#load([file]);
  }

  /**
   * One file after the other; newer files end the question about an older one's columns. Gives what is to be
   * told of it.
   */
  async #load(files: readonly File[]): Promise<string> {
    this.#loading?.abort();
    const loading = new AbortController();
    this.#loading = loading;
    this.#intake.forgive();
    this.#left.replaceChildren();
    const problems: string[] = [];
    for (const file of files) {
      try {
        const read = await this.#reader(file, loading.signal);
        if (!read) continue;
        this.#intake.begin(this.#words.reading(file.name, 0));
        const tell = (share: number): void => this.#intake.advance(share, () => this.#words.reading(file.name, share));
        this.#tellLoaded(await this.#archive.load(read, tell, loading.signal));
      } catch (reason) {
        if (loading.signal.aborted) break;
        problems.push(this.#words.notLoaded(file.name, this.#explain(reason)));
      }
      this.#intake.end();
    }
    if (this.#loading !== loading) return '';
    this.#intake.end();
    this.#loading = null;
    if (problems.length) this.#intake.complain(problems.join('\n'));
    this.#showSize();
    await this.#look();
    if (loading.signal.aborted) this.#intake.say(this.#words.cancelled);
    return problems.join(' ') || this.#intake.state.textContent;
  }

  /** How the file is to be read; null: the person does not want it after all. */
  async #reader(file: File, signal: AbortSignal): Promise<ReadFile | null> {
    const kind = factFileKind(file.name);
    if (!kind) throw new FactFileError('unknown_kind');
    if (kind !== 'csv') return (take, stop) => readReviews(file, kind, take, stop);
    const table = await openTable(file);
    const columns = await askColumns(this.#mapping, this.#words, file.name, table, signal);
    this.#intake.focus();
    return columns && ((take, stop) => readTable(file, columns, take, stop));
  }

  #tellLoaded({ added, replaced, bad, firstBad, left }: Loaded): void {
    const words = this.#words;
    this.#left.append(h('p', {}, words.loaded(added, replaced)));
    if (bad) {
      this.#left.append(
        h('p', {}, words.bad(bad)),
        h('ul', {}, ...firstBad.map(({ place, reason }) => h('li', {}, words.badPlace(place, reason)))),
      );
    }
    if (left) this.#left.append(h('p', {}, words.left(left)));
  }

  /**
   * Looks at all claims; what was found for the same words before is known. A newer call ends an
   * older one. `isNew`: the Report is, so that everything is shown anew with what is known.
   */
  async #look(isNew = false): Promise<void> {
    this.#looking?.abort();
    const before = this.#matches;
    const looking = new AbortController();
    this.#looking = looking;
    const [text, report] = [this.#text, this.#report];
    const claims = report && this.#archive.size
      ? report.claims.map(({ status, spans }) => (status === 'none' ? '' : spans.map(([begin, end]) => text.slice(begin, end)).join(' ')))
      : [];
    // Claims may have another place now: what is known of them stands there at once.
    const known = this.#archive.known(claims);
    this.#matches = known;
    try {
      // A new Report is drawn now; looking has its own time.
      await nextTask();
      if (this.#looking !== looking) return;
      const matches = await this.#archive.find(claims, looking.signal);
      if (this.#looking !== looking) return;
      this.#matches = matches;
      this.#show();
      if (!sameMatches(matches, isNew ? known : before)) this.onChange();
    } catch (reason) {
      if (!looking.signal.aborted) throw reason;
    }
  }

  #show(): void {
    const words = this.#words;
    const found = this.#matches.flatMap((matches, claim) => (matches.length ? [{ matches, claim }] : []));
    if (!this.#loading) {
      this.#intake.say(!this.#archive.size ? words.empty : !this.#report ? words.noArticle : found.length ? words.found(found.length) : words.noneFound);
    }
    const lines = found.map(({ matches, claim }) => {
      const spans = this.#report?.claims[claim]?.spans ?? [];
      return { matches, claim, quoted: spans.map(([begin, end]) => this.#text.slice(begin, end)).join(' … ') };
    });
    // Typing elsewhere in the article changes nothing here.
    if (sameLines(lines, this.#lines)) return;
    this.#lines = lines;
    const { focused } = this.#roving;
    this.#list.hidden = !lines.length;
    this.#list.replaceChildren(...lines.map(({ matches, claim, quoted }) => {
      const go = h('button', { type: 'button', class: 'result', tabindex: '-1' }, h('span', { class: 'quoted' }, quoted));
      go.addEventListener('click', () => this.onSelect(claim));
      return h('li', {}, go, matchesElement(words, matches));
    }));
    this.#roving.settle(focused);
  }

  #showSize(): void {
    const words = this.#words;
    const { size } = this.#archive;
    this.#size.hidden = !size;
    this.#size.replaceChildren(h('strong', {}, words.archive(size)), button(words.removeAll, 'plain', () => this.#askToRemove()));
  }

  #askToRemove(): void {
    const words = this.#words;
    const keep = button(words.keep, 'push', () => {
      this.#showSize();
      this.#size.querySelector('button')?.focus();
    });
    const remove = button(words.remove, 'push', () => void this.#remove());
    this.#size.replaceChildren(h('strong', {}, words.removeSure(this.#archive.size)), remove, keep);
    keep.focus();
  }

  async #remove(): Promise<void> {
    try {
      await this.#archive.clear();
      this.#left.replaceChildren(h('p', {}, this.#words.removed));
    } catch {
      this.#intake.complain(this.#words.blocked);
    }
    this.#showSize();
    this.#intake.focus();
    await this.#look();
  }

  #explain(reason: unknown): string {
    if (reason instanceof FactFileError) return this.#words.problems[reason.problem];
    return reason instanceof DOMException && reason.name === 'QuotaExceededError' ? this.#words.full : this.#words.blocked;
  }
}

const sameMatches = (some: readonly (readonly Match[])[], others: readonly (readonly Match[])[]): boolean =>
  some.length === others.length && some.every((matches, at) =>
    matches.length === others[at]?.length && matches.every(({ check }, to) => check === others[at]?.[to]?.check));

const sameLines = (some: readonly Line[], others: readonly Line[]): boolean =>
  some.length === others.length && some.every(({ claim, quoted, matches }, at) => {
    const other = others[at];
    return claim === other?.claim && quoted === other.quoted && sameMatches([matches], [other.matches]);
  });
