// How probably each block of a page is its article's: decision trees that were boosted on pages whose
// articles are known (tools/train/article.py; Friedman 2001), and what boxes that hold articles, or do
// not, are called on the sites of several publishers. tests/web/article hold it.
import type { Features } from './features.ts';
import weights from './weights.json';

interface Weights {
  /** In log-odds. */
  readonly start: number;
  /**
   * Nodes of each tree in threes, the root first: a feature, the threshold up to which the next node
   * follows, and the place of the node that follows otherwise; or -1, log-odds and 0.
   */
  readonly trees: readonly (readonly number[])[];
  /** Names with a space between: of a block's own box, of the three around it, of those further out. */
  readonly names: readonly string[];
  /** The log-odds of each, in the same order. */
  readonly odds: readonly (readonly number[])[];
}

const { start, trees, names, odds }: Weights = weights;
const oddsOf = /* @__PURE__ */ names.map((level, at) => new Map(level.split(' ').map((name, place) => [name, odds[at]?.[place]])));

/** A probability a block. */
export function judge({ rows, called }: Features): number[] {
  // The lists of what is around are shared by many blocks.
  const sums = new Map<readonly string[], readonly number[]>();
  const sumsOf = (names: readonly string[], level: number): readonly number[] => {
    const known = sums.get(names) ?? sumUp(names, oddsOf[level]);
    sums.set(names, known);
    return known;
  };
  return rows.map((row, at) => {
    const all = [...row, ...(called[at] ?? []).flatMap(sumsOf)];
    let sum = start;
    for (const tree of trees) sum += leafOf(tree, all);
    return 1 / (1 + Math.exp(-sum));
  });
}

function sumUp(called: readonly string[], known: (typeof oddsOf)[number] | undefined): number[] {
  let [sum, least, most, count] = [0, 0, 0, 0];
  for (const name of called) {
    const odds = known?.get(name);
    if (odds === undefined) continue;
    least = count ? Math.min(least, odds) : odds;
    most = count ? Math.max(most, odds) : odds;
    sum += odds;
    ++count;
  }
  return [sum, least, most, count];
}

// Plain steps over plain arrays: a page is judged once, before the browser has compiled this.
function leafOf(tree: readonly number[], row: readonly number[]): number {
  let at = 0;
  for (;;) {
    const feature = tree[at] as number;
    const threshold = tree[at + 1] as number;
    if (feature < 0) return threshold;
    at = (row[feature] as number) <= threshold ? at + 3 : (tree[at + 2] as number);
  }
}
