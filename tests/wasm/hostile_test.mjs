// Holds the promise that no rule of a house style can slow the engine: patterns that ruin a
// backtracking engine (this one's own RegExp, on some twenty letters) take in both builds of the
// module about what an innocent pattern takes on the same long text. Times are the processor's, and
// compared only with each other.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builds, loadReader } from '../house.mjs';

const hostile = ['(a+)+$', '(a|a)*$', '(a|aa)+$', '(?:a*)*b', '(a+){9}$'];
const innocent = 'z';

/** The least processor milliseconds that `work` takes of `runs`. */
function least(runs, work) {
  let best = Infinity;
  for (let run = 0; run < runs; ++run) {
    const begin = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(begin);
    best = Math.min(best, (user + system) / 1000);
  }
  return Math.max(best, 0.001);
}

test('the patterns ruin a backtracking engine: eight letters more take it tens of times as long', () => {
  const pattern = new RegExp('(a+)+$');
  const time = (letters) => least(3, () => pattern.test(`${'a'.repeat(letters)}!`));
  let letters = 14;
  while (letters < 30 && time(letters) < 1) ++letters;
  const ratio = time(letters + 8) / time(letters);
  console.info(`RegExp: ${letters + 8} letters take ${ratio.toFixed(0)} times as long as ${letters}`);
  assert.ok(ratio > 30, `${ratio}`);
});

for (const build of builds) {
  test(`in build/${build} they take what an innocent pattern takes`, async () => {
    const reader = await loadReader(build);
    const text = `${'a'.repeat(60)}! `.repeat(500) + `\n\n${'a'.repeat(4000)}!`.repeat(10);
    const time = (pattern) => {
      const { code, problems } = reader.setHouseStyle(JSON.stringify({ rules: [{ id: 'x', pattern, message: 'No.' }] }));
      assert.deepEqual([code, problems], ['', []], pattern);
      return least(3, () => assert.equal(reader.analyze(text, [], [], 'en', [], null, '').code, ''));
    };
    time(innocent);
    for (const pattern of hostile) {
      const ratio = time(pattern) / time(innocent);
      console.info(`${pattern}: ${ratio.toFixed(2)} times as long as ${innocent}`);
      assert.ok(ratio < 5, `${pattern}: ${ratio}`);
    }
    reader.delete();
  });
}

test('a hostile pattern that would need much memory is refused, and the rule beside it works', async () => {
  const reader = await loadReader('wasm');
  const rules = ['((a{99}){99}){9}', 'rain'].map((pattern, at) => ({ id: `${at}`, pattern, message: 'No.' }));
  const { code, problems } = reader.setHouseStyle(JSON.stringify({ rules }, null, 1));
  assert.deepEqual([code, problems.map(({ field, line }) => [field, line])], ['', [['rules[0].pattern', 5]]]);
  assert.equal(JSON.parse(reader.analyze('It will rain.').report).findings.length, 1);
  reader.delete();
});
