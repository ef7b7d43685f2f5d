// Native code and both builds of the module give the same JSON, byte by byte, on all cases and on
// awkward texts; and the same of every other format.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { awkwardTexts, builds, carefulModel, caseTexts, loadReader, model, run } from '../house.mjs';

const texts = [...caseTexts(), ...awkwardTexts];
const input = texts.map(([, text]) => `${JSON.stringify({ text })}\n`).join('');

const { out } = run(['analyze', '--jsonl', '--offsets', 'utf16', '--model', model], input);
const native = out.split('\n').slice(0, -1);

for (const build of builds) {
  test(`native Reports and those of build/${build} are identical`, async () => {
    assert.equal(native.length, texts.length);
    const reader = await loadReader(build);
    texts.forEach(([name, text], i) => assert.equal(reader.analyze(text).report, native[i], name));
  });
}

// A few: the larger weights take long without SIMD.
const few = ['attribution', 'claims', 'sources'].map((folder) => caseTexts().find(([name]) => name.startsWith(folder)));
for (const build of builds) {
  test(`native Reports and those of build/${build} are identical by the larger weights too`, async () => {
    const reader = await loadReader(build, carefulModel);
    for (const [name, text] of few) {
      const [ours] = run(['analyze', '--jsonl', '--offsets', 'utf16', '--careful'], `${JSON.stringify({ text })}\n`).out.split('\n');
      assert.equal(reader.analyze(text).report, ours, name);
    }
  });
}

// What the command can be given: valid UTF-8. One case of each folder, and all awkward texts.
const folders = new Map(caseTexts().map(([name, text]) => [name.split('/')[0], text]));
const rendered = [...folders, ...awkwardTexts].filter(([, text]) => Buffer.from(text).toString() === text);
const names = { title: 'A “title”', url: 'https://news.example/' };

for (const format of ['json', 'claims-csv', 'sources-csv', 'markdown', 'annotation', 'html']) {
  const args = ['analyze', '--offsets=utf16', '--title', names.title, '--url', names.url, '--format', format];
  const outputs = rendered.map(([, text]) => run([...args, '--model', model], text).out);
  for (const build of builds) {
    test(`native ${format} and that of build/${build} are identical`, async () => {
      assert.ok(rendered.length > 15);
      const reader = await loadReader(build);
      rendered.forEach(([name, text], i) => {
        reader.analyze(text);
        const { report, message } = reader.render(format, names);
        assert.equal(message, '', name);
        assert.equal(report.endsWith('\n') ? report : `${report}\n`, outputs[i], name);
      });
    });
  }
}
