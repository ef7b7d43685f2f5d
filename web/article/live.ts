// The article of a live page, and what is selected on one, as text that knows where it stands there.
// tests/extension hold it.
import { ArticleText } from './article-text.ts';
import { findArticle } from './find.ts';
import { isText } from './flat-tree.ts';

/** null: there is no article on the page. */
export function readArticle(page: Document): ArticleText | null {
  const article = findArticle(page);
  if (!article) return null;
  const { kinds, holds, isHidden } = article;
  return new ArticleText(page.body, { kindOf: (node) => kinds.get(node) ?? null, holds, all: isHidden });
}

/** The text in a range; null: there is none. */
export function readRange(range: Range): ArticleText | null {
  const root = range.commonAncestorContainer;
  const article = new ArticleText(isText(root) ? (root.parentElement ?? root) : root, {
    kindOf: () => 'body',
    part: (node) => partOf(node, range),
  });
  return article.text.trim() ? article : null;
}

function partOf(node: Text, range: Range): [number, number] {
  if (!range.intersectsNode(node)) return [0, 0];
  return [
    node === range.startContainer ? range.startOffset : 0,
    node === range.endContainer ? range.endOffset : node.length,
  ];
}
