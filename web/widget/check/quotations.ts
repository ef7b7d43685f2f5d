// The part "Check quotations" of the tab "Check": documents that are opened here, and of each quotation of
// the article whether it stands in them. Documents stay in memory. tests/web/check/view.test.ts holds it.
import { indexDocument, inSlices, QuotationChecker, quotationsOf, type Checked, type IndexedDocument, type SourceDocument } from '../../check/quotations.ts';
import type { Finding, Report } from '../../engine/report.ts';
import { openDocument } from '../../files/document.ts';
import { OpenError, openProblemText } from '../../files/error.ts';
import { loadWords, type Language, type Words } from '../../words/index.ts';
import { loadLate } from '../../words/late.ts';
import type { CheckQuotationWords } from '../../words/en/check-quotations.ts';
import { h, setText } from '../dom.ts';
import materialCss from '../material.css?inline';
import type { CheckPart, CheckServices } from './part.ts';
import { QuotationIntake } from './quotation-intake.ts';
import { QuotationResults } from './quotation-results.ts';
import { quotationFindings } from './quotation-rules.ts';
import quotationsCss from './quotations.css?inline';

const lateWords = {
  en: async () => (await import('../../words/en/check-quotations.ts')).checkQuotations,
  es: async () => (await import('../../words/es/check-quotations.ts')).checkQuotations,
};

/** Rejects where its words cannot be fetched. */
export async function makeQuotations(services: CheckServices, language: Language): Promise<CheckPart> {
  const part = new QuotationsPart(services);
  await part.speak(language);
  for (const css of [materialCss, quotationsCss]) services.adoptStyle(css);
  return part;
}

class QuotationsPart implements CheckPart {
  readonly element = h('section', { class: 'material quotations' });
  onSelect: (claim: number, attribution?: number) => void = () => {};
  onChange: () => void = () => {};

  readonly #services: CheckServices;
  readonly #intake = new QuotationIntake(this.element);
  readonly #results = new QuotationResults();
  readonly #heading = h('h2');
  readonly #meaning = h('p');
  readonly #memory = h('p', { class: 'meta' });
  readonly #checker = new QuotationChecker();
  #words!: CheckQuotationWords;
  #all!: Words;
  #documents: readonly IndexedDocument[] = [];
  #text = '';
  #report: Report | null = null;
  #checked: readonly Checked[] = [];
  #opening: AbortController | null = null;
  #run: AbortController | null = null;
  #pasted = 0;

