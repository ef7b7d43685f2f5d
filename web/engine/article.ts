// What a call gives besides its text, as plain data that may go to a worker, or why it cannot be
// used. tests/web/engine/suite.ts holds it.
import { SourcelightError } from './error.ts';
import type { Hyperlink, Weights } from './report.ts';

/** The links as plain data, or throws which of them does not stand in the text. */
export function checked(
  links: readonly Hyperlink[],
  { length }: string,
): readonly Required<Hyperlink>[] {
  return links.map(({ span: [begin, end], target, within = false }) => {
    const whole = Number.isInteger(begin) && Number.isInteger(end);
    if (whole && 0 <= begin && begin < end && end <= length) return { span: [begin, end], target, within };
    throw new SourcelightError(
      'bad_links',
      `The link to ${target} stands at [${begin}, ${end}], not inside the text of ${length} units.`,
    );
  });
}

/** The weights as plain data of their own, without those that are undefined. */
export function set(weights: Weights): Weights {
  return Object.fromEntries(Object.entries(weights).filter(([, weight]) => weight !== undefined));
}
