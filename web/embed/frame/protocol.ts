// What a page and the Sourcelight it has in an <iframe> say to each other, version 1: each message
// is {sourcelight: 1, type, ...}. Reads what came from the other side, which may be anything.
// docs/frame.md describes it; tests/embed/frame hold it.
import type { HouseStyleProblem } from '../../engine/house-style.ts';
import { claimStatuses, type ClaimStatus, type Hyperlink, type Report } from '../../engine/report.ts';

export const version = 1;

/** Between the windows, until the page has sent a port with `connect`. */
export type Handshake = { readonly type: 'hello' } | { readonly type: 'ready' } | { readonly type: 'connect' };

/** Through the port, to the frame. */
export type ToFrame =
  | { readonly type: 'text'; readonly id: number; readonly text: string; readonly links: readonly Hyperlink[] }
  | { readonly type: 'settings'; readonly settings: string | null }
  | { readonly type: 'statuses'; readonly statuses: readonly ClaimStatus[] }
  | { readonly type: 'language'; readonly language: string }
  | { readonly type: 'select'; readonly claim: number };

/** Through the port, from the frame. */
export type FromFrame =
  /** id: of the text it is of; null: of what was written in the frame. */
  | { readonly type: 'report'; readonly id: number | null; readonly report: Report }
  | { readonly type: 'edited'; readonly text: string }
  | { readonly type: 'selected'; readonly claim: number | null }
  /** message: why there is no Report, or the settings are not in use; parts: what in them makes no sense. */
  | { readonly type: 'problem'; readonly message: string | null; readonly parts: readonly HouseStyleProblem[] }
  /** A message to the frame was none of the above. */
  | { readonly type: 'refused'; readonly message: string };

/** What is wrong with a message; null: it is none of ours. */
export type Unread = { readonly wrong: string } | null;

export const longestText = 2 ** 24; // UTF-16 units: what the engine reads at once

const mostLinks = 100_000;

type Fields = Readonly<Record<string, unknown>>;

export const sent = <Message extends object>(message: Message): Message & { sourcelight: number } => ({
  sourcelight: version,
  ...message,
});

export function readHandshake(data: unknown): Handshake | null {
  const fields = ours(data);
  if (!fields || fields['sourcelight'] !== version) return null;
  const { type } = fields;
  return type === 'hello' || type === 'ready' || type === 'connect' ? { type } : null;
}

export function readToFrame(data: unknown): ToFrame | Unread {
  const fields = ours(data);
  if (!fields) return null;
  if (fields['sourcelight'] !== version) return otherVersion;
  const { type, id, text, links, settings, statuses, language, claim } = fields;
  switch (type) {
    case 'text':
      if (!isCount(id)) return wrong('text', 'id', 'a whole number from 0');
      if (!isText(text)) return wrong('text', 'text', `a string of at most ${longestText} units`);
      if (links !== undefined && !areLinks(links, text.length)) {
        return wrong('text', 'links', 'a list of {span: [begin, end], target} inside the text');
      }
      return { type, id, text, links: (links ?? []) as readonly Hyperlink[] };
    case 'settings': {
      const json = asJson(settings);
      return json === undefined ? wrong('settings', 'settings', 'JSON, an object, or null') : { type, settings: json };
    }
    case 'statuses':
      if (!areStatuses(statuses)) return wrong('statuses', 'statuses', `a list of ${claimStatuses.join(', ')}`);
      return { type, statuses };
    case 'language':
      if (typeof language !== 'string' || !/^[\w-]{1,35}$/.test(language)) {
        return wrong('language', 'language', 'a language tag');
      }
      return { type, language };
    case 'select':
      return isCount(claim) ? { type, claim } : wrong('select', 'claim', 'a whole number from 0');
    default:
      return { wrong: 'There is no message of this type.' };
  }
}

export function readFromFrame(data: unknown): FromFrame | Unread {
  const fields = ours(data);
  if (!fields) return null;
  if (fields['sourcelight'] !== version) return otherVersion;
  const { type, id, report, text, claim, message, parts } = fields;
  switch (type) {
    case 'report':
      if (id !== null && !isCount(id)) return wrong('report', 'id', 'a whole number from 0, or null');
      return isReport(report) ? { type, id, report } : wrong('report', 'report', 'a Report');
    case 'edited':
      return isText(text) ? { type, text } : wrong('edited', 'text', 'a string');
    case 'selected':
      return claim === null || isCount(claim) ? { type, claim } : wrong('selected', 'claim', 'a number or null');
    case 'problem':
      if (message !== null && typeof message !== 'string') return wrong('problem', 'message', 'a string or null');
      return areParts(parts) ? { type, message, parts } : wrong('problem', 'parts', 'a list');
    case 'refused':
      return typeof message === 'string' ? { type, message } : wrong('refused', 'message', 'a string');
    default:
      return { wrong: 'There is no message of this type.' };
  }
}

const otherVersion = { wrong: `Only version ${version} of the messages is spoken here.` };

const wrong = (type: string, field: string, wanted: string): { wrong: string } => ({
  wrong: `"${field}" of a "${type}" message must be ${wanted}.`,
});

/** The fields of a message that bears our name. */
function ours(data: unknown): Fields | null {
  return isFields(data) && Object.hasOwn(data, 'sourcelight') ? data : null;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= longestText;

const areStatuses = (value: unknown): value is readonly ClaimStatus[] =>
  Array.isArray(value) && value.length <= 9 && value.every((one) => claimStatuses.includes(one as ClaimStatus));

function areLinks(value: unknown, length: number): boolean {
  if (!Array.isArray(value) || value.length > mostLinks) return false;
  return value.every((link: unknown) => {
    if (!isFields(link) || typeof link['target'] !== 'string') return false;
    if (!['undefined', 'boolean'].includes(typeof link['within'])) return false;
    const span = link['span'];
    if (!Array.isArray(span) || span.length !== 2) return false;
    const [begin, end] = span as unknown[];
    return isCount(begin) && isCount(end) && begin < end && end <= length;
  });
}

/** undefined: it can be no settings. What is wrong inside them, the engine says. */
function asJson(value: unknown): string | null | undefined {
  if (value === null || isText(value)) return value;
  if (!isFields(value)) return undefined;
  try {
    return JSON.stringify(value, null, 2);
  } catch {
    return undefined; // A copy may hold itself.
  }
}

const areParts = (value: unknown): value is readonly HouseStyleProblem[] =>
  Array.isArray(value) &&
  value.every(
    (part) =>
      isFields(part) &&
      typeof part['field'] === 'string' &&
      isCount(part['line']) &&
      typeof part['message'] === 'string',
  );

// The frame's page is trusted to send whole Reports; another's version is not.
const isReport = (value: unknown): value is Report =>
  isFields(value) &&
  value['schema'] === 'sourcelight.report/1' &&
  ['sentences', 'attributions', 'sources', 'claims', 'findings'].every((list) => Array.isArray(value[list]));
