// Subtitles (WebVTT, https://www.w3.org/TR/webvtt1/, and SubRip) as running text: cues joined to
// sentences, with the time of each and who speaks. tests/web/check/subtitles.test.ts holds it.
import type { Place } from './document.ts';

export interface Subtitles {
  readonly text: string;
  readonly places: readonly Place[];
}

const timing = /^\s*(?:(\d+):)?(\d{1,2}):(\d{2})[.,](\d{1,3})\s*-->\s*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}/;
const label = /^(?:[-–—]\s*)?(?:>>+\s*)?([\p{Lu}][\p{L}\p{M}\p{N}.'’ -]{0,40}):\s+(?=\S)/u;
const longPause = 4; // seconds without a cue: the next one begins a paragraph

interface Line {
  readonly time: number;
  readonly speaker: string | null;
  readonly text: string;
  /** Whether somebody else begins to speak, or one dash of a dialogue. */
  readonly turn: boolean;
}

/** Either format; null where there is no cue in it. `text` has '\n' line ends. */
export function readSubtitles(text: string): Subtitles | null {
  const lines = cuesOf(text);
  if (!lines.length) return null;
  const places: Place[] = [];
  let joined = '';
  let speaker: string | null = null;
  let before = '';
  let last = 0;
  for (const line of lines) {
    // Captions that roll say their last line again above the new one.
    if (line.text === before) continue;
    before = line.text;
    const other = line.speaker !== null && line.speaker !== speaker;
    const gap = !joined ? '' : other || line.turn || line.time - last > longPause ? '\n\n' : ' ';
    joined += gap;
    if (other) speaker = line.speaker;
    places.push({ at: joined.length, time: line.time, ...(other && speaker !== null && { speaker }) });
    joined += line.text;
    last = line.time;
  }
  return { text: joined, places };
}

/** A cue is a line with its times and all lines below it down to a blank one. */
function cuesOf(text: string): Line[] {
  const found: Line[] = [];
  let time: number | null = null;
  let unlabelled: string | null = null;
  for (const line of text.split('\n')) {
    const times = timing.exec(line);
    if (times) {
      time = Math.floor(Number(times[1] ?? 0) * 3600 + Number(times[2]) * 60 + Number(times[3]));
      unlabelled = null;
    } else if (!line.trim()) {
      time = null;
    } else if (time !== null) {
      const voice = /<v(?:\.[^\s>]*)?\s+([^>]+)>/.exec(line)?.[1]?.trim() ?? null;
      const plain = unmarked(line);
      const named = label.exec(plain);
      const speaker: string | null = voice ?? named?.[1]?.trim() ?? unlabelled;
      const words = (voice === null && named ? plain.slice(named[0].length) : plain).replace(/^(?:[-–—]|>>+)\s*/, '').trim();
      const turn = /^\s*(?:[-–—]|>>)/.test(plain);
      unlabelled = speaker;
      if (words) found.push({ time, speaker, text: words, turn });
    }
  }
  return found;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', lrm: '', rlm: '', quot: '"' };

/** Without tags (<i>, <c.yellow>, <00:01.000>, {\an8}) and escapes. */
const unmarked = (line: string): string =>
  line
    .replace(/<\/?[a-z\d][^<>]*>|\{\\[^{}]*\}/gi, '')
    .replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim();
