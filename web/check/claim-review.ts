// schema.org's ClaimReview (https://schema.org/ClaimReview), as publishers write it, as a FactCheck: alone, in
// lists, in @graph, in the elements of a DataFeed. tests/web/check/claim-review.test.ts holds it.
import type { FactCheck } from './fact-check.ts';

/** Why an entry is not taken. */
export type BadReason = 'no_claim' | 'no_verdict';

export type Read = { readonly check: FactCheck } | { readonly bad: BadReason };

type Item = Readonly<Record<string, unknown>>;

/** Every ClaimReview that stands somewhere in `value`, parsed JSON, in order. */
export function claimReviewsIn(value: unknown): Item[] {
  const found: Item[] = [];
  // By hand, not by recursion: a file may be nested as deep as it likes.
  const open: unknown[] = [value];
  while (open.length) {
    const next = open.pop();
    if (Array.isArray(next)) {
      for (let at = next.length - 1; at >= 0; --at) open.push(next[at]);
    } else if (isItem(next)) {
      if (isOfType(next, 'ClaimReview')) found.push(next);
      else for (const inner of Object.values(next).reverse()) if (typeof inner === 'object') open.push(inner);
    }
  }
  return found;
}

/** What a ClaimReview says; no claim or no verdict: why it is of no use. */
export function readClaimReview(review: Item): Read {
  const reviewed = itemOf(review['itemReviewed']);
  const claim = textOf(review['claimReviewed']) || textOf(reviewed?.['text']) || textOf(reviewed?.['name']);
  const verdict = verdictOf(itemOf(review['reviewRating']));
  const publisher = itemOf(review['author']) ?? itemOf(review['publisher']);
  const url = addressOf(textOf(review['url']) || textOf(review['@id']));
  return checked({
    claim,
    verdict,
    title: textOf(review['headline']) || textOf(review['name']),
    publisher: textOf(publisher?.['name']) || textOf(review['author']) || hostOf(textOf(publisher?.['url'])) || hostOf(url),
    url,
    date: dayOf(textOf(review['datePublished']) || textOf(review['dateCreated'])),
    author: textOf(itemOf(reviewed?.['author'])?.['name']) || textOf(reviewed?.['author']),
  });
}

/** A fact-check unless it lacks what it cannot do without. */
export function checked(check: FactCheck): Read {
  if (!/[\p{L}\p{N}]/u.test(check.claim)) return { bad: 'no_claim' };
  return check.verdict ? { check } : { bad: 'no_verdict' };
}

/** The verdict in words, else the number on its scale: "2 / 5". */
function verdictOf(rating: Item | undefined): string {
  if (!rating) return '';
  const words = textOf(rating['alternateName']) || textOf(rating['name']);
  if (words) return words;
  const value = textOf(rating['ratingValue']);
  const best = textOf(rating['bestRating']);
  return value && best ? `${value} / ${best}` : value;
}

/** http: and https: only: a link must run no script. '' for anything else. */
export function addressOf(text: string): string {
  return /^https?:\/\/[^\s/]/i.test(text) && URL.canParse(text) ? text : '';
}

/** The day of an ISO 8601 date, as far as it is one: "2026-03-02T09:00:00Z" gives "2026-03-02"; else ''. */
export const dayOf = (text: string): string => /^\d{4}(?:-\d\d(?:-\d\d)?)?(?!\d)/.exec(text.trim())?.[0] ?? '';

const hostOf = (text: string): string => (addressOf(text) ? new URL(text).hostname.replace(/^www\./, '') : '');

const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null && !Array.isArray(value);

function isOfType(item: Item, name: string): boolean {
  const types = [item['@type']].flat();
  return types.some((type) => typeof type === 'string' && type.replace(/^.*[/:#]/, '') === name);
}

/** JSON-LD writes one of something with or without a list. */
function itemOf(value: unknown): Item | undefined {
  return [value].flat().find(isItem);
}

/** Text, a number, or {"@value"}; of several the first. At most 2,000 UTF-16 units, on one line. */
function textOf(value: unknown): string {
  const [first] = [value].flat();
  if (typeof first === 'number' && Number.isFinite(first)) return String(first);
  if (isItem(first)) return textOf(first['@value'] ?? first['@id']);
  return typeof first === 'string' ? tidy(first) : '';
}

/** White space folded, and cut where no claim is that long. */
export const tidy = (text: string): string => text.slice(0, 2000).replace(/\s+/g, ' ').trim();
