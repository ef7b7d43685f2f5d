// Whether two versions name the same source.
import { describe, expect, test } from 'vitest';
import { sameSource, sameSources, type Named } from '../../../web/compare/sources.ts';

const source = (kind: Named['kind']) => (name: string, title = ''): Named => ({ name, kind, title });
const person = source('named_person');
const body = source('named_organization');
const unnamed = source('anonymous');

const same: [string, Named, Named][] = [
  ['a surname for the full name', person('Ilse Varga'), person('Varga')],
  ['a title for the given name', person('Ilse Varga'), person('Mayor Varga')],
  ['a title that the article gives', person('Ilse Varga', 'harbour master'), person('Master Varga', 'harbour master')],
  ['Mr and a full name', person('Mr. Piet Oster'), person('Piet Oster')],
  ['an initial', person('I. Varga'), person('Ilse Varga')],
  ['a given name cut short', person('Tom Falk'), person('Tomas Falk')],
  ['a surname that was taken for a body', person('Ilse Varga'), body('Varga')],
  ['the given name alone', person('Ilse'), person('Ilse Varga')],
  ['a junior', person('Joren Falk Jr.'), person('Joren Falk')],
  ['other quotation marks in a name', person('Sean O’Dell'), person("Sean O'Dell")],
  ['a body in another order of words', body('Ministry of Health'), body('the Health Ministry')],
  ['a body by its initials', body('WHO'), body('World Health Organization')],
  ['a shorter name of a body', body('Ostby Water Board'), body('the water board')],
  ['an official by another article', unnamed('a senior official'), unnamed('the senior official')],
  ['one of several', unnamed('officials'), unnamed('two officials')],
];
const other: [string, Named, Named][] = [
  ['another surname', person('Ilse Varga'), person('Ilse Falk')],
  ['another given name', person('Ilse Varga'), person('Tomas Varga')],
  ['a body that bears a person’s name', person('Ilse Varga'), body('Varga Works')],
  ['another body', body('Ostby Water Board'), body('Norre Water Board')],
  ['other people', unnamed('critics'), unnamed('residents')],
  ['a title alone in common', person('Mayor Varga'), person('Mayor Falk')],
];

describe('The same source', () => {
  test.each(same)('%s', (_, one, another) => {
    expect(sameSource(one, another)).toBe(true);
    expect(sameSource(another, one)).toBe(true);
  });
});

describe('Another source', () => {
  test.each(other)('%s', (_, one, another) => {
    expect(sameSource(one, another)).toBe(false);
    expect(sameSource(another, one)).toBe(false);
  });
  test('a second one beside the first', () => {
    expect(sameSources([person('Ilse Varga')], [person('Varga'), body('WHO')])).toBe(false);
    expect(sameSources([person('Ilse Varga'), body('WHO')], [body('WHO'), person('Varga')])).toBe(true);
  });
});
