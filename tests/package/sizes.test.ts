// The table of sizes in docs/npm.md: each export is in it, and costs at most 5 % more than it says.
import { beforeAll, expect, test } from 'vitest';
import { measure, readTable, type Cost } from '../../tools/build/sizes.ts';

let now: Cost[];
beforeAll(async () => {
  now = await measure();
}, 300_000);

test('every export is in the table, and nothing else', () => {
  expect(readTable().map(({ name }) => name)).toEqual(now.map(({ name }) => name));
});

test('nothing costs 5 % more than the table says', () => {
  expect(growth(readTable(), now)).toEqual([]);
});

test('a growth is told with its figures', () => {
  const cost = { name: 'sourcelight', raw: 1000, brotli: 500, laterRaw: 0, laterBrotli: 0 };
  expect(growth([cost], [{ ...cost, raw: 1050 }])).toEqual([]);
  expect(growth([cost], [{ ...cost, raw: 1060, laterBrotli: 10 }])).toEqual([
    'sourcelight: raw grew from 1000 to 1060 bytes (+6.0 %): if it is worth it, ./dev sizes --write',
    'sourcelight: laterBrotli grew from 0 to 10 bytes: if it is worth it, ./dev sizes --write',
  ]);
});

function growth(before: readonly Cost[], after: readonly Cost[]): string[] {
  return after.flatMap((cost) => {
    const was = before.find(({ name }) => name === cost.name);
    if (!was) return [];
    return (['raw', 'brotli', 'laterRaw', 'laterBrotli'] as const).flatMap((kind) => {
      if (cost[kind] <= was[kind] * 1.05) return [];
      const share = was[kind] ? ` (+${((cost[kind] / was[kind] - 1) * 100).toFixed(1)} %)` : '';
      return [
        `${cost.name}: ${kind} grew from ${was[kind]} to ${cost[kind]} bytes${share}: if it is worth it, ./dev sizes --write`,
      ];
    });
  });
}
