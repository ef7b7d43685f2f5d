// The formats in which a Report goes out; docs/report.md describes each. The core writes them all.
// tests/web/engine/suite.ts holds them to the engine.
import { SourcelightError } from './error.ts';
import type { Article, Wanted } from './link.ts';
import type { Report } from './report.ts';

export const formats = [
  'json',
  'claims-csv',
  'sources-csv',
  'markdown',
  /** W3C Web Annotation, JSON-LD. */
  'annotation',
  /** A page of its own. */
  'html',
] as const;

export type Format = (typeof formats)[number];

/** What the formats tell of the article. */
export interface RenderOptions {
  /** Default: its headline. */
  readonly title?: string;
  /** Where it is published. */
  readonly url?: string;
  /**
   * The Report that is wanted, in the place of the one that was given last: one that was corrected by
   * hand. Nothing of it is computed anew but the summary. Rejects with `bad_report` where it says
   * what no Report of `text` can.
   */
  readonly report?: Report;
  /** What `report` is of: UTF-16 units as its spans count them; must be there with it. */
  readonly text?: string;
}

/**
 * What the core is to be asked for: the given Report with its text, or that of the article which was
 * answered last. Throws `no_report` where there is neither, `bad_report` where the text is missing.
 */
export function whatToRender(
  format: Format,
  { title, url, report, text }: RenderOptions,
  answered: Article | null,
): { readonly article: Article; readonly wanted: Wanted } {
  const wanted = { format, title, url };
  if (!report) {
    if (!answered) throw new SourcelightError('no_report', 'Nothing has been analysed that could be shown.');
    return { article: answered, wanted };
  }
  if (text === undefined) {
    throw new SourcelightError('bad_report', 'render() was given a Report without the text that it is of.');
  }
  const article: Article = { text, links: [], parts: [], weights: {}, language: 'auto' };
  return { article, wanted: { ...wanted, report: JSON.stringify(report) } };
}
