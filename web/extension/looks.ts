// How marks look on a page: as elsewhere, in the colours of web/widget/tokens.css, those for a dark
// page where its letters are light, or in the reader's own. They stand in the sheet itself: custom
// properties would be the page's.
import type { ClaimStatus } from '../engine/report.ts';
import { markNames } from '../host/marks.ts';
import { highlight, markRules } from '../widget/mark-looks.ts';
import tokens from '../widget/tokens.css?inline';

export type Colours = Readonly<Partial<Record<ClaimStatus, string>>>;

/** The usual colour of a token, as "named", on a light page or a dark one. */
export function usualColour(token: string, dark: boolean): string {
  const [, light = '', night = ''] = new RegExp(`--sl-${token}: *light-dark\\((#[0-9a-f]+), *(#[0-9a-f]+)\\)`).exec(tokens) ?? [];
  return dark ? night : light;
}

export function looksOf(colours: Colours, dark: boolean): string {
  const colourOf = (token: string): string => colours[token as ClaimStatus] ?? usualColour(token, dark);
  return markRules(markNames, highlight).replace(/var\(--sl-(\w+)\)/g, (_, token: string) => colourOf(token));
}
