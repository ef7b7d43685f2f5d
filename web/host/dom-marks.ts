// Marks over a host's DOM, which stays as it is: CSS highlights in the document that the DOM is in,
// be it a frame's. tests/embed/editable and tests/embed/tinymce hold it.
import { SourcelightError } from '../engine/error.ts';
import { markNames, type Mark } from './marks.ts';
import { adoptMarkStyles, styleRootOf } from './mark-styles.ts';

/** Whether marks can be painted: every browser since 2025 can. */
export const canHighlight = (view: Window & typeof globalThis = window): boolean =>
  Boolean(view.CSS?.highlights);

const noHighlights = 'This browser has no CSS Custom Highlight API: claims are read, but not marked in the text.';

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
  paint(text: { range(begin: number, end: number): Range | null }, marks: readonly Mark[]): void {
    this.#clear();
    const registry = this.#view.CSS?.highlights;
    if (!registry) return;
    for (const { name, span } of marks) {
      const range = text.range(...span);
      if (!range) continue;
      const key = `sourcelight-${name}`;
      const highlight = registry.get(key) ?? new this.#view.Highlight();
      highlight.priority = markNames.indexOf(name);
      highlight.add(range);
      registry.set(key, highlight);
      this.#painted.push([key, range]);
    }
  }

  destroy(): void {
    this.#clear();
    this.#unstyle();
  }

  // Other embeds of the page may have ranges of their own in the same highlights.
  #clear(): void {
    const registry = this.#view.CSS?.highlights;
    for (const [key, range] of this.#painted) {
      const highlight = registry?.get(key);
      highlight?.delete(range);
      if (highlight?.size === 0) registry?.delete(key);
    }
    this.#painted = [];
  }
}
