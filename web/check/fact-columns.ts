// Which column of a table is which part of a fact-check: guessed by the names of the columns, English and
// Spanish, to be looked at before it is used. tests/web/check/fact-columns.test.ts holds it.
import { addressOf, checked, dayOf, tidy, type Read } from './claim-review.ts';

export const parts = ['claim', 'verdict', 'publisher', 'url', 'date', 'author', 'title'] as const;
export type Part = (typeof parts)[number];

/** The number of the column of each part; -1: none. */
export type Columns = Readonly<Record<Part, number>>;

/** In the order in which columns are given away: what is plain first. */
const names: readonly (readonly [Part, RegExp])[] = [
  ['author', /claimant|speaker|said ?by|claim ?(?:author|source|maker)|autor ?de ?la|quien|^who/],
  ['url', /url|link|enlace|address|permalink/],
  ['date', /date|fecha|published ?(?:at|on)|^day$/],
  ['verdict', /verdict|rating|ruling|conclusion|truth|label|veredicto|calificaci[oó]n|alternate ?name|result/],
  ['publisher', /publisher|outlet|organi[sz]ation|site|medio|editor|newsroom|fact ?checker|source/],
  ['title', /title|headline|t[ií]tulo|titular|name/],
  ['claim', /claim|statement|afirmaci[oó]n|declaraci[oó]n|bulo|text|quote|rumou?r/],
];

/** The columns that their names speak for. */
export function guessColumns(header: readonly string[]): Columns {
  const columns: Record<Part, number> = { claim: -1, verdict: -1, publisher: -1, url: -1, date: -1, author: -1, title: -1 };
  const plain = header.map((name) => name.toLowerCase().replace(/[_.\-/\s]+/g, ' ').trim());
  const taken = new Set<number>();
  for (const [part, pattern] of names) {
    const exact = plain.findIndex((name, at) => name === part && !taken.has(at));
    const found = exact >= 0 ? exact : plain.findIndex((name, at) => pattern.test(name) && !taken.has(at) && !isAnother(name, part));
    if (found < 0) continue;
    columns[part] = found;
    taken.add(found);
  }
  return columns;
}

/** A column whose name is that of another part belongs to that. */
const isAnother = (name: string, part: Part): boolean => parts.some((other) => other !== part && other === name);

/** A row of the table as a fact-check. */
export function readRow(row: readonly string[], columns: Columns): Read {
  const cell = (part: Part): string => tidy(row[columns[part]] ?? '');
  return checked({
    claim: cell('claim'),
    verdict: cell('verdict'),
    title: cell('title'),
    publisher: cell('publisher'),
    url: addressOf(cell('url')),
    date: dayOf(cell('date')) || dateOf(cell('date')),
    author: cell('author'),
  });
}

/** "3/14/2021" may be a day of March or of none, and stays as it is written; "May 3, 2013" is told by its month. */
function dateOf(text: string): string {
  const time = /\p{L}{3}/u.test(text) ? Date.parse(`${text} UTC`) : Number.NaN;
  return Number.isNaN(time) ? text.slice(0, 40) : new Date(time).toISOString().slice(0, 10);
}
