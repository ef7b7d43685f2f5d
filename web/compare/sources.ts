// Whether two versions give the same sources for a claim: names folded, a person by the surname
// unless given names differ, a body by its words in any order or by its initials.
// tests/web/compare/sources.test.ts holds it.
import type { Source } from '../engine/report.ts';
import { wordsIn } from './fold.ts';

export type Named = Pick<Source, 'name' | 'kind' | 'title'>;

/** Whether each source of the one stands among those of the other. */
export function sameSources(before: readonly Named[], after: readonly Named[]): boolean {
  const all = (ones: readonly Named[], others: readonly Named[]): boolean =>
    ones.every((one) => others.some((other) => sameSource(one, other)));
  return all(before, after) && all(after, before);
}

export function sameSource(one: Named, other: Named): boolean {
  const [names, otherNames] = [wordsOf(one), wordsOf(other)];
  if (names.join(' ') === otherNames.join(' ')) return true;
  if (one.kind === 'named_person' && other.kind === 'named_person') {
    return samePerson(person(names, one.title), person(otherNames, other.title));
  }
  // A lone surname may have been taken for a body where nobody has it in full.
  if (one.kind === 'named_person') return otherNames.length === 1 && names.at(-1) === otherNames[0];
  if (other.kind === 'named_person') return names.length === 1 && otherNames.at(-1) === names[0];
  return within(names, otherNames) || isAcronym(names, otherNames) || isAcronym(otherNames, names);
}

const little = new Set(['a', 'an', 'the', 'of', 'for', 'and', 'in', 'on', 'de', 'la', 'this', 'that', 'some', 'one']);

/** Words of a name, without a possessive and without what only joins. */
function wordsOf({ name }: Named): string[] {
  const words = wordsIn(name).map((word) => word.replace(/'s?$/, ''));
  const telling = words.filter((word) => !little.has(word));
  return telling.length ? telling : words;
}

const honorifics = new Set([
  'mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'prof', 'professor', 'sir', 'dame', 'lord', 'lady', 'rev', 'fr',
  'president', 'minister', 'premier', 'chancellor', 'mayor', 'governor', 'gov', 'senator', 'sen',
  'representative', 'rep', 'councillor', 'judge', 'justice', 'general', 'gen', 'colonel', 'col',
  'captain', 'capt', 'major', 'sergeant', 'sgt', 'lieutenant', 'lt', 'chief', 'inspector', 'detective',
  'king', 'queen', 'prince', 'princess', 'pope', 'bishop', 'archbishop', 'cardinal', 'coach', 'prime', 'vice', 'deputy',
]);
const suffixes = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);

/** Given names, then the surname. */
function person(words: readonly string[], title: string): string[] {
  const titles = new Set(wordsIn(title));
  const names = words.filter(
    (word, at) => !suffixes.has(word) && (at === words.length - 1 || !(honorifics.has(word) || titles.has(word))),
  );
  return names.length ? names : [...words];
}

function samePerson(one: readonly string[], other: readonly string[]): boolean {
  if (one.at(-1) !== other.at(-1)) {
    // One name alone may be the given one: "Ilse" of "Ilse Varga".
    const [few, many] = one.length < other.length ? [one, other] : [other, one];
    return few.length === 1 && many.includes(few[0] ?? '');
  }
  const [given, otherGiven] = [one[0] ?? '', other[0] ?? ''];
  if (one.length === 1 || other.length === 1) return true;
  // "I. Varga" and "Tom Varga" for Ilse and Thomas.
  return given.startsWith(otherGiven) || otherGiven.startsWith(given);
}

const singular = (word: string): string => (word.length > 3 ? word.replace(/s$/, '') : word);

/** Whether the one names what the other does, in fewer words or in another order. */
function within(one: readonly string[], other: readonly string[]): boolean {
  const [few, many] = one.length < other.length ? [one, other] : [other, one];
  const words = new Set(many.map(singular));
  return few.every((word) => words.has(singular(word)));
}

function isAcronym(one: readonly string[], other: readonly string[]): boolean {
  if (one.length !== 1 || other.length < 2) return false;
  return (one[0] ?? '').replaceAll('.', '') === other.map((word) => word[0]).join('');
}
