// How marks look: each status has a line of its own, which stands in one file.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { claimStatuses } from '../../../web/engine/report.ts';
import { asBorders, markRules } from '../../../web/widget/mark-looks.ts';
import { root } from '../support/serve.ts';

test('statuses can be told apart by their lines alone', () => {
  const lines = claimStatuses.map((status) => markRules([status], () => 'a').replace(/ var\(.*/, ''));
  expect(new Set(lines).size).toBe(claimStatuses.length);
});

test('what is unsure has its line on the other side of the words, so that it leaves that of the status as it is', () => {
  expect(markRules(['unsure'], () => 'a')).toMatch(/text-decoration: overline dotted /);
  expect(asBorders(markRules(['unsure', 'named'], () => 'a'))).toMatch(/^a { border-top: dotted [^;]*; }\na { border-bottom: solid /);
});

test('no other file says how a status is underlined', () => {
  const drawn = /(?:under|over)line (solid|dashed|dotted|wavy) [^;]*--sl-/;
  const files = readdirSync(join(root, 'web'), { recursive: true, encoding: 'utf8' });
  const drawing = files.filter((name) => /\.(css|ts)$/.test(name) && drawn.test(readFileSync(join(root, 'web', name), 'utf8')));
  expect(drawing).toEqual([join('widget', 'mark-looks.ts')]);
});
