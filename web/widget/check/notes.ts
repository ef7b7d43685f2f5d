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
import { button } from '../button.ts';
import { h, setText } from '../dom.ts';
import { FileIntake } from '../file-intake.ts';
import materialCss from '../material.css?inline';
import { Roving } from '../roving.ts';
import { makeNote } from './note.ts';
import notesCss from './notes.css?inline';
import { OpenedList } from './opened-list.ts';
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
  for (const css of [materialCss, notesCss]) services.adoptStyle(css);
  return part;
};

/** Whether a file may be one of notes, by its name and how it begins. */
const mayHoldNotes = (name: string, start: string): boolean =>
  /\.csv$/i.test(name)
    ? /^\ufeff?[^\n]*\bquote\b/i.test(start)
    : /"(?:@context|type|@type|motivation|target|selector)"\s*:[^]*(?:anno\.jsonld|Annotation|TextQuoteSelector|oa#)|"(?:rows|annotations)"\s*:/.test(start);

class NotesPart implements CheckPart {
  readonly element = h('section', { class: 'material notes' });
  onSelect: (claim: number, attribution?: number) => void = () => {};
  onChange: () => void = () => {};

  #words: NotesWords;
  #files: OpenedFile[] = [];
  #text = '';
  #claims: readonly Claim[] = [];
  #placed: readonly PlacedNote[] = [];
  #byClaim = new Map<number, PlacedNote[]>();
  #placing = new AbortController();
  #reading = new AbortController();
  readonly #heading = h('h2');
  readonly #meaning = h('p');
  readonly #memory = h('p', { class: 'meta' });
  readonly #intake = new FileIntake({ accept: '.json,.jsonld,.csv' });
  readonly #opened = new OpenedList();
  readonly #list = h('div', { class: 'groups' });
  readonly #roving = new Roving(this.#list);
  #shown = most;
  #shownApart = most;

  constructor(words: NotesWords) {
    this.#words = words;
    this.#intake.takeFrom(this.element);
    this.#intake.onFiles = (files) => void this.#open(files);
    this.#intake.onCancel = () => this.#reading.abort();
    this.#intake.frame.append(this.#opened.element);
    this.#opened.onRemove = (index) => this.#remove(index);
    this.#opened.onEmpty = () => this.#intake.focus();
    this.element.append(this.#heading, this.#meaning, this.#memory, this.#intake.element, this.#list);
    this.#speak();
  }

  async speak(language: Language): Promise<void> {
    this.#words = await loadNotesWords(language);
    this.#intake.say('');
    this.#speak();
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
    return [h('section', { class: 'material notes' }, h('h3', {}, this.#words.card), h('ul', {}, ...items))];
  }

  note(claim: number): string {
    const { length } = this.#byClaim.get(claim) ?? [];
    return length ? this.#words.line(length) : '';
  }

  take(file: File, start: string): Promise<string> | null {
    return mayHoldNotes(file.name, start) ? this.#open([file]) : null;
  }

  /** One file after the other; gives what is to be told of it. */
  async #open(files: readonly File[]): Promise<string> {
    const words = this.#words;
    const told: string[] = [];
    const problems: string[] = [];
    this.#reading.abort();
    const { signal } = (this.#reading = new AbortController());
    for (const file of files) {
      if (signal.aborted) break;
      this.#intake.begin(words.reading(file.name));
      try {
        const read = await readNotes(file, signal);
        signal.throwIfAborted();
        this.#files = [...this.#files.filter(({ name }) => name !== file.name), { name: file.name, ...read }];
        if (read.leftOut.length) told.push(words.leftOut(read.leftOut));
      } catch (reason) {
        if (signal.aborted) break;
        const [code, line] = reason instanceof NotesError ? [reason.code, reason.line] : (['unreadable', null] as const);
        const problem: (name: string, at: number | null) => string = words.problems[code];
        problems.push(problem(file.name, line));
      }
    }
    await this.#place();
    if (this.#reading.signal !== signal) return '';
    this.#intake.end();
    if (this.#files.length) told.unshift(words.done(this.#placed.length, this.#placed.filter(({ claims }) => claims.length).length));
    if (signal.aborted) told.unshift(words.cancelled);
    this.#intake.say(told.join(' '));
    if (problems.length) this.#intake.complain(problems.join('\n'));
    return [...told, ...problems].join(' ');
  }

  #remove(index: number): void {
    const removed = this.#files[index];
    this.#files = this.#files.filter((_, at) => at !== index);
    this.#intake.forgive();
    if (removed) this.#intake.say(this.#words.removed(removed.name));
    void this.#place();
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

  #speak(): void {
    const words = this.#words;
    this.element.setAttribute('aria-label', words.title);
    setText(this.#heading, words.title);
    setText(this.#meaning, words.meaning);
    setText(this.#memory, words.memory);
    this.#intake.speak(words, words.title);
    this.#draw();
  }

  #draw(): void {
    const words = this.#words;
    this.#opened.show(this.#files.map(({ name, notes }) => ({ name, meta: words.line(notes.length) })), words.files, words);
    this.#drawList();
  }

  #drawList(): void {
    const words = this.#words;
    const there = this.#placed.filter(({ claims }) => claims.length);
    const apart = this.#placed.filter(({ claims }) => !claims.length);
    const rows = there.slice(0, this.#shown).map((one) => h('li', {}, this.#claimButton(one), makeNote(one, words)));
    const others = apart.slice(0, this.#shownApart).map((one) => h('li', {}, makeNote(one, words, true)));
    const { focused } = this.#roving;
    this.#list.replaceChildren(
      ...this.#group(words.atClaims, '', rows, there.length, () => (this.#shown += most)),
      ...this.#group(words.apart, words.apartMeaning, others, apart.length, () => (this.#shownApart += most)),
    );
    this.#roving.settle(focused);
  }

  #group(title: string, meaning: string, items: readonly HTMLElement[], all: number, show: () => void): HTMLElement[] {
    if (!all) return [];
    const words = this.#words;
    const group = h('section', { class: 'group' }, h('h3', {}, title, ' ', h('span', { class: 'count' }, all.toLocaleString(document.documentElement.lang || undefined))));
    if (meaning) group.append(h('p', { class: 'meta' }, meaning));
    group.append(h('ul', {}, ...items));
    if (items.length < all) group.append(button(words.more(Math.min(all - items.length, most)), 'plain', () => this.#showMore(group, show)));
    return [group];
  }

  /** The first of those that come gets the focus, since the button that had it is gone. */
  #showMore(group: HTMLElement, show: () => void): void {
    const at = [...this.#list.children].indexOf(group);
    const { length } = group.querySelectorAll('li');
    show();
    this.#drawList();
    const next = this.#list.children[at]?.querySelectorAll('li')[length];
    if (!next) return;
    next.tabIndex = -1;
    next.focus({ preventScroll: true });
  }

  #claimButton({ claims }: PlacedNote): HTMLElement {
    const [claim = 0] = claims;
    const words = (this.#claims[claim]?.spans ?? []).map(([begin, end]) => this.#text.slice(begin, end)).join(' … ');
    const go = h('button', { type: 'button', class: 'result', tabindex: '-1' }, h('span', { class: 'quoted' }, words));
    go.addEventListener('click', () => this.onSelect(claim));
    return go;
  }
}
