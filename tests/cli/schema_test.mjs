// Holds docs/report.schema.json and docs/report.md: real Reports keep to the schema, the schema
// refuses what is no Report, and the page describes every field and shows a real example.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { answers, awkwardTexts, caseTexts, root } from '../house.mjs';

const read = (name) => readFileSync(join(root, 'docs', name), 'utf8');
const schema = JSON.parse(read('report.schema.json'));
const page = read('report.md');
const validate = new Ajv({ allErrors: true, strictTuples: false }).compile(schema);
const reportOf = (text, ...args) => answers([JSON.stringify({ text })], ...args)[0];

test('the Reports of all cases keep to the schema', () => {
  const texts = [...caseTexts(), ...awkwardTexts];
  const reports = answers(texts.map(([, text]) => JSON.stringify({ id: [text.length], text })));
  reports.forEach((report, i) => {
    assert.ok(validate(report), `${texts[i][0]}: ${JSON.stringify(validate.errors)}`);
  });
});

test('the schema refuses what is no Report', () => {
  const spoilers = [
    (report) => (report.schema = 'sourcelight.report/2'),
    (report) => (report.offsets = 'bytes'),
    (report) => delete report.sentences,
    (report) => (report.extra = 1),
    (report) => (report.sentences[0] = [0]),
    (report) => (report.sentences[0] = [0, 5, 9]),
    (report) => (report.sentences[0] = [-1, 5]),
    (report) => (report.paragraphs[0].kind = 'footnote'),
    (report) => (report.paragraphs[0].dateline = []),
    (report) => (report.attributions[0].cue = []),
    (report) => (report.attributions[0].quote = 'verbatim'),
    (report) => (report.attributions[0].sourceId = '0'),
    (report) => (report.attributions[0].sourceConfidence = -0.1),
    (report) => (report.attributions[0].confidence = 1.5),
    (report) => (report.sources[0].kind = 'person'),
    (report) => (report.sources[0].name = ''),
    (report) => (report.claims[0].status = 'true'),
    (report) => (report.claims[0].spans = []),
    (report) => delete report.claims[0].why,
    (report) => delete report.claims[0].reason,
    (report) => (report.claims[0].reason.kind = 'said so'),
    (report) => (report.claims[0].reason.echo = { source: 0, paragraph: 0 }),
    (report) => delete report.claims[0].signals,
    (report) => (report.claims[0].signals = ['date']),
    (report) => (report.claims[0].signals = [{ kind: 'time', span: [0, 1] }]),
    (report) => (report.claims[0].priority = 1.01),
    (report) => (report.claims[0].echoes = [1, 1]),
    (report) => (report.contradictions = [{ claim: 0, other: 1, span: [0, 1] }]),
    (report) => (report.findings = [{ rule: 'a', severity: 'fatal', span: [0, 1], message: 'b' }]),
    (report) => delete report.summary.text,
    (report) => delete report.summary.lead,
    (report) => delete report.summary.claims.none,
  ];
  const sound = reportOf('“We reopen in May,” said Mara Lind, the mayor.');
  assert.ok(validate(sound));
  for (const spoil of spoilers) {
    const report = structuredClone(sound);
    spoil(report);
    assert.ok(!validate(report), spoil.toString());
  }
});

test('docs/report.md names every field and every value of the schema', () => {
  const words = new Set();
  const collect = (node) => {
    if (Array.isArray(node)) return node.forEach(collect);
    if (node === null || typeof node !== 'object') return undefined;
    Object.keys(node.properties ?? {}).forEach((name) => words.add(name));
    (node.enum ?? []).forEach((value) => words.add(value));
    return Object.values(node).forEach(collect);
  };
  collect(schema);
  assert.ok(words.size > 40);
  assert.deepEqual([...words].filter((word) => !page.includes(`\`${word}\``)), []);
});

test('the example in docs/report.md is what the command answers', () => {
  const [, article, json] = /```text\n(.*?)\n```.*?```json\n(.*?)\n```/s.exec(page);
  const example = JSON.parse(json);
  assert.ok(validate(example));
  // How sure it is, what deserves a check and the wording of the reason may change without the page.
  const plain = (report) => {
    for (const attribution of report.attributions) {
      for (const name of ['confidence', 'sourceConfidence']) delete attribution[name];
    }
    for (const claim of report.claims) {
      for (const name of ['confidence', 'why', 'signals', 'priority', 'echoes']) delete claim[name];
    }
    return report;
  };
  assert.deepEqual(plain(reportOf(article)), plain(example));
});
