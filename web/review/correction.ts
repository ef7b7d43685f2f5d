// What a person says of a claim or of a source in the place of what was read, as it is kept.
// correct.ts makes a corrected Report of it. tests/web/review/corrected.test.ts holds both.
import { claimStatuses, type ClaimStatus, type SourceKind } from '../engine/report.ts';

/** The kinds of a source that a person can choose. */
export const givenKinds = ['named_person', 'named_organization', 'document', 'anonymous', 'unnamed_group'] as const;

export type GivenKind = (typeof givenKinds)[number];

/** A source as a person gives it. */
export interface GivenSource {
  readonly name: string;
  readonly kind: GivenKind;
  /** Role or affiliation; '' if none is given. */
  readonly title: string;
}

/** What a person says of a claim. */
export interface Correction {
  readonly status: ClaimStatus;
  /** Whose word it is, where the status is `named` or `unnamed`; null otherwise. */
  readonly source: GivenSource | null;
  /** The words were chosen by hand, and are no claim of the engine's Report. */
  readonly chosen?: true;
}

/** What a person says of an entry among the sources. */
export interface SourceCorrection extends GivenSource {
  /** The entry's name in the engine's Report. */
  readonly of: string;
  /** The name, in the engine's Report, of the entry that it is the same as; '': of none. */
  readonly into: string;
}

const mostLetters = 500;

export function isNamed(kind: SourceKind): boolean {
  return kind === 'named_person' || kind === 'named_organization' || kind === 'document' || kind === 'author';
}

/** Whether `value` is a correction: a source where the status asks for one, and nowhere else. */
export function isCorrection(value: unknown): value is Correction {
  if (!isObject(value)) return false;
  const { status, source, chosen } = value;
  if (!claimStatuses.some((one) => one === status) || (chosen !== undefined && chosen !== true)) return false;
  return status === 'named' || status === 'unnamed' ? isGiven(source) : source === null;
}

export function isSourceCorrection(value: unknown): value is SourceCorrection {
  return isObject(value) && isGiven(value) && isName(value['of']) && isText(value['into']);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= mostLetters;
const isName = (value: unknown): value is string => isText(value) && value.trim() !== '';

function isGiven(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { name, kind, title } = value;
  return isName(name) && isText(title) && givenKinds.some((one) => one === kind);
}
