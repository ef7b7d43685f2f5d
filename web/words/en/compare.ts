// Comparing two versions.
import { count, number } from './number.ts';

/** As web/compare counts its changes. */
type Counts = Readonly<
  Record<'new' | 'gone' | 'lost_source' | 'got_source' | 'changed_source' | 'reworded', number>
>;

/** In the order in which a summary tells of them. */
const parts: [kind: keyof Counts, one: string, several: string][] = [
  ['new', 'is new', 'are new'],
  ['lost_source', 'lost its source', 'lost their source'],
  ['changed_source', 'changed its source', 'changed their source'],
  ['got_source', 'got a source', 'got a source'],
  ['reworded', 'is reworded', 'are reworded'],
  ['gone', 'is gone', 'are gone'],
];

const list = new Intl.ListFormat('en-GB');

const told = (counts: Counts): string[] =>
  parts
    .filter(([kind]) => counts[kind])
    .map(([kind, one, several], at) => {
      const value = counts[kind];
      const subject = at ? number(value) : count(value, 'claim', 'claims');
      return `${subject} ${value === 1 ? one : several}`;
    });

export const compare = {
  title: 'Compare two versions',
  which: 'The other version is',
  earlier: 'earlier',
  later: 'later',
  paste: 'Paste the other version here',
  open: 'Open a file',
  drop: 'or drop a file here',
  start: 'Compare',
  another: 'Compare with another version',
  stop: 'Stop comparing',
  cancel: 'Cancel',
  reading: 'Reading the other version …',
  cancelled: 'Cancelled.',
  empty: 'Paste or open the other version first.',
  noArticle: 'There is no article on the page to compare it with.',
  notOpened: 'This file could not be opened.',
  notRead: 'The other version could not be read. Try again, or reload the page.',
  tooLong: 'The other version is too long to be read in one piece.',
  notCompared: 'The versions could not be compared. Check the connection and try again.',
  identical: 'Both versions are the same, word for word.',
  /** `otherIsEarlier`: the article on the page is the newer of the two. */
  summary: (counts: Counts, same: number, otherIsEarlier: boolean): string => {
    const against = otherIsEarlier ? 'Against the earlier version' : 'In the later version';
    const changes = told(counts);
    if (!changes.length) return `${against}: no claim is new, gone or changed.`;
    const rest = same ? ` ${count(same, 'claim is', 'claims are')} as before.` : '';
    return `${against}: ${list.format(changes)}.${rest}`;
  },
  groups: {
    lost: 'Lost their source',
    changed: 'Changed their source',
    newUnsourced: 'New, without a source',
    new: 'New, with a source',
    got: 'Got a source',
    reworded: 'Reworded',
    gone: 'Gone',
  },
  /** How the two sides of an entry are read out. */
  was: 'earlier: ',
  is: 'later: ',
  sources: (names: readonly string[]): string => list.format(names),
  added: 'added: ',
  removed: 'removed: ',
  unchanged: 'unchanged: ',
  numbersDiffer: 'The numbers differ',
};
