// Holds tools/cli from outside: options, files, exit status, text for people.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { awkwardTexts, carefulModel, command, run } from '../house.mjs';

const folder = mkdtempSync(join(tmpdir(), 'sourcelight-cli-'));
after(() => rmSync(folder, { recursive: true }));

const article = '“We reopen in May,” said Mara Lind, the mayor of Ostby.\n\nThe bridge is 🙂 old.\n';

function file(name, content = article) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test('--help and --version answer and succeed', () => {
  assert.match(run(['--help']).out, /^usage: sourcelight analyze/);
  assert.match(run(['analyze', '--help']).out, /--jsonl/);
  assert.match(run(['--version']).out, /^sourcelight \d+\.\d+\.\d+\n$/);
  assert.equal(run(['--help']).status, 0);
});

test('a text in another language is refused in one sentence, unless it is to be read as English', () => {
  const german = 'Der Stadtrat teilte am Montag mit, dass die Brücke bis zum Frühjahr gesperrt bleibt. ' +
    'Die Anwohner warten seit zwei Jahren und sind nicht froh, wie die Bürgermeisterin sagte.\n';
  const sentence = 'This text does not seem to be in English, the one language that Sourcelight reads so far.';
  const path = file('german.txt', german);
  for (const options of [[], ['--language', 'auto'], ['--format=json']]) {
    const { status, out, err } = run(['analyze', ...options, path]);
    assert.deepEqual([status, out, err], [1, '', `sourcelight: ${path}: ${sentence}\n`]);
  }
  assert.equal(run(['analyze', '--language=en', path]).status, 0);
  const { status, out } = run(['analyze', '--jsonl'], JSON.stringify({ id: 7, text: german }));
  const { id, error } = JSON.parse(out);
  assert.deepEqual([status, id, error.code], [1, 7, 'unsupported_language']);
  assert.ok(error.message.includes(sentence), error.message);
});

test('a wrong command line has exit status 2, says why and shows the usage', () => {
  const wrong = [
    [[], /no command/],
    [['analyse'], /unknown command analyse/],
    [['analyze', '--jason'], /unknown option --jason/],
    [['analyze', '-x'], /unknown option -x/],
    [['analyze', '--format', 'xml'], /--format takes one of text, json, claims-csv, sources-csv, markdown, annotation, html, not "xml"/],
    [['analyze', '--format'], /--format takes one of/],
    [['analyze', '--language=fi'], /--language takes one of auto, en, not "fi"/],
    [['analyze', '--offsets=bytes'], /--offsets takes one of utf16, utf8, codepoint/],
    [['analyze', '--jsonl', '--format', 'text'], /--jsonl writes JSON/],
    [['analyze', '--jsonl', '--format=html'], /--jsonl writes JSON, not --format html/],
    [['analyze', '--format=html', 'a', 'b'], /--format html makes a page of one FILE/],
    [['analyze', '--format=csv'], /--format takes one of/],
    [['analyze', '--title', 'T', 'a', 'b'], /--title and --url are of one article/],
    [['analyze', '--jsonl', '--url=https://a.example/'], /--title and --url are of one article/],
    [['analyze', '--url'], /--url takes the address of the article/],
    [['--jsonl'], /no command/],
    [['analyze', '--model'], /--model takes a file/],
  ];
  for (const [args, why] of wrong) {
    const { status, out, err } = run(args);
    assert.equal(status, 2, args.join(' '));
    assert.equal(out, '');
    assert.match(err, why);
    assert.match(err, /usage: sourcelight/);
  }
});

test('standard input is read without a file, and where a file is called -', () => {
  const expected = run(['analyze', '--format', 'json'], article).out;
  assert.equal(JSON.parse(expected).length, [...article].length);
  assert.equal(run(['analyze', '--format=json', '-'], article).out, expected);
});

test('a Report of a file has its name as id; one of standard input has none', () => {
  const path = file('one.txt');
  assert.equal(JSON.parse(run(['analyze', '--format', 'json', path]).out).id, path);
  assert.ok(!('id' in JSON.parse(run(['analyze', '--format', 'json'], article).out)));
});

test('several files give one Report a line, in their order', () => {
  const names = [file('b.txt'), file('a.txt', 'Nobody was hurt.'), file('c.txt')];
  const { status, out } = run(['analyze', '--format', 'json', ...names]);
  const ids = out.trim().split('\n').map((line) => JSON.parse(line).id);
  assert.deepEqual(ids, names);
  assert.equal(status, 0);
});

