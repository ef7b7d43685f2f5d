// What the pictures count and where they put it, on articles made by hand.
import { describe, expect, test } from 'vitest';
import { claimStatuses, type Attribution, type Claim } from '../../../web/engine/report.ts';
import { matchingClaims } from '../../../web/widget/charts/filter.ts';
import { blocksOf, boxAt, offsetAt } from '../../../web/widget/charts/map-layout.ts';
import { measure, wordStarts } from '../../../web/widget/charts/measure.ts';
import { piecesOf, placeOf, wordAtPlace, wordsInRow } from '../../../web/widget/charts/strip-layout.ts';
import { Reading } from '../../../web/widget/reading.ts';
import { bridge, longArticle, make, type Piece } from './charts-made.ts';

const read = ({ text, report }: typeof bridge) => new Reading(text, report);
const reading = read(bridge);
const words = (reading: Reading, claims: ReadonlySet<number>) =>
  [...claims].map((claim) => reading.words(reading.claim(claim)?.spans ?? []));

describe('Words', () => {
  const list = (text: string) => {
    const starts = wordStarts(text);
    return starts.map((begin, at) => text.slice(begin, starts[at + 1] ?? text.length).trim());
  };

  test('begin at a letter or digit and end at a space', () => {
    expect(list('“We,” she said — at 9.30 a.m.\n\tNot-so-old')).toEqual([
      ...['We,”', 'she', 'said —', 'at', '9.30', 'a.m.', 'Not-so-old'],
    ]);
  });

  test('are found in any script, also beyond 16 bits', () => {
    expect(list('École\u00a0Ωmega 東京 𐐀𐐁 …')).toEqual(['École', 'Ωmega', '東京', '𐐀𐐁 …']);
  });

  test('are not found in a text without any', () => {
    expect([list(''), list(' — … \n')]).toEqual([[], []]);
  });
});

describe('The words of an article', () => {
  const counted = measure(reading);

  test('are counted by status, and those of no claim apart', () => {
    expect(counted.byStatus).toEqual({ named: 8, unnamed: 5, hidden: 4, unsourced: 13, none: 7 });
    expect([counted.words, counted.rest]).toEqual([48, 11]);
  });

  test('are counted in each paragraph, the headline without a number', () => {
    expect(counted.paragraphs.map(({ number }) => number)).toEqual([null, 1, 2, 3, 4]);
    expect(counted.paragraphs.map(({ from, to }) => to - from)).toEqual([5, 13, 11, 8, 11]);
    expect(counted.paragraphs[2]?.byStatus).toEqual({ named: 0, unnamed: 0, hidden: 4, unsourced: 5, none: 2 });
  });

  test('are given to sources as in the report, the most first', () => {
    expect(counted.sources.map(({ name, words }) => [name, words])).toEqual([
      ['two engineers', 5],
      ['Mara Lind', 4],
      ['Ostby Harbour Board', 4],
    ]);
    expect(counted.byKind).toMatchObject({ named_person: 4, named_organization: 4, anonymous: 5, document: 0 });
  });

  test('leave out a source without words', () => {
    expect(measure(read(make([['Lind', 'named_person']], [['Lind sued.']]))).sources).toEqual([]);
  });

  test('count once where claims overlap, for the first of them', () => {
    const { text, report } = make([], [[['unsourced', 'one two three four']]]);
    const [claim] = report.claims as [Claim];
    const inner: Claim = { ...claim, status: 'named', spans: [[text.indexOf('two'), text.indexOf('four')]] };
    const { byStatus } = measure(new Reading(text, { ...report, claims: [claim, inner] }));
    expect(byStatus).toMatchObject({ unsourced: 4, named: 0 });
  });

  test('are counted once for a reading', () => {
    expect(measure(reading)).toBe(counted);
  });

  test('always come to the whole, in random articles', () => {
    const seed = Date.now() % 1_000_000;
    const next = random(seed);
    for (let round = 0; round < 50; ++round) {
      const piece = (): Piece => {
        const words = 'word '.repeat(1 + next(9)).trim();
        return next(3) ? [claimStatuses[next(5)] ?? 'none', words] : words;
      };
      const paragraph = () => Array.from({ length: 1 + next(5) }, piece);
      const one = measure(read(make([], Array.from({ length: 1 + next(8) }, paragraph))));
      const claimed = claimStatuses.reduce((sum, status) => sum + one.byStatus[status], 0);
      expect(claimed + one.rest, `seed ${seed}`).toBe(one.words);
      expect(one.runs.reduce((sum, { from, to }) => sum + to - from, 0), `seed ${seed}`).toBe(claimed);
      const longest = one.longest?.words ?? 0;
      expect(longest, `seed ${seed}`).toBeLessThanOrEqual(one.byStatus.unsourced + one.byStatus.hidden);
    }
  });
});

describe('The longest stretch without a source', () => {
  test('runs over paragraphs and what is no claim, up to the next source', () => {
    const { longest } = measure(reading);
    expect(longest).toMatchObject({ paragraphs: [1, 2], words: 15 });
    expect(bridge.text.slice(longest?.begin, longest?.end)).toMatch(/^The bridge was built[^]*is expected\.$/);
  });

  test('is the first of two as long', () => {
    const body: Piece[] = [['unsourced', 'a b'], ['named', 'c', 0], ['hidden', 'd e']];
    const one = read(make([['Lind', 'named_person']], [['Head'], body]));
    const { longest } = measure(one);
    expect(one.text.slice(longest?.begin, longest?.end)).toBe('a b');
  });

  test('is missing where every claim has a source', () => {
    const one = make([['Lind', 'named_person']], [[['named', 'a b', 0], ['none', 'c']]]);
    expect(measure(read(one)).longest).toBeNull();
  });
});

