// Changes of a text, as an editor tells them: several at once, all of the text before. Used by
// session.ts; tests/web/engine/suite.ts holds it.
import { SourcelightError } from './error.ts';

/** `insert` takes the place of [from, to), in UTF-16 units of the text before the call. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** The changes in order of their places; throws `bad_change`, which tells of the first bad one. */
export function inOrder(changes: readonly TextChange[], { length }: string): readonly TextChange[] {
  changes.forEach(({ from, to, insert }, n) => {
    const whole = Number.isInteger(from) && Number.isInteger(to);
    if (!whole || from < 0 || to < from || to > length) {
      throw bad(`${place(n, changes)} does not stand in the text of ${length} units`);
    }
    if (typeof insert !== 'string') throw bad(`${place(n, changes)} inserts what is no string`);
  });
  const order = changes.map((_, n) => n);
  const by = (key: 'from' | 'to') => (a: number, b: number) =>
    (changes[a]?.[key] ?? 0) - (changes[b]?.[key] ?? 0);
  order.sort((a, b) => by('from')(a, b) || by('to')(a, b));
  order.forEach((n, i) => {
    const before = order[i - 1];
    if (before === undefined || (changes[before]?.to ?? 0) <= (changes[n]?.from ?? 0)) return;
    throw bad(`${place(n, changes)} overlaps ${place(before, changes)}`);
  });
  return order.flatMap((n) => changes[n] ?? []);
}

const place = (n: number, changes: readonly TextChange[]): string =>
  `changes[${n}], [${changes[n]?.from}, ${changes[n]?.to}],`;

const bad = (what: string): SourcelightError =>
  new SourcelightError('bad_change', `${what.replace(/,$/, '')}. Nothing was changed.`);
