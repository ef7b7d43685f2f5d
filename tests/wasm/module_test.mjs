// Holds wasm/bindings.cpp: strings of any kind go in whole, Reports or reasons come out, and the
// module keeps to what the page's Content-Security-Policy allows.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { awkwardTexts, loadModule, moduleFile } from '../house.mjs';

const module = await loadModule();
const report = (text) => JSON.parse(module.analyze(text).report);

test('a string gives a Report with offsets in UTF-16 units', () => {
  const text = '🙂 “We reopen in May,” said Mara Lind.';
  const { schema, offsets, length, attributions } = report(text);
  assert.deepEqual([schema, offsets, length], ['sourcelight.report/1', 'utf16', text.length]);
  assert.deepEqual(attributions[0].cue.map(([begin, end]) => text.slice(begin, end)), ['said']);
});

test('a Report comes without code and message', () => {
  const { code, message } = module.analyze('It rained.');
  assert.deepEqual([code, message], ['', '']);
});

test('NUL, lone surrogates and anything else count as they do in JavaScript', () => {
  for (const [name, text] of awkwardTexts) assert.equal(report(text).length, text.length, name);
});

test('a text that is too long gives a reason, and the next text a Report', () => {
  const { report: json, code, message } = module.analyze('a'.repeat(2 ** 24 + 1));
  assert.deepEqual([json, code], ['', 'text_too_long']);
  assert.match(message, /16777217 UTF-16 units; at most 16777216/);
  assert.equal(report('It rained.').length, 10);
});

test('memory does not grow from text to text', () => {
  const text = 'Mara Lind said on Monday that the bridge would reopen. '.repeat(2000);
  module.analyze(text);
  const before = process.memoryUsage().arrayBuffers;
  for (let i = 0; i < 20; ++i) module.analyze(text);
  assert.ok(process.memoryUsage().arrayBuffers <= before + 2 ** 20);
});

test('the loader needs no eval', () => {
  const loader = moduleFile('sourcelight.js').toString();
  assert.doesNotMatch(loader, /\beval\(|new Function\b|\bFunction\(/);
});
