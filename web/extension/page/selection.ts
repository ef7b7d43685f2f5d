// What is selected on a page, in its frames and shadow roots too, as a range that moves along with the
// page. tests/extension hold it.
import { flatRoots } from '../../article/flat-tree.ts';

/** null: nothing is selected. */
export function selectedRange(page: Document): Range | null {
  const roots = flatRoots(page);
  const shadows = roots.filter((root): root is ShadowRoot => 'host' in root);
  const documents = roots.filter((root): root is Document => !('host' in root));
  for (const one of documents) {
    const selection = one.getSelection();
    if (!selection?.rangeCount) continue;
    const own = shadows.filter(({ ownerDocument }) => ownerDocument === one);
    const range = rangeOf(selection, own);
    if (range && !range.collapsed) return range;
  }
  return null;
}

// A selection in a shadow root looks collapsed from without.
function rangeOf(selection: Selection, shadowRoots: ShadowRoot[]): Range | null {
  const [composed] = 'getComposedRanges' in selection ? selection.getComposedRanges({ shadowRoots }) : [];
  if (!composed) return selection.getRangeAt(0).cloneRange();
  const { startContainer, startOffset, endContainer, endOffset } = composed;
  if (startContainer.getRootNode() !== endContainer.getRootNode()) return selection.getRangeAt(0).cloneRange();
  const range = (startContainer.ownerDocument ?? document).createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range;
}
