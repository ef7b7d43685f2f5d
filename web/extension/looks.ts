// How marks look on a page: CSS highlights in the colours of web/widget/tokens.css, those for a dark
// page where its letters are light, or in the reader's own.
import type { ClaimStatus } from '../engine/report.ts';
import tokens from '../widget/tokens.css?inline';

export type Colours = Readonly<Partial<Record<ClaimStatus, string>>>;

const lines: Readonly<Record<ClaimStatus, string>> = {
  none: 'solid 1px',
  named: 'solid 2px',
  unnamed: 'dashed 2px',
  hidden: 'dotted 3px',
  unsourced: 'wavy 1.25px',
};

/** The usual colour of a token, as "named", on a light page or a dark one. */
export function usualColour(token: string, dark: boolean): string {
  const [, light = '', night = ''] = new RegExp(`--sl-${token}: *light-dark\\((#[0-9a-f]+), *(#[0-9a-f]+)\\)`).exec(tokens) ?? [];
  return dark ? night : light;
}

export function looksOf(colours: Colours, dark: boolean): string {
  const rules = Object.entries(lines).map(([name, line]) => {
    const colour = colours[name as ClaimStatus] ?? usualColour(name, dark);
    return `::highlight(sourcelight-${name}) { text-decoration: underline ${line} ${colour}; }`;
  });
  const grounds = { selected: 'selected', finding: 'cue' };
  for (const [name, token] of Object.entries(grounds)) {
    rules.push(`::highlight(sourcelight-${name}) { background-color: ${usualColour(token, dark)}; }`);
  }
  return rules.join('\n');
}
