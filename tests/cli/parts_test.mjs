// Holds the "parts" of `sourcelight analyze --jsonl`: read in the Report's offsets, or refused with a
// reason.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answers } from '../house.mjs';

const text = 'The 🙂 bridge is closed.\n\nIt will open in May, the mayor said.';
const line = (parts) => JSON.stringify({ id: 1, text, parts });
const kindsOf = ({ paragraphs }) => paragraphs.map(({ kind }) => kind);

test('a paragraph is what its part says', () => {
  const kinds = { headline: 'headline', heading: 'headline', standfirst: 'standfirst', byline: 'byline', time: 'byline',
    caption: 'caption', item: 'item', body: 'body' };
  const said = answers(Object.keys(kinds).map((kind) => line([{ span: [0, 23], kind }])));
  assert.deepEqual(said.map((report) => kindsOf(report)), Object.values(kinds).map((kind) => [kind, 'body']));
  for (const none of [[], null, undefined]) assert.deepEqual(kindsOf(answers([line(none)])[0]), ['body', 'body']);
});

test('the offsets of parts count what --offsets says', () => {
  const lengths = { codepoint: [...text].length, utf16: text.length, utf8: Buffer.byteLength(text) };
  for (const [unit, length] of Object.entries(lengths)) {
    const [last, longer] = answers(
      [length, length + 1].map((end) => line([{ span: [length - 36, end], kind: 'item' }])), '--offsets', unit);
    assert.deepEqual(kindsOf(last), ['body', 'item'], unit);
    assert.equal(longer.error.code, 'bad_parts', unit);
    assert.match(longer.error.message, new RegExp(`whose length is ${length}$`));
  }
});

test('parts that are none are a bad line with its id, and say which and why', () => {
  const kind = 'item';
  const wrong = [
    ['so', /Line 1 has "parts" that are no list/],
    [[{ span: [0, 3], kind }, 7], /a part \(number 2\) that is no/],
    [[{ span: [0, 3] }], /that is no \{"span": \[begin, end\], "kind": "caption"\}/],
    [[{ span: [0, 3], kind: 4 }], /that is no/],
    [[{ kind }], /that is no/],
    [[{ span: [-1, 3], kind }], /that is no/],
    [[{ span: [0, 3], kind: 'footnote' }], /a part \(number 1\) whose "kind" is none of those/],
    [[{ span: [3, 3], kind }], /whose span \[3, 3\] is empty or not inside/],
  ];
  for (const [parts, why] of wrong) {
    const [{ id, error }] = answers([line(parts)]);
    assert.deepEqual([id, error.code], [1, 'bad_parts'], JSON.stringify(parts));
    assert.match(error.message, why);
  }
});
