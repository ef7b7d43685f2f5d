// The terms of the Report, in a newsroom's language.
import type { ClaimStatus, QuoteKind, SignalKind, SourceKind } from '../../engine/report.ts';

const statuses: Record<ClaimStatus, { label: string; meaning: string }> = {
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

const kinds: Record<SourceKind, string> = {
  named_person: 'named person',
  named_organization: 'named organisation',
  document: 'document',
  anonymous: 'anonymous source',
  unnamed_group: 'unnamed group',
  author: 'the writer',
  none: 'nobody given',
};

const quotes: Record<QuoteKind, string> = {
  direct: 'Quoted word for word',
  mixed: 'Partly quoted, partly in the article’s words',
  indirect: 'In the article’s words',
};

const signals: Record<SignalKind, { label: string; meaning: string }> = {
  number: { label: 'number', meaning: 'A number that can be checked' },
  date: { label: 'date', meaning: 'A date or a time' },
  superlative: { label: 'superlative', meaning: 'The largest, the first, the worst' },
  comparison: { label: 'comparison', meaning: 'More or less than something else' },
  ranking: { label: 'ranking', meaning: 'A place in an order' },
  cause: { label: 'cause', meaning: 'One thing is said to bring about another' },
  prediction: { label: 'forecast', meaning: 'What will be' },
  accusation: { label: 'accusation', meaning: 'Somebody is accused of a crime or misconduct' },
  casualties: { label: 'casualties', meaning: 'How many died, were hurt or are missing' },
  science: { label: 'finding', meaning: 'A scientific or medical finding' },
  law: { label: 'law', meaning: 'A verdict, a ruling, a charge' },
  quoted_words: { label: 'quoted words', meaning: 'Words in quotation marks that nobody is given for' },
  weasel: { label: 'vague source', meaning: '“Critics say”, “many believe”' },
  loaded: { label: 'loaded word', meaning: 'A word that judges, in the article’s own voice' },
};

export const terms = { statuses, kinds, quotes, signals };