test('offsets count code points unless UTF-16 units or bytes are asked for', () => {
  const report = (...args) => JSON.parse(run(['analyze', '--format=json', ...args], article).out);
  assert.deepEqual([report().offsets, report().length], ['codepoint', [...article].length]);
  assert.equal(report('--offsets', 'utf16').length, article.length);
  assert.equal(report('--offsets', 'utf8').length, Buffer.byteLength(article));
});

test('a file that cannot be read is named, the others are read, the exit status is 1', () => {
  const good = file('good.txt');
  const { status, out, err } = run(['analyze', '--format=json', '/no/such', folder, good]);
  assert.equal(status, 1);
  assert.equal(JSON.parse(out).id, good);
  assert.match(err, /\/no\/such: No such file or directory\. Give the name of a readable/);
  assert.ok(err.includes(`${folder}: Is a directory`), err);
});

test('a text that is too long is refused with a reason', () => {
  const { status, out, err } = run(['analyze'], Buffer.alloc(2 ** 24 + 1, 'a'));
  assert.equal(status, 1);
  assert.equal(out, '');
  assert.match(err, /standard input: longer than 16777216 bytes\. Analyse it in parts\./);
});

test('an output that cannot be written is an error', { skip: !existsSync('/dev/full') }, () => {
  for (const format of ['text', 'json']) {
    const shell = ['-c', `"$0" analyze --format ${format} >/dev/full`, command];
    const { status, stderr } = spawnSync('sh', shell, { input: article });
    assert.equal(status, 1);
    assert.match(stderr.toString(), /the output could not be written/);
  }
});

test('after -- everything is a file', () => {
  assert.match(run(['analyze', '--', '--jsonl']).err, /--jsonl: No such file/);
});

test('text: every claim is followed by its status, and the sources stand in a table', () => {
  const { out, status } = run(['analyze'], article);
  assert.equal(status, 0);
  assert.match(out, /\[named: Mara Lind\]/);
  assert.match(out, /The bridge is 🙂 old\. \[unsourced\]/);
  assert.match(out, /^Source +Kind +Title +Statements +Words$/m);
  assert.match(out, /^Mara Lind +named_person +.*mayor.* +1 +\d+$/m);
  assert.match(out, /^Claims: 1 named, 0 unnamed, 0 hidden, 1 unsourced, 0 none$/m);
});

test('text: several files have their names above them', () => {
  const names = [file('b.txt'), file('a.txt')];
  const { out } = run(['analyze', ...names]);
  assert.deepEqual(out.match(/^== .* ==$/gm), names.map((name) => `== ${name} ==`));
});

test('text: no escape sequence reaches what is not a terminal', () => {
  assert.ok(!run(['analyze'], article).out.includes('\x1b'));
  assert.ok(run(['analyze', '--color', 'always'], article).out.includes('\x1b[32m'));
  assert.ok(!run(['analyze', '--color=never'], article).out.includes('\x1b'));
});

test('text: an article cannot send escape sequences to the terminal', () => {
  const { out } = run(['analyze'], 'He said \x1b]0;owned\x07 it rained.\x9b31m');
  assert.doesNotMatch(out, /[\x00-\x08\x0b-\x1f\x7f-\x9f]/);
});

test('text: without the marks, the article stands there as it came', () => {
  // Control characters and what is no UTF-8 are not passed on.
  const plain = awkwardTexts.filter(([, text]) => !/[\0\r\p{Surrogate}]/u.test(text));
  assert.ok(plain.length > 5);
  for (const [name, text] of plain) {
    const { out, status } = run(['analyze', '--color=never'], text);
    assert.equal(status, 0, name);
    const bare = out.replaceAll(/ \[(named|unnamed|hidden|unsourced)[^\]]*\]/g, '');
    assert.ok(bare.startsWith(text), name);
  }
});

test('text: an article without sources says so', () => {
  assert.match(run(['analyze'], '').out, /No sources found\./);
});

test('a model that cannot be opened or read is named, with what to do', () => {
  const missing = run(['analyze', '--model', join(folder, 'no.slm')], article);
  assert.equal(missing.status, 1);
  assert.match(missing.err, /no\.slm: this model cannot be opened\. .*--model/);
  const broken = run(['analyze', `--model=${file('broken.slm', 'SLMODEL')}`], article);
  assert.equal(broken.status, 1);
  assert.match(broken.err, /broken\.slm: The model is shorter than its header\. .*--model/);
});

