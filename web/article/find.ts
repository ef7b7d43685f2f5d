// Finds the article of a page, shown or only parsed: which of its texts are the article's, and what each
// is in it. tests/web/article and tests/extension/pages.test.ts hold it; ./dev pages measures it.
import type { PartKind } from '../engine/report.ts';
import { aboutOf } from './about.ts';
import { blocksOf, type Block, type Box } from './blocks.ts';
import { featuresOf } from './features.ts';
import { judge } from './judge.ts';
import { kindsOf } from './kinds.ts';

export interface Article {
  /** What each text node of it is. */
  readonly kinds: ReadonlyMap<Text, PartKind>;
  /** Whether any of them is below an element; true also for elements that are no boxes. */
  holds(element: Element): boolean;
  /** It is hidden until a script shows it, or for good. */
  readonly isHidden: boolean;
  /** The headline that is shown, else what the page calls itself. */
  readonly title: string;
}

/** Less is no article. */
const leastLetters = 90;
/** A page that shows less shows nothing before its scripts ran. */
const leastShown = 300;

/** null: there is no article on the page. */
export function findArticle(page: Document): Article | null {
  const [blocks, isHidden] = blocksToJudge(page.body);
  const about = aboutOf(page);
  const features = featuresOf(blocks, about);
  const kinds = kindsOf(blocks, judge(features), features.headline);
  let letters = 0;
  blocks.forEach((block, at) => {
    if (kinds[at] && !aside.has(kinds[at])) letters += block.letters;
  });
  if (letters < leastLetters) return null;
  const headline = blocks[kinds.indexOf('headline')]?.text;
  return { isHidden, kinds: nodesOf(blocks, kinds), holds: holderOf(blocks, kinds), title: headline ?? about.titles[1] ?? '' };
}

const aside = new Set<PartKind>(['headline', 'byline', 'time', 'caption']);

export function blocksToJudge(body: Element | null): [blocks: Block[], areHidden: boolean] {
  if (!body) return [[], false];
  const blocks = blocksOf(body);
  const shown = blocks.reduce((sum, { letters }) => sum + letters, 0);
  return shown >= leastShown ? [blocks, false] : [blocksOf(body, true), true];
}

function nodesOf(blocks: readonly Block[], kinds: readonly (PartKind | null)[]): Map<Text, PartKind> {
  const nodes = new Map<Text, PartKind>();
  blocks.forEach((block, at) => {
    const kind = kinds[at];
    if (kind) for (const node of block.nodes) nodes.set(node, kind);
  });
  return nodes;
}

function holderOf(blocks: readonly Block[], kinds: readonly (PartKind | null)[]): (element: Element) => boolean {
  const holding = new Set<Element>();
  const other = new Set<Element>();
  const around = (from: Box, into: Set<Element>): void => {
    for (let box: Box | null = from; box && !into.has(box.element); box = box.around) into.add(box.element);
  };
  blocks.forEach(({ box }, at) => around(box, kinds[at] ? holding : other));
  return (element) => holding.has(element) || !other.has(element);
}
