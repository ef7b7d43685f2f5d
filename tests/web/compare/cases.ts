// The cases beside this file: a title, the earlier text, the later one, and the changes, with a
// line that holds a dot between them.
import { readdirSync, readFileSync } from 'node:fs';
import { createEngine, type Engine, type Report } from '../../../web/engine/index.ts';

const folder = new URL('./cases/', import.meta.url);
const file = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url));

export interface VersionCase {
  readonly title: string;
  readonly before: string;
  readonly after: string;
  readonly changes: readonly string[];
}

export const cases: readonly VersionCase[] = readdirSync(folder).flatMap((name) =>
  readFileSync(new URL(name, folder), 'utf8')
    .split(/^=== /m)
    .slice(1)
    .map((text) => {
      const head = text.indexOf('\n');
      const [before = '', after = '', changes = ''] = text.slice(head + 1).split(/^\.\n/m);
      return {
        title: text.slice(0, head),
        before: before.trimEnd(),
        after: after.trimEnd(),
        changes: changes.split('\n').filter((line) => line),
      };
    }),
);

/** The real engine, with its model, on the thread of the caller. */
export const startEngine = (): Promise<Engine> =>
  createEngine({ thread: 'same', wasmBinary: file('build/wasm/sourcelight.wasm'), model: file('core/models/en.slm') });

export async function versionOf(engine: Engine, text: string): Promise<{ text: string; report: Report }> {
  return { text, report: await engine.analyze(text) };
}

/** A random number from 0 up to 1, the same again for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `list` in another order. */
export function shuffled<Item>(list: readonly Item[], random: () => number): Item[] {
  const ranks = new Map(list.map((item) => [item, random()]));
  return [...list].sort((one, other) => (ranks.get(one) ?? 0) - (ranks.get(other) ?? 0));
}
