// Holds docs/house-style.schema.json and docs/house-style.md: the schema lets through what the
// engine takes whole, refuses what it has a problem with, and the page names every field and word.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Ajv } from 'ajv';
import { root, run } from '../house.mjs';

const read = (...path) => readFileSync(join(root, ...path), 'utf8');
const schema = JSON.parse(read('docs', 'house-style.schema.json'));
const fits = new Ajv({ allErrors: true }).compile(schema);
const folder = mkdtempSync(join(tmpdir(), 'sourcelight-style-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** What the command says is wrong with a style: one line a problem, "LINE: FIELD: what". */
function problemsOf(style) {
  const file = join(folder, 'style.json');
  writeFileSync(file, typeof style === 'string' ? style : JSON.stringify(style, null, 1));
  const { err } = run(['analyze', '--house-style', file], 'It rained.');
  return err.split('\n').filter((line) => line).map((line) => line.replace(/^.*?style\.json: ?/, ''));
}

const rule = { id: 'a', pattern: 'b', message: 'c' };
const without = (name) => ({ rules: [Object.fromEntries(Object.entries(rule).filter(([key]) => key !== name))] });

const good = {
  'an empty object': {},
  'a name and a schema': { $schema: 'house-style.schema.json', name: 'Herald' },
  'a rule': { rules: [rule] },
  'a rule with all its fields': {
    rules: [{ ...rule, unless: 'd', where: 'claim:named', ignore_case: false, severity: 'error' }],
  },
  'every check': {
    rules: schema.definitions.rule.properties.check.enum.map((check) => ({ id: 'a', check, message: 'c' })),
  },
  'every place': {
    rules: schema.definitions.rule.properties.where.enum.map((where) => ({ ...rule, where })),
  },
  'every severity': {
    rules: schema.definitions.rule.properties.severity.enum.map((severity) => ({ ...rule, severity })),
  },
  'every status': { statuses: schema.properties.statuses.items.enum },
  'verbs': { verbs: ['reckon', 'tell/told', 'Fact-check', "o'er"] },
  'titles': { titles: ['harbourmaster', 'Chief harbour master', 'alcalde', 'préfète'] },
  'sources': { sources: ['Tidewatch', { name: 'Ledger' }, { name: 'Ledger', kind: 'document' }] },
  'every kind': {
    sources: schema.properties.sources.items.anyOf[1].properties.kind.enum.map((kind) => ({ name: 'a', kind })),
  },
  'ignored words': { ignore: ['Blasted Heath', 'Radio 4', 'C++', '(What?)', 'x|', '\\d'] },
};

const bad = {
  'an unknown field': { colour: 1 },
  'a name that is no string': { name: 1 },
  'rules that are no list': { rules: {} },
  'a rule that is no object': { rules: ['b'] },
  'a rule without id': without('id'),
  'a rule without message': without('message'),
  'a rule without pattern': without('pattern'),
  'an empty id': { rules: [{ ...rule, id: '' }] },
  'an empty message': { rules: [{ ...rule, message: '' }] },
  'pattern and check': { rules: [{ ...rule, check: 'accusation_in_own_voice' }] },
  'an unknown check': { rules: [{ id: 'a', check: 'b', message: 'c' }] },
  'an unknown place': { rules: [{ ...rule, where: 'b' }] },
  'an unknown severity': { rules: [{ ...rule, severity: 'fatal' }] },
  'an unknown field of a rule': { rules: [{ ...rule, colour: 1 }] },
  'ignore_case that is no boolean': { rules: [{ ...rule, ignore_case: 1 }] },
  'a pattern that is no string': { rules: [{ ...rule, pattern: 1 }] },
  'unless that is no string': { rules: [{ ...rule, unless: [] }] },
  'an unknown status': { statuses: ['named', 'anonymous'] },
  'no status': { statuses: [] },
  'statuses that are no list': { statuses: 'named' },
  'a status that is no string': { statuses: [1] },
  'a verb of two words': { verbs: ['say it'] },
  'an empty verb': { verbs: [''] },
  'a verb that is no string': { verbs: [1] },
  'a verb that begins with a slash': { verbs: ['/told'] },
  'an empty title': { titles: [''] },
  'a title with a line end': { titles: ['a\nb'] },
  'a source that is a number': { sources: [1] },
  'an empty source': { sources: [''] },
  'a source without name': { sources: [{ kind: 'document' }] },
  'a source of unknown kind': { sources: [{ name: 'a', kind: 'ghost' }] },
  'a source with another field': { sources: [{ name: 'a', title: 'b' }] },
  'ignored white space': { ignore: [' '] },
  'ignored words that are no string': { ignore: [{}] },
};

test('the example fits the schema, and the engine has no problem with it', () => {
  const example = read('examples', 'house-style.json');
  assert.ok(fits(JSON.parse(example)), JSON.stringify(fits.errors));
  assert.deepEqual(problemsOf(example), []);
});

test('what the schema lets through, the engine takes whole', () => {
  for (const [what, style] of Object.entries(good)) {
    assert.ok(fits(style), `${what}: ${JSON.stringify(fits.errors)}`);
    assert.deepEqual(problemsOf(style), [], what);
  }
});

test('what the schema refuses, the engine has a problem with, at its line and field', () => {
  for (const [what, style] of Object.entries(bad)) {
    assert.equal(fits(style), false, what);
    const [first] = problemsOf({ ...style, titles: style.titles ?? ['mayor'], verbs: style.verbs ?? ['reckon'] });
    assert.match(first ?? '', /^(:\d+: |Nothing in the house style can be used: line \d+, )?\S/, what);
    const [, field = ''] = Object.keys(style)[0] ? [null, Object.keys(style)[0]] : [];
    assert.ok(first?.includes(field), `${what}: ${first}`);
  }
});

test('a pattern that does not compile is told by the engine alone: editors cannot know', () => {
  const style = { rules: [rule, { ...rule, pattern: '(?=b)' }] };
  assert.ok(fits(style));
  assert.match(problemsOf(style).join(), /rules\[1\]\.pattern/);
});

test('the page names every field and every word that may stand in one', () => {
  const page = read('docs', 'house-style.md');
  const words = [];
  const collect = (part) => {
    if (Array.isArray(part.enum)) words.push(...part.enum);
    for (const [name, each] of Object.entries(part.properties ?? {})) words.push(name), collect(each);
    for (const each of [part.items, ...(part.anyOf ?? [])]) if (each) collect(each);
  };
  collect(schema);
  collect(schema.definitions.rule);
  assert.ok(words.length > 40);
  assert.deepEqual(words.filter((word) => !page.includes(`\`${word}\``) && !page.includes(`"${word}"`)), []);
});
