// Holds --html: the article of a web page, with its links, by the finder that page and extension have.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { root, run } from '../house.mjs';

const folder = mkdtempSync(join(tmpdir(), 'sourcelight-html-'));
before(() => execFileSync(process.execPath, ['tools/build/run.mjs', 'read-html'], { cwd: root }));
after(() => rmSync(folder, { recursive: true }));

const page = `<!doctype html><title>Ostby closes its old bridge - The Ostby Courier</title>
<link rel="canonical" href="https://courier.example/news/bridge.html">
<header><nav><ul><li><a href="/sport">Sport</a><li><a href="/shop">Subscribe now</a></ul></nav></header>
<main><article><h1>Ostby closes its old bridge</h1>
<p>The council of Ostby closed the old bridge on Tuesday after inspectors found rust in two of its pillars, said Mara Lind, the mayor.</p>
<p>Repairs are expected to take four months, and the ferry that was given up in 1998 is to run again, with <a href="https://ferry.example/times">a boat every half hour</a>, until the bridge is safe.</p>
<p>The bridge carried <a href="/tag/traffic">3,000 cars 🙂 a day</a>, and the shops on the east bank lost a third of their customers within a week.</p>
</article></main><aside class="related"><a href="/win">Win a holiday on the coast</a></aside><footer>All rights reserved</footer>`;

function file(name, content) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test('of a page the article is read, and nothing around it', () => {
  const { out, status } = run(['analyze', '--html', file('bridge.html', page)]);
  assert.equal(status, 0);
  assert.match(out, /Ostby closes its old bridge/);
  assert.match(out, /a third of their customers/);
  assert.doesNotMatch(out, /Subscribe|holiday|rights/);
});

test('a page comes from standard input too, and its title is told where formats tell one', () => {
  const { out } = run(['analyze', '--html', '--format', 'markdown'], page);
  assert.match(out, /Ostby closes its old bridge/);
});

test('links to other sites are sources, those within the site are none', () => {
  const { out } = run(['analyze', '--html', '--format', 'json', file('links.html', page)]);
  const { sources } = JSON.parse(out);
  assert.ok(sources.some(({ name }) => name === 'ferry.example'), out);
  assert.ok(!sources.some(({ name }) => name === 'courier.example'), out);
});

test('lines of --jsonl hold pages, in their order and with their ids', () => {
  const lines = [{ id: 1, html: page, url: 'https://ferry.example/a' }, { id: 'two' }, 'so', { id: 3, html: '<p>It rained.' }];
  const input = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  const { out, status } = run(['analyze', '--html', '--jsonl'], input);
  const [one, two, bad, three] = out.trim().split('\n').map((line) => JSON.parse(line));
  assert.equal(status, 1);
  assert.ok(one.id === 1 && one.claims.length > 3);
  assert.ok(!one.sources.some(({ name }) => name === 'ferry.example'), 'its own site');
  assert.equal(two.error.code, 'no_text');
  assert.equal(bad.error.code, 'bad_json');
  assert.equal(three.id, 3);
});

test('offsets count what --offsets says', () => {
  for (const unit of ['codepoint', 'utf16', 'utf8']) {
    const { out } = run(['analyze', '--html', '--format', 'json', '--offsets', unit, file('unit.html', page)]);
    assert.equal(JSON.parse(out).offsets, unit);
  }
});

test('a page that is not there, or has a strange name, is told or read', () => {
  const { err, status } = run(['analyze', '--html', join(folder, 'none.html')]);
  assert.equal(status, 1);
  assert.match(err, /none\.html: it cannot be read/);
  assert.match(run(['analyze', '--html', file("it's $(here).html", page)]).out, /old bridge/);
});
