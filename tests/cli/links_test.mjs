// Holds the "links" of `sourcelight analyze --jsonl`: read in the Report's offsets, or refused with a
// reason.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answers } from '../house.mjs';

const text = 'The 🙂 report says that it rained.';
const target = 'https://a.example/report';
const line = (links) => JSON.stringify({ id: 1, text, links });

test('links that stand in the text are taken', () => {
  for (const links of [[], null, [{ span: [4, 12], target }], [{ span: [0, [...text].length], target }]]) {
    assert.equal(answers([line(links)])[0].error, undefined, JSON.stringify(links));
  }
});

test('the offsets of links count what --offsets says', () => {
  const lengths = { codepoint: [...text].length, utf16: text.length, utf8: Buffer.byteLength(text) };
  for (const [unit, length] of Object.entries(lengths)) {
    const [whole, longer] = answers(
      [length, length + 1].map((end) => line([{ span: [0, end], target }])), '--offsets', unit);
    assert.equal(whole.error, undefined, unit);
    assert.equal(longer.error.code, 'bad_links', unit);
    assert.match(longer.error.message, new RegExp(`whose length is ${length}$`));
  }
});

test('links that are none are a bad line with its id, and say which and why', () => {
  const wrong = [
    ['so', /Line 1 has "links" that are no list/],
    [{ span: [0, 1], target }, /"links" that are no list/],
    [[{ span: [0, 1], target }, 'x'], /a link \(number 2\) that is no \{"span"/],
    [[{ span: [0, 1] }], /that is no/],
    [[{ span: [0, 1], target: 1 }], /that is no/],
    [[{ span: [0], target }], /that is no/],
    [[{ span: [-1, 4], target }], /that is no/],
    [[{ span: [0.5, 4], target }], /that is no/],
    [[{ span: [0, 1], target, within: 'yes' }], /a link \(number 1\) whose "within" is neither true nor false/],
    [[{ span: [4, 4], target }], /whose span \[4, 4\] is empty or not inside/],
    [[{ span: [5, 4], target }], /whose span \[5, 4\]/],
    [[{ span: [0, 999999999999], target }], /whose span \[0, 999999999999\]/],
  ];
  for (const [links, why] of wrong) {
    const [{ id, error }] = answers([line(links)]);
    assert.deepEqual([id, error?.code], [1, 'bad_links'], JSON.stringify(links));
    assert.match(error.message, why);
  }
});

test('a link within the site is no source, and the reason tells of it', () => {
  const claims = (within) => {
    const links = [{ span: [29, 35], target, ...within }];
    return answers([JSON.stringify({ id: 1, text: 'The mill by the old town gate burned down on Monday.', links })])[0].claims;
  };
  assert.deepEqual([{}, { within: false }, { within: true }].map((within) => claims(within)[0].reason.kind),
    ['linked', 'linked', 'linked_within']);
  assert.equal(claims({ within: true })[0].status, 'unsourced');
});
