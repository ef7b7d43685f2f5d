// How marks look, wherever they are drawn: the line of a claim by its status, and the grounds behind
// what is chosen or found; above the words of an unsure claim a second, thin line. The colours are those of tokens.css. tests/web/widget/mark-looks.test.ts holds it.
import { claimStatuses, type ClaimStatus } from '../engine/report.ts';

const looks = {
  none: 'text-decoration: underline solid 1px var(--sl-none)',
  named: 'text-decoration: underline solid 2px var(--sl-named)',
  unnamed: 'text-decoration: underline dashed 2px var(--sl-unnamed)',
  hidden: 'text-decoration: underline dotted 3px var(--sl-hidden)',
  unsourced: 'text-decoration: underline wavy 1.25px var(--sl-unsourced)',
  unsure: 'text-decoration: overline dotted 1.5px var(--sl-soft)',
  selected: 'background-color: var(--sl-selected)',
  content: 'background-color: var(--sl-content)',
  source: 'background-color: var(--sl-source)',
  cue: 'background-color: var(--sl-cue)',
  finding: 'background-color: var(--sl-cue)',
} satisfies Readonly<Record<ClaimStatus | 'unsure' | 'selected' | 'content' | 'source' | 'cue' | 'finding', string>>;

export type MarkLook = keyof typeof looks;

/** A rule for each name, which gives its look to what `selector` tells. */
export const markRules = <Name extends MarkLook>(names: readonly Name[], selector: (name: Name) => string): string =>
  names.map((name) => `${selector(name)} { ${looks[name]}; }`).join('\n');

export const highlight = (name: MarkLook): string => `::highlight(sourcelight-${name})`;

/**
 * The lines as samples in words: `class="line named"`, in it `class="unsure"`. That one is a border: of an
 * overline Chromium leaves out what lies above the element, where it was put in place of another.
 */
export const lineCss = `${markRules(claimStatuses, (status) => `.line.${status}`)}
${asBorders(markRules(['unsure'], () => '.line .unsure, .line.unsure'))}`;

/** A line as the border of a box, which leaves the lines of other boxes around it as they are. */
export function asBorders(css: string): string {
  return css.replaceAll('text-decoration: underline', 'border-bottom:').replaceAll('text-decoration: overline', 'border-top:');
}

const layers = [...claimStatuses, 'unsure', 'selected', 'content', 'source', 'cue'] as const;

// Where there are no highlights, boxes behind the text have borders for lines; none of which is wavy,
// so that text.css draws that one.
const boxes = asBorders(markRules(
  layers.filter((name) => name !== 'unsourced'),
  (name) => `.mark[data-layer='sourcelight-${name}']`,
));

/** All that the widget shows of marks. */
export const marksCss = [markRules(layers, highlight), boxes, lineCss].join('\n');
