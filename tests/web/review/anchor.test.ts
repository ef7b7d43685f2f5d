// Which edited sentence is still the same claim: pairs of our own, which set the thresholds.
import { describe, expect, test } from 'vitest';
import { bagOf, contextAgreement, anchorOf, isNear, wordsOf } from '../../../web/review/anchor.ts';

const near = (one: string, other: string, context = 0): boolean =>
  isNear(bagOf(one), bagOf(other), context);

describe('A claim that was reworded a bit is the same claim', () => {
  test.each([
    ['The bridge over the Varn has been closed since 2019', 'The bridge over the Varn has been shut since 2019'],
    ['The council voted on Monday to sell the old school', 'On Monday the council voted to sell the old school'],
    ['The harbour lost 40 jobs in the spring', 'In the spring, the harbour lost some 40 jobs'],
    ['Ostby spent 3.4 million crowns on the new ferry', 'Ostby has spent 3.4 million crowns on its new ferry'],
    ['The mayor will resign in May', 'The mayor, Mara Lind, will resign in May'],
    ['Rents in the old town doubled within five years', 'Rents in the old town have more than doubled within five years'],
    ['The court found that the ministry had broken the law', 'The court ruled that the ministry had broken the law'],
    ['Two thirds of the pupils travel to school by boat', 'Two-thirds of all pupils travel to school by boat'],
  ])('%s → %s', (one, other) => {
    expect(near(one, other)).toBe(true);
    expect(near(other, one)).toBe(true);
  });
});

describe('Another subject is another claim, even in the same place', () => {
  test.each([
    ['Mara Lind resigned after the vote on Monday', 'Otto Berg resigned after the vote on Monday'],
    ['The bridge will be closed until the end of May', 'The school will be closed until the end of May'],
    ['The company paid Mara Lind for the land in Ostby', 'The company paid Otto Berg for the land in Ostby'],
    ['Farmers lost a third of the harvest', 'Fishermen lost a third of the catch'],
    ['The ferry sails twice a day', 'The council has eleven members'],
  ])('%s / %s', (one, other) => {
    expect(near(one, other, 1)).toBe(false);
    expect(near(other, one, 1)).toBe(false);
  });
});

describe('Another number or day', () => {
  test.each([
    ['Turnout in the district was 41 percent', 'Turnout in the district was 52 percent'],
    ['The new ferry cost 3.4 million crowns', 'The new ferry cost 4.3 million crowns'],
    ['The council will vote on Monday', 'The council will vote on Tuesday'],
    ['The hall opened in May 2012 with a concert', 'The hall opened in May 2021 with a concert'],
  ])('is the same claim only in the same place: %s / %s', (one, other) => {
    expect(near(one, other, 0.1)).toBe(false);
    expect(near(one, other, 0.9)).toBe(true);
  });
});

describe('The words of a claim', () => {
  test('are the same on one line or several, with any quotation marks', () => {
    const one = 'The bridge,\n“closed”\u00a0for  years, is safe.';
    const other = 'The bridge, "closed" for years, is safe';
    expect(wordsOf(one, [[0, one.length]])).toBe(wordsOf(other, [[0, other.length]]));
  });

  test('differ by a sign, a unit or a question mark', () => {
    const words = (text: string): string => wordsOf(text, [[0, text.length]]);
    expect(words('-5 degrees')).not.toBe(words('5 degrees'));
    expect(words('It grew by 5%')).not.toBe(words('It grew by 5'));
    expect(words('It is safe?')).not.toBe(words('It is safe.'));
  });
});

test('Surroundings agree by what stands next to the claim on both sides', () => {
  const anchor = (text: string) => {
    const begin = text.indexOf('It is closed.');
    return anchorOf(text, [[begin, begin + 13]], 'It is closed');
  };
  const one = anchor('The bridge is old. It is closed. Nobody was hurt in the fall.');
  const edited = anchor('In Ostby the bridge is old. It is closed. Nobody was hurt in spring.');
  const other = anchor('The school has no roof. It is closed. Pupils learn at home.');
  expect(contextAgreement(one, one)).toBe(1);
  expect(contextAgreement(one, edited)).toBeGreaterThan(0.6);
  expect(contextAgreement(one, other)).toBeLessThan(0.1);
});
