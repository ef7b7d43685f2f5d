// What a call gives besides its text, as plain data that may go to a worker, or why it cannot be
// used. tests/web/engine/suite.ts holds it.
import { SourcelightError } from './error.ts';
import type { Hyperlink, Part, PartKind, Span, Weights } from './report.ts';

/** The links as plain data, or throws which of them does not stand in the text. */
export function checked(
  links: readonly Hyperlink[],
  { length }: string,
): readonly Required<Hyperlink>[] {
  return links.map(({ span: [begin, end], target, within = false }) => {
    if (isInside([begin, end], length)) return { span: [begin, end], target, within };
    throw new SourcelightError(
      'bad_links',
      `The link to ${target} stands at [${begin}, ${end}], not inside the text of ${length} units.`,
    );
  });
}

const partKinds: Readonly<Record<PartKind, true>> = {
  headline: true, standfirst: true, heading: true, byline: true, time: true, caption: true, item: true, body: true,
};

/** The parts as plain data, or throws which of them does not stand in the text, or is none that is known. */
export function checkedParts(parts: readonly Part[], { length }: string): readonly Part[] {
  return parts.map(({ span: [begin, end], kind }) => {
    const isKnown = Object.hasOwn(partKinds, kind);
    if (isKnown && isInside([begin, end], length)) return { span: [begin, end], kind };
    throw new SourcelightError(
      'bad_parts',
      isKnown
        ? `The part at [${begin}, ${end}] (${kind}) does not stand inside the text of ${length} units.`
        : `The part at [${begin}, ${end}] is of no kind that is known: ${kind}.`,
    );
  });
}

function isInside([begin, end]: Span, length: number): boolean {
  return Number.isInteger(begin) && Number.isInteger(end) && 0 <= begin && begin < end && end <= length;
}

/** The weights as plain data of their own, without those that are undefined. */
export function set(weights: Weights): Weights {
  return Object.fromEntries(Object.entries(weights).filter(([, weight]) => weight !== undefined));
}
