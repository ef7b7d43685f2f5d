// Why a claim has its status, and what a Report comes to: the sentences of the core (claim.why,
// summary.text), made from its data. tests/web/words/reason.test.ts holds them to the core's.
import type { Claim, Report, Source } from '../../engine/report.ts';

function main({ reason: { kind, source, via, cue = '' } }: Claim, { sources }: Report): string {
  const name = (id: number | undefined): string => (id === undefined ? '' : sources[id]?.name) ?? '';
  const sentences: Record<typeof kind, () => string> = {
    attributed: () => `Attributed to ${name(source)} (“${cue}”).`,
    linked: () => `Linked to ${name(source)}.`,
    unidentified: () =>
      `Attributed to a source the reader cannot identify: “${name(source)}” (“${cue}”).`,
    passed_on: () => {
      const whom = source === undefined ? '' : `: “${name(source)}”`;
      return `${name(via)} has it from people the reader cannot identify${whom} (“${cue}”).`;
    },
    nobody_given: () => `Presented as somebody’s word (“${cue}”), but nobody is given.`,
    quotation_alone: () => 'A quotation whose speaker the article does not give.',
    own_voice: () => 'Stated in the article’s own voice.',
    linked_within: () =>
      'Stated in the article’s own voice; its link leads to another page of this site or to a list of stories.',
    headline: () => 'A headline that asserts nothing.',
    byline: () => 'A byline.',
    caption: () => 'A caption.',
    credit: () => 'A credit line.',
    question: () => 'A question.',
    announcement: () => 'An announcement to the reader.',
    newsroom: () => 'What the newsroom did for the article.',
    request: () => 'A request to the reader.',
    picture: () => 'Names what is shown, but asserts nothing.',
    opinion: () => 'The writer’s own opinion.',
    no_verb: () => 'Asserts nothing that could be checked.',
    by_hand: () => (source === undefined ? 'Marked so by hand.' : `Attributed to ${name(source)} by hand.`),
  };
  return sentences[kind]();
}

/** One plain sentence: why the claim has its status. */
function why(claim: Claim, report: Report): string {
  const sentence = main(claim, report);
  const { echo } = claim.reason;
  if (!echo) return sentence;
  const name = report.sources[echo.source]?.name ?? '';
  return `${sentence.slice(0, -1)}; ${name} is given for it in paragraph ${echo.paragraph}.`;
}

const capitalized = (words: string): string => words.replace(/^[a-z]/, (letter) => letter.toUpperCase());

const isPronoun = /^(?:i|me|my|we|us|our|ours|he|him|his|she|hers?|it|its|they|them|theirs?|(?:my|it|him|her)self|(?:our|them)selves)$/i;

/** Who is given for the claim, in front of its sentence (`standalone.who`); '' where the article says it itself. */
function who({ status, reason: { source, via } }: Claim, { sources }: Report): string {
  const [by, passing] = [source, via].map((id) => (id === undefined ? undefined : sources[id]));
  const notNamed = ({ name }: Source): string => isPronoun.test(name) ? 'Somebody the article does not name' : (/\b(?:unnamed|anonymous|unidentified)\b/i.test(name) ? name : `${name}, not named`);
  const withTitle = ({ name, title }: Source): string => (title ? `${name}, ${title.split(';')[0]}` : name);
  if (status === 'hidden') return 'Nobody is named for it';
  if (status === 'named') return by ? capitalized(withTitle(by)) : '';
  if (status !== 'unnamed') return '';
  if (!passing) return by ? capitalized(notNamed(by)) : '';
  return capitalized(`${withTitle(passing)}, from ${by ? notNamed(by) : 'people it does not name'}`);
}

function named(count: number, all: number): string {
  if (all === 1) return `The one claim names ${count ? 'a' : 'no'} source`;
  if (count === 0) return `None of the ${all} claims names a source`;
  if (count === all) return `All ${all} claims name a source`;
  return `${count} of ${all} claims ${count === 1 ? 'names' : 'name'} a source`;
}

/** What the Report comes to, in a few sentences. */
function summary({ summary: { claims, lead }, contradictions, findings }: Report): string {
  const all = claims.named + claims.unnamed + claims.hidden + claims.unsourced;
  if (all === 0) return 'No claim that could be checked was found.';
  const part = (count: number, one: string, several: string): string[] =>
    count ? [`${count} ${count === 1 ? one : several}`] : [];
  const rests = [
    named(claims.named, all),
    ...part(claims.unnamed, 'rests on an unnamed source', 'rest on unnamed sources'),
    ...part(claims.hidden, 'is attributed to nobody', 'are attributed to nobody'),
    ...part(claims.unsourced, 'stands in the article’s own voice', 'stand in the article’s own voice'),
  ];
  const more = [
    ...(lead ? [`The lead is attributed only in paragraph ${lead.paragraph}.`] : []),
    ...part(contradictions.length, 'pair of claims gives different numbers.', 'pairs of claims give different numbers.'),
    ...part(findings.length, 'remark.', 'remarks.').map((remarks) => `The house style has ${remarks}`),
  ];
  return [`${rests.join('; ')}.`, ...more].join(' ');
}

export const reason = { why, who, summary };
