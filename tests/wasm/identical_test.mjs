// Native code and both builds of the module give the same JSON, byte by byte, with the model and by
// rules alone, on all cases and on awkward texts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { awkwardTexts, builds, caseTexts, loadReader, model, run } from '../house.mjs';

const texts = [...caseTexts(), ...awkwardTexts];
const input = texts.map(([, text]) => `${JSON.stringify({ text })}\n`).join('');

function nativeReports(...options) {
  const { out } = run(['analyze', '--jsonl', '--offsets', 'utf16', ...options], input);
  const reports = out.split('\n').slice(0, -1);
  assert.equal(reports.length, texts.length);
  return reports;
}

const native = { 'with the model': nativeReports('--model', model), 'by rules alone': nativeReports('--rules-only') };

test('the model changes what is read', () => {
  assert.notDeepEqual(native['with the model'], native['by rules alone']);
});

for (const [how, reports] of Object.entries(native)) {
  for (const build of builds) {
    test(`native Reports and those of build/${build} are identical ${how}`, async () => {
      const reader = await loadReader(build, { rulesOnly: how === 'by rules alone' });
      texts.forEach(([name, text], i) => assert.equal(reader.analyze(text).report, reports[i], name));
    });
  }
}
