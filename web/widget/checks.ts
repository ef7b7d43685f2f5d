// Holds the article against other material: the parts of the tab "Check" (check/), fetched when the
// tab is first opened, or at once where something was kept that they look at.
import type { Finding, Report } from '../engine/report.ts';
import type { Language } from '../words/index.ts';
import { h } from './dom.ts';
import type { CheckPart, CheckServices, MakePart } from './check/part.ts';

export interface CheckLoader {
  /** Fetches the makers of the parts. */
  load(): Promise<{ readonly makers: readonly MakePart[] }>;
  /** Whether something is kept in this browser that parts look at without being opened. */
  readonly isWanted: () => boolean;
}

export class Checks {
  readonly element = h('div', { class: 'checks' });
  onSelect: (claim: number, attribution?: number) => void = () => {};
  /** describe(), note() or findings() say something else now. */
  onChange: () => void = () => {};
  /** They could not be fetched. */
  onProblem: (isProblem: boolean) => void = () => {};

  readonly #loader: CheckLoader | null;
  readonly #services: CheckServices;
  #language: Language = 'en';
  #parts: readonly CheckPart[] = [];
  #loading: Promise<void> | null = null;
  #text = '';
  #report: Report | null = null;

  constructor(loader: CheckLoader | null, services: CheckServices) {
    this.#loader = loader;
    this.#services = services;
  }

  set language(language: Language) {
    this.#language = language;
    for (const part of this.#parts) void part.speak(language);
  }

  /** The article has a new Report; null: none yet. */
  setCurrent(text: string, report: Report | null): void {
    this.#text = text;
    this.#report = report;
    for (const part of this.#parts) part.setCurrent(text, report);
    if (report && this.#loader?.isWanted()) void this.open();
  }

  /** Fetches the parts unless they are here. */
  open(): Promise<void> {
    this.#loading ??= this.#load().catch(() => {
      this.#loading = null;
      this.onProblem(true);
    });
    return this.#loading;
  }

  /** Has the part that a file is for take it; what is to be told of it, null: it is for none. */
  async take(file: File): Promise<string | null> {
    await this.open();
    const start = await file.slice(0, 20_000).text();
    for (const part of this.#parts) {
      const taken = part.take?.(file, start);
      if (taken) return taken;
    }
    return null;
  }

  describe(claim: number): HTMLElement[] {
    return this.#parts.flatMap((part) => part.describe(claim));
  }

  note(claim: number): string {
    return this.#parts.map((part) => part.note(claim)).filter((words) => words).join(' · ');
  }

  findings(): Finding[] {
    return this.#parts.flatMap((part) => part.findings?.() ?? []);
  }

  async #load(): Promise<void> {
    if (!this.#loader) return;
    const { makers } = await this.#loader.load();
    const language = this.#language;
    const parts = await Promise.all(makers.map((make) => make(this.#services, language)));
    this.#parts = parts;
    for (const part of parts) {
      part.onSelect = (claim, attribution) => this.onSelect(claim, attribution);
      part.onChange = () => this.onChange();
      if (language !== this.#language) void part.speak(this.#language);
      part.setCurrent(this.#text, this.#report);
    }
    this.element.replaceChildren(...parts.map(({ element }) => element));
    this.onProblem(false);
    this.onChange();
  }
}
