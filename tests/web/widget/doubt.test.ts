// How sure the widget says that Sourcelight is of a claim, and of what.
import { describe, expect, test } from 'vitest';
import type { Attribution, Claim, ClaimStatus, Report } from '../../../web/engine/report.ts';
import { english, loadWords } from '../../../web/words/index.ts';
import { doubtLine, doubtNote, doubtOf, isUnsure } from '../../../web/widget/doubt.ts';
import { everything } from '../../../web/widget/filter.ts';
import { Reading } from '../../../web/widget/reading.ts';
import { make } from './charts-made.ts';

/** Of one attribution: how sure of its words, how sure who is meant; null: nobody is given. */
type Said = readonly [confidence: number, who: number | null];

function made(status: ClaimStatus, confidence: number, ...said: Said[]): { claim: Claim; report: Report } {
  const { report } = make([['Mara Lind', 'named_person']], [['Harbour'], [[status, 'The harbour is full.', 0]]]);
  const [first] = report.attributions;
  const [plain] = report.claims;
  if (!first || !plain) throw new Error('There is a claim with a source.');
  const attributions = said.map(([sure, who], id): Attribution => {
    return { ...first, id, confidence: sure, sourceId: who === null ? null : 0, sourceConfidence: who ?? 0 };
  });
  const claim = { ...plain, confidence, attributions: attributions.map(({ id }) => id) };
  return { claim, report: { ...report, attributions, claims: [claim] } };
}

describe('Doubt', () => {
  test.each([
    ['named', 0.59, 'unsure'], ['named', 0.6, 'fairly'], ['named', 0.8, 'sure'],
    ['unsourced', 0.59, 'unsure'], ['unsourced', 0.79, 'fairly'], ['unsourced', 1, 'sure'],
    ['unnamed', 0.79, 'unsure'], ['unnamed', 0.8, 'fairly'], ['unnamed', 0.9, 'sure'],
    ['hidden', 0.79, 'unsure'], ['hidden', 0.8, 'fairly'], ['hidden', 1, 'fairly'],
    ['none', 0.59, 'unsure'], ['none', 1, 'fairly'],
  ] as const)('of a mark as %s with confidence %d is: %s', (status, confidence, sureness) => {
    const { claim, report } = made(status, confidence);
    expect(doubtOf(claim, report)).toEqual({ status: sureness });
  });

  test('of attributions and of who is meant is that of the least sure', () => {
    const { claim, report } = made('named', 1, [0.9, 0.7], [0.5, 0.9], [0.7, 1]);
    expect(doubtOf(claim, report)).toEqual({ status: 'sure', attribution: 'unsure', who: 'fairly' });
  });

  test('says nothing of who is meant where nobody is given', () => {
    const { claim, report } = made('hidden', 0.9, [0.9, null]);
    expect(doubtOf(claim, report)).toEqual({ status: 'fairly', attribution: 'sure' });
  });

  test('is never of what was set by hand', () => {
    const { claim, report } = made('named', 0.1, [0.1, 0.1]);
    expect(doubtOf({ ...claim, byHand: true }, report)).toEqual({});
    const byHand = report.attributions.map((one) => ({ ...one, byHand: true }) as const);
    expect(doubtOf(claim, { ...report, attributions: byHand })).toEqual({ status: 'unsure' });
  });

  test('is not made up where a Report has no confidence', () => {
    const { claim, report } = made('named', 1, [1, 1]);
    const { confidence: _, ...without } = claim;
    const attributions = report.attributions.map(({ confidence: _, sourceConfidence: __, ...rest }) => rest as Attribution);
    expect(doubtOf(without as Claim, { ...report, attributions })).toEqual({});
  });

  test('marks a claim that is unsure of anything, but never what is no claim', () => {
    const marked = (...of: Parameters<typeof made>): boolean => {
      const { claim, report } = made(...of);
      return isUnsure(claim, report);
    };
    expect(marked('named', 1, [1, 0.5])).toBe(true);
    expect(marked('named', 0.7, [0.7, 0.7])).toBe(false);
    expect(marked('none', 0.1)).toBe(false);
  });
});

describe('In words', () => {
  test('it says how sure of what, the least sure first, and how often such is right', () => {
    const { claim, report } = made('named', 0.95, [0.5, 0.5]);
    expect(doubtLine(claim, report, english)).toBe(
      'unsure of the attribution and who is meant (about half of such are right); sure of the mark (more than nine in ten are right).',
    );
    expect(doubtNote(claim, report, english)).toBe('unsure of the attribution and who is meant');
  });

  test('it is one short part where all is sure, and a list has no note then', () => {
    const { claim, report } = made('named', 0.95, [0.9, 0.9]);
    expect(doubtLine(claim, report, english)).toBe(
      'sure of the mark, the attribution and who is meant (more than nine in ten are right).',
    );
    expect(doubtNote(claim, report, english)).toBe('');
  });

  test('nothing is said of what was set by hand', () => {
    const { claim, report } = made('named', 0.1);
    expect(doubtLine({ ...claim, byHand: true }, report, english)).toBe('');
  });

  test('it speaks Spanish', async () => {
    const { claim, report } = made('unsourced', 0.7);
    expect(doubtLine(claim, report, await loadWords('es'))).toBe('la marca, media (acierta casi ocho de cada diez veces).');
  });
});

describe('What is unsure', () => {
  const { claim, report } = made('named', 0.3);
  const sure = { ...claim, confidence: 1, spans: [[0, 7]] as const };
  const text = 'Harbour\n\nThe harbour is full.';
  const reading = new Reading(text, { ...report, claims: [claim, sure] });

  test('can be shown alone', () => {
    expect(reading.shownClaims({ ...everything, unsure: true })).toEqual([0]);
    expect([...reading.unsure]).toEqual([0]);
  });

  test('has a layer of its own over the lines of the statuses, only where its claim is shown', () => {
    const layers = reading.layers(everything, null);
    expect(layers.get('sourcelight-unsure')).toEqual(claim.spans);
    expect([...layers.keys()].at(-1)).toBe('sourcelight-unsure');
    expect(reading.layers({ ...everything, statuses: new Set(['hidden']) }, null).get('sourcelight-unsure')).toEqual([]);
  });
});
