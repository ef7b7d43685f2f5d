// Gives a part of the tab "Check" its style sheet: fetched with the part, and adopted by the element's
// shadow root once the part stands in it. tests/web/check/view.test.ts holds it.
import { sheetOf } from '../dom.ts';

const sheets = new Map<string, CSSStyleSheet>();

/** `css` is a sheet's text, the same for all parts of a kind. */
export function adoptStyle(element: HTMLElement, css: string): void {
  const sheet = sheets.get(css) ?? sheetOf(css);
  sheets.set(css, sheet);
  const observer = new ResizeObserver(() => {
    const root = element.getRootNode();
    if (!(root instanceof ShadowRoot || root instanceof Document)) return;
    observer.disconnect();
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  });
  observer.observe(element);
}
