// The words of a PDF's pages as running text: lines in their order, words that a line's end parts joined
// again, and without what is no text of the document: heads and feet that repeat, page numbers, numbers
// of lines. tests/web/check/pdf-text.test.ts holds it.
import type { Place } from './document.ts';

/** A stretch of text as pdf.js gives it. */
export interface PdfItem {
  readonly str: string;
  /** Where it begins, in points from the left and from the bottom of the page. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Whether a line ends behind it. */
  readonly hasEOL: boolean;
}

interface Line {
  text: string;
  readonly y: number;
  readonly height: number;
}

/** The page of a place counts from 1. */
export function pagesToText(pages: readonly (readonly PdfItem[])[]): { text: string; places: Place[] } {
  const lined = pages.map((items) => withoutNumbers(linesOf(items)));
  const repeated = repeatedLines(lined);
  const places: Place[] = [];
  let text = '';
  lined.forEach((lines, index) => {
    const kept = withoutEdges(lines, repeated);
    const usual = median(kept.slice(1).map(({ y }, at) => Math.abs((kept[at]?.y ?? y) - y)).filter((gap) => gap > 0));
    kept.forEach((line, at) => {
      const above = kept[at - 1];
      const isApart = above ? Math.abs(above.y - line.y) > usual * 1.4 : true;
      text = joined(text, line.text, !above ? '\n' : isApart ? '\n\n' : '\n');
      if (!at) places.push({ at: text.length - line.text.length, page: index + 1 });
    });
  });
  return { text, places };
}

/** A word that the end of a line parted is one word again; a hyphen of its own goes too. */
function joined(text: string, line: string, gap: string): string {
  if (!text) return line;
  if (/[\p{L}\p{M}][-\u2010\u00ad]$/u.test(text) && /^\p{Ll}/u.test(line)) return text.slice(0, -1) + line;
  return text + gap + line;
}

/** What stands on one height is a line, whatever pieces it comes in. */
function linesOf(items: readonly PdfItem[]): Line[] {
  const lines: Line[] = [];
  let line: Line | null = null;
  let right = 0;
  for (const { str, x, y, width, height, hasEOL } of items) {
    if (str.trim()) {
      const tall = Math.max(height, line?.height ?? 0, 1);
      if (!line || Math.abs(line.y - y) > tall * 0.5) {
        if (line) lines.push(line);
        line = { text: str, y, height };
      } else {
        const isApart = x - right > tall * 0.15 && !/\s$/.test(line.text) && !/^\s/.test(str);
        line.text += (isApart ? ' ' : '') + str;
      }
      right = x + width;
    } else if (line && str) {
      line.text += ' ';
    }
    if (hasEOL && line) {
      lines.push(line);
      line = null;
    }
  }
  if (line) lines.push(line);
  return lines.map((one) => ({ ...one, text: one.text.replace(/\s+/g, ' ').trim() })).filter(({ text }) => text);
}

/** Records of courts number their lines: each begins with a number, one more than that above it. */
function withoutNumbers(lines: readonly Line[]): Line[] {
  const numbers = lines.map(({ text }) => Number(/^(\d{1,2})(?=\s|$)/.exec(text)?.[1] ?? NaN));
  let rising = 0;
  let last = 0;
  for (const value of numbers) {
    if (value !== last + 1) continue;
    last = value;
    ++rising;
  }
  if (rising < 8 || rising < lines.length * 0.6) return [...lines];
  let next = 1;
  return lines.flatMap((line, at) => {
    if (numbers[at] !== next) return [line];
    ++next;
    const text = line.text.replace(/^\d+\s*/, '');
    return text ? [{ ...line, text }] : [];
  });
}

const edge = 3; // lines of a head or a foot

const edgesOf = (lines: readonly Line[]): Line[] => (lines.length <= 2 * edge ? [...lines] : [...lines.slice(0, edge), ...lines.slice(-edge)]);

/** "Page 7" and "Page 8" are one head. */
const signOf = ({ text }: Line): string => text.toLowerCase().replace(/\d+|\b[ivxl]+\b/g, '#');

/** Lines at the edges of most pages; of fewer than three pages none can be told to repeat. */
function repeatedLines(pages: readonly (readonly Line[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const lines of pages) for (const sign of new Set(edgesOf(lines).map(signOf))) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  const filled = pages.filter((lines) => lines.length).length;
  // Left and right pages may have heads of their own.
  const enough = Math.max(3, filled * 0.4);
  return new Set([...counts].filter(([, count]) => count >= enough).map(([sign]) => sign));
}

const pageNumber = /^(?:page\s*)?[-–—\s]*(?:\d{1,4}|[ivxl]{1,6})[-–—\s]*(?:(?:of|\/)\s*\d{1,4})?$/i;

function withoutEdges(lines: readonly Line[], repeated: ReadonlySet<string>): Line[] {
  const isHead = (line: Line | undefined): boolean => line !== undefined && (repeated.has(signOf(line)) || pageNumber.test(line.text));
  const edges = new Set(edgesOf(lines));
  return lines.filter((line) => !(edges.has(line) && isHead(line)));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[sorted.length >> 1] ?? Infinity;
}
