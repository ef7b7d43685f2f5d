// The part "Notes from elsewhere" of the tab "Check". Fetched with it.
import { count, number } from './number.ts';

const notes = (value: number): string => count(value, 'note', 'notes');

/** Why a file was not read; `line`: where, null: not known. */
const problems = {
  no_json: (name: string, line: number | null) =>
    `${name} is not whole JSON${line === null ? '' : `: line ${number(line)} cannot be read`}. Export it once more and open that.`,
  no_notes: (name: string) =>
    `${name} holds no annotations. Open a file of W3C Web Annotation (.json, .jsonld) or an export of Hypothesis (.json, .csv with the columns Quote and Comment).`,
  elsewhere: (name: string) =>
    `${name} only says where its annotations are, and Sourcelight fetches nothing from the web. Download the first page of it, and open that.`,
  empty: (name: string) => `${name} holds no annotation. Check that it is the right file.`,
  too_large: (name: string) => `${name} is larger than 50 MB. Export fewer notes at once.`,
  unreadable: (name: string) => `${name} could not be read: it may have been moved, or is open in another program. Choose it again.`,
};

export const checkNotes = {
  title: 'Notes from elsewhere',
  meaning:
    'Open annotations of this article that were made with Hypothesis or another tool (W3C Web Annotation): they stand at the claims they are about.',
  memory: 'They stay in the memory of this page only, until you close it. Nothing is sent or kept.',
  open: 'Open notes…',
  drop: 'or drop a file here: W3C Web Annotation (.json, .jsonld), Hypothesis (.json, .csv)',
  cancel: 'Cancel',
  cancelled: 'Cancelled.',
  files: 'Files of notes',
  reading: (name: string) => `${name} is being read…`,
  remove: 'Remove',
  removeNamed: (name: string) => `Remove ${name}`,
  removed: (name: string) => `The notes of ${name} are removed.`,
  done: (all: number, placed: number) =>
    all === placed ? `${notes(all)}, all at claims of this article.` : `${notes(all)}, ${number(placed)} of them at claims of this article.`,
  leftOut: (items: readonly number[]) =>
    items.length === 1
      ? `Item ${number(items[0] ?? 0)} is no annotation, and is left out.`
      : `${count(items.length, 'item is', 'items are')} no annotations, and left out: ${items.slice(0, 5).map(number).join(', ')}${items.length > 5 ? ' …' : ''}.`,
  atClaims: 'At claims',
  apart: 'At no claim of this article',
  apartMeaning: 'What they quote does not stand in the article, or they are about the whole page.',
  more: (value: number) => `Show ${number(value)} more`,
  line: notes,
  card: 'Notes from elsewhere',
  marked: 'Only marked',
  about: 'About',
  changed: 'The words have changed since.',
  unknownAuthor: 'Unnamed author',
  link: 'Open the note',
  wholePage: 'About the whole page',
  problems,
};

export type NotesWords = typeof checkNotes;
