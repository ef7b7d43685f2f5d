// How often a word stands in a sentence of English news (common-words.json, made by tools/checked/words.ts),
// so that in a small archive a word is not taken for rare because few fact-checks have it.
// tests/web/check/fact-index.test.ts holds it.
import levels from './common-words.json' with { type: 'json' };

/** From one level to the next words get rarer by e to this power. */
export const levelStep = 0.5;
/** From here on words are rare: exp(-8), one sentence in 3,000. */
export const rarestLevel = 16;

const shares = new Map(
  levels.flatMap((stems, level) => stems.split(' ').map((stem): [string, number] => [stem, Math.exp(-(level + 0.5) * levelStep)])),
);

/** The share of sentences that have `stem`, 0 to 1; 0: next to none. */
export const shareOf = (stem: string): number => shares.get(stem) ?? 0;
