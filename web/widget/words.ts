// Every word the widget shows, in a newsroom's language.
import type { ClaimStatus, QuoteKind, SourceKind } from '../engine/report.ts';

export const statusWords: Readonly<Record<ClaimStatus, { label: string; meaning: string }>> = {
  named: {
    label: 'Named source',
    meaning: 'Someone the reader can identify stands behind it.',
  },
  unnamed: {
    label: 'Unnamed source',
    meaning: 'Someone is said to stand behind it; the reader cannot tell who.',
  },
  hidden: {
    label: 'Hidden source',
    meaning: 'Put down to nobody: “is believed”, “reportedly”, “is expected to”.',
  },
  unsourced: {
    label: 'Own voice',
    meaning: 'The article states it as fact, with no source.',
  },
  none: {
    label: 'No claim',
    meaning: 'Nothing that could be checked: a question, a wish, a headline.',
  },
};

export const kindWords: Readonly<Record<SourceKind, string>> = {
  named_person: 'named person',
  named_organization: 'named organisation',
  document: 'document',
  anonymous: 'anonymous source',
  unnamed_group: 'unnamed group',
  author: 'the writer',
  none: 'nobody given',
};

export const quoteWords: Readonly<Record<QuoteKind, string>> = {
  direct: 'Quoted word for word',
  mixed: 'Partly quoted, partly in the article’s words',
  indirect: 'In the article’s words',
};

export const ui = {
  articleText: 'Article text',
  placeholder: 'Paste or type an article here',
  legend: 'Show only',
  legendHelp: 'What the marks mean',
  sources: 'Sources',
  claims: 'Claims',
  noSources: 'No sources found yet.',
  noClaims: 'No claims to show.',
  nobody: 'Nobody given',
  nobodyMeta: 'The article does not say who stands behind these.',
  card: 'Selected claim',
  details: 'Who says so',
  previous: 'Previous claim',
  next: 'Next claim',
  close: 'Close',
  who: 'Who',
  here: (words: string) => `here “${words}”`,
  cue: 'In which words',
  quotation: 'How',
  passedOnBy: 'Passed on by',
  justification: 'What the article says of it',
  why: 'Why this mark',
  nobodyGiven: 'Nobody is given',
} as const;

export function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}

export function position(index: number, total: number): string {
  return `Claim ${(index + 1).toLocaleString('en')} of ${total.toLocaleString('en')}`;
}
