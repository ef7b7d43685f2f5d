// The style sheets of the element's shadow root, each made once a page.
import { sheetOf } from './dom.ts';
import { marksCss } from './mark-looks.ts';
import minimapCss from './minimap.css?inline';
import panelCss from './panel.css?inline';
import reportCss from './report.css?inline';
import reviewCss from './review.css?inline';
import sideCss from './side.css?inline';
import textCss from './text.css?inline';
import tokensCss from './tokens.css?inline';
import groundCss from './widget.css?inline';

const all = [tokensCss, groundCss, marksCss, textCss, sideCss, reviewCss, reportCss, minimapCss, panelCss];
let sheets: CSSStyleSheet[] | null = null;

const late = new Map<string, CSSStyleSheet>();

/** Adds the styles of what was fetched when it was used, once. */
export function adoptLate(root: ShadowRoot, css: string): void {
  const sheet = late.get(css) ?? sheetOf(css);
  late.set(css, sheet);
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

export function adoptStyles(root: ShadowRoot): void {
  sheets ??= all.map(sheetOf);
  root.adoptedStyleSheets = sheets;
}
