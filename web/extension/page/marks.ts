// Marks on a live page: CSS highlights, in each document that the article's words are in. The page's
// DOM stays as it is. tests/extension hold it in browsers.
import { markNames, type Mark } from '../../host/marks.ts';
import type { ArticleText } from '../../article/article-text.ts';

type View = Window & typeof globalThis;

/** Whether this browser can mark words on a page. */
export const canMark = (): boolean => Boolean(window.CSS?.highlights);

export class PageMarks {
  #views = new Set<View>();

  /** Paints `marks` of `text`, in the place of those before. */
  paint(text: ArticleText, marks: readonly Mark[]): void {
    const before = this.#views;
    this.#views = new Set();
    const painted = new Map<View, Map<string, Range[]>>();
    for (const { name, span } of marks) {
      for (const range of text.ranges(...span)) {
        const view = (range.startContainer.ownerDocument?.defaultView ?? window) as View;
        const byName = painted.get(view) ?? new Map<string, Range[]>();
        painted.set(view, byName);
        byName.set(name, [...(byName.get(name) ?? []), range]);
      }
    }
    for (const view of new Set([...before, ...painted.keys()])) this.#put(view, painted.get(view));
  }

  clear(): void {
    for (const view of this.#views) this.#put(view, undefined);
    this.#views.clear();
  }

  #put(view: View, byName: ReadonlyMap<string, readonly Range[]> | undefined): void {
    const registry = view.CSS?.highlights;
    if (!registry) return;
    for (const [priority, name] of markNames.entries()) {
      const ranges = byName?.get(name) ?? [];
      const key = `sourcelight-${name}`;
      if (!ranges.length) {
        registry.delete(key);
        continue;
      }
      const highlight = new view.Highlight(...ranges);
      highlight.priority = priority;
      registry.set(key, highlight);
      this.#views.add(view);
    }
  }
}
