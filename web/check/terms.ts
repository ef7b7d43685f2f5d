// A claim as terms that can be compared: words without their endings, the words inside #HashTags and
// @Handles, numbers written one way. tests/web/check/terms.test.ts holds it.
import { stemmer } from 'stemmer';

/** One term where it stood; terms out of one word ("#BrexitParty") share its place. */
export interface Term {
  readonly stem: string;
  /** Capitalised or with a digit: a name or a number more likely than not. */
  readonly marked: boolean;
  /** Was part of a hashtag, a handle, or a post's signature. */
  readonly aside: boolean;
}

const links = /https?:\/*\S*|pic\.twitter\.com\/\S*|www\.\S+/giu;
/** The last line of an embedded post: "— Name (@handle) May 3, 2013". */
const signature = /[—–-] ?[^—\n]{0,80}\(@\w+\) ?(?:\p{L}+ \d{1,2}, \d{4})?$/u;
const word = /[#@]?[\p{L}\p{N}](?:[\p{L}\p{N}_]|['.](?=\p{L}\b)|[.,](?=\p{N}))*/gu;
const parts = /\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|\p{N}+/gu;

const cache = new Map<string, string>();

function stemOf(lower: string): string {
  let stem = cache.get(lower);
  if (stem === undefined) {
    stem = stemmer(lower);
    if (cache.size > 50_000) cache.clear();
    cache.set(lower, stem);
  }
  return stem;
}

/** The terms of `text` in order. */
export function termsOf(text: string): Term[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').replace(links, ' ').replace(/[‘’´`]/g, "'")
    .replace(/[“”«»„]/g, '"');
  const end = plain.trimEnd().search(signature);
  const body = end > 20 ? end : plain.length;
  const terms: Term[] = [];
  for (const match of plain.matchAll(word)) {
    const at = match.index;
    const raw = match[0];
    const isTag = raw[0] === '#' || raw[0] === '@';
    const pieces = isTag || /\p{Ll}\p{Lu}/u.test(raw) ? [...raw.matchAll(parts)].map(([piece]) => piece) : [raw];
    for (const piece of pieces) {
      const stem = stemOf(plainOf(piece));
      if (stem) terms.push({ stem, marked: /^[\p{Lu}\p{N}]/u.test(piece), aside: isTag || at >= body });
    }
    if (pieces.length > 1) {
      terms.push({ stem: stemOf(plainOf(raw.replace(/^[#@]/, ''))), marked: true, aside: true });
    }
  }
  return terms;
}

/** "U.S." and "US" are no "us"; "2,000" is 2000, "118th" 118, "Clinton's" Clinton. */
function plainOf(word: string): string {
  const bare = word.replace(/'s?$/i, '').replace(/'s\b/i, '');
  if (/^U\.?S\.?(?:A\.?)?$/.test(bare)) return 'usa';
  if (/^\p{N}/u.test(bare)) return bare.replace(/,(?=\d{3})/g, '').replace(/(?<=\d)(?:st|nd|rd|th)$/, '').toLowerCase();
  return bare.replace(/[.']/g, '').toLowerCase();
}