describe('A filter', () => {
  test('of nothing leaves all claims', () => {
    expect(matchingClaims(reading, {}).size).toBe(bridge.report.claims.length);
  });

  test('leaves the claims of a status, of a source, of a kind of source', () => {
    expect(words(reading, matchingClaims(reading, { status: 'hidden' }))).toEqual(['More work is expected.']);
    expect(words(reading, matchingClaims(reading, { source: 0 }))).toEqual(['“We reopen in May,”']);
    expect(words(reading, matchingClaims(reading, { kind: 'anonymous' }))).toEqual(['that the steel is old.']);
  });

  test('tells whom the reader can identify from whom not, and from nobody', () => {
    const named = matchingClaims(reading, { named: true });
    const unnamed = matchingClaims(reading, { named: false });
    expect(words(reading, named)).toEqual(['“We reopen in May,”', 'that it is not.']);
    expect(words(reading, unnamed)).toEqual(['More work is expected.', 'that the steel is old.']);
  });

  test('of two things leaves what has both', () => {
    expect(matchingClaims(reading, { status: 'unnamed', source: 0 }).size).toBe(0);
    expect(matchingClaims(reading, { status: 'named', source: 0 }).size).toBe(1);
  });

  test('finds a source whose words stand inside another’s', () => {
    const { text, report } = bridge;
    const [outer] = report.attributions as [Attribution];
    const inner: Attribution = { ...outer, id: 3, sourceId: 2, parent: 0 };
    const nested = new Reading(text, { ...report, attributions: [...report.attributions, inner] });
    expect(words(nested, matchingClaims(nested, { source: 2 }))).toContain('“We reopen in May,”');
  });
});

describe('The strip', () => {
  test('has one row of up to 100 words, and at most twelve rows', () => {
    expect([0, 90, 101, 1200, 5000].map(wordsInRow)).toEqual([1, 90, 100, 100, 417]);
  });

  test('breaks a claim where its row ends', () => {
    expect(piecesOf({ from: 90, to: 210 }, 100)).toEqual([
      { row: 0, x: 0.9, width: 0.1 },
      { row: 1, x: 0, width: 1 },
      { row: 2, x: 0, width: 0.1 },
    ]);
  });

  test('finds the word again at the place where it put it', () => {
    for (const word of [0, 99, 100, 555]) {
      const { row, x } = placeOf(word, 100);
      expect(wordAtPlace(row, x + 0.005, 100)).toBe(word);
    }
  });
});

describe('The map', () => {
  const boxes = [
    { begin: 0, end: 10, top: 20, height: 100 },
    { begin: 10, end: 30, top: 140, height: 200 },
  ];

  test('puts a claim where its letters stand in their paragraph', () => {
    const claims = [{ status: 'named', spans: [[5, 10]] }] as const;
    expect(blocksOf(boxes, claims, 0)).toEqual([{ status: 'named', top: 70, bottom: 120 }]);
  });

  test('takes neighbours of one status for one stretch, and not those of two', () => {
    const claims = [
      { status: 'unsourced', spans: [[0, 5]] },
      { status: 'unsourced', spans: [[6, 10]] },
      { status: 'named', spans: [[10, 12]] },
      { status: 'unsourced', spans: [[20, 30]] },
    ] as const;
    expect(blocksOf(boxes, claims, 15)).toEqual([
      { status: 'unsourced', top: 20, bottom: 120 },
      { status: 'named', top: 140, bottom: 160 },
      { status: 'unsourced', top: 240, bottom: 340 },
    ]);
    expect(blocksOf(boxes, claims, 5)).toHaveLength(4);
  });

  test('leaves the space between paragraphs free, also in one claim', () => {
    expect(blocksOf(boxes, [{ status: 'hidden', spans: [[8, 12]] }], 3)).toEqual([
      { status: 'hidden', top: 100, bottom: 120 },
      { status: 'hidden', top: 140, bottom: 160 },
    ]);
  });

  test('knows what stands at a place, also above, between and below the paragraphs', () => {
    expect([0, 20, 125, 140, 999].map((y) => boxAt(boxes, y))).toEqual([0, 0, 0, 1, 1]);
    expect([0, 70, 125, 240, 999].map((y) => offsetAt(boxes, y))).toEqual([0, 5, 9, 20, 29]);
    expect([boxAt([], 5), offsetAt([], 5)]).toEqual([-1, 0]);
  });

  test('keeps stretches in order and apart in a long article', () => {
    const { text, report } = longArticle();
    const boxes = report.paragraphs.map(({ span: [begin, end] }, at) => {
      return { begin, end, top: at * 50, height: 40 };
    });
    const blocks = blocksOf(boxes, report.claims, 3);
    expect(blocks.length).toBeGreaterThan(300);
    expect(text.length).toBeGreaterThan(20_000);
    blocks.forEach(({ top, bottom }, at) => {
      expect(bottom).toBeGreaterThan(top);
      expect(top).toBeGreaterThanOrEqual(blocks[at - 1]?.bottom ?? 0);
    });
  });
});

/** Whole numbers from 0 to below `limit`, the same for the same seed. */
function random(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * limit);
  };
}
