// How sure Sourcelight is of a claim, in three classes instead of numbers, and of what: its mark, the
// attributions it rests on, who is meant. doubt.json has where the classes of each begin: below the
// first number it is unsure, from the second on it is sure. tools/train/doubt.py measures how many of
// each class are right (docs/confidence.md). tests/web/widget/doubt.test.ts holds it.
import type { Claim, Report } from '../engine/report.ts';
import type { Words } from '../words/index.ts';
import classes from './doubt.json';

/** Unsure: about half are right; fairly sure: nearly eight in ten; sure: more than nine in ten. */
export type Sureness = 'unsure' | 'fairly' | 'sure';
export const surenesses: readonly Sureness[] = ['unsure', 'fairly', 'sure'];

/** The status; content and source of what is said; whom the source's words mean. */
export type Doubtful = 'status' | 'attribution' | 'who';

/** How sure of each that can be wrong; of what was set by hand nothing can. */
export type Doubt = Readonly<Partial<Record<Doubtful, Sureness>>>;

/** Of several attributions the least sure counts. A Report without confidences has no doubts. */
export function doubtOf(claim: Claim, report: Report): Doubt {
  if (claim.byHand) return {};
  const doubt: Partial<Record<Doubtful, Sureness>> = {};
  const hear = (of: Doubtful, [unsure = 0, sure = 0]: readonly number[], confidence: number): void => {
    if (!(confidence >= 0)) return;
    const found = confidence < unsure ? 'unsure' : confidence < sure ? 'fairly' : 'sure';
    const before = doubt[of] ?? 'sure';
    doubt[of] = surenesses.indexOf(found) < surenesses.indexOf(before) ? found : before;
  };
  hear('status', classes[claim.status], claim.confidence);
  for (const id of claim.attributions) {
    const attribution = report.attributions[id];
    if (!attribution || attribution.byHand) continue;
    hear('attribution', classes.attribution, attribution.confidence);
    if (attribution.sourceId !== null) hear('who', classes.who, attribution.sourceConfidence);
  }
  return doubt;
}

const named = (doubt: Doubt, sureness: Sureness): Doubtful[] =>
  (['status', 'attribution', 'who'] as const).filter((of) => doubt[of] === sureness);

/** Whether a claim carries the mark of those that are unsure: of anything. What is no claim never does. */
export const isUnsure = (claim: Claim, report: Report): boolean =>
  claim.status !== 'none' && named(doubtOf(claim, report), 'unsure').length > 0;

/** "unsure of the mark", for a list; '' if the claim is not unsure. */
export function doubtNote(claim: Claim, report: Report, { widget: { doubt } }: Words): string {
  const of = named(doubtOf(claim, report), 'unsure');
  return of.length ? doubt.note(of.map((one) => doubt.of[one])) : '';
}

/** How sure of what, and how often such is right, as one sentence; '' if nothing is in doubt. */
export function doubtLine(claim: Claim, report: Report, { widget: { doubt } }: Words): string {
  const found = doubtOf(claim, report);
  const parts = surenesses.flatMap((sureness) => {
    const of = named(found, sureness).map((one) => doubt.of[one]);
    return of.length ? doubt.say[sureness](of) : [];
  });
  return parts.length ? `${parts.join('; ')}.` : '';
}
