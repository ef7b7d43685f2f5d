// Comparing two versions of an article: the cases in cases/ through the real engine, and what
// holds for any two texts.
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claimWords, compareVersions, type Change, type Version } from '../../../web/compare/index.ts';
import type { Engine } from '../../../web/engine/index.ts';
import { cases, randomFrom, shuffled, startEngine, versionOf } from './cases.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.close());

const read = (text: string): Promise<Version> => versionOf(engine, text);

function lineOf(change: Change, before: Version, after: Version): string {
  const { kind, beforeStatus, afterStatus, beforeSources, afterSources, reworded, numbersChanged } = change;
  const notes = [reworded && kind !== 'reworded' && ' reworded', numbersChanged && ' numbers'];
  const from = beforeStatus ? ` ${beforeStatus} (${beforeSources.join('; ')})` : '';
  const to = afterStatus ? ` ${afterStatus} (${afterSources.join('; ')})` : '';
  const words = change.after === null ? claimWords(before, change.before ?? -1) : claimWords(after, change.after);
  return `${kind}${notes.filter((note) => note).join('')}:${from} ->${to}: ${words}`;
}

describe('What changed between two versions', () => {
  test.each(cases.map((one) => [one.title, one] as const))('%s', async (_, { before, after, changes }) => {
    const [earlier, later] = [await read(before), await read(after)];
    const found = compareVersions(earlier, later).changes.map((change) => lineOf(change, earlier, later));
    expect(found).toEqual(changes);
  });
});

const articles = readdirSync(new URL('../../cases/articles/', import.meta.url)).map((name) => {
  const text = readFileSync(new URL(`../../cases/articles/${name}`, import.meta.url), 'utf8');
  return text.replace(/^===.*\n/, '').split(/^\.$/m)[0] ?? '';
});

/** `text` as a careless editor leaves it: sentences gone, moved, repeated, and words exchanged. */
function edited(text: string, random: () => number): string {
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const sentences = text.split(/(?<=[.”"])\s+/);
  const left = sentences.filter(() => random() > 0.15);
  const words = text.split(/\s+/);
  const changed = left.flatMap((sentence) => {
    if (random() < 0.1) return [sentence, sentence];
    if (random() > 0.3) return [sentence];
    return [sentence.split(' ').map((word) => (random() < 0.2 ? pick(words) : word)).join(' ')];
  });
  return (random() < 0.3 ? shuffled(changed, random) : changed).join(random() < 0.5 ? ' ' : '\n\n');
}

describe('Any two versions', () => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 1e6);
  const random = randomFrom(seed);
  const editions = articles.map((text) => [text, edited(text, random), edited(text, random)] as const);

  test('a text compared with itself has no change', async () => {
    for (const text of [...editions.flat(), '', ' \n', '“‘’” … . ?']) {
      const version = await read(text);
      const { changes, same, identical } = compareVersions(version, version);
      expect(changes, `seed ${seed}: ${text}`).toEqual([]);
      expect(identical).toBe(true);
      expect(same).toBe(version.report.claims.filter(({ status }) => status !== 'none').length);
    }
  });

  const opposite = {
    new: 'gone', gone: 'new', lost_source: 'got_source', got_source: 'lost_source',
    changed_source: 'changed_source', reworded: 'reworded',
  } as const;

  test('swapping the versions swaps what came and what went', async () => {
    let changes = 0;
    for (const [, one, other] of editions) {
      const [before, after] = [await read(one), await read(other)];
      const turned = compareVersions(after, before).changes.map((change) => ({
        kind: opposite[change.kind],
        before: change.after,
        after: change.before,
        beforeStatus: change.afterStatus,
        afterStatus: change.beforeStatus,
        beforeSources: change.afterSources,
        afterSources: change.beforeSources,
        reworded: change.reworded,
        numbersChanged: change.numbersChanged,
      }));
      const forward = compareVersions(before, after).changes;
      changes += forward.length;
      const sorted = (list: readonly Change[]) => list.map((change) => JSON.stringify(change)).sort();
      expect(sorted(forward), `seed ${seed}: ${one} / ${other}`).toEqual(sorted(turned));
    }
    expect(changes).toBeGreaterThan(50);
  });

  test('every claim is told of once: as it was, changed, new or gone', async () => {
    for (const [, one, other] of editions) {
      const [before, after] = [await read(one), await read(other)];
      const { changes, same, counts } = compareVersions(before, after);
      const both = changes.filter(({ kind }) => kind !== 'new' && kind !== 'gone').length;
      const asserting = ({ report }: Version) => report.claims.filter(({ status }) => status !== 'none').length;
      expect(asserting(before), `seed ${seed}`).toBe(same + both + counts.gone);
      expect(asserting(after), `seed ${seed}`).toBe(same + both + counts.new);
      const places = changes.flatMap((change) => change.after ?? []);
      expect(places, `seed ${seed}`).toEqual([...new Set(places)].sort((x, y) => x - y));
    }
  });
});

describe('A long article', () => {
  const article = async (random: () => number): Promise<Version> => {
    const text = articles.flatMap((one) => Array.from({ length: 6 }, () => edited(one, random))).join('\n\n');
    const version = await read(text);
    const claims = version.report.claims.slice(0, 450);
    return { text, report: { ...version.report, claims } };
  };

  // What is kept of a Report that was compared before must not count.
  const copy = ({ text, report }: Version): Version => ({ text, report: { ...report } });

  test('450 claims against 450 take less than 50 ms, however many of them changed', async () => {
    const random = randomFrom(7);
    const [one, other] = [await article(random), await article(random)];
    expect(one.report.claims.length).toBe(450);
    const moved = { text: one.text, report: { ...one.report, claims: shuffled(one.report.claims, random) } };
    const times = [other, moved].map((version) => {
      const runs = Array.from({ length: 9 }, () => {
        const [fresh, freshOther] = [copy(one), copy(version)];
        // On the processor: what others on the machine do meanwhile does not count.
        const start = process.cpuUsage();
        compareVersions(fresh, freshOther);
        const { user, system } = process.cpuUsage(start);
        return (user + system) / 1000;
      });
      return Math.min(...runs); // the threads that compile and clear up count, so the quietest
    });
    console.info(`450 against 450: ${times.map((time) => `${time.toFixed(1)} ms`).join(', ')}`);
    expect(Math.max(...times)).toBeLessThan(50);
  });
});
