// What pages.mjs runs in each page.
import { aboutOf } from '../../web/article/about.ts';
import { featuresOf } from '../../web/article/features.ts';
import { blocksToJudge } from '../../web/article/find.ts';
import type { PartKind } from '../../web/engine/report.ts';
import { readArticle } from '../../web/article/live.ts';
import { vary, type Variant } from './vary.ts';

/** What counts neither way, as texts to compare with are without it; put last, it parts no sentences that belong together. */
const extra = new Set<PartKind>(['headline', 'byline', 'caption']);

function found(): object {
  const begun = performance.now();
  const article = readArticle(document);
  const ms = Math.round((performance.now() - begun) * 10) / 10;
  if (!article) return { text: null, extra: [], ms };
  const { text, parts } = article;
  const textOf = ({ span: [begin, end] }: (typeof parts)[number]): string => text.slice(begin, end);
  const [running, beside] = [false, true].map((is) => parts.filter(({ kind }) => extra.has(kind) === is).map(textOf));
  return { text: [...(running ?? []), ...(beside ?? [])].join('\n\n'), extra: beside, ms };
}

function learned(): object {
  const [blocks] = blocksToJudge(document.body);
  const { rows, called } = featuresOf(blocks, aboutOf(document));
  return {
    blocks: blocks.map(({ text, letters, box }, at) => ({
      text, letters, make: box.make.slice(-120), tag: box.tag,
      features: rows[at]?.map((value) => Math.round(value * 1e4) / 1e4), names: called[at],
    })),
  };
}

/** How the pages made of it differ from a page. */
const variants: readonly Variant[] = [
  { seed: 1, thinning: 0.25, isOpaque: true },
  { seed: 2, thinning: 0.6, isOpaque: false },
];

function learnedFromAll(): object[] {
  const all = [learned()];
  for (const variant of variants) {
    const kept = document.body.cloneNode(true);
    vary(document, variant);
    all.push(learned());
    document.body.replaceWith(kept);
  }
  return all;
}

Object.assign(globalThis, { sourcelightPages: (blocks: boolean) => (blocks ? learnedFromAll() : [found()]) });
