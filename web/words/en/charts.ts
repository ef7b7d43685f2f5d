// The report view: pictures, their text equivalents, the minimap.
import type { ParagraphKind } from '../../engine/report.ts';
import { count, number, percent } from './number.ts';

const places: Record<ParagraphKind, string> = {
  body: 'Text',
  headline: 'Headline',
  byline: 'Byline',
  caption: 'Caption',
  credit: 'Credit',
  standfirst: 'Standfirst',
  item: 'List item',
};

const share = (value: number): string => (value > 0 && value < 0.005 ? `<${percent(0.01)}` : percent(value));

const paragraphs = (first: number, last: number): string =>
  first === last ? `paragraph ${number(first)}` : `paragraphs ${number(first)} to ${number(last)}`;

const words = (value: number): string => count(value, 'word', 'words');

export const charts = {
  view: 'The article as a whole',
  empty: 'No claims yet. When the text makes some, this shows who they rest on.',
  only: (what: string) => `Showing only: ${what}`,
  showAll: 'Show all',
  asTable: 'As a table',
  number,
  words,
  percent: share,
  places,
  paragraph: (value: number) => `Paragraph ${number(value)}`,
  headWords: 'Words',
  headShare: 'Share',
  headSource: 'Source',
  headKind: 'Kind',
  headParagraph: 'Paragraph',
  status: {
    title: 'Who the words rest on',
    text: (named: number, own: number) =>
      `Named sources stand behind ${share(named)} of the words; ${share(own)} are the article’s own voice.`,
    rest: 'Between the claims',
    restNote: '“said the mayor”',
  },
  sources: {
    title: 'Who gets the most words',
    text: (sources: number, name: string, value: number) =>
      sources === 1
        ? `The only source, with ${share(value)} of the article’s words: ${name}.`
        : `The most of ${number(sources)} sources, ${share(value)} of the article’s words: ${name}.`,
    none: 'No source is given any words.',
    others: (value: number) => count(value, 'other', 'others'),
  },
  kinds: {
    title: 'What kinds of sources',
    text: (value: number) => `Sources that readers can identify have ${share(value)} of the words that sources are given.`,
    none: 'No source is given any words.',
  },
  strip: {
    title: 'From beginning to end',
    text: 'Each block is a claim, as long as its words. Thin lines part the paragraphs.',
    label: 'Claims in the order of the article; Enter opens one',
    help: 'Point at a block to see its claim.',
    claim: (place: string, status: string, text: string) => `${place} · ${status}: ${text}`,
    longest: (first: number, last: number, value: number) =>
      `The longest stretch without a source: ${paragraphs(first, last)} (${words(value)}).`,
    underlined: 'It is underlined.',
    sourced: 'Every claim has a source.',
    goToLongest: 'Go to the longest stretch without a source',
  },
  named: {
    title: 'Named against unnamed',
    text: (value: number) =>
      `Of the words put down to somebody, ${share(value)} are from sources that readers can identify.`,
    none: 'Nothing is put down to anybody.',
    named: 'Readers can tell who',
    unnamed: 'Readers cannot tell who',
  },
  minimap: {
    label: (stretch: string) => `Map of the article. ${stretch}`,
    at: (place: string, what: string) => (what ? `${place}: ${what}` : place),
  },
};
