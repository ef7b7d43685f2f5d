// Holds the formats of `sourcelight analyze --format` from outside; tests/core/report holds what
// stands in each.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { awkwardTexts, run } from '../house.mjs';

const folder = mkdtempSync(join(tmpdir(), 'sourcelight-format-'));
after(() => rmSync(folder, { recursive: true }));

const article = 'Bridge reopens\n\n“We 🙂 reopen in May,” said Mara Lind, the mayor of Ostby.\n\nThe bridge is old.\n';

function file(name, content = article) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const as = (format, ...args) => run(['analyze', '--format', format, ...args], article);

test('each format is written, and ends with a line end', () => {
  const begins = {
    json: /^\{"schema":/,
    'claims-csv': /^article,claim,/,
    'sources-csv': /^article,source,/,
    markdown: /^# Bridge reopens\n/,
    annotation: /^\{"@context":/,
    html: /^<!doctype html>/,
  };
  for (const [format, begin] of Object.entries(begins)) {
    const { status, out } = as(format);
    assert.equal(status, 0, format);
    assert.match(out, begin);
    assert.match(out, /[^\n]\n$/);
  }
});

test('--title and --url are told', () => {
  const names = ['--title', 'A <new> bridge', '--url=https://news.example/bridge'];
  assert.match(as('markdown', ...names).out, /^# A \\<new\\> bridge\n\n<https:\/\/news\.example\/bridge>\n/);
  assert.match(as('html', ...names).out, /<title>A &lt;new&gt; bridge<\/title>/);
  const { label, first } = JSON.parse(as('annotation', ...names).out);
  assert.equal(label, 'A <new> bridge');
  assert.equal(first.items[0].target.source, 'https://news.example/bridge');
});

test('several files make one table, with one row of names and the file in each row', () => {
  const names = [file('b.txt'), file('a.txt')];
  const { status, out } = run(['analyze', '--format', 'claims-csv', '/no/such', ...names]);
  assert.equal(status, 1);
  const rows = out.split('\r\n').slice(0, -1);
  assert.deepEqual(rows.filter((row) => row.startsWith('article,')), [rows[0]]);
  for (const name of names) assert.ok(rows.some((row) => row.startsWith(`${name},1,`)), name);
});

test('several files give one line of JSON-LD each', () => {
  const names = [file('b.txt'), file('a.txt')];
  const lines = run(['analyze', '--format', 'annotation', ...names]).out.trim().split('\n');
  assert.equal(new Set(lines.map((line) => JSON.parse(line).id)).size, 2);
});

test('positions of annotations count code points, whatever --offsets asks for', () => {
  const [codepoint, utf16] = ['codepoint', 'utf16'].map((unit) => as('annotation', '--offsets', unit).out);
  assert.equal(codepoint, utf16);
  const points = [...article];
  for (const { target } of JSON.parse(codepoint).first.items) {
    for (const { selector: [quote, position] } of [target].flat()) {
      assert.equal(points.slice(position.start, position.end).join(''), quote.exact);
    }
  }
});

test('offsets of a table count what --offsets asks for', () => {
  const lastBegin = (unit) => Number(as('claims-csv', '--offsets', unit).out.trim().split('\r\n').at(-1).split(',')[2]);
  assert.equal(lastBegin('codepoint'), [...article].join('').length - 'The bridge is old.\n'.length - 1);
  assert.equal(lastBegin('utf16'), article.indexOf('The bridge'));
});

test('every awkward text comes out in every format', () => {
  for (const [name, text] of awkwardTexts) {
    for (const format of ['claims-csv', 'sources-csv', 'markdown', 'annotation', 'html']) {
      const { status, out } = run(['analyze', '--format', format], text);
      assert.equal(status, 0, `${name} as ${format}`);
      if (format === 'annotation') JSON.parse(out);
    }
  }
});
