// `./dev eval-checked` on an invented archive: what it prints, and that it can tell good from bad.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../support/serve.ts';
import { madeChecks } from './archive-made.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'checked-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const checks = madeChecks(200);
const claims = checks.map(({ claim }, at) => ({ id: `c${at}`, title: '', claim }));

function measured(queries: readonly { query: string; claims: string[] }[], sentences = ''): string[] {
  const path = join(folder, 'archive.json.gz');
  writeFileSync(path, gzipSync(JSON.stringify({ claims, queries })));
  const more = join(folder, 'sentences.txt');
  writeFileSync(more, sentences);
  const args = ['tools/checked/run.mjs', 'measure', path, ...(sentences ? [more] : [])];
  return execFileSync('node', args, { cwd: root, encoding: 'utf8' }).trimEnd().split('\n');
}

test('the last line has the figures', () => {
  const lines = measured(claims.slice(0, 5).map(({ id, claim }) => ({ query: claim, claims: [id] })), 'It rained in the north.\nHe denied it.\n');
  expect(lines.at(-1)).toBe('MRR 1.00, among the first five 100.0 %');
  expect(lines.join('\n')).toMatch(/2 sentences that nobody checked: 0\.0 % have a fact-check shown \(0\)/);
});

test('posts that repeat another claim, or none, are counted as missed', () => {
  const query = (claim: string, id: string) => ({ query: claim, claims: [id] });
  const lines = measured([query(claims[0]?.claim ?? '', 'c0'), query(claims[1]?.claim ?? '', 'c150'), query('zzz', 'c2'), query('zzz', 'c3')]);
  expect(lines.at(-1)).toMatch(/^MRR 0\.[23]\d, among the first five 25\.0 %$/);
});
