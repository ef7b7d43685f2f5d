// One fact-check of a newsroom's archive. tests/web/check/claim-review.test.ts holds it.

export interface FactCheck {
  /** What was checked. */
  readonly claim: string;
  /** What came of it, in the publisher's words: "False". */
  readonly verdict: string;
  /** The headline of the article about it; '' where none is given. */
  readonly title: string;
  readonly publisher: string;
  /** Only http: or https:; '' where there is none. */
  readonly url: string;
  /** ISO 8601, as far as it is known: "2026-03-02"; '' where it is not. */
  readonly date: string;
  /** Who made the claim. */
  readonly author: string;
}

/** A claim without its marks, spaces and capitals: two that differ in these alone are the same. */
export const wordsAlone = (text: string): string =>
  text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, ' ').trim().toLowerCase();

/** What fact-checks are the same by: their claim and who published it. */
export const claimKey = ({ claim, publisher }: Pick<FactCheck, 'claim' | 'publisher'>): string =>
  `${wordsAlone(claim)}\n${wordsAlone(publisher)}`;
