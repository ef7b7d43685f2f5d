// The formats in which a Report goes out; docs/report.md describes each. The core writes them all.
// tests/web/engine/suite.ts holds them to the engine.

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
}
