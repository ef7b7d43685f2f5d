// Places in a frame, as the window sees them that this script runs in: its own frame's, and that of
// every frame around it. tests/embed/host/dom-host.test.ts and tests/embed/tinymce hold it.

const margin = 16; // pixels between words that are scrolled to and the edge
const enough = 100; // pixels of long words that are to be seen

/** The window that shows an element: of a frame, perhaps. */
export const windowOf = (element: Element): Window => element.ownerDocument.defaultView ?? window;

/** Where a rectangle of `view` lies in this window; a frame of another origin cannot be asked. */
export function placeHere(rect: DOMRect, view: Window | null): DOMRect {
  const frame = view && view !== window ? view.frameElement : null;
  if (!frame) return rect;
  return placeHere(inFrame(rect, frame), frame.ownerDocument.defaultView);
}

/** Scrolls as little as shows the range, or its begin; neither the selection nor the focus moves. */
export function revealRange(range: Range): void {
  const { x, y, width, height } = range.getBoundingClientRect();
  let words = new DOMRect(x, y, width, Math.min(height, enough));
  let box: Element | null = range.startContainer.parentElement;
  while (box) {
    const { top, bottom } = edges(box);
    const beyond = words.top < top ? words.top - top - margin : Math.max(0, words.bottom - bottom + margin);
    if (beyond && scrolls(box)) {
      const before = box.scrollTop;
      box.scrollBy({ top: beyond, behavior: 'instant' });
      words = new DOMRect(words.x, words.y + before - box.scrollTop, words.width, words.height);
    }
    const frame = isPage(box) ? (box.ownerDocument.defaultView?.frameElement ?? null) : null;
    if (frame) words = inFrame(words, frame);
    box = frame ?? around(box);
  }
}

function inFrame({ x, y, width, height }: DOMRect, frame: Element): DOMRect {
  const { left, top } = frame.getBoundingClientRect();
  const { paddingLeft, paddingTop } = getComputedStyle(frame);
  const dx = left + frame.clientLeft + Number.parseFloat(paddingLeft);
  const dy = top + frame.clientTop + Number.parseFloat(paddingTop);
  return new DOMRect(x + dx, y + dy, width, height);
}

const isPage = (box: Element): boolean => box === box.ownerDocument.scrollingElement;

function edges(box: Element): { top: number; bottom: number } {
  if (isPage(box)) return { top: 0, bottom: box.clientHeight };
  const top = box.getBoundingClientRect().top + box.clientTop;
  return { top, bottom: top + box.clientHeight };
}

function scrolls(box: Element): boolean {
  if (box.scrollHeight <= box.clientHeight) return false;
  return isPage(box) || /auto|scroll/.test(getComputedStyle(box).overflowY);
}

/** The element around it, out of a shadow root too. */
function around(box: Element): Element | null {
  const root = box.getRootNode();
  return box.parentElement ?? ('host' in root ? (root as ShadowRoot).host : null);
}
