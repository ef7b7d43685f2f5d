// What is painted, in which order, and what a click hits.
import { expect, test } from 'vitest';
import { assertive, markAt, markNames, marksOf, moveMarks } from '../../../web/host/marks.ts';
import { findEdit } from '../../../web/highlight/edit.ts';
import type { Report } from '../../../web/engine/report.ts';
import { fakeReport } from '../../web/review/fake.ts';

const text = 'Rents doubled. Sources said so. Who knows?';

/** Two claims and a question; a rule of the newsroom found “Sources said”. */
function found(): Report {
  const report = fakeReport(text);
  const [first, second, third] = report.claims;
  if (!first || !second || !third) throw new Error('There are three sentences.');
  const finding = { span: [15, 27], rule: 'sources', severity: 'warning', message: 'Who?', suggestion: null } as const;
  return { ...report, claims: [first, { ...second, status: 'unnamed' }, third], findings: [finding] as unknown as Report['findings'] };
}

const words = (marks: ReturnType<typeof marksOf>): string[] =>
  marks.map(({ name, span: [begin, end] }) => `${name}: ${text.slice(begin, end)}`);

test('Claims of the statuses that are shown have marks, and what a rule found lies above them', () => {
  expect(words(marksOf(found(), assertive, null))).toEqual([
    'unnamed: Sources said so.',
    'unsourced: Rents doubled.',
    'finding: Sources said',
  ]);
  expect(words(marksOf(found(), ['none'], null))).toEqual(['none: Who knows?', 'finding: Sources said']);
});

test('A claim that is unsure has a second mark above that of its status, which no click hits', () => {
  const report = found();
  const claims = report.claims.map((claim, at) => (at === 1 ? { ...claim, confidence: 0.3 } : claim));
  const marks = marksOf({ ...report, claims }, assertive, null);
  expect(words(marks)).toEqual([
    'unnamed: Sources said so.',
    'unsourced: Rents doubled.',
    'unsure: Sources said so.',
    'finding: Sources said',
  ]);
  expect(markAt(marks, 29)?.name).toBe('unnamed');
  expect(words(marksOf({ ...report, claims }, ['unsourced'], null))).not.toContain('unsure: Sources said so.');
});

test('The claim that is chosen lies below all others, whether its status is shown or not', () => {
  expect(words(marksOf(found(), ['unsourced'], 2))).toEqual([
    'selected: Who knows?',
    'unsourced: Rents doubled.',
    'finding: Sources said',
  ]);
  expect(markNames[0]).toBe('selected');
  expect(markNames.at(-1)).toBe('finding');
});

test('What a rule found belongs to the claim that it stands in', () => {
  const mark = marksOf(found(), [], null)[0];
  expect([mark?.claim, mark?.finding]).toEqual([1, 0]);
});

test('A click hits the topmost mark at the place, or just before it, but never the mere choice', () => {
  const marks = marksOf(found(), assertive, 2);
  expect(markAt(marks, 16)?.name).toBe('finding');
  expect(markAt(marks, 29)?.name).toBe('unnamed');
  expect(markAt(marks, 14)?.name).toBe('unsourced'); // behind its last letter
  expect(markAt(marks, 40)).toBeNull();
});

test('Marks follow an edit; one whose words are gone is gone', () => {
  const after = 'Now Rents doubled. Who knows?';
  const edit = findEdit('Rents doubled. Sources said so. Who knows?', 'Rents doubled. Who knows?');
  const typed = findEdit('Rents doubled. Who knows?', after);
  if (!edit || !typed) throw new Error('These are edits.');
  const left = moveMarks(moveMarks(marksOf(found(), ['unsourced', 'unnamed', 'none'], null), edit), typed);
  expect(left.map(({ span: [begin, end] }) => after.slice(begin, end))).toEqual(['Who knows?', 'Rents doubled.']);
});
