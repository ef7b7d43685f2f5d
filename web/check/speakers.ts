// Who speaks where in a transcript: "LEE: ...", "Anna Lee: ...", "Q: ...", a name on a line of its own,
// "Anna Lee  0:12:31", "[00:12:31]". Such labels are no words that were said.
// tests/web/check/speakers.test.ts holds it.
import type { Place } from '../files/document.ts';

export interface Label {
  /** UTF-16 units; the words that were said begin at `end`. */
  readonly begin: number;
  readonly end: number;
  /** '' : there is only a time. */
  readonly speaker: string;
  /** Seconds. */
  readonly time?: number;
}

const time = String.raw`[\[(]?(?:(\d{1,2}):)?(\d{1,2}):(\d{2})(?:[.,]\d{1,3})?[\])]?`;
const named = String.raw`[\p{Lu}\p{Lt}][\p{L}\p{M}\p{N}.'’&-]*(?:[ ,]{1,2}(?:[\p{Lu}\p{Lt}][\p{L}\p{M}\p{N}.'’&-]*|\p{N}+|(?:de|del|della|der|den|di|du|la|le|of|the|van|von|al|bin|and)(?=[ ])))*`;
const timeFirst = new RegExp(String.raw`^[ \t>-]*${time}[ \t]*[-–:]?[ \t]*`, 'u');
const withColon = new RegExp(String.raw`^[ \t>*_]*(${named})(?:[ \t]*\(([^()\n]{1,60})\)|[ \t]*\[[^\[\]\n]{1,60}\])?[*_]*[ \t]*:[*_]*(?=\s|$)`, 'u');
const timeLast = new RegExp(String.raw`^[ \t]*(${named})[ \t]{1,8}[-–|]?[ \t]*${time}[ \t]*$`, 'u');
const alone = new RegExp(String.raw`^[ \t]*(${named})[ \t]*$`, 'u');

const longest = 60; // characters of a name

/** In their order; each line is looked at once. */
export function findLabels(text: string): Label[] {
  const found: (Label & { readonly sure: boolean })[] = [];
  const counts = new Map<string, number>();
  let begin = 0;
  while (begin < text.length) {
    const stop = text.indexOf('\n', begin);
    const end = stop < 0 ? text.length : stop;
    const label = labelOf(text.slice(begin, Math.min(end, begin + 160)), end - begin, begin);
    if (label) {
      found.push(label);
      counts.set(label.speaker, (counts.get(label.speaker) ?? 0) + 1);
    }
    begin = end + 1;
  }
  // "Note: ..." stands once, a speaker speaks again.
  return found.filter(({ sure, speaker }) => sure || (counts.get(speaker) ?? 0) > 1);
}

function labelOf(line: string, length: number, at: number): (Label & { readonly sure: boolean }) | null {
  const first = timeFirst.exec(line);
  const skipped = first?.[0].length ?? 0;
  const seconds = first ? secondsOf(first, 1) : undefined;
  const rest = line.slice(skipped);
  const colon = withColon.exec(rest);
  if (colon?.[1] && colon[1].length <= longest) {
    const end = at + skipped + colon[0].length;
    return { begin: at, end, speaker: nameOf(colon[1]), ...timed(seconds), sure: isSure(colon[1]) };
  }
  if (line.length === length) {
    const last = timeLast.exec(line);
    if (last?.[1] && last[1].length <= longest) {
      return { begin: at, end: at + length, speaker: nameOf(last[1]), ...timed(secondsOf(last, 2)), sure: true };
    }
    const [, name = ''] = alone.exec(rest) ?? [];
    if (name.length > 1 && name.length <= longest && (isUpper(name) || first)) {
      return { begin: at, end: at + length, speaker: nameOf(name), ...timed(seconds), sure: Boolean(first) };
    }
  }
  return first ? { begin: at, end: at + skipped, speaker: '', ...timed(seconds), sure: true } : null;
}

const timed = (seconds: number | undefined): { time?: number } => (seconds === undefined ? {} : { time: seconds });

/** Hours may be left out. */
function secondsOf(found: RegExpExecArray, at: number): number {
  const [hours = '0', minutes = '0', seconds = '0'] = [found[at], found[at + 1], found[at + 2]];
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

const isUpper = (name: string): boolean => /\p{Lu}/u.test(name) && !/\p{Ll}/u.test(name);

/** One label of one word in small letters ("Note") may be anything. */
const isSure = (name: string): boolean => isUpper(name) || /[ \d]/.test(name);

const nameOf = (name: string): string => name.replace(/[\s,]+/g, ' ').trim();

/** `places` of the file, with the speakers and times that the text itself names. */
export function withLabels(places: readonly Place[], labels: readonly Label[]): Place[] {
  const told = labels.map(({ begin, speaker, time: at }): Place => ({ at: begin, ...(speaker && { speaker }), ...timed(at) }));
  return [...places, ...told].sort((one, other) => one.at - other.at);
}
