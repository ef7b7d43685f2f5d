// Holds web/check/match.ts: of quotations made by rule from an invented hearing, which are called word
// for word, changed, or not found. The thresholds were chosen by the seeds 1 to 6; these are others.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { atOnce, indexDocument, QuotationChecker, type Quotation } from '../../../web/check/quotations.ts';
import { randomFrom } from '../compare/cases.ts';
import { expected, kinds, makeQuotation, makeTranscript, type MadeKind } from './transcript.ts';

const unrelated = readFileSync(new URL('./unrelated.txt', import.meta.url), 'utf8').trim().split('\n');
const seeds = (process.env['SEEDS'] ?? '7 8 9 10').split(' ').map(Number);
const each = 40; // quotations of each kind and seed

const quotationOf = (text: string): Quotation =>
  ({ span: [0, text.length], text, attribution: 0, claim: 0, source: '', title: '', isPerson: false });

test('what was said is found, what was changed is told, what was not said is not found', () => {
  const table: Record<string, Record<string, number>> = {};
  const wrong: string[] = [];
  for (const seed of seeds) {
    const { document, said } = makeTranscript(seed);
    const other = makeTranscript(seed + 1_000).said.map(({ text }) => text.replace(/\.$/, ''));
    const random = randomFrom(seed);
    const checker = new QuotationChecker();
    checker.documents = [atOnce(indexDocument(document))];
    for (const kind of kinds) {
      const row = (table[kind] ??= { verbatim: 0, changed: 0, not_found: 0 });
      const texts = Array.from({ length: each }, () => makeQuotation(kind, said, kind === 'unrelated' ? unrelated : other, random));
      atOnce(checker.check(texts.map(quotationOf))).forEach(({ status, quotation }) => {
        row[status] = (row[status] ?? 0) + 1;
        if (status !== expected[kind]) wrong.push(`${kind} (seed ${seed}) is ${status}: ${quotation.text}`);
      });
    }
  }
  console.log(`Seeds ${seeds.join(', ')}:`);
  console.table(table);
  if (process.env['WRONG']) console.log(wrong.join('\n'));
  const right = (kind: MadeKind): number => (table[kind]?.[expected[kind]] ?? 0) / (seeds.length * each);
  for (const kind of ['verbatim', 'part', 'other marks', 'ellipsis', 'bracket'] as const) expect(right(kind), kind).toBeGreaterThanOrEqual(0.97);
  for (const kind of ['one word changed', 'two words dropped', 'joined'] as const) expect(right(kind), kind).toBeGreaterThanOrEqual(0.95);
  // The few that are called changed share most of their words with a sentence: "what worries me most".
  expect(right('unrelated')).toBeGreaterThanOrEqual(0.97);
});
