// Holds web/files/pdf-text.ts: pages of pieces as running text.
import { expect, test } from 'vitest';
import { pagesToText, type PdfItem } from '../../../web/files/pdf-text.ts';

/** Lines from the top of a page, 12 points apart; '' leaves one out. */
const page = (...lines: string[]): PdfItem[] =>
  lines.flatMap((str, at) => (str ? [{ str, x: 72, y: 720 - at * 12, width: str.length * 5, height: 10, hasEOL: true }] : []));

const names = ['red', 'blue', 'green', 'white', 'black'];
const body = (number: number): string[] =>
  ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'].map((ordinal) => `The ${ordinal} line of the ${names[number] ?? ''} page tells of gate ${number}0.`);

test('lines are joined, words that a line or a page parted too, and pages are told', () => {
  const { text, places } = pagesToText([page('We waited four years for the bar-', 'rier and the well-', 'Known gate.', '', '', 'A paragraph of its own that is cut-'), page('ting the page.', 'The end.')]);
  expect(text).toBe('We waited four years for the barrier and the well-\nKnown gate.\n\nA paragraph of its own that is cutting the page.\nThe end.');
  expect(places.map(({ page: number }) => number)).toEqual([1, 2]);
  expect(text.slice(places[1]?.at)).toBe('ting the page.\nThe end.');
});

test('heads and feet that repeat, and page numbers, are no text', () => {
  const pages = [1, 2, 3, 4].map((number) => page('Ostby Council', `Hearing of ${number} May, page ${number}`, '', ...body(number), '', `- ${number} -`));
  const { text } = pagesToText(pages);
  expect(text).not.toMatch(/Council|Hearing|- \d -/);
  expect(text.match(/The sixth line/g)).toHaveLength(4);
  expect(text).toContain('The first line of the blue page tells of gate 10.');
});

test('of two pages nothing is taken for a head but the numbers', () => {
  expect(pagesToText([page('Ostby Council', 'One.', '1'), page('Ostby Council', 'Two.', '2')]).text).toBe('Ostby Council\nOne.\nOstby Council\nTwo.');
});

test('numbers of lines are no text, and numbers that are text stay', () => {
  const lines = Array.from({ length: 12 }, (_, at) => `${at + 1} ${at === 4 ? '25 families asked' : 'Q. Who closed the gate?'}`);
  const { text } = pagesToText([page(...lines)]);
  expect(text.split('\n')[4]).toBe('25 families asked');
  expect(text).not.toMatch(/^\d+ Q/m);
  expect(pagesToText([page('12 families were asked.', 'And 3 of them said no.')]).text).toBe('12 families were asked.\nAnd 3 of them said no.');
});

test('pieces on one height are one line, parted where there is room between them', () => {
  const piece = (str: string, x: number, width: number, hasEOL = false): PdfItem => ({ str, x, y: 700, width, height: 10, hasEOL });
  expect(pagesToText([[piece('The ga', 72, 30), piece('te is', 102, 25), piece('shut.', 130, 25, true)]]).text).toBe('The gate is shut.');
});

test('pages without words are empty', () => {
  expect(pagesToText([[], page('')])).toEqual({ text: '', places: [] });
});
