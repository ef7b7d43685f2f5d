// The words of a text as they count when a quotation is looked for: without case, marks, and the
// forms of apostrophes, hyphens and letters. tests/web/check/words.test.ts holds it.

/** Where a word stands, in UTF-16 units, and what it is found by: two words of one key are the same. */
export interface Word {
  readonly begin: number;
  readonly end: number;
  readonly key: string;
}

// Soft hyphens and joiners stand inside of words, unseen.
const letters = '[\\p{L}\\p{M}\\p{N}\\u00ad\\u200b-\\u200d\\u2060]';
const apostrophe = "['’‘ʼ´`]";
const anyWord = new RegExp(`\\p{N}+(?:[.,:]\\p{N}+)+|${letters}+(?:${apostrophe}${letters}+)*|[\\p{Sc}%]`, 'gu');
const plainWord = /[0-9]+(?:[.,:][0-9]+)+|[A-Za-z0-9]+(?:['`][A-Za-z0-9]+)*|[$%]/g; // the same in ASCII, in half the time

/** Calls `take` with each word of `text` in `[from, to)`. A hyphen parts words: "well-known" is two. */
export function eachWord(text: string, from: number, to: number, take: (begin: number, end: number, key: string) => void): void {
  const piece = text.slice(from, to);
  const plain = /^[\x00-\x7f]*$/.test(piece);
  for (const found of piece.matchAll(plain ? plainWord : anyWord)) {
    const begin = from + found.index;
    const key = plain ? plainKey(found[0]) : keyOf(found[0]);
    if (key) take(begin, begin + found[0].length, key);
  }
}

export function wordsOf(text: string, from = 0, to = text.length): Word[] {
  const words: Word[] = [];
  eachWord(text, from, to, (begin, end, key) => words.push({ begin, end, key }));
  return words;
}

/** "Don’t" and "don't", "1,000" and "1000", "ﬁn" and "fin" are the same words. */
export function keyOf(word: string): string {
  const folded = /^[\x00-\x7f]*$/.test(word)
    ? word
    : word.normalize('NFKC').replace(/[\u00ad\u200b-\u200d\u2060]/g, '').replace(/[’‘ʼ´]/g, "'");
  return plainKey(folded);
}

function plainKey(word: string): string {
  const lower = word.toLowerCase();
  if (lower.includes('`')) return lower.replaceAll('`', "'");
  return /^\d{1,3}(?:,\d{3})+(?!\d)/.test(lower) ? lower.replaceAll(',', '') : lower;
}

// Next to every sentence has some of them, so that they tell little about where it stands.
const common = new Set(
  ("a an and are as at be been but by can could did do does for from had has have he her him his i if in is it it's its " +
    "just me my no not of on one or our out she should so some than that that's the their them then there they this " +
    'to up us was we were what when which who will with would you your').split(' '),
);

/** How much a word tells of where it comes from, 0 to 1. */
export const weightOf = (key: string): number => (common.has(key) ? 0.3 : 1);

const fillers = new Set('ah eh er erm hm hmm mhm mm uh uhm um umm'.split(' '));

/** "Um": heard, and by custom not written. */
export const isFiller = (key: string): boolean => fillers.has(key);
