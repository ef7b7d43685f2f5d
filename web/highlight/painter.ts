// Paints spans of a text over its DOM, which stays as it is: with the CSS Custom Highlight API,
// or where there is none, with boxes laid over it. tests/web/page hold both.
import { paintBoxes } from './overlay.ts';
import { TextIndex } from './text-index.ts';
import type { Span } from './edit.ts';

/** What to paint: highlight names (as in `::highlight(NAME)`), lowest first, and their spans. */
export type Layers = ReadonlyMap<string, readonly Span[]>;

export interface Painter {
  /** Paints `layers` over the text as it stands now, in place of what was painted before. */
  paint(layers: Layers): void;
  /** Takes every trace away. */
  clear(): void;
}

/**
 * A painter for the text of `root`. `overlay` is an empty, positioned element over `root`, used
 * only where there is no CSS Custom Highlight API; its boxes have the class `mark` and the
 * layer's name as `data-layer`.
 */
export function createPainter(root: Element, overlay: HTMLElement): Painter {
  return globalThis.CSS?.highlights
    ? new HighlightPainter(root, CSS.highlights)
    : new OverlayPainter(root, overlay);
}

// Highlight names belong to the document: painters share them, each adding its own ranges.
class HighlightPainter implements Painter {
  readonly #root: Element;
  readonly #registry: HighlightRegistry;
  #painted: [name: string, range: AbstractRange][] = [];

  constructor(root: Element, registry: HighlightRegistry) {
    this.#root = root;
    this.#registry = registry;
  }

  paint(layers: Layers): void {
    this.clear();
    const index = new TextIndex(this.#root);
    let priority = 0;
    for (const [name, spans] of layers) {
      const highlight = this.#registry.get(name) ?? new Highlight();
      highlight.priority = priority++;
      for (const [begin, end] of spans) {
        const range = index.range(begin, end);
        if (!range) continue;
        highlight.add(range);
        this.#painted.push([name, range]);
      }
      if (highlight.size) this.#registry.set(name, highlight);
    }
  }

  clear(): void {
    for (const [name, range] of this.#painted) {
      const highlight = this.#registry.get(name);
      highlight?.delete(range);
      if (highlight?.size === 0) this.#registry.delete(name);
    }
    this.#painted = [];
  }
}

// Boxes must move when the text does: they are laid anew whenever the root changes its size.
class OverlayPainter implements Painter {
  readonly #root: Element;
  readonly #overlay: HTMLElement;
  #layers: Layers = new Map();

  constructor(root: Element, overlay: HTMLElement) {
    this.#root = root;
    this.#overlay = overlay;
    new ResizeObserver(() => this.#lay()).observe(root);
  }

  paint(layers: Layers): void {
    this.#layers = layers;
    this.#lay();
  }

  clear(): void {
    this.#layers = new Map();
    this.#overlay.replaceChildren();
  }

  #lay(): void {
    paintBoxes(new TextIndex(this.#root), this.#layers, this.#overlay);
  }
}
