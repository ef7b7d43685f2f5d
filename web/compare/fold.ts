// Words as they count when versions are compared: without case, marks and the form of quotation
// marks. Takes a claim's words, gives what to find them by. tests/web/compare hold it.
import { numbersIn } from './numbers.ts';

/** The words of one claim, folded. */
export interface Folded {
  /** The same for two claims of the same words. */
  readonly key: string;
  /** Each telling word once, cut to its stem, and how often it stands there; all numbers are one. */
  readonly stems: ReadonlyMap<string, number>;
  /** How much the telling words weigh together. */
  readonly weight: number;
  /** The numbers in it, in their order. */
  readonly numbers: readonly string[];
}

const word = /[\p{L}\p{M}\p{N}]+(?:['.,-][\p{L}\p{M}\p{N}]+)*|[\p{Sc}%]/gu;
const plainWord = /[a-z0-9]+(?:['.,-][a-z0-9]+)*|[$%]/g; // the same in ASCII, three times as fast

/** "‘It’s” and "It's" are the same words. */
export const foldMarks = (text: string): string =>
  text.replace(/[\u2018\u2019\u201a\u201b\u2032\u00b4`]/g, "'").replace(/[\u201c-\u201f\u00ab\u00bb\u2033]/g, '"');

// A sentence that is cut elsewhere leaves or takes one of these before the next clause.
const joining = /^(?:and|but|or|so|yet|that|while) (?=.)/;

export function wordsIn(text: string): string[] {
  const folded = foldMarks(text).toLowerCase();
  if (/^[\x00-\x7f]*$/.test(folded)) return folded.match(plainWord) ?? [];
  return folded.normalize('NFC').match(word) ?? [];
}

// They stand in every sentence, so that they tell no two apart.
const common = new Set(
  ('a an and are as at be been but by for from had has have he her his i in is it its of on or she ' +
    'that the their they this to was we were which who will with would').split(' '),
);

export function fold(text: string): Folded {
  const words = wordsIn(text);
  const plain = words.join(' ').replace(joining, '');
  const stems = new Map<string, number>();
  let weight = 0;
  for (const one of words) {
    if (common.has(one)) continue;
    const stem = stemOf(one);
    stems.set(stem, (stems.get(stem) ?? 0) + 1);
    weight += weightOf(stem);
  }
  return { key: plain || text.trim(), stems, weight, numbers: numbersIn(words) };
}

const number = '0';

const stemOf = (one: string): string => (/[0-9]/.test(one) ? number : one.slice(0, 6));

/** Short words tell little, and numbers are what a new version changes. */
export const weightOf = (stem: string): number => (stem.length < 4 ? 0.5 : 1);
