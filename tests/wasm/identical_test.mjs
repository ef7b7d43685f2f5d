// Native and WebAssembly give the same JSON, byte by byte, on all cases and on awkward texts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { awkwardTexts, caseTexts, loadModule, run } from '../house.mjs';

test('native and WebAssembly Reports are identical', async () => {
  const texts = [...caseTexts(), ...awkwardTexts];
  const input = texts.map(([, text]) => `${JSON.stringify({ text })}\n`).join('');
  const native = run(['analyze', '--jsonl', '--offsets', 'utf16'], input).out.split('\n');
  assert.equal(native.length, texts.length + 1);
  const module = await loadModule();
  texts.forEach(([name, text], i) => assert.equal(module.analyze(text).report, native[i], name));
});
