// Holds wasm/bindings.cpp in both of its builds: strings of any kind go in whole, Reports or reasons
// come out, and the module keeps to what the page's Content-Security-Policy allows.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, test } from 'node:test';
import { awkwardTexts, builds, loadReader, modelFile, moduleFile } from '../house.mjs';

for (const build of builds) {
  describe(`build/${build}`, async () => {
    const reader = await loadReader(build);
    const report = (text, by = reader) => JSON.parse(by.analyze(text).report);

    test('a string gives a Report with offsets in UTF-16 units', () => {
      const text = '🙂 “We reopen in May,” said Mara Lind.';
      const { schema, offsets, length, attributions } = report(text);
      assert.deepEqual([schema, offsets, length], ['sourcelight.report/1', 'utf16', text.length]);
      assert.deepEqual(attributions[0].cue.map(([begin, end]) => text.slice(begin, end)), ['said']);
    });

    test('a Report comes without code and message', () => {
      const { code, message } = reader.analyze('It rained.');
      assert.deepEqual([code, message], ['', '']);
    });

    test('NUL, lone surrogates and anything else count as they do in JavaScript', () => {
      for (const [name, text] of awkwardTexts) assert.equal(report(text).length, text.length, name);
    });

    test('parts go in with the text', () => {
      const text = 'It rained.\n\nIt snowed.';
      const kindsOf = (...parts) =>
        JSON.parse(reader.analyze(text, [], [], 'auto', parts, null, '').report).paragraphs.map(({ kind }) => kind);
      assert.deepEqual(kindsOf(), ['body', 'body']);
      assert.deepEqual(kindsOf({ span: [0, 10], kind: 'standfirst' }, { span: [12, 22], kind: 'of none' }), ['standfirst', 'body']);
    });

    test('links go in with the text', () => {
      const text = 'The mill by the old town gate burned down on Monday.';
      const reasonOf = (within) => {
        const links = [{ span: [4, 8], target: 'https://a.example/é🙂', within }];
        return JSON.parse(reader.analyze(text, links, [], 'auto', [], null, '').report).claims[0].reason.kind;
      };
      assert.deepEqual([false, true].map(reasonOf), ['linked', 'linked_within']);
      assert.equal(reader.analyze('It rained.', [], [], 'auto', [], null, '').report, reader.analyze('It rained.').report);
    });

    test('weights go in by name, the default ones come out, a wrong one gives a reason', () => {
      const text = 'The bridge was closed on Monday.';
      const priority = (...weights) => JSON.parse(reader.analyze(text, [], weights, 'auto', [], null, '').report).claims[0].priority;
      assert.equal(priority({ name: 'unsourced', weight: 1 }), 1);
      assert.equal(priority(...reader.weights()), report(text).claims[0].priority);
      const { code, message } = reader.analyze('It rained.', [], [{ name: 'a"b', weight: 0 }], 'auto', [], null, '');
      assert.equal(code, 'bad_weights');
      assert.match(message, /a"b/);
    });

    test('the day of the article goes in with the text, one that is none gives a reason', () => {
      const analyze = (date) => reader.analyze('The port closed yesterday.', [], [], 'auto', [], null, date);
      const told = (date) => JSON.parse(analyze(date).report).claims[0].standalone.text;
      assert.equal(told(''), 'The port closed yesterday.');
      assert.equal(told('2026-03-05'), 'The port closed yesterday [4 March 2026].');
      assert.deepEqual([analyze('5 March').code, analyze('5 March').report], ['bad_date', '']);
    });

    test('progress grows and ends at one', () => {
      const shares = [];
      const text = 'The mayor said that it rained.\n\n'.repeat(20);
      const { report } = reader.analyze(text, [], [], 'auto', [], (share) => shares.push(share), '');
      assert.equal(report, reader.analyze(text).report);
      assert.ok(shares.length > 10 && shares.every((share, at) => share > (shares[at - 1] ?? 0)), `${shares}`);
      assert.equal(shares.at(-1), 1);
    });

    test('a text that changes has the Report that a fresh reader gives', async () => {
      const first = 'The mayor said on Monday that it rained.\n\n“It snowed,” said Mara Lind.';
      for (const text of [first, first.replace('rained', 'hailed'), `It is cold.\n\n${first}`]) {
        assert.equal(reader.analyze(text).report, (await loadReader(build)).analyze(text).report);
      }
    });

    test('the text analysed last is rendered, under the names given', () => {
      reader.analyze('It snowed.');
      reader.analyze('The bridge \ud83d closed on Monday after a storm.');
      const names = { title: 'É 🙂', url: 'https://a.example/' };
      const { report, code, message } = reader.render('markdown', names);
      assert.deepEqual([code, message], ['', '']);
      assert.match(report, /^# É 🙂\n\n<https:\/\/a\.example\/>\n/);
      assert.match(report, /The bridge \ufffd closed on Monday after a storm\./);
      reader.analyze('a'.repeat(2 ** 24 + 1));
      assert.equal(reader.render('markdown', names).report, report);
    });

    test('a Report that is given is rendered in the place of the one analysed last', () => {
      const text = '🙂 “We reopen in May,” said Mara Lind.';
      const names = { title: 'É', url: '' };
      const given = reader.analyze(text).report;
      const markdown = reader.render('markdown', names).report;
      reader.analyze('The bridge closed on Monday after a storm.');
      assert.deepEqual(reader.renderReport(given, text, 'markdown', names), { report: markdown, code: '', message: '' });
      const renamed = given.replaceAll('"Mara Lind"', '"Ida \\ud83d Berg"');
      assert.match(reader.renderReport(renamed, text, 'markdown', names).report, /Source: Ida \ufffd Berg/);
      assert.equal(reader.renderReport(given, text, 'xml', names).code, 'unknown_format');
      assert.equal(reader.renderReport(given, `${text} `, 'markdown', names).code, 'other_text');
      assert.match(reader.renderReport(given.replace('[3,', '[1,'), text, 'html', names).message, /\]: It begins or ends inside a character/);
      assert.equal(reader.renderReport(given.slice(0, -1), text, 'html', names).code, 'bad_report');
      assert.match(reader.render('markdown', names).report, /The bridge closed on Monday/);
    });

    test('an unknown format gives a reason', () => {
      const { report, code, message } = reader.render('xml', { title: '', url: '' });
      assert.deepEqual([report, code], ['', 'unknown_format']);
      assert.match(message, /no format "xml"/);
    });

    test('a text that is too long gives a reason, and the next text a Report', () => {
      const { report: json, code, message } = reader.analyze('a'.repeat(2 ** 24 + 1));
      assert.deepEqual([json, code], ['', 'text_too_long']);
      assert.match(message, /16777217 UTF-16 units; at most 16777216/);
      assert.equal(report('It rained.').length, 10);
    });

    test('a model that was cut is refused with a reason, and the reader reads as it did', async () => {
      const text = 'Critics said that it rained.';
      const before = reader.analyze(text).report;
      const { code, message } = reader.loadModel(modelFile().subarray(0, 1000));
      assert.equal(code, 'bad_model');
      assert.match(message, /cut: it has 1000 bytes/);
      assert.equal(reader.analyze(text).report, before);
    });

    test('a reader without a model says so', async () => {
      const empty = new reader.constructor();
      assert.deepEqual([empty.analyze('It rained.').code, empty.setHouseStyle('{}').code], ['bad_model', 'bad_model']);
      empty.delete();
    });

    test('a house style that is in use tells what in it makes no sense', async () => {
      const reader = await loadReader(build);
      const text = 'The council kvetches that it rained.';
      const style = '{"verbs": ["kvetch"],\n"colour": 1}';
      const { code, problems } = reader.setHouseStyle(style);
      assert.deepEqual([code, problems.map(({ field, line }) => [field, line])], ['', [['colour', 2]]]);
      assert.equal(report(text, reader).attributions.length, 1);
    });

    test('a house style that is no JSON is refused with a reason, and the reader reads as it did', async () => {
      const reader = await loadReader(build);
      const before = reader.analyze('It rained.').report;
      const { code, message, problems } = reader.setHouseStyle('{"rules": ');
      assert.deepEqual([code, problems], ['bad_house_style', []]);
      assert.match(message, /line 1, column 11/);
      assert.equal(reader.analyze('It rained.').report, before);
    });

    test('memory does not grow from text to text', () => {
      const text = 'Mara Lind said on Monday that the bridge would reopen. '.repeat(200);
      reader.analyze(text);
      const before = process.memoryUsage().arrayBuffers;
      for (let i = 0; i < 5; ++i) reader.analyze(text);
      assert.ok(process.memoryUsage().arrayBuffers <= before + 2 ** 20);
    });
  });
}

test('both builds have the same loader, so that the page ships one', () => {
  const [loader, other] = builds.map((build) => moduleFile(build, 'sourcelight.js'));
  assert.ok(loader.equals(other));
});

test('build/wasm is for machines with SIMD, build/wasm/scalar for those without', {
  skip: process.arch !== 'x64' && 'no way to switch SIMD off here',
}, () => {
  const files = builds.map((build) => JSON.stringify([...moduleFile(build, 'sourcelight.wasm')]));
  const code = `console.log([${files}].map((bytes) => WebAssembly.validate(new Uint8Array(bytes))).join())`;
  const valid = (...flags) => execFileSync(process.execPath, [...flags, '-'], { input: code }).toString().trim();
  assert.equal(valid(), 'true,true');
  assert.equal(valid('--no-enable-sse4-1'), 'false,true');
});

test('the loader needs no eval', () => {
  const loader = moduleFile('wasm', 'sourcelight.js').toString();
  assert.doesNotMatch(loader, /\beval\(|new Function\b|\bFunction\(/);
});
