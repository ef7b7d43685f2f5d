// The part "Notes from elsewhere" of the tab "Check": opens files of annotations, and shows each note at
// the claims it is about; those that find no claim stand apart. Kept in memory only.
// tests/web/check/notes.test.ts holds it.
import { readNotes, type Note } from '../../check/annotations.ts';
import { NotesError } from '../../check/notes-error.ts';
import { placeNotes, type PlacedNote } from '../../check/note-places.ts';
import { inSlices } from '../../check/slices.ts';
import type { Claim, Report } from '../../engine/report.ts';
import { loadLate } from '../../words/late.ts';
import type { Language } from '../../words/index.ts';
import type { NotesWords } from '../../words/en/check-notes.ts';
import { h, setText } from '../dom.ts';
import { makeNote } from './note.ts';
import notesCss from './notes.css?inline';
import type { CheckPart, MakePart } from './part.ts';

const loadNotesWords = (language: Language): Promise<NotesWords> =>
  loadLate<NotesWords>(
    {
      en: async () => (await import('../../words/en/check-notes.ts')).checkNotes,
      es: async () => (await import('../../words/es/check-notes.ts')).checkNotes,
    },
    language,
  );

/** Notes that are shown at once; more are made when asked for. */
const most = 50;

interface OpenedFile {
  readonly name: string;
  readonly notes: readonly Note[];
  readonly leftOut: readonly number[];
}

export const makeNotesPart: MakePart = async (services, language) => {
  const part = new NotesPart(await loadNotesWords(language));
  services.adoptStyle(notesCss);
  return part;
};

