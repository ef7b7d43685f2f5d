// Where claims stand on the map of the sheet, and what stands at a place of it. Boxes of paragraphs
// in, pixels of the sheet out; no DOM. tests/web/widget/charts.test.ts holds it.
import type { Claim, ClaimStatus, Span } from '../../engine/report.ts';

/** A paragraph of the sheet: its range of offsets, and where it stands in pixels. */
export interface ParagraphBox {
  readonly begin: number;
  readonly end: number;
  readonly top: number;
  readonly height: number;
}

/** A stretch of one status; pixels of the sheet. */
export interface Block {
  readonly status: ClaimStatus;
  readonly top: number;
  readonly bottom: number;
}

type Marked = Pick<Claim, 'status' | 'spans'>;

/** The claims' stretches from top to bottom; those of one status less than `gap` apart are one. */
export function blocksOf(boxes: readonly ParagraphBox[], claims: readonly Marked[], gap: number): Block[] {
  const spans = claims
    .flatMap(({ status, spans }) => spans.map((span) => ({ status, span })))
    .sort((one, other) => one.span[0] - other.span[0]);
  const blocks: Block[] = [];
  let first = 0;
  for (const { status, span } of spans) {
    while ((boxes[first]?.end ?? Infinity) <= span[0]) ++first;
    for (let at = first; (boxes[at]?.begin ?? Infinity) < span[1]; ++at) {
      const place = placeIn(boxes[at] as ParagraphBox, span);
      const last = blocks.at(-1);
      const top = Math.max(place.top, last?.bottom ?? 0);
      const bottom = Math.max(place.bottom, top);
      if (last?.status === status && top - last.bottom < gap) blocks[blocks.length - 1] = { ...last, bottom };
      else if (bottom > top) blocks.push({ status, top, bottom });
    }
  }
  return blocks;
}

function placeIn({ begin, end, top, height }: ParagraphBox, span: Span): { top: number; bottom: number } {
  const share = (offset: number) => Math.min(1, Math.max(0, (offset - begin) / (end - begin)));
  return { top: top + height * share(span[0]), bottom: top + height * share(span[1]) };
}

/** Index of the paragraph at `y`, or of the one before it; -1 if there is none. */
export function boxAt(boxes: readonly ParagraphBox[], y: number): number {
  const found = boxes.findLastIndex(({ top }) => top <= y);
  return found < 0 && boxes.length ? 0 : found;
}

/** The offset of the text that stands at `y`. */
export function offsetAt(boxes: readonly ParagraphBox[], y: number): number {
  const box = boxes[boxAt(boxes, y)];
  if (!box) return 0;
  const share = box.height ? Math.min(1, Math.max(0, (y - box.top) / box.height)) : 0;
  return Math.min(Math.max(box.begin, box.end - 1), Math.floor(box.begin + share * (box.end - box.begin)));
}
