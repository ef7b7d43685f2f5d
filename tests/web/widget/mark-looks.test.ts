// How marks look: each status has a line of its own, which stands in one file.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { claimStatuses } from '../../../web/engine/report.ts';
import { markRules } from '../../../web/widget/mark-looks.ts';
import { root } from '../support/serve.ts';

test('statuses can be told apart by their lines alone', () => {
  const lines = claimStatuses.map((status) => markRules([status], () => 'a').replace(/ var\(.*/, ''));
  expect(new Set(lines).size).toBe(claimStatuses.length);
});

test('no other file says how a status is underlined', () => {
  const drawn = /underline (solid|dashed|dotted|wavy) [^;]*--sl-/;
  const files = readdirSync(join(root, 'web'), { recursive: true, encoding: 'utf8' });
  const drawing = files.filter((name) => /\.(css|ts)$/.test(name) && drawn.test(readFileSync(join(root, 'web', name), 'utf8')));
  expect(drawing).toEqual([join('widget', 'mark-looks.ts')]);
});