  constructor(services: CheckServices) {
    this.#services = services;
    this.#intake.onFiles = (files) => void this.#open(files);
    this.#intake.onText = (text) => void this.#paste(text);
    this.#intake.onRemove = (index) => this.#remove(index);
    this.#results.onSelect = (claim, attribution) => this.onSelect(claim, attribution);
    this.#intake.onCancel = () => this.#opening?.abort();
    this.element.append(this.#heading, this.#meaning, this.#memory, this.#intake.element, this.#results.element);
  }

  async speak(language: Language): Promise<void> {
    [this.#words, this.#all] = await Promise.all([loadLate(lateWords, language), loadWords(language)]);
    const { title, meaning, memory } = this.#words;
    this.element.setAttribute('aria-label', title);
    setText(this.#heading, title);
    setText(this.#meaning, meaning);
    setText(this.#memory, memory);
    this.#intake.speak(this.#words, title);
    this.#results.speak(this.#words);
    this.#tell();
    this.onChange();
  }

  setCurrent(text: string, report: Report | null): void {
    this.#text = text;
    this.#report = report;
    if (this.#documents.length) void this.#check();
  }

  describe(claim: number): HTMLElement[] {
    const own = this.#checked.filter(({ quotation }) => quotation.claim === claim);
    return own.length ? [h('section', { class: 'material quotations' }, h('h3', {}, this.#words.card), ...this.#results.describe(own))] : [];
  }

  note(claim: number): string {
    const own = this.#checked.filter(({ quotation }) => quotation.claim === claim);
    const worst = (['changed', 'not_found', 'verbatim'] as const).find((status) => own.some((one) => one.status === status));
    if (!worst) return '';
    const isOthers = worst === 'verbatim' && own.some(({ speaker }) => speaker.kind === 'other');
    return isOthers ? this.#words.noteOtherSpeaker : this.#words.notes[worst];
  }

  findings(): readonly Finding[] {
    return quotationFindings(this.#services.houseStyle(), this.#checked);
  }

  /** One file after the other; what could be opened counts although others could not. */
  async #open(files: readonly File[]): Promise<void> {
    const opening = this.#begin();
    const problems: string[] = [];
    for (const file of files) {
      if (opening.signal.aborted) break;
      this.#intake.say(this.#words.opening(file.name));
      try {
        const document = await openDocument(file, opening.signal);
        await this.#add(document, opening.signal);
      } catch (reason) {
        if (!opening.signal.aborted) problems.push(this.#words.notOpened(file.name, this.#explain(file, reason)));
      }
    }
    this.#end(opening, problems.join('\n'));
  }

  async #paste(text: string): Promise<void> {
    if (!text.trim()) {
      this.#intake.complain(this.#words.empty);
      this.#intake.focus();
      return;
    }
    const opening = this.#begin();
    const name = this.#words.pasted(++this.#pasted);
    try {
      await this.#add({ name, text, places: [] }, opening.signal);
      this.#intake.text = '';
    } catch {
      // It was cancelled; what was typed is still there.
    }
    this.#end(opening, '');
  }

  async #add(document: SourceDocument, signal: AbortSignal): Promise<void> {
    const indexed = await inSlices(indexDocument(document), signal);
    signal.throwIfAborted();
    // The same file again is the newer one of it.
    this.#documents = [...this.#documents.filter((other) => other.document.name !== document.name), indexed];
    this.#intake.show(this.#documents.map(listedOf));
  }

  #remove(index: number): void {
    const removed = this.#documents[index];
    this.#documents = this.#documents.filter((_, at) => at !== index);
    this.#intake.show(this.#documents.map(listedOf));
    this.#intake.forgive();
    if (removed) this.#intake.say(this.#words.removed(removed.document.name));
    void this.#check();
  }

  /** Looks for all quotations; a newer call ends an older one. */
  async #check(): Promise<void> {
    this.#run?.abort();
    const run = new AbortController();
    this.#run = run;
    const report = this.#report;
    this.#checker.documents = this.#documents;
    try {
      const quotations = report && this.#documents.length ? quotationsOf(this.#text, report) : [];
      const checked = await inSlices(this.#checker.check(quotations), run.signal);
      if (this.#run !== run) return;
      this.#checked = checked;
    } catch {
      if (run.signal.aborted) return;
      this.#checked = [];
      this.#intake.complain(this.#words.failed);
    }
    this.#tell();
    this.onChange();
  }

  #tell(): void {
    if (this.#opening) return;
    this.#results.show(this.#checked, this.#documents.map(({ document }) => document.name));
    this.#intake.say(this.#summary());
  }

  #summary(): string {
    if (!this.#documents.length) return '';
    if (!this.#report) return this.#words.noArticle;
    if (!this.#checked.length) return this.#words.noQuotations;
    const counts = { verbatim: 0, changed: 0, not_found: 0 };
    for (const { status } of this.#checked) ++counts[status];
    return this.#words.summary(counts, this.#checked.filter(({ speaker }) => speaker.kind === 'other').length);
  }

  #begin(): AbortController {
    this.#opening?.abort();
    this.#opening = new AbortController();
    this.#intake.begin(this.#words.checking);
    return this.#opening;
  }

  #end(opening: AbortController, problems: string): void {
    if (this.#opening !== opening) return;
    this.#opening = null;
    this.#intake.end();
    if (problems) this.#intake.complain(problems);
    void this.#check();
  }

  #explain({ name }: File, reason: unknown): string {
    const code = reason instanceof OpenError ? reason.code : 'unreadable';
    const own: Readonly<Record<string, string>> = this.#words.pdfProblems;
    return (/\.pdf$/i.test(name) ? own[code] : undefined) ?? openProblemText(reason, this.#all.files);
  }
}

const listedOf = ({ document: { name }, size }: IndexedDocument): { name: string; words: number } => ({ name, words: size });
