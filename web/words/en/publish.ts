// What is published with an article: the box "About the sources"; and what the page says where it is
// made. Fetched when somebody makes it.
import { count } from './number.ts';

const claims = (value: number): string => count(value, 'claim', 'claims');

const box = {
  title: 'About the sources',
  intro: (total: number) =>
    total === 1
      ? 'This article makes one claim that can be checked. Here is whose word it rests on.'
      : `This article makes ${claims(total)} that can be checked. Here is whose word they rest on.`,
  nothing: 'This article makes no claim that can be checked.',
  rests: {
    named: (value: number) =>
      value === 1 ? '1 claim rests on a source that the article names.' : `${claims(value)} rest on sources that the article names.`,
    unnamed: (value: number) =>
      value === 1
        ? '1 claim rests on somebody whom the article does not name.'
        : `${claims(value)} rest on people whom the article does not name.`,
    hidden: (value: number) =>
      value === 1
        ? '1 claim is said to come from somebody, but the article does not say from whom.'
        : `${claims(value)} are said to come from somebody, but the article does not say from whom.`,
    unsourced: (value: number) =>
      value === 1 ? '1 claim is made by the article itself.' : `${claims(value)} are made by the article itself.`,
  },
  claims,
  quoted: 'quoted in part or in full',
  writer: 'The writer of the article',
  named: 'Who is named',
  unnamed: 'Who is not named',
  /** `words`: the article's own, in quotation marks. */
  says: (words: string) => `The article says of this source: ${words}.`,
  saysNothing: 'The article does not say why.',
  passedOn: (name: string) => `People whom ${name} does not name`,
  hidden: 'Where nobody is given',
  hiddenMeaning: 'The article writes “it is believed”, “reportedly” or the like, and gives nobody who says so.',
  own: 'What the article says itself',
  ownMeaning:
    'For these the article gives no source. That does not make them wrong: a reporter may have been there, or they are common knowledge.',
  show: (value: number) => (value === 1 ? 'Show the claim' : `Show the ${claims(value)}`),
  note: 'Counted from the words of the article with Sourcelight. It shows who stands behind a claim, not whether the claim is true.',
};

/** The dialogs of the page and the card. */
const dialog = {
  meaning: 'A box to publish with the article: who stands behind its claims, in plain words. It is HTML without script.',
  language: 'Language of the box',
  style: 'With a little style of its own',
  preview: 'Preview',
  copy: 'Copy HTML',
  save: 'Save HTML',
  copied: 'Copied.',
  notCopied: 'The browser did not allow copying. Save it instead.',
  saved: (name: string) => `Saved as ${name}`,
  close: 'Close',
};

const review = {
  title: 'Start a ClaimReview',
  meaning:
    'A draft for the fact-check of this claim, as search engines read it (schema.org ClaimReview). Empty fields are yours to fill. It has no rating: that is your verdict.',
  draft: 'Draft',
  copy: 'Copy JSON',
  save: 'Save JSON',
};

export const publish = { language: 'en', box, dialog, review };

export type PublishWords = typeof publish;
