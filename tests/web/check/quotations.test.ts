// Holds web/check/quotations.ts, document.ts, locate.ts and slices.ts: which document and place is taken,
// that nothing is looked for twice, and that work grows with the text and not with text times quotations.
import { expect, test } from 'vitest';
import { atOnce, indexDocument, QuotationChecker, type Checked, type IndexedDocument, type Quotation } from '../../../web/check/quotations.ts';
import type { Place } from '../../../web/files/document.ts';
import { randomFrom } from '../compare/cases.ts';
import { kinds, makeQuotation, makeTranscript } from './transcript.ts';

const indexed = (text: string, name = 'a.txt', places: readonly Place[] = []): IndexedDocument => atOnce(indexDocument({ name, text, places }));

const quotation = (text: string, source = ''): Quotation =>
  ({ span: [0, text.length], text, attribution: 0, claim: 0, source, title: '', isPerson: source !== '' });

function check(documents: readonly IndexedDocument[], ...quotations: Quotation[]): Checked[] {
  const checker = new QuotationChecker();
  checker.documents = documents;
  return atOnce(checker.check(quotations));
}

test('a place says its time, page and speaker, and what stands around it', () => {
  const text = 'LEE: The gate was closed an hour too late. HOLM was there.\nHOLM: Nobody on the quay was hurt that night.';
  const [checked] = check([indexed(text, 'a.vtt', [{ at: 0, time: 5 }, { at: 0, page: 1 }, { at: 59, time: 65 }])], quotation('on the quay', 'Bo Holm'));
  expect(checked?.hits).toMatchObject([{ document: 0, words: 'on the quay', place: { time: 65, page: 1, speaker: 'HOLM' } }]);
  expect(checked?.hits[0]?.before).toMatch(/too late\. HOLM was there\. HOLM: Nobody $/);
  expect(checked?.hits[0]?.after).toBe(' was hurt that night.');
  expect(checked?.speaker).toEqual({ kind: 'same', name: 'HOLM' });
});

test('the document that has it word for word is taken, then where its source speaks', () => {
  const changed = indexed('LEE: We waited five years for the second gate of the barrier.');
  const other = indexed('HOLM: We waited four years for the second gate of the barrier.\nQ: Why?\nLEE: As I said, we waited four years for the second gate of the barrier.');
  const [checked] = check([changed, other], quotation('we waited four years for the second gate of the barrier', 'Anna Lee'));
  expect(checked).toMatchObject({ status: 'verbatim', hits: [{ document: 1 }], speaker: { kind: 'same', name: 'LEE' }, elsewhere: 1 });
  expect(check([changed], quotation('we waited four years for the second gate of the barrier', 'Bo Holm'))[0]).toMatchObject({ status: 'changed', speaker: { kind: 'other', name: 'LEE' } });
});

test('without documents, and in one without words, nothing is found', () => {
  expect(check([], quotation('We waited'))).toMatchObject([{ status: 'not_found', hits: [] }]);
  expect(check([indexed('— … —')], quotation('We waited'))).toMatchObject([{ status: 'not_found' }]);
  expect(check([indexed('')], quotation('We waited'))).toMatchObject([{ status: 'not_found' }]);
  expect(check([indexed('We waited')], quotation('…'))).toEqual([]);
});

test('of an edited article only what is new is looked for', () => {
  const { document, said } = makeTranscript(3);
  const checker = new QuotationChecker();
  const index = atOnce(indexDocument(document));
  let looked = 0;
  checker.documents = [{ ...index, get idOf() { ++looked; return index.idOf; } }];
  const all = said.slice(0, 20).map(({ text }) => quotation(text));
  atOnce(checker.check(all));
  expect(looked).toBeGreaterThanOrEqual(20);
  looked = 0;
  const again = atOnce(checker.check([quotation('Nobody said these very words here'), ...all.map((one) => ({ ...one, span: [7, 9] as const, claim: 4 }))]));
  expect(looked).toBeLessThan(5);
  expect(again[1]).toMatchObject({ status: 'verbatim', quotation: { span: [7, 9], claim: 4 } });
});

test('what a malicious document repeats a hundred thousand times is found as soon as anything else', () => {
  const documents = [indexed('the of the of '.repeat(50_000)), indexed('a '.repeat(100_000)), indexed('('.repeat(100_000)), indexed('LEE: '.repeat(50_000))];
  const begun = process.cpuUsage().user;
  check(documents, quotation('the of the of the of the'), quotation('a a a a a a'), quotation('the of '.repeat(100)), quotation('[…] ['.repeat(200)));
  expect((process.cpuUsage().user - begun) / 1000).toBeLessThan(3_000);
});

test('work grows with the words of the document, and hardly with the quotations', () => {
  /** Milliseconds of the processor for index and check. */
  const spend = (words: number, count: number): [number, number] => {
    const { document, said } = makeTranscript(5, words);
    const random = randomFrom(9);
    const strangers = said.map(({ text }) => text.split(' ').reverse().join(' '));
    const quotations = Array.from({ length: count }, (_, at) => quotation(makeQuotation(kinds[at % kinds.length] ?? 'verbatim', said, strangers, random)));
    const cpu = (): number => process.cpuUsage().user / 1000;
    const begun = cpu();
    const index = atOnce(indexDocument(document));
    const built = cpu();
    check([index], ...quotations);
    return [built - begun, cpu() - built];
  };
  spend(20_000, 50);
  const [small, large] = [spend(50_000, 50), spend(200_000, 50)];
  const many = spend(50_000, 200);
  console.log(`50,000 words, 50 quotations: index ${small[0]} ms, check ${small[1]} ms; 200,000 words: ${large[0]} and ${large[1]} ms; 200 quotations: ${many[1]} ms`);
  expect(large[0] / Math.max(small[0], 10)).toBeLessThan(8);
  expect(large[1] / Math.max(small[1], 10)).toBeLessThan(4);
  expect(many[1] / Math.max(small[1], 10)).toBeLessThan(8);
});