/** Whether a file may be one of notes, by its name and how it begins. */
const mayHoldNotes = (name: string, start: string): boolean =>
  /\.csv$/i.test(name)
    ? /^\ufeff?[^\n]*\bquote\b/i.test(start)
    : /"(?:@context|type|@type|motivation|target|selector)"\s*:[^]*(?:anno\.jsonld|Annotation|TextQuoteSelector|oa#)|"(?:rows|annotations)"\s*:/.test(start);

class NotesPart implements CheckPart {
  readonly element = h('section', { class: 'notes-part' });
  onSelect: (claim: number, attribution?: number) => void = () => {};
  onChange: () => void = () => {};

  #words: NotesWords;
  #files: OpenedFile[] = [];
  #text = '';
  #claims: readonly Claim[] = [];
  #placed: readonly PlacedNote[] = [];
  #byClaim = new Map<number, PlacedNote[]>();
  #placing = new AbortController();
  readonly #reading = new AbortController();
  readonly #picker = h('input', { type: 'file', accept: '.json,.jsonld,.csv', multiple: true, hidden: true });
  readonly #state = h('p', { role: 'status' });
  readonly #list = h('div');
  #shown = most;
  #shownApart = most;

  constructor(words: NotesWords) {
    this.#words = words;
    this.#picker.addEventListener('change', () => void this.#open([...(this.#picker.files ?? [])]));
    this.#takeDrops();
    this.#draw();
  }

  async speak(language: Language): Promise<void> {
    this.#words = await loadNotesWords(language);
    setText(this.#state, '');
    this.#draw();
    this.onChange();
  }

  setCurrent(text: string, report: Report | null): void {
    this.#text = text;
    this.#claims = report?.claims ?? [];
    if (this.#files.length) void this.#place();
  }

  describe(claim: number): HTMLElement[] {
    const placed = this.#byClaim.get(claim) ?? [];
    if (!placed.length) return [];
    const items = placed.slice(0, most).map((one) => h('li', {}, makeNote(one, this.#words)));
    return [h('section', {}, h('h3', {}, this.#words.card), h('ul', { class: 'others' }, ...items))];
  }

  note(claim: number): string {
    const { length } = this.#byClaim.get(claim) ?? [];
    return length ? this.#words.line(length) : '';
  }

  take(file: File, start: string): Promise<string> | null {
    return mayHoldNotes(file.name, start) ? this.#open([file]) : null;
  }

  /** Gives what is to be told of it. */
  async #open(files: readonly File[]): Promise<string> {
    const told: string[] = [];
    for (const file of files) {
      setText(this.#state, this.#words.reading(file.name));
      try {
        const read = await readNotes(file, this.#reading.signal);
        this.#files = [...this.#files.filter(({ name }) => name !== file.name), { name: file.name, ...read }];
        if (read.leftOut.length) told.push(this.#words.leftOut(read.leftOut));
      } catch (reason) {
        const [code, line] = reason instanceof NotesError ? [reason.code, reason.line] : (['unreadable', null] as const);
        const problem: (name: string, at: number | null) => string = this.#words.problems[code];
        told.push(problem(file.name, line));
      }
    }
    this.#picker.value = '';
    await this.#place();
    if (this.#files.length) told.unshift(this.#words.done(this.#placed.length, this.#placed.filter(({ claims }) => claims.length).length));
    setText(this.#state, told.join(' '));
    return told.join(' ');
  }

  #remove(name: string): void {
    this.#files = this.#files.filter((file) => file.name !== name);
    void this.#place();
    setText(this.#state, this.#words.removed(name));
    this.element.querySelector('button')?.focus();
  }

  /** Finds the claims of all notes anew; a newer article or file cancels it. */
  async #place(): Promise<void> {
    this.#placing.abort();
    const { signal } = (this.#placing = new AbortController());
    const notes = this.#files.flatMap((file) => file.notes);
    try {
      this.#placed = await inSlices(placeNotes(this.#text, this.#claims, notes), signal);
    } catch (reason) {
      if (signal.aborted) return;
      throw reason;
    }
    this.#byClaim = new Map();
    for (const one of this.#placed) {
      for (const claim of one.claims) {
        const there = this.#byClaim.get(claim);
        if (there) there.push(one);
        else this.#byClaim.set(claim, [one]);
      }
    }
    this.#shown = this.#shownApart = most;
    this.#draw();
    this.onChange();
  }

  #draw(): void {
    const words = this.#words;
    const open = h('button', { type: 'button', class: 'small' }, words.open);
    open.addEventListener('click', () => this.#picker.click());
    this.#picker.setAttribute('aria-label', words.open);
    const files = this.#files.map(({ name, notes }) => {
      const remove = h('button', { type: 'button', class: 'plain', 'aria-label': words.remove(name), title: words.remove(name) }, '×');
      remove.addEventListener('click', () => this.#remove(name));
      return h('li', {}, words.file(name, notes.length), remove);
    });
    this.element.setAttribute('aria-label', words.title);
    this.#drawList();
    this.element.replaceChildren(
      h('h2', {}, words.title), h('p', { class: 'meta' }, words.meaning), open, this.#picker,
      ...(files.length ? [h('ul', { class: 'files' }, ...files)] : []), this.#state, this.#list,
    );
  }

  #drawList(): void {
    const words = this.#words;
    const there = this.#placed.filter(({ claims }) => claims.length);
    const apart = this.#placed.filter(({ claims }) => !claims.length);
    const rows = there.slice(0, this.#shown).map((one) => h('li', {}, this.#claimButton(one), makeNote(one, words)));
    const others = apart.slice(0, this.#shownApart).map((one) => h('li', {}, makeNote(one, words, true)));
    this.#list.replaceChildren(
      ...(rows.length ? [h('h3', {}, words.atClaims), h('ul', {}, ...rows)] : []),
      ...this.#more(there.length - this.#shown, () => (this.#shown += most)),
      ...(others.length
        ? [h('h3', {}, words.apart(apart.length)), h('p', { class: 'meta' }, words.apartMeaning), h('ul', {}, ...others)]
        : []),
      ...this.#more(apart.length - this.#shownApart, () => (this.#shownApart += most)),
    );
  }

  #more(left: number, show: () => void): HTMLElement[] {
    if (left <= 0) return [];
    const button = h('button', { type: 'button', class: 'plain' }, this.#words.more(Math.min(left, most)));
    button.addEventListener('click', () => {
      show();
      this.#drawList();
    });
    return [button];
  }

  #claimButton({ claims }: PlacedNote): HTMLElement {
    const [claim = 0] = claims;
    const words = (this.#claims[claim]?.spans ?? []).map(([begin, end]) => this.#text.slice(begin, end)).join(' … ');
    const button = h('button', { type: 'button', class: 'other' }, words);
    button.addEventListener('click', () => this.onSelect(claim));
    return button;
  }

  /** A file that is dropped here is one of notes; the page, which takes files as articles, must not see it. */
  #takeDrops(): void {
    const isFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    for (const type of ['dragenter', 'dragover', 'drop'] as const) {
      this.element.addEventListener(type, (event) => {
        if (!isFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        if (type === 'drop') void this.#open([...(event.dataTransfer?.files ?? [])]);
      });
    }
  }
}
