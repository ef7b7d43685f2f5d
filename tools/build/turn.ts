// What two processes would spoil for each other if both did it at once: the second waits for the
// first. tests/package/turn.test.ts holds it.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../build/turns', import.meta.url));

/** Runs `run` while nobody else runs what has this name. */
export async function inTurn<Value>(name: string, run: () => Promise<Value>): Promise<Value> {
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, name);
  while (!take(lock)) await new Promise((resolve) => setTimeout(resolve, 50));
  try {
    return await run();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!isHeld(lock)) rmSync(lock, { force: true });
    return false;
  }
}

/** By a process that was ended in the middle, it is not. */
function isHeld(lock: string): boolean {
  try {
    const holder = readFileSync(lock, 'utf8');
    // Its name is there a moment before its number.
    if (holder) process.kill(Number(holder), 0);
    return true;
  } catch (reason) {
    return (reason as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
