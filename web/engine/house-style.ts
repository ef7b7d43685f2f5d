// A newsroom's house style: JSON that goes to the core, and what is wrong with it.
// docs/house-style.md tells what may stand in it; tests/web/engine hold it.

/** The JSON of a house style, or what it says as an object; null: none. */
export type HouseStyle = string | object | null;

/** What in a house style makes no sense, and was left out. */
export interface HouseStyleProblem {
  /** Where it stands: `rules[2].pattern`. */
  readonly field: string;
  /** Line of the JSON, from 1. */
  readonly line: number;
  readonly message: string;
}

/** The JSON, which can be sent to a worker. */
export function styleToSend(style: HouseStyle | undefined): string | null {
  if (style === undefined || style === null) return null;
  return typeof style === 'string' ? style : JSON.stringify(style, null, 2);
}
