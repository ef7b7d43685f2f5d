// What two would spoil for each other is done by one after the other.
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../tools/build/package.ts';
import { inTurn } from '../../tools/build/turn.ts';

const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

test('the second begins when the first has ended, also where that failed', async () => {
  const seen: string[] = [];
  const run = (name: string, fails = false) => inTurn('test', async () => {
    seen.push(`${name} begins`);
    await later();
    seen.push(`${name} ends`);
    if (fails) throw new Error(name);
    return name;
  });
  const ends = await Promise.allSettled([run('one', true), run('other')]);
  expect(ends.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  expect(seen).toEqual(['one begins', 'one ends', 'other begins', 'other ends']);
});

test('nobody waits for a process that was ended in the middle', async () => {
  const lock = join(root, 'build/turns/test');
  await inTurn('test', later);
  writeFileSync(lock, String(spawnSync('true').pid));
  await inTurn('test', later);
  expect(existsSync(lock)).toBe(false);
});
