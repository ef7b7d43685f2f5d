// Holds `sourcelight analyze --jsonl` from outside: a line in, a line out, whatever the line.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { answers, command, run } from '../house.mjs';

const line = (id, text) => JSON.stringify({ id, text });

test('each line of {"id", "text"} gives one Report, in order', () => {
  const reports = answers([line('b', 'Mara Lind said it rained.'), line('a', 'It rained.')]);
  assert.deepEqual(reports.map(({ id, schema }) => [id, schema]), [
    ['b', 'sourcelight.report/1'],
    ['a', 'sourcelight.report/1'],
  ]);
});

test('an id may be any JSON value and comes back as it was', () => {
  const ids = [0, -1, 2.5, 12345678901234567000, '', 'é\u0000🙂', null, true, [1, [2]], { b: 1, a: {} }];
  assert.deepEqual(answers(ids.map((id) => line(id, 'So.'))).map(({ id }) => id), ids);
  assert.match(run(['analyze', '--jsonl'], '{"id": {"b": 1, "a": 2.0}, "text": ""}').out, /^\{"id":\{"b":1,"a":2\.0\},/);
});

test('a line without an id gives a Report without one', () => {
  assert.ok(!('id' in answers(['{"text": "It rained."}'])[0]));
});

test('a bad line gives an error in its place, the rest goes on, and the exit status is 1', () => {
  const lines = ['{"id": 1}', line(2, 'So.'), '{"id": 3, "text": 4}', 'nonsense', '[]', '"text"',
    '{"id": 7, "text": "a', line(8, 'So.'), '{"id": 1e999, "text": "a"}'];
  const { status, out, err } = run(['analyze', '--jsonl'], lines.join('\n'));
  const found = out.trim().split('\n').map((answer) => JSON.parse(answer));
  assert.deepEqual(
    found.map(({ id, error }) => [id, error?.code]),
    [[1, 'no_text'], [2, undefined], [3, 'no_text'], [null, 'bad_json'], [null, 'no_text'],
      [null, 'no_text'], [null, 'bad_json'], [8, undefined], [null, 'bad_json']],
  );
  found.forEach(({ error }, i) => {
    if (error) assert.match(error.message, new RegExp(`^Line ${i + 1} `));
  });
  assert.equal(status, 1);
  assert.match(err, /7 lines could not be analysed/);
});

test('bytes that are no UTF-8 are a bad line', () => {
  const { status, out } = run(['analyze', '--jsonl'], Buffer.from('{"id":1,"text":"caf\xe9"}\n', 'latin1'));
  assert.equal(JSON.parse(out).error.code, 'bad_json');
  assert.equal(status, 1);
});

test('JSON nested without end is a bad line, not a crash', () => {
  for (const bracket of ['[', '{"id":']) {
    const { status, out } = run(['analyze', '--jsonl'], `${bracket.repeat(300000)}\n${line(1, 'So.')}\n`);
    assert.equal(status, 1);
    assert.deepEqual(out.trim().split('\n').map((answer) => JSON.parse(answer).error?.code), ['bad_json', undefined]);
  }
  const closed = `{"id": ${'['.repeat(100)}${']'.repeat(100)}, "text": ""}`;
  assert.match(answers([closed])[0].error.message, /Line 1 is nested deeper than 64 levels/);
});

test('a text that is too long is a bad line with its id', () => {
  const [long, short] = answers([line('long', 'a'.repeat(2 ** 24 + 1)), line('short', 'a')]);
  assert.deepEqual([long.id, long.error.code], ['long', 'text_too_long']);
  assert.equal(short.id, 'short');
});

test('empty lines are skipped, yet counted', () => {
  const found = answers(['', line(1, 'So.'), ' \t\r', 'x']);
  assert.equal(found.length, 2);
  assert.match(found[1].error.message, /^Line 4 /);
});

test('line ends may be CRLF, and the last may be missing', () => {
  const { out, status } = run(['analyze', '--jsonl'], `${line(1, 'So.')}\r\n${line(2, 'So.')}`);
  assert.equal(out.trim().split('\n').length, 2);
  assert.equal(status, 0);
});

test('a byte order mark before the first line is no error', () => {
  assert.equal(answers([`\ufeff${line(1, 'So.')}`])[0].id, 1);
});

test('no line at all gives no answer and is no error', () => {
  assert.deepEqual(run(['analyze', '--jsonl'], ''), { status: 0, out: '', err: '' });
});

test('lone surrogates and NUL in a text are read, and shift no offset', () => {
  const text = 'A\ud83d said\0 \ude00 \\ud83d “🙂”.';
  const lengths = ['utf16', 'codepoint'].map((unit) => answers([line(1, text)], '--offsets', unit)[0].length);
  assert.deepEqual(lengths, [text.length, [...text].length]);
});

test('an answer comes before the next line is sent', async () => {
  const child = spawn(command, ['analyze', '--jsonl']);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  for (const id of [1, 2, 3]) {
    child.stdin.write(`${line(id, 'It rained.')}\n`);
    assert.equal(JSON.parse((await lines.next()).value).id, id);
  }
  child.stdin.end();
  assert.deepEqual(await once(child, 'exit'), [0, null]);
});
