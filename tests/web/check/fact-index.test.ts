// What the archive finds for a claim, and what it leaves alone.
import { describe, expect, test } from 'vitest';
import { FactIndex, threshold } from '../../../web/check/fact-index.ts';
import { madeChecks, written } from './archive-made.ts';

const checks = madeChecks(1000);
const index = new FactIndex();
for (const check of checks) index.add(check);
const shown = (claim: string) => index.find(claim, 3).filter(({ likely }) => likely >= threshold).map(({ entry }) => checks[entry]?.url.split('/').pop());

describe('a claim in other words is found', () => {
  test.each([
    ['The Ostby harbour had lost 400 jobs when the ferry line to Varn closed', 'ostby-jobs'],
    ['drinking seawater can cure a common cold', 'seawater'],
    ['Runa Teller sold the barge to her own brother for a single crown', 'teller-barge'],
    ['OMG a bear drives a tractor through #TolmMarket!! pic.twitter.com/Ab1 — Ada (@ada) May 3, 2031', 'bear'],
  ])('%s', (claim, page) => {
    expect(shown(claim)[0]).toBe(page);
  });
});

test.each([
  ['The weather service expects rain in the north on Friday.'],
  ['The lock will be shut for nine days'],
  ['He denied it.'],
  ['Tolm'],
  ['…'],
  [''],
])('nothing is shown for "%s"', (claim) => {
  expect(shown(claim)).toEqual([]);
});

test('the likeliest comes first, each once', () => {
  const hits = index.find(written[2]?.claim ?? '', 10);
  const likely = hits.map((hit) => hit.likely);
  expect(hits.length).toBe(10);
  expect(likely).toEqual([...likely].sort((one, other) => other - one));
  expect(new Set(hits.map(({ entry }) => entry)).size).toBe(10);
  expect(likely.every((value) => value >= 0 && value <= 1)).toBe(true);
});

test('a headline counts too', () => {
  const titled = new FactIndex();
  for (const check of checks) titled.add(check);
  titled.add({ claim: 'It happened as shown.', title: 'Was a Giraffe Elected Treasurer of Hallby?' });
  expect(titled.find('A giraffe became the treasurer of Hallby')[0]?.entry).toBe(1000);
});

test('an empty archive finds nothing', () => {
  expect(new FactIndex().find('Boats fly.')).toEqual([]);
});

test('of two that fit alike the one loaded first comes first', () => {
  const twins = new FactIndex();
  twins.add({ claim: 'Boats fly.', title: '' });
  twins.add({ claim: 'Boats fly!', title: '' });
  expect(twins.find('Boats fly').map(({ entry }) => entry)).toEqual([0, 1]);
});
