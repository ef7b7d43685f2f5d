// ClaimReview as publishers write it.
import { describe, expect, test } from 'vitest';
import { claimReviewsIn, readClaimReview } from '../../../web/check/claim-review.ts';
import { claimKey } from '../../../web/check/fact-check.ts';
import { claimReviewOf, written } from './archive-made.ts';

const [first, second] = written as [(typeof written)[0], (typeof written)[0]];
const reviews = [claimReviewOf(first), claimReviewOf(second)];
const read = (value: unknown) => claimReviewsIn(value).map(readClaimReview);

test.each([
  ['alone', reviews[0], 1],
  ['in a list', reviews, 2],
  ['in a graph', { '@context': 'https://schema.org', '@graph': [{ '@type': 'WebPage' }, ...reviews] }, 2],
  ['in a Data Commons feed', { '@type': 'DataFeed', dataFeedElement: reviews.map((item) => ({ '@type': 'DataFeedItem', item: [item] })) }, 2],
  ['in an element with one item', { dataFeedElement: [{ item: reviews[0] }] }, 1],
  ['of several types', { ...reviews[0], '@type': ['Article', 'https://schema.org/ClaimReview'] }, 1],
  ['nowhere', { '@type': 'Review', name: 'ClaimReview' }, 0],
  ['in what is no object', null, 0],
])('is found %s', (_, value, count) => {
  expect(read(value)).toHaveLength(count);
});

test('says claim, verdict, publisher, address, date and who made the claim', () => {
  expect(read(reviews[0])).toEqual([{ check: first }]);
});

test('is found however deep it is nested', () => {
  let value: unknown = reviews[0];
  for (let depth = 0; depth < 50_000; ++depth) value = [value];
  expect(read(value)).toHaveLength(1);
});

describe('a verdict', () => {
  const verdictOf = (reviewRating: unknown) => readClaimReview({ ...reviews[0], reviewRating });
  test.each([
    [{ alternateName: 'Pants on fire', ratingValue: 1 }, 'Pants on fire'],
    [{ ratingValue: 2, bestRating: '5' }, '2 / 5'],
    [{ ratingValue: '3' }, '3'],
    [[{ name: { '@value': 'Falso' } }], 'Falso'],
  ])('of %j is %s', (rating, verdict) => {
    expect(verdictOf(rating)).toMatchObject({ check: { verdict } });
  });
  test.each([[undefined], [{}], ['False'], [{ alternateName: ' ' }]])('of %j there is none, and the entry is of no use', (rating) => {
    expect(verdictOf(rating)).toEqual({ bad: 'no_verdict' });
  });
});

test('an entry without a claim is of no use', () => {
  expect(readClaimReview({ ...reviews[0], claimReviewed: ' … ' })).toEqual({ bad: 'no_claim' });
  expect(readClaimReview({ '@type': 'ClaimReview' })).toEqual({ bad: 'no_claim' });
});

test.each([['javascript:alert(1)'], ['data:text/html,x'], ['//check.example'], ['https://'], ['nothing'], [7]])('%s is no address', (url) => {
  expect(readClaimReview({ ...reviews[0], url })).toMatchObject({ check: { url: '' } });
});

test.each([['2031-02-03T10:00:00Z', '2031-02-03'], ['2031-02', '2031-02'], ['3 February', ''], ['', '']])('the day of "%s" is "%s"', (datePublished, date) => {
  expect(readClaimReview({ ...reviews[0], datePublished })).toMatchObject({ check: { date } });
});

test('a publisher without a name is called by its address', () => {
  expect(readClaimReview({ ...reviews[0], author: { url: 'https://www.tolm.example/about' } })).toMatchObject({ check: { publisher: 'tolm.example' } });
  expect(readClaimReview({ ...reviews[0], author: undefined })).toMatchObject({ check: { publisher: 'check.example' } });
});

test('the same claim in other quotation marks is the same, of another publisher it is another', () => {
  const key = claimKey({ claim: 'It was ‘safe’,  she said.', publisher: 'Tolm Check' });
  expect(claimKey({ claim: 'it was "safe", she said', publisher: 'TOLM CHECK' })).toBe(key);
  expect(claimKey({ claim: 'it was "safe", she said', publisher: 'Ostby Facts' })).not.toBe(key);
  expect(claimKey({ claim: 'it was "unsafe", she said', publisher: 'Tolm Check' })).not.toBe(key);
});
