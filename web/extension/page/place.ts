// Where on the page words are: what is under the pointer, how light the letters are, and scrolling to
// them. tests/extension hold it.
import { placeHere, revealRange } from '../../host/frames.ts';
import type { ArticleText } from '../../article/article-text.ts';

const tolerance = 3; // pixels beside a letter that still are on it

export interface Spot {
  /** In the article's text. */
  readonly offset: number;
  /** The letter there, in pixels of this window. */
  readonly place: DOMRect;
}

/** The letter of the article at a place of `page`, a frame's perhaps; null: there is none. */
export function spotAt(article: ArticleText, page: Document, x: number, y: number): Spot | null {
  const shadowRoots = [...article.roots].filter((root): root is ShadowRoot => 'host' in root);
  const caret = caretAt(page, x, y, shadowRoots.filter(({ ownerDocument }) => ownerDocument === page));
  const offset = caret && article.offsetOf(caret.node, caret.offset);
  if (offset === null) return null;
  for (const at of [offset, offset - 1]) {
    const rects = article.ranges(at, at + 1).flatMap((range) => [...range.getClientRects()]);
    const rect = rects.find(({ left, right, top, bottom }) =>
      left - tolerance <= x && x <= right + tolerance && top - tolerance <= y && y <= bottom + tolerance,
    );
    if (rect) return { offset: at, place: placeHere(rect, page.defaultView) };
  }
  return null;
}

function caretAt(page: Document, x: number, y: number, shadowRoots: ShadowRoot[]): { node: Node; offset: number } | null {
  if ('caretPositionFromPoint' in page) {
    const caret = page.caretPositionFromPoint(x, y, { shadowRoots });
    return caret && { node: caret.offsetNode, offset: caret.offset };
  }
  const range = (page as Document).caretRangeFromPoint(x, y);
  return range && { node: range.startContainer, offset: range.startOffset };
}

/** Where a range lies in this window. */
export function placeOf(range: Range): DOMRect {
  const rect = range.getClientRects()[0] ?? range.getBoundingClientRect();
  return placeHere(rect, range.startContainer.ownerDocument?.defaultView ?? null);
}

/** Scrolls to the words, clear of the bars that sites keep above and below. */
export function reveal(range: Range): void {
  revealRange(range);
  const { top, bottom } = placeOf(range);
  if (top >= innerHeight * 0.15 && bottom <= innerHeight * 0.9) return;
  scrollBy({ top: top - innerHeight / 3, behavior: 'instant' });
}

/** Whether the article's letters are light, so that they stand on a dark page. */
export function isDark({ first }: ArticleText): boolean {
  const element = first?.parentElement;
  const view = element?.ownerDocument.defaultView;
  if (!element || !view) return false;
  const [red = 0, green = 0, blue = 0] = channels(view.getComputedStyle(element).color);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 127;
}

/** Red, green and blue, 0 to 255, of a colour in any of CSS's forms. */
function channels(colour: string): readonly number[] {
  const plain = /^rgba?\((\d+), (\d+), (\d+)/.exec(colour);
  if (plain) return plain.slice(1).map(Number);
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) return [];
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  return [...context.getImageData(0, 0, 1, 1).data];
}
