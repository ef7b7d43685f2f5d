// Holds web/check/align.ts, changes.ts, match.ts and writing.ts to the cases beside this file: a title, the
// document, the quotation, its status with what was done to it, and the quotation with {-words that the
// document has-} and {+words that it has not+}.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { atOnce, indexDocument, isAllowed, QuotationChecker, type Checked } from '../../../web/check/quotations.ts';

const folder = new URL('./cases/', import.meta.url);
const cases = readdirSync(folder).flatMap((name) =>
  readFileSync(new URL(name, folder), 'utf8').split(/^=== /m).slice(1).map((text) => {
    const head = text.indexOf('\n');
    const [document = '', quotation = '', expected = ''] = text.slice(head + 1).split(/^\.\n/m).map((part) => part.trim());
    return { title: text.slice(0, head), document, quotation, expected };
  }),
);

function check(document: string, text: string): Checked | undefined {
  const checker = new QuotationChecker();
  checker.documents = [atOnce(indexDocument({ name: 'a.txt', text: document, places: [] }))];
  const [checked] = atOnce(checker.check([{ span: [0, text.length], text, attribution: 0, claim: 0, source: '', title: '', isPerson: false }]));
  return checked;
}

function print({ status, changes, parts }: Checked): string {
  const kinds = [...new Set(changes.map(({ kind }) => kind))];
  const drawn = parts.map(({ kind, text }) => (kind === 'same' ? text : `{${kind === 'added' ? '+' : '-'}${text}}`)).join('');
  return [[status, ...kinds].join(' '), drawn].join('\n').trim();
}

test.each(cases)('$title', ({ document, quotation, expected }) => {
  const checked = check(document, quotation);
  expect(checked && print(checked)).toBe(expected);
  // Without what was taken out, the parts are the quotation, whatever happened to it.
  if (checked?.parts.length) expect(checked.parts.filter(({ kind }) => kind !== 'removed').map(({ text }) => text).join('')).toBe(quotation);
  expect(checked?.status === 'changed').toBe(checked?.changes.some(({ kind }) => !isAllowed(kind)));
});
