// Holds the day of an article: --date, "date" of a line of --jsonl, and what a web page says of itself.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { before, test } from 'node:test';
import { answers, root, run } from '../house.mjs';

before(() => execFileSync(process.execPath, ['tools/build/run.mjs', 'read-html'], { cwd: root }));

const text = 'The port closed yesterday.';
const dated = 'The port closed yesterday [4 March 2026].';
const line = (date) => JSON.stringify({ id: 1, text, date });
const told = ({ claims }) => claims[0].standalone.text;
const rendered = (words, input) => JSON.parse(run(['analyze', '--format', 'json', '--language', 'en', ...words], input).out);

test('a claim that stands alone says which day is meant, by --date or by the line, whose own comes first', () => {
  assert.equal(told(rendered([], text)), text);
  assert.equal(told(rendered(['--date', '2026-03-05'], text)), dated);
  assert.deepEqual(answers([line('2026-03-05'), line(null), line('2026-03-05T08:00:00Z')]).map(told), [dated, text, dated]);
  assert.deepEqual(answers([line('2026-03-05'), line()], '--date', '2026-03-06').map(told), [dated, 'The port closed yesterday [5 March 2026].']);
});

test('a web page says when it was published', () => {
  const page = (head) => `<!doctype html>${head}<article><h1>Port closes in Ostby</h1><p>The port of Ostby closed yesterday, and forty
    boats lay at the quay, which the harbour master had to have watched by the police through the night.</p></article>`;
  const all = (head, ...words) => JSON.stringify(rendered(['--html', ...words], page(head)).claims);
  const head = '<meta property="article:published_time" content="2026-03-05T08:00:00Z">';
  assert.match(all(head), /closed yesterday \[4 March 2026\]/);
  assert.match(all(head, '--date', '2026-03-07'), /closed yesterday \[6 March 2026\]/);
  assert.doesNotMatch(all(''), /yesterday \[/);
});

test('what is no date is refused with the reason', () => {
  const { status, err } = run(['analyze', '--date', '5 March'], text);
  assert.equal(status, 1);
  assert.match(err, /"5 March" is no date; write it as 2026-03-05/);
  assert.deepEqual(answers([line('5 March'), line(5)]).map(({ id, error }) => [id, error.code]), [[1, 'bad_date'], [1, 'bad_date']]);
});
