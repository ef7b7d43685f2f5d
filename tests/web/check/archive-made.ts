// Invented fact-checks, a few by hand and any number made of parts; for the tests of the archive.
import type { FactCheck } from '../../../web/check/fact-check.ts';

const base = { title: '', publisher: 'Tolm Check', date: '2031-02-03', author: '' };

export const written: readonly FactCheck[] = [
  { ...base, claim: 'The harbour of Ostby lost 400 jobs after the ferry line to Varn was closed.', verdict: 'False', url: 'https://check.example/ostby-jobs', author: 'Mara Lind' },
  { ...base, claim: 'Drinking seawater cures the common cold.', verdict: 'False', url: 'https://check.example/seawater' },
  { ...base, claim: 'Councillor Runa Teller sold a public barge to her brother for one crown.', verdict: 'Misleading', url: 'https://check.example/teller-barge' },
  { ...base, claim: 'A video shows a bear driving a tractor through the market of Tolm.', verdict: 'Satire', url: 'https://check.example/bear' },
  { ...base, claim: 'Rents in Tolm doubled between 2025 and 2030.', verdict: 'True', url: 'https://check.example/rents' },
];

const whos = ['Mayor Odd Hansel', 'The Brevik council', 'Farmers near Sandvik', 'A film star', 'Minister Ulla Roth', 'The Nord ferry company', 'Teachers in Hallby', 'The Lund hospital'];
const dids = ['banned', 'bought', 'burned', 'praised', 'hid', 'sold', 'lost', 'invented', 'copied', 'rented out'];
const whats = ['yellow umbrellas', 'a stolen painting', 'the school library', 'electric buses', 'a herd of goats', 'three lighthouses', 'old ballots', 'a railway bridge', 'frozen herring', 'a radio mast', 'the town archive'];
const whens = ['in a storm', 'during the election', 'for a film', 'before the census', 'after the strike', 'at night', 'without a permit'];

const pick = (list: readonly string[], at: number): string => list[at % list.length] ?? '';

/** `count` of them: those written by hand, then made ones, all different. */
export function madeChecks(count: number): FactCheck[] {
  const checks = written.slice(0, count);
  for (let at = 0; checks.length < count; ++at) {
    const claim = `${pick(whos, at)} ${pick(dids, at * 3 + (at >> 3))} ${pick(whats, at * 7 + (at >> 5))} ${pick(whens, at >> 2)}, case ${at + 1}.`;
    checks.push({ ...base, claim, verdict: pick(['False', 'True', 'Mixture'], at), url: `https://check.example/made/${at}` });
  }
  return checks;
}

/** As a publisher states it. */
export const claimReviewOf = ({ claim, verdict, publisher, url, date, author }: FactCheck): Record<string, unknown> => ({
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  claimReviewed: claim,
  datePublished: date,
  url,
  author: { '@type': 'Organization', name: publisher },
  itemReviewed: { '@type': 'Claim', author: author ? { '@type': 'Person', name: author } : undefined, appearance: [{ '@type': 'CreativeWork', url: 'https://posts.example/1' }] },
  reviewRating: { '@type': 'Rating', alternateName: verdict, ratingValue: '1', bestRating: '5' },
});
