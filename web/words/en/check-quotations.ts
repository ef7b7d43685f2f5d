// Checking quotations against documents; fetched with the tab "Check".
import { count, number } from './number.ts';

/** As web/check tells them. */
type Status = 'verbatim' | 'changed' | 'not_found';
type ChangeKind =
  'ellipsis' | 'bracket' | 'case' | 'writing' | 'number' | 'filler' | 'aside' | 'word' | 'added' | 'left_out' | 'joined';

/** 754: "00:12:34". */
const clock = (seconds: number): string =>
  [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');

export const checkQuotations = {
  title: 'Check quotations',
  meaning: 'Open transcripts or documents: each quotation of the article is looked for in them, word by word.',
  memory: 'They stay in the memory of this page only, until you close it. Nothing is sent or kept.',
  open: 'Open files…',
  drop: 'or drop them here: text, Markdown, HTML, Word, PDF, subtitles (.srt, .vtt)',
  paste: 'Paste a transcript',
  pasteField: 'Paste or type the transcript here',
  add: 'Add',
  pasted: (index: number): string => `Pasted text ${number(index)}`,
  documents: 'Documents',
  words: (words: number): string => count(words, 'word', 'words'),
  remove: 'Remove',
  removeNamed: (name: string): string => `Remove ${name}`,
  removed: (name: string): string => `${name} was removed.`,
  opening: (name: string): string => `Opening ${name} …`,
  cancel: 'Cancel',
  checking: 'Looking for the quotations …',
  empty: 'Paste a transcript first.',
  notOpened: (name: string, why: string): string => `${name}: ${why}`,
  pdfProblems: {
    pdf: 'PDF files are read on the Sourcelight page only, not here. Open it there, or copy its text and paste it.',
    damaged: 'This PDF is damaged, or not a PDF. Open it in another program and save it again, or paste its text here.',
    no_words: 'This PDF holds no text, only pictures of it. Let a program with text recognition (OCR) read it first.',
    password: 'This PDF is protected with a password. Save a copy without one and open that.',
    too_large: 'This PDF is too large: files of up to 20 MB are opened. Save the pages you need as a file of their own.',
    not_loaded: 'What reads PDF could not be loaded. Check the connection and try again, or paste its text here.',
  },
  failed: 'The quotations could not be checked. Remove the document that was opened last, or reload the page.',
  noArticle: 'There is no article to check yet.',
  noQuotations: 'The article quotes nobody word for word.',
  summary: (counts: Readonly<Record<Status, number>>, otherSpeaker: number): string => {
    const parts = [
      counts.changed && `${number(counts.changed)} changed`,
      counts.not_found && `${number(counts.not_found)} not found`,
      counts.verbatim && `${number(counts.verbatim)} word for word`,
    ].filter((part) => part);
    const all = counts.changed + counts.not_found + counts.verbatim;
    const speaker = otherSpeaker ? ` In ${number(otherSpeaker)} somebody else speaks.` : '';
    return `${count(all, 'quotation', 'quotations')}: ${parts.join(', ')}.${speaker}`;
  },
  statuses: { verbatim: 'Word for word', changed: 'Changed', not_found: 'Not found' } satisfies Record<Status, string>,
  notes: { verbatim: 'quotation word for word', changed: 'quotation changed', not_found: 'quotation not found' } satisfies Record<Status, string>,
  noteOtherSpeaker: 'quotation of somebody else',
  /** What was done to a quotation besides; custom allows the first seven. */
  kinds: {
    ellipsis: 'shortened, and says so (…)',
    bracket: 'words inserted in brackets',
    case: 'capital letters differ',
    writing: 'written otherwise',
    number: 'number written otherwise',
    filler: 'without “um”',
    aside: 'without a note of the transcript',
    word: 'another word',
    added: 'words added',
    left_out: 'words left out',
    joined: 'joined from two places without a sign',
  } satisfies Record<ChangeKind, string>,
  groups: {
    changed: 'Changed',
    other: 'Somebody else says it',
    not_found: 'Not found',
    verbatim: 'Word for word',
  },
  added: 'added: ',
  leftOut: 'left out: ',
  unchanged: 'unchanged: ',
  omitted: (words: number): string => `… ${count(words, 'word', 'words')} …`,
  place: (name: string, { time, page, speaker }: { readonly time?: number; readonly page?: number; readonly speaker?: string }): string =>
    [name, speaker, page === undefined ? '' : `page ${number(page)}`, time === undefined ? '' : `at ${clock(time)}`].filter((part) => part).join(', '),
  elsewhere: (places: number): string => `and in ${count(places, 'other place', 'other places')}`,
  sameSpeaker: (name: string): string => `The document names ${name} too.`,
  otherSpeaker: (name: string, source: string): string => `In the document ${name} says it, not ${source}.`,
  card: 'Against the documents',
};

export type CheckQuotationWords = typeof checkQuotations;
