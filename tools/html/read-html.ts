// HTML in, the text of its article with its links out, as `sourcelight analyze --jsonl` takes it: what the
// command runs for --html (tools/cli/html.h), by the finder that page and extension have. node alone; the
// page is parsed by parse5, as browsers do, and is linkedom's. tests/cli/html_test.mjs holds it.
//
// usage: node read-html.mjs [--jsonl] [--offsets codepoint|utf16|utf8] [--url ADDRESS] FILE|-
//
// Prints a line {"text", "links", "parts", "title", "date"}, offsets in the unit that is asked for, the date only where
// the page tells when it was published; with --jsonl one
// for each line {"id", "html", "url"} (the last two optional) that it reads, the id with it.
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { DOMParser as Linkedom } from 'linkedom';
import { parse as parse5, serialize } from 'parse5';
import { publishedOn } from '../../web/article/published.ts';
import { readArticle } from '../../web/article/read-article.ts';
import { readHtml } from '../../web/engine/html.ts';
import type { Span } from '../../web/engine/report.ts';
import { decodeHtml } from '../../web/files/decode.ts';
import { parseHtml } from '../../web/files/parse.ts';

// linkedom's own parser leaves what browsers mend, such as a script between head and body: parse5 mends it.
class DOMParser {
  parseFromString(html: string): Document {
    return new Linkedom().parseFromString(serialize(parse5(html)), 'text/html') as unknown as Document;
  }
}
Object.assign(globalThis, { DOMParser });

const units = ['codepoint', 'utf16', 'utf8'] as const;
type Unit = (typeof units)[number];

interface Options {
  readonly file: string;
  readonly isLines: boolean;
  readonly unit: Unit;
  readonly url: string;
}

function read(html: string, { url, unit }: Options): object {
  const page = parseHtml(html);
  const article = readArticle(page, url ? { address: url } : {}) ?? { ...readHtml(page), parts: [], title: page.title.trim() };
  const { text, links, parts, title } = article;
  const date = publishedOn(page);
  const count = counter(text, unit);
  const moved = <Thing extends { readonly span: Span }>(thing: Thing): Thing => ({ ...thing, span: thing.span.map(count) as unknown as Span });
  return { text, links: links.map(moved), parts: parts.map(moved), title, ...(date && { date }) };
}

/** Turns offsets of UTF-16 units into those of another unit. */
function counter(text: string, unit: Unit): (offset: number) => number {
  if (unit === 'utf16') return (offset) => offset;
  const places = new Uint32Array(text.length + 1);
  let place = 0;
  for (let at = 0; at < text.length; ) {
    const point = text.codePointAt(at) ?? 0;
    const length = point > 0xffff ? 2 : 1;
    places.fill(place, at, at + length);
    place += unit === 'codepoint' ? 1 : point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    at += length;
  }
  places[text.length] = place;
  return (offset) => places[offset] ?? place;
}

async function readLines(options: Options): Promise<void> {
  const input = options.file === '-' ? process.stdin : createReadStream(options.file);
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (line.trim()) write(readLine(line, options));
  }
}

/** A line that makes no sense goes on as it is: the command says what is wrong with it. */
function readLine(line: string, options: Options): object | string {
  try {
    const record = JSON.parse(line) as { id?: unknown; html?: unknown; url?: unknown };
    if (typeof record.html !== 'string') return line;
    const url = typeof record.url === 'string' ? record.url : options.url;
    return { ...('id' in record ? { id: record.id } : {}), ...read(record.html, { ...options, url }) };
  } catch {
    return line;
  }
}

const write = (answer: object | string): unknown => process.stdout.write(`${typeof answer === 'string' ? answer : JSON.stringify(answer)}\n`);

function optionsOf(words: string[]): Options | null {
  let [file, isLines, unit, url] = ['', false, 'codepoint' as Unit, ''];
  while (words.length) {
    const word = words.shift() ?? '';
    if (word === '--jsonl') isLines = true;
    else if (word === '--offsets') unit = (words.shift() ?? '') as Unit;
    else if (word === '--url') url = words.shift() ?? '';
    else if (!file) file = word;
    else return null;
  }
  return file && units.includes(unit) ? { file, isLines, unit, url } : null;
}

const options = optionsOf(process.argv.slice(2));
if (!options) {
  process.stderr.write('usage: node read-html.mjs [--jsonl] [--offsets codepoint|utf16|utf8] [--url ADDRESS] FILE|-\n');
  process.exitCode = 2;
} else if (options.isLines) {
  await readLines(options);
} else {
  write(read(decodeHtml(readFileSync(options.file === '-' ? 0 : options.file)), options));
}
