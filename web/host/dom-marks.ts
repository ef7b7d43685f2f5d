// Marks over a host's DOM, which stays as it is: CSS highlights in the document that the DOM is in,
// be it a frame's. tests/embed/editable and tests/embed/tinymce hold it.
import { SourcelightError } from '../engine/error.ts';
import { markNames, type Mark, type MarkName } from './marks.ts';
import { adoptMarkStyles, styleRootOf } from './mark-styles.ts';

/** Whether marks can be painted: every browser since 2025 can. */
export const canHighlight = (view: Window & typeof globalThis = window): boolean =>
  Boolean(view.CSS?.highlights);

const keyOf = (name: MarkName): string => `sourcelight-${name}`;

const noHighlights = 'This browser has no CSS Custom Highlight API: claims are read, but not marked in the text.';

export interface MarkedText {
  /** The range of [begin, end); null if nothing of it is shown. */
  range(begin: number, end: number): Range | null;
  /** The same, where it can be had without a live range. */
  edges?(begin: number, end: number): StaticRange | null;
}

export class DomMarks {
  readonly #view: Window & typeof globalThis;
  readonly #unstyle: () => void;
  /** Why this browser paints no marks; null: it does. */
  readonly problem: Error | null;
  #painted: [name: string, range: Range][] = [];

  /** `root`: the element whose text is marked. */
  constructor(root: Element) {
    this.#view = root.ownerDocument.defaultView ?? window;
    const can = canHighlight(this.#view);
    this.problem = can ? null : new SourcelightError('no_highlights', noHighlights);
    this.#unstyle = can ? adoptMarkStyles(styleRootOf(root)) : () => {};
  }

  /** Paints `marks`, in the place of those before; `text` says where their words are. */
  paint(text: MarkedText, marks: readonly Mark[]): void {
    if (!this.#view.CSS?.highlights) return;
    const before = this.#painted;
    this.#painted = [];
    for (const { name, span } of marks) {
      const edges = text.edges?.(...span) ?? text.range(...span);
      if (!edges) continue;
      const key = keyOf(name);
      const [oldKey, range] = before[this.#painted.length] ?? [];
      if (range && oldKey && oldKey !== key) this.#take(oldKey, range);
      this.#painted.push([key, this.#put(name, edges, oldKey === key ? range : undefined)]);
    }
    for (const [key, range] of before.slice(this.#painted.length)) this.#take(key, range);
  }

  destroy(): void {
    for (const [key, range] of this.#painted) this.#take(key, range);
    this.#painted = [];
    this.#unstyle();
  }

  // A range that stands where it should is left: the DOM has moved most of them along, and both new
  // ranges and changed ones cost the browser more than all else here.
  #put(name: MarkName, edges: AbstractRange, old: Range | undefined): Range {
    const { startContainer, startOffset, endContainer, endOffset } = edges;
    const range = old ?? this.#view.document.createRange();
    if (range.startContainer !== startContainer || range.startOffset !== startOffset) range.setStart(startContainer, startOffset);
    if (range.endContainer !== endContainer || range.endOffset !== endOffset) range.setEnd(endContainer, endOffset);
    const registry = this.#view.CSS.highlights;
    const key = keyOf(name);
    const highlight = registry.get(key) ?? new this.#view.Highlight();
    if (!highlight.has(range)) highlight.add(range);
    if (registry.get(key) !== highlight) {
      highlight.priority = markNames.indexOf(name);
      registry.set(key, highlight);
    }
    return range;
  }

  // Other embeds of the page may have ranges of their own in the same highlights.
  #take(key: string, range: Range): void {
    const registry = this.#view.CSS?.highlights;
    const highlight = registry?.get(key);
    highlight?.delete(range);
    if (highlight?.size === 0) registry?.delete(key);
  }
}
