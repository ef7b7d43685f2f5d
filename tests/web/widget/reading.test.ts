// What the widget asks about a report, on a report made by hand.
import { describe, expect, test } from 'vitest';
import {
  claimStatuses,
  type Attribution,
  type ClaimStatus,
  type Report,
  type Span,
} from '../../../web/engine/index.ts';
import { findEdit } from '../../../web/highlight/edit.ts';
import { everything, isEverything, toggleStatus, type Filter } from '../../../web/widget/filter.ts';
import { Reading } from '../../../web/widget/reading.ts';
import { fromReportFilter, toReportFilter } from '../../../web/widget/report-filter.ts';

const text = 'It is old. KAN said that aides claimed that talks\nfailed. Really?';
const only = (...statuses: ClaimStatus[]): Filter => ({ ...everything, statuses: new Set(statuses) });
const span = (words: string): Span => {
  const begin = text.indexOf(words);
  return [begin, begin + words.length];
};

const attribution = (id: number, part: Partial<Attribution>): Attribution => ({
  id,
  cue: [],
  source: [],
  content: [],
  quote: 'indirect',
  parent: null,
  sourceId: null,
  sourceConfidence: 1,
  confidence: 1,
  ...part,
});

const plain = { signals: [], confidence: 1, priority: 0, echoes: [] };
const report: Report = {
  schema: 'sourcelight.report/1',
  offsets: 'utf16',
  length: text.length,
  paragraphs: [],
  sentences: [],
  attributions: [
    attribution(0, {
      cue: [span('said')],
      source: [span('KAN')],
      content: [span('that aides claimed that talks\nfailed')],
      sourceId: 0,
    }),
    attribution(1, { cue: [span('claimed')], content: [span('that talks\nfailed')], parent: 0 }),
  ],
  sources: [
    {
      id: 0,
      name: 'KAN',
      kind: 'named_organization',
      title: '',
      mentions: [span('KAN')],
      justification: [],
      statements: 1,
      words: 6,
    },
  ],
  claims: [
    { ...plain, spans: [span('It is old.')], status: 'unsourced', attributions: [], why: 'a', reason: { kind: 'own_voice' } },
    { ...plain, spans: [span('that aides claimed that talks\nfailed')], status: 'named', attributions: [0], why: 'b', reason: { kind: 'attributed' } },
    { ...plain, spans: [span('Really?')], status: 'none', attributions: [], why: 'c', reason: { kind: 'question' } },
  ],
  contradictions: [],
  findings: [],
  summary: { claims: { named: 1, unnamed: 0, hidden: 0, unsourced: 1, none: 1 }, lead: null, text: '' },
};
const reading = new Reading(text, report);

describe('A reading', () => {
  test('puts words that run over lines on one', () => {
    expect(reading.words([span('talks\nfailed'), span('Really?')])).toBe('talks failed … Really?');
  });

  test('finds the claim under the caret, also right behind its last letter', () => {
    expect(reading.claimAt(0, everything)).toBe(0);
    expect(reading.claimAt(span('It is old.')[1], everything)).toBe(0);
    expect(reading.claimAt(span('KAN')[0], everything)).toBe(-1);
  });

  test('does not find a claim that is filtered away', () => {
    expect(reading.claimAt(0, only('named'))).toBe(-1);
    expect(reading.shownClaims(only('named', 'none'))).toEqual([1, 2]);
  });

  test('leads from an attribution to its claim, from an inner one to the claim around it', () => {
    expect(report.attributions.map((one) => reading.claimOf(one))).toEqual([1, 1]);
  });

  test('knows who passed on what another said', () => {
    const inner = report.attributions[1] as Attribution;
    expect(reading.parent(inner)?.id).toBe(0);
    expect(reading.source(inner)).toBeUndefined();
  });

  test('paints lines by status, and the parts of what is selected', () => {
    const layers = reading.layers(only('named', 'unsourced'), reading.select(1));
    const filled = [...layers].filter(([, spans]) => spans.length);
    expect(Object.fromEntries(filled)).toEqual({
      'sourcelight-selected': [span('that aides claimed that talks\nfailed')],
      'sourcelight-content': [span('that aides claimed that talks\nfailed')],
      'sourcelight-source': [span('KAN')],
      'sourcelight-cue': [span('said')],
      'sourcelight-named': [span('that aides claimed that talks\nfailed')],
      'sourcelight-unsourced': [span('It is old.')],
    });
  });

  test('moves with an edit until it is read again', () => {
    const after = text.replace('It is old.', 'It is very old.');
    const edit = findEdit(text, after);
    const moved = edit && reading.move(after, edit);
    expect(moved?.words(moved.claim(0)?.spans ?? [])).toBe('It is very old.');
    expect(moved?.words(moved.report.attributions[0]?.source ?? [])).toBe('KAN');
    expect(moved?.report.length).toBe(after.length);
  });
});

describe('A filter', () => {
  const shown = (filter: Filter) => reading.shownClaims(filter);

  test('by source or kind shows what rests on it, together with the statuses', () => {
    expect(shown({ ...everything, source: 0 })).toEqual([1]);
    expect(shown({ ...everything, kind: 'named_organization' })).toEqual([1]);
    expect(shown({ ...everything, kind: 'document' })).toEqual([]);
    expect(shown({ ...only('unsourced'), source: 0 })).toEqual([]);
  });

  test('of which all statuses are switched on is the same as none', () => {
    const all = claimStatuses.reduce(toggleStatus, everything);
    expect(isEverything(all)).toBe(true);
    expect(toggleStatus(toggleStatus(everything, 'named'), 'named')).toEqual(everything);
  });

  test('of the pictures becomes that of the text, and back', () => {
    const chosen = [{ status: 'hidden' }, { kind: 'anonymous' }, { source: 0 }, { named: false }, {}] as const;
    for (const one of chosen) expect(toReportFilter(fromReportFilter(one))).toEqual(one);
    expect(fromReportFilter({ named: true })).toEqual(only('named'));
  });
});
