// Boxes over text, one for each line of each span, where browsers cannot paint highlights.
// Reads all layout before it writes any. tests/web/page/house.test.ts holds it.
import type { Layers } from './painter.ts';
import type { TextIndex } from './text-index.ts';

/** Fills `overlay`, an absolutely positioned element, with boxes at the spans of `layers`. */
export function paintBoxes(index: TextIndex, layers: Layers, overlay: HTMLElement): void {
  const origin = overlay.getBoundingClientRect();
  const boxes: HTMLElement[] = [];
  for (const [name, spans] of layers) {
    for (const [begin, end] of spans) {
      const rects = index.range(begin, end)?.getClientRects() ?? [];
      for (const rect of rects) boxes.push(makeBox(name, rect, origin));
    }
  }
  overlay.replaceChildren(...boxes);
}

function makeBox(name: string, rect: DOMRect, origin: DOMRect): HTMLElement {
  const box = document.createElement('div');
  box.className = 'mark';
  box.dataset['layer'] = name;
  box.style.left = `${rect.left - origin.left}px`;
  box.style.top = `${rect.top - origin.top}px`;
  box.style.width = `${rect.width}px`;
  box.style.height = `${rect.height}px`;
  return box;
}
