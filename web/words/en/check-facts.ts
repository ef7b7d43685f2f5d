// The archive of fact-checks; fetched with the tab "Check".
import type { BadReason } from '../../check/claim-review.ts';
import type { Part } from '../../check/fact-columns.ts';
import type { FileProblem } from '../../check/fact-files.ts';
import { count, number, percent } from './number.ts';

export const checkFacts = {
  title: 'Already checked?',
  meaning: 'Load your newsroom’s fact-checks: claims of the article that look like one of them say so. Whether it is the same claim is for you to see.',
  kept: 'They are kept in this browser only, and nothing is sent anywhere.',
  open: 'Load fact-checks…',
  drop: 'or drop a file here: ClaimReview (JSON, HTML), a Data Commons feed, or CSV',
  archive: (size: number): string => `${count(size, 'fact-check', 'fact-checks')} in the archive`,
  empty: 'No fact-checks are loaded yet.',
  opening: 'Opening the archive …',
  reading: (name: string, share: number): string => `Reading ${name}: ${percent(share)}`,
  cancel: 'Cancel',
  cancelled: 'Cancelled. The archive is as it was.',
  loaded: (added: number, replaced: number): string =>
    `${count(added, 'fact-check', 'fact-checks')} added, ${number(replaced)} replaced.`,
  bad: (bad: number): string => `${count(bad, 'entry was', 'entries were')} left out:`,
  badPlace: (place: number, reason: BadReason): string => `Entry ${number(place)}: ${reasons[reason]}`,
  left: (left: number): string => `The archive is full (100,000): ${count(left, 'entry', 'entries')} found no room.`,
  removeAll: 'Remove all',
  removeSure: (size: number): string => `Remove ${count(size, 'fact-check', 'fact-checks')} from this browser?`,
  remove: 'Remove',
  keep: 'Keep',
  removed: 'All fact-checks were removed.',
  mapping: (name: string): string => `What stands where in ${name}?`,
  mappingHelp: 'These columns were guessed by their names. Look at them, then load.',
  parts: {
    claim: 'Claim',
    verdict: 'Verdict',
    publisher: 'Publisher',
    url: 'Link',
    date: 'Date',
    author: 'Who said it',
    title: 'Headline',
  } satisfies Record<Part, string>,
  needed: '(needed)',
  noColumn: 'none',
  example: 'First row',
  use: 'Load with these columns',
  needsColumns: 'Choose the columns of claim and verdict first.',
  problems: {
    not_json: 'It is not valid JSON. Save it again where it comes from.',
    no_reviews: 'It holds no ClaimReview.',
    no_table: 'It is no table: a first line with the names of columns, and rows below, are needed.',
    unreadable: 'It could not be read. Choose it again.',
    too_large: 'It is too large: files of up to 500 MB are read.',
    unknown_kind: 'Only .json, .jsonld, .html, .csv, .tsv and .txt files are read.',
    not_loaded: 'What reads it could not be loaded. Check the connection and try again.',
  } satisfies Record<FileProblem, string>,
  notLoaded: (name: string, why: string): string => `${name} was not loaded. ${why}`,
  full: 'The browser has no room for it. Free some space on the disk, or load fewer. The archive is as it was.',
  blocked: 'This browser keeps nothing for this page (a private window?). Allow it to, and try again.',
  notOpened: 'The archive could not be opened: the browser does not let this page read what it keeps. Reload the page to try again.',
  noneFound: 'No claim of the article looks like one that was checked before.',
  noArticle: 'There is no article to look at yet.',
  found: (claims: number): string => `${count(claims, 'claim looks', 'claims look')} like one that was checked before.`,
  similar: 'A similar claim was checked before:',
  by: (publisher: string, date: string): string => [publisher, date].filter(Boolean).join(', '),
  saidBy: (author: string): string => `Said by ${author}`,
  read: 'Read the fact-check',
  readOf: (publisher: string): string => `Read the fact-check of ${publisher}`,
  note: 'similar claim checked before',
  list: 'Claims like ones that were checked before',
};

const reasons: Readonly<Record<BadReason, string>> = {
  no_claim: 'it says no claim',
  no_verdict: 'it says no verdict',
};

export type CheckFactWords = typeof checkFacts;
