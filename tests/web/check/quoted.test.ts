// Holds web/check/quoted.ts by the real engine: which quotations an article has, whose they are, and of
// what pieces they are made.
import { beforeAll, expect, test } from 'vitest';
import { quotationsOf } from '../../../web/check/quotations.ts';
import { tokensOf } from '../../../web/check/quoted.ts';
import type { Engine } from '../../../web/engine/index.ts';
import { startEngine } from '../compare/cases.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});

/** "source: quotation", in the order of the text. */
async function quotations(text: string): Promise<string[]> {
  return quotationsOf(text, await engine.analyze(text)).map(({ source, text: words }) => `${source}: ${words}`);
}

test('each stretch between quotation marks is one, and belongs to who says it', async () => {
  const text = '“We will go to the quay,” Anna Lee said, “when it is safe.”\n\nThe mayor, Bo Kerr, called it “a total disgrace” and said that the quay "would stay shut until May".';
  expect(await quotations(text)).toEqual([
    'Anna Lee: We will go to the quay,',
    'Anna Lee: when it is safe.',
    'Bo Kerr: a total disgrace',
    'Bo Kerr: would stay shut until May',
  ]);
});

test('single marks and guillemets quote too, apostrophes do not', async () => {
  const text = '‘It’s the workers’ fault,’ Anna Lee said. «We don’t agree,» Bo Kerr said. Kerr’s office said it wasn’t the mayor’s decision.';
  expect(await quotations(text)).toEqual(['Anna Lee: It’s the workers’ fault,', 'Bo Kerr: We don’t agree,']);
});

test('a quotation leads to its claim, and indirect speech has none', async () => {
  const text = 'It rained all night.\n\nAnna Lee said that the gate was shut. “Nobody was hurt,” she said.';
  const report = await engine.analyze(text);
  const found = quotationsOf(text, report);
  expect(found.map(({ text: words }) => words)).toEqual(['Nobody was hurt,']);
  const [first] = found;
  expect(report.claims[first?.claim ?? -1]?.spans.map(([begin, end]) => text.slice(begin, end)).join(' ')).toContain('Nobody was hurt');
});

test('a speech that is quoted whole is cut into parts, and nothing of it is lost', async () => {
  const sentence = 'We waited four years for the second gate of the barrier and nobody came to us. ';
  const speech = sentence.repeat(40).trim();
  const text = `“${speech}” Anna Lee said.`;
  const report = await engine.analyze(text);
  const [attribution] = report.attributions;
  const whole = { ...report, attributions: attribution ? [{ ...attribution, quote: 'direct' as const, content: [[0, text.indexOf('”') + 1] as const] }] : [] };
  const parts = quotationsOf(text, whole).map(({ text: words }) => words);
  expect(parts.length).toBeGreaterThan(2);
  expect(parts.every((words) => words.endsWith('.') && words.split(' ').length <= 200)).toBe(true);
  expect(parts.join(' ')).toBe(speech);
});

const tokens = (text: string): string[] =>
  tokensOf(text).map(({ kind, key, without }) => (kind === 'word' ? (key === without ? key : `${key}|${without}`) : kind));

test.each([
  ['We go … and stay', ['we', 'go', 'ellipsis', 'and', 'stay']],
  ['We go . . . . And stay', ['we', 'go', 'ellipsis', 'and', 'stay']],
  ['We go [. . .] and stay', ['we', 'go', 'ellipsis', 'and', 'stay']],
  ['… we go …', ['we', 'go']],
  ['[The mayor] will go', ['bracket', 'will', 'go']],
  ['[T]he gate go[es] do[wn] [sic]', ['the|he', 'gate', 'goes|go', 'down|do', 'bracket']],
  ['we] go [and', ['we', 'go', 'and']],
  ['…', []],
])('%j is made of %j', (text, expected) => {
  expect(tokens(text)).toEqual(expected);
});
