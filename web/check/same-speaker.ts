// Whether the name that a document gives for a speaker is that of an article's source: by surname, and
// by first names where both have one; titles tell nothing. tests/web/check/speakers.test.ts holds it.
import type { Quotation } from './quoted.ts';

export type SameSpeaker =
  | { readonly kind: 'same'; readonly name: string }
  /** Somebody else, as the document calls them. */
  | { readonly kind: 'other'; readonly name: string }
  /** One of both is not named. */
  | { readonly kind: 'unknown' };

// Before a name they are no part of it; what the article says of a source (`title`) is none either.
const titles = new Set(
  ('mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend father sister sen senator rep representative gov ' +
    'governor president vice prime minister secretary judge justice mayor councillor councilor councilmember councilman ' +
    'councilwoman commissioner chair chairman chairwoman chairperson chief captain officer sheriff sergeant sgt lieutenant lt ' +
    'colonel col general gen admiral detective inspector attorney ambassador congressman congresswoman the hon honourable ' +
    'honorable mp mep deputy director superintendent speaker king queen prince princess').split(' '),
);

// "Q", "Speaker 2", "Reporter": a part in the talk, no name.
const parts = /^(?:the )?(?:[qa]\d*|(?:question|answer|speaker|interviewer|interviewee|moderator|host|reporter|journalist|narrator|unknown|unidentified|male|female|audience|participant|operator|man|woman)(?:\s.*|\d+)?)$/;

/** `label` as the document writes it; undefined: it names nobody there. */
export function compareSpeaker({ source, title, isPerson }: Pick<Quotation, 'source' | 'title' | 'isPerson'>, label: string | undefined): SameSpeaker {
  if (!label) return { kind: 'unknown' };
  const told = wordsOf(label);
  if (!told.length || parts.test(told.join(' '))) return { kind: 'unknown' };
  const known = wordsOf(source);
  const jobs = new Set(wordsOf(title));
  const isTitle = (word: string): boolean => titles.has(word) || jobs.has(word);
  const [one, other] = [known, told].map((words) => nameIn(words, isTitle)) as [string[], string[]];
  if (!one.length || !other.length) return { kind: 'unknown' };
  if (sameName(one, other)) return { kind: 'same', name: label };
  // Of "a spokesman" anybody may be meant.
  return isPerson ? { kind: 'other', name: label } : { kind: 'unknown' };
}

/** Without titles before it, and what stands behind a comma or in brackets ("Lee, MP"). */
function nameIn(words: readonly string[], isTitle: (word: string) => boolean): string[] {
  const first = words.findIndex((word) => !isTitle(word));
  return first < 0 ? [] : words.slice(first).filter((word, at, all) => at < 1 || at === all.length - 1 ? true : !isTitle(word));
}

function sameName(one: readonly string[], other: readonly string[]): boolean {
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  if (shorter.at(-1) !== longer.at(-1)) return shorter.length > 1 && shorter.every((word) => longer.includes(word));
  const [first = '', firstOther = ''] = [shorter[0], longer[0]];
  if (shorter.length === 1) return true;
  return first === firstOther || (Math.min(first.length, firstOther.length) === 1 && first[0] === firstOther[0]);
}

const wordsOf = (name: string): string[] =>
  name
    .replace(/\(.*?\)|,.*$/g, ' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']s\b/g, '')
    .match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
