// What a shared file holds, as plain data.
import type { Hyperlink, Report } from '../engine/report.ts';
import type { BookJson } from '../review/format.ts';
import type { Language } from '../words/index.ts';

export interface Shared {
  readonly text: string;
  /** The report of `text`, with UTF-16 offsets. */
  readonly report: Report;
  readonly links: readonly Hyperlink[];
  /** What was made of the claims, as the review book gives it to be stored. */
  readonly reviews: BookJson;
  /** Stands above the article and in the window's title. */
  readonly title: string;
  readonly language: Language;
}

/** The element that holds it, as JSON. */
export const dataId = 'shared';
