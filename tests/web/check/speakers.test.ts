// Holds web/check/speakers.ts and same-speaker.ts: who speaks where in a transcript, and whether that is
// the article's source.
import { expect, test } from 'vitest';
import { compareSpeaker } from '../../../web/check/same-speaker.ts';
import { findLabels } from '../../../web/check/speakers.ts';

/** "speaker time: what follows on the line", one a label. */
const labels = (text: string): string[] =>
  findLabels(text).map(({ end, speaker, time }) => `${speaker}${time === undefined ? '' : ` ${time}`}: ${/[^\n]*/.exec(text.slice(end))?.[0].trim() ?? ''}`);

test.each([
  ['LEE: We go.\nIt rained.\nDR. OKAFOR: No.', ['LEE: We go.', 'DR. OKAFOR: No.']],
  ['Anna Lee: We go.', ['Anna Lee: We go.']],
  ['Q: Why?\nA: Because.', ['Q: Why?', 'A: Because.']],
  ['Lee: We go.\nHolm: No.\nLee: Yes.\nHolm: Then go.', ['Lee: We go.', 'Holm: No.', 'Lee: Yes.', 'Holm: Then go.']],
  ['MAYOR LEE (Eastgate): We go.', ['MAYOR LEE: We go.']],
  ['[00:12:31] LEE: We go.\n[00:12:40] And we stay.', ['LEE 751: We go.', ' 760: And we stay.']],
  ['12:31 - Anna Lee: We go.', ['Anna Lee 751: We go.']],
  ['Anna Lee  0:12:31\nWe go.', ['Anna Lee 751: ']],
  ['ANNA LEE\nWe go.\n\nBO HOLM\nNo.\n\nANNA LEE\nYes.\n\nBO HOLM\nThen go.', ['ANNA LEE: ', 'BO HOLM: ', 'ANNA LEE: ', 'BO HOLM: ']],
  ['Speaker 1: We go.', ['Speaker 1: We go.']],
])('%j names its speakers', (text, expected) => {
  expect(labels(text)).toEqual(expected);
});

test.each([
  'Note: nothing was said.',
  'He told us one thing: go.',
  'The council decided three things: first, go.',
  'We met at 12:30 and left.',
  'THE END',
  'Subject: the barrier\nDear all,',
])('%j names nobody', (text) => {
  expect(labels(text)).toEqual([]);
});

test('a line of names without end takes no longer than any other', () => {
  const begun = process.cpuUsage().user;
  findLabels(`${'Anna Lee, '.repeat(60_000)}\n`.repeat(2) + `${'A'.repeat(200_000)}: x`);
  expect((process.cpuUsage().user - begun) / 1000).toBeLessThan(2_000);
});

const anna = { source: 'Anna Lee', title: 'harbourmaster', isPerson: true };

test.each([
  ['LEE', 'same'],
  ['Anna Lee', 'same'],
  ['MS. LEE', 'same'],
  ['A. Lee', 'same'],
  ['HARBOURMASTER LEE', 'same'],
  ['LEE, MP', 'same'],
  ['Mayor Anna Marie Lee', 'same'],
  ['HOLM', 'other'],
  ['Bo Lee', 'other'],
  ['MR. HOLM', 'other'],
  ['Q', 'unknown'],
  ['Speaker 2', 'unknown'],
  ['THE REPORTER', 'unknown'],
  ['THE MAYOR', 'unknown'],
] as const)('%s is to Anna Lee: %s', (label, expected) => {
  expect(compareSpeaker(anna, label).kind).toBe(expected);
});

test('who has no name is nobody else', () => {
  expect(compareSpeaker(anna, undefined).kind).toBe('unknown');
  expect(compareSpeaker({ source: 'a spokesman', title: '', isPerson: false }, 'LEE').kind).toBe('unknown');
  expect(compareSpeaker({ source: '', title: '', isPerson: false }, 'LEE').kind).toBe('unknown');
  expect(compareSpeaker({ source: 'Núria Peña', title: '', isPerson: true }, 'PENA').kind).toBe('same');
});