test('--careful reads by the larger weights, wherever the command is run', () => {
  const line = `${JSON.stringify({ text: 'It will rain, Mara Lind said. The old bridge was built in 1890.' })}\n`;
  const careful = run(['analyze', '--jsonl', '--careful'], line);
  assert.equal(careful.status, 0, careful.err);
  assert.equal(careful.out, run(['analyze', '--jsonl', '--model', carefulModel], line).out);
  assert.notEqual(careful.out, run(['analyze', '--jsonl'], line).out);
  assert.deepEqual(JSON.parse(careful.out).claims.map(({ status }) => status), ['named', 'unsourced']);
});

test('features gives what the labeller sees: a row of numbers a token', () => {
  const line = run(['features'], '{"id": 7, "text": "It rains."}\n').out;
  const { id, paragraphs } = JSON.parse(line);
  assert.equal(id, 7);
  assert.deepEqual(paragraphs[0].map(([begin, end]) => [begin, end]), [[0, 2], [3, 8], [8, 9]]);
  assert.ok(paragraphs[0].every((row) => row.length === 10 && row.every(Number.isInteger)));
});

const rain = { id: 'rain', pattern: 'rained', message: 'Say how much.' };

test('--weight sets how much something counts in a priority', () => {
  const priority = (...args) =>
    JSON.parse(run(['analyze', '--format', 'json', ...args], 'The bridge was closed.').out).claims[0].priority;
  assert.ok(priority() > 0);
  assert.equal(priority('--weight', 'unsourced=0', '--weight=check_worthy=0'), 0);
  assert.equal(priority('--weight=unsourced=1'), 1);
});

test('--weight of no known name is an error that tells the name, one without a number a usage error', () => {
  const { err, status } = run(['analyze', '--weight', 'nmber=1'], 'It rained.');
  assert.match(err, /There is no weight "nmber"/);
  assert.equal(status, 1);
  for (const value of ['number', 'number=', 'number=a', 'number=0.5b']) {
    assert.equal(run(['analyze', '--weight', value], 'It rained.').status, 2, value);
  }
});

test('--house-style lists what its rules find, below the article', () => {
  const style = file('style.json', JSON.stringify({ rules: [rain] }));
  const { out, err, status } = run(['analyze', '--house-style', style], 'It was dry.\nThen it rained.');
  assert.deepEqual([err, status], ['', 0]);
  assert.match(out, /^House style:\n {2}line 2: warning: Say how much\. \(“rained”\) \[rain\]$/m);
  assert.doesNotMatch(run(['analyze'], 'It rained.').out, /House style/);
});

test('--house-style names file and line of what makes no sense, and uses the rest', () => {
  const style = file('half.json', `{"rules": [${JSON.stringify(rain)},\n{"id": "x", "pattern": "("}]}`);
  const { out, err, status } = run(['analyze', `--house-style=${style}`], 'It rained.');
  assert.equal(status, 0);
  assert.match(err, /half\.json:2: rules\[1\]\.pattern: This pattern cannot be used: missing \)/);
  assert.match(out, /Say how much/);
});

test('--house-style that cannot be used at all is an error', () => {
  for (const style of [file('broken.json', '{"rules": ['), file('nothing.json', '{"rules": [1]}'), join(folder, 'no.json')]) {
    const { out, err, status } = run(['analyze', '--house-style', style], 'It rained.');
    assert.deepEqual([out, status], ['', 1]);
    assert.ok(err.includes(style), err);
  }
  assert.equal(run(['analyze', '--house-style'], '').status, 2);
});

test('who gives whom each given source may mean', () => {
  const text = 'Ada Lind said it rained.';
  const attributions = [{ source: [[0, 8]], cue: [[9, 13]], content: [[14, 24]] }];
  const line = run(['who'], JSON.stringify({ id: 7, text, attributions }) + '\n').out;
  const { id, phrases } = JSON.parse(line);
  assert.equal(id, 7);
  assert.equal(phrases[0].choices[phrases[0].chosen].name, 'Ada Lind');
});

test('worth gives what the models of loaded words and of check-worthiness see and say', () => {
  const line = run(['worth'], '{"id": 7, "text": "He bragged again."}\n').out;
  const { id, sentences } = JSON.parse(line);
  assert.equal(id, 7);
  assert.deepEqual(sentences.map(({ span, loaded }) => [span, loaded]), [[[0, 17], [[3, 10]]]]);
  assert.ok(sentences[0].biased > sentences[0].check_worthy);
  assert.ok(sentences[0].features.includes('bragged again'));
});
