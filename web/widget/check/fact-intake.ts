// Where files of fact-checks come in (picker, drop), and the columns of a table are looked at before it is
// read. Says `onFiles` and `onColumns`; reads nothing itself. tests/web/check/facts-view.test.ts holds it.
import { parts, type Columns, type Part } from '../../check/fact-columns.ts';
import type { Table } from '../../check/fact-files.ts';
import type { CheckFactWords } from '../../words/en/check-facts.ts';
import { h } from '../dom.ts';

export class FactIntake {
  readonly element = h('div', { class: 'intake' });
  onFiles: (files: readonly File[]) => void = () => {};

  readonly #picker = h('input', {
    type: 'file', multiple: true, hidden: true, tabindex: '-1', accept: '.json,.jsonld,.html,.htm,.csv,.tsv,.txt',
  });
  readonly #mapping = h('div');
  #load = h('button');
  #words!: CheckFactWords;

  constructor() {
    this.#picker.addEventListener('change', () => {
      const files = [...(this.#picker.files ?? [])];
      this.#picker.value = ''; // so that the same file can be chosen again
      if (files.length) this.onFiles(files);
    });
    this.#takeDrops();
  }

  speak(words: CheckFactWords): void {
    this.#words = words;
    this.#load = button(words.load, 'push first', () => this.#picker.click());
    this.element.replaceChildren(
      h('div', { class: 'bar' }, this.#load, h('span', { class: 'meta' }, words.drop), this.#picker),
      this.#mapping,
    );
  }

  focus(): void {
    this.#load.focus();
  }

  set isBusy(isBusy: boolean) {
    this.#load.disabled = isBusy;
  }

  /** Shows which column is taken for what; gives what the person makes of it, null: nothing is to be loaded. */
  ask(name: string, table: Table, signal: AbortSignal): Promise<Columns | null> {
    return new Promise((resolve) => {
      const words = this.#words;
      const alert = h('p', { class: 'problem', role: 'alert', hidden: true }, words.needsColumns);
      const selects = new Map(parts.map((part) => [part, selectOf(words, table, part)]));
      const end = (columns: Columns | null): void => {
        this.#mapping.replaceChildren();
        this.focus();
        resolve(columns);
      };
      const use = (): void => {
        const columns = Object.fromEntries(parts.map((part) => [part, Number(selects.get(part)?.value)])) as Record<Part, number>;
        alert.hidden = columns.claim >= 0 && columns.verdict >= 0;
        if (alert.hidden) end(columns);
      };
      const heading = h('h3', { tabindex: '-1' }, words.mapping(name));
      this.#mapping.replaceChildren(
        heading,
        h('p', {}, words.mappingHelp),
        h('div', { class: 'columns' }, ...parts.map((part) => lineOf(words, table, part, selects.get(part) as HTMLSelectElement))),
        alert,
        h('div', { class: 'bar' }, button(words.use, 'push first', use), button(words.cancel, 'push', () => end(null))),
      );
      signal.addEventListener('abort', () => end(null), { once: true });
      heading.focus();
    });
  }

  // A file dropped here is an archive; the page, which takes files as its article, must not see it.
  #takeDrops(): void {
    const over = (event: DragEvent, inside: boolean): void => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.stopPropagation();
      this.element.classList.toggle('over', inside);
    };
    this.element.addEventListener('dragenter', (event) => over(event, true));
    this.element.addEventListener('dragover', (event) => over(event, true));
    this.element.addEventListener('dragleave', (event) => {
      if (!this.element.contains(event.relatedTarget as Node | null)) over(event, false);
    });
    this.element.addEventListener('drop', (event) => {
      over(event, false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length && !this.#load.disabled) this.onFiles(files);
    });
  }
}

function selectOf(words: CheckFactWords, { header, guess }: Table, part: Part): HTMLSelectElement {
  const option = (value: number, name: string): HTMLOptionElement => h('option', { value: String(value), selected: guess[part] === value }, name);
  return h('select', {}, option(-1, words.noColumn), ...header.map((name, at) => option(at, name || String(at + 1))));
}

/** A part, the column it is taken from, and what that column has in the first row. */
function lineOf(words: CheckFactWords, { rows }: Table, part: Part, select: HTMLSelectElement): HTMLElement {
  const example = h('span', { class: 'meta example' });
  const show = (): void => {
    const cell = rows[0]?.[Number(select.value)]?.slice(0, 120) ?? '';
    example.textContent = cell && `${words.example}: ${cell}`;
  };
  select.addEventListener('change', show);
  show();
  const isNeeded = part === 'claim' || part === 'verdict';
  return h('div', { class: 'column' }, h('label', {}, h('span', {}, isNeeded ? `${words.parts[part]} ${words.needed}` : words.parts[part]), select), example);
}

/** A button that does `run`. */
export function button(text: string, kind: string, run: () => void): HTMLButtonElement {
  const element = h('button', { type: 'button', class: kind }, text);
  element.addEventListener('click', run);
  return element;
}
