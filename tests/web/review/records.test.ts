// A corrected article as a record of an annotated one: each sentence with the statuses of its claims,
// offsets in code points.
import { expect, test } from 'vitest';
import type { Claim, ClaimStatus, Report, Span } from '../../../web/engine/report.ts';
import { annotationRecord } from '../../../web/review/records.ts';

const text = '🚋 Lind said the tram was late. It cost four million. Who paid?';
const at = (words: string): Span => [text.indexOf(words), text.indexOf(words) + words.length];
const claim = (words: string, status: ClaimStatus, byHand = false): Claim => ({
  spans: [at(words)], status, attributions: [], signals: [], confidence: 1, priority: 0, echoes: [], why: '',
  reason: { kind: 'own_voice' }, ...(byHand ? { byHand: true } : {}),
});

const report: Report = {
  schema: 'sourcelight.report/1', offsets: 'utf16', length: text.length,
  paragraphs: [{ span: [0, text.length], kind: 'body', dateline: null }],
  sentences: [at('🚋 Lind said the tram was late.'), at('It cost four million.'), at('Who paid?')],
  attributions: [{
    id: 0, cue: [at('said')], source: [at('Lind')], content: [at('the tram was late')], quote: 'indirect', parent: null,
    sourceId: 0, sourceConfidence: 1, confidence: 1,
  }],
  sources: [{ id: 0, name: 'Mara Lind', kind: 'named_person', title: 'mayor', mentions: [], justification: [], statements: 1, words: 4 }],
  claims: [claim('Lind', 'unsourced'), claim('the tram was late', 'named'), claim('It cost four million.', 'unnamed', true)],
  contradictions: [], findings: [],
  summary: { claims: { named: 1, unnamed: 1, hidden: 0, unsourced: 1, none: 0 }, lead: null, text: '' },
};

/** What stands at a span of the record, which counts code points. */
const words = ([begin, end]: Span): string => [...text].slice(begin, end).join('');

test('every sentence has the statuses of its claims, and the words of those that are not the main one', () => {
  const { sentences } = annotationRecord('Tram', text, report);
  expect(sentences.map(({ status }) => status)).toEqual([['named', 'unsourced'], ['unnamed'], ['none']]);
  expect(sentences[0]?.parts?.map(({ status, spans }) => [status, ...spans.map(words)])).toEqual([['unsourced', 'Lind']]);
});

test('sentences that a person corrected say so', () => {
  expect(annotationRecord('Tram', text, report).sentences.map(({ byHand }) => byHand ?? false)).toEqual([false, true, false]);
});

test('offsets count code points, so that an emoji before them is one', () => {
  const { sentences, attributions } = annotationRecord('Tram', text, report);
  expect(sentences.map(({ begin, end }) => words([begin, end]))).toEqual(['🚋 Lind said the tram was late.', 'It cost four million.', 'Who paid?']);
  expect(attributions).toEqual([expect.objectContaining({ source: [[2, 6]], kind: 'named_person', name: 'Mara Lind', title: 'mayor' })]);
});
