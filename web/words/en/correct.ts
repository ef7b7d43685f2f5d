// Correcting by hand what was read.
import type { Language } from '../index.ts';
import { count, number } from './number.ts';

export const correct = {
  language: 'en' as Language,
  claim: {
    title: 'Correct this mark',
    words: 'Mark these words',
    status: 'It rests on',
    statuses: {
      named: 'a named source',
      unnamed: 'an unnamed source',
      hidden: 'somebody whom the article does not give',
      unsourced: 'the article’s own voice',
      none: 'nothing: this is no claim',
    },
    who: 'Whose word it is',
    other: 'Somebody else…',
    name: 'Name',
    nameUnknown: 'Who, in the article’s words',
    role: 'Role or affiliation',
    kind: 'Kind',
    save: 'Save',
    cancel: 'Cancel',
    undo: 'Undo the correction',
    needsName: 'Say who: a name, or the article’s words for them.',
  },
  source: {
    title: (name: string) => `Correct the entry ${name}`,
    same: 'It is the same as',
    nobody: 'no other entry',
    split: 'Some of this somebody else said',
    splitExplain: 'Choose what they said, and say who they are.',
    splitSave: 'Split',
    splitNone: 'Choose at least one statement.',
  },
  list: {
    title: (corrections: number) => `${count(corrections, 'correction', 'corrections')} by hand`,
    undo: 'Undo',
    undoOf: (words: string) => `Undo the correction of “${words}”`,
    gone: 'no longer in the text',
    joined: (name: string) => `the same as ${name}`,
    records: 'Export as annotation records',
    recordsHint: 'The article with its corrected marks, one line of JSON: to train or test a model with.',
    saved: (file: string) => `${file} saved.`,
  },
  rivals: {
    title: (people: number) => (people === 1 ? 'Somebody else says another thing' : `${number(people)} others say another thing`),
    mine: 'Keep this',
    theirs: 'Take that',
    mark: 'Review',
    nothing: 'as it was read',
    differ: 'two people differ',
  },
  done: { corrected: 'Corrected.', undone: 'Undone.' },
};
