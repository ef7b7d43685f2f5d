// The reasons and the summary of every language: the English ones are the core's, letter by letter;
// the others say something of every kind, and name the sources.
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { createEngine, type Claim, type Engine, type Report } from '../../../web/engine/index.ts';
import { sample } from '../../../web/page/sample.ts';
import { english, loadWords, type Words } from '../../../web/words/index.ts';

const root = new URL('../../../', import.meta.url);
const folders = ['articles', 'unseen_articles', 'claims', 'echo', 'sources'];

/** The inputs of the project's cases. */
const cases = folders.flatMap((folder) =>
  readdirSync(new URL(`tests/cases/${folder}/`, root)).flatMap((file) =>
    readFileSync(new URL(`tests/cases/${folder}/${file}`, root), 'utf8')
      .split(/^===.*\n/m)
      .flatMap((part) => part.split(/^\.$/m).slice(0, -1).slice(0, 1)),
  ),
);

const odd = [
  'The port closed on Monday.\n\nThe port of Ost closed on Monday, Mara Lind said.',
  'The port of Ost closed for good on Monday.\n\nThe port of Ost closed for good on Monday, Mara Lind said.',
  '',
  'It rained.',
  'Was it?',
];

let reports: Report[] = [];
let spanish: Words;

beforeAll(async () => {
  spanish = await loadWords('es');
  const engine: Engine = await createEngine({
    thread: 'same',
    wasmBinary: readFileSync(new URL('build/wasm/sourcelight.wasm', root)),
    model: readFileSync(new URL('core/models/en.slm', root)),
    houseStyle: { rules: [{ id: 'rain', pattern: 'rain', message: 'Say shower.' }] },
  });
  const links = [{ span: [0, 10] as const, target: 'https://a.example/' }];
  reports = [await engine.analyze('It rained.', { links })];
  const fire = 'The mill by the old town gate burned down on Monday.';
  for (const within of [false, true]) {
    reports.push(await engine.analyze(fire, { links: links.map((link) => ({ ...link, within })) }));
  }
  for (const text of [sample, ...odd, ...cases]) reports.push(await engine.analyze(text));
  engine.close();
});

const eachClaim = (check: (claim: Claim, report: Report) => void): void => {
  for (const report of reports) for (const claim of report.claims) check(claim, report);
};

describe('The reason of a claim', () => {
  test('is in English what the core says', () => {
    eachClaim((claim, report) => expect(english.reason.why(claim, report)).toBe(claim.why));
  });

  test('says in both languages what was corrected by hand, and to whom it was attributed', () => {
    const report = reports.find(({ sources }) => sources.length > 0);
    const [claim, name] = [report?.claims[0], report?.sources[0]?.name];
    if (!report || !claim || !name) throw new Error('no claim with a source');
    const why = (words: Words, source?: number): string =>
      words.reason.why({ ...claim, reason: { kind: 'by_hand', ...(source !== undefined && { source }) } }, report);
    expect(why(english)).toBe('Marked so by hand.');
    expect(why(english, 0)).toBe(`Attributed to ${name} by hand.`);
    expect(why(spanish)).toBe('Marcado así a mano.');
    expect(why(spanish, 0)).toBe(`Atribuido a mano a ${name}.`);
  });

  test('has who is given for the claim as the core says it, and in Spanish the same names', () => {
    let told = 0;
    eachClaim((claim, report) => {
      if (claim.status === 'none') return;
      const who = english.reason.who(claim, report);
      expect(who).toBe(claim.standalone?.who);
      const name = report.sources[claim.reason.source ?? -1]?.name.slice(1);
      if (name) expect(spanish.reason.who(claim, report)).toContain(name);
      expect(spanish.reason.who(claim, report) === '').toBe(who === '');
      if (who) told += 1;
    });
    expect(told).toBeGreaterThan(100);
  });

  test('is tried on nearly every kind', () => {
    const kinds = new Set<string>();
    eachClaim(({ reason }) => kinds.add(reason.kind));
    expect(kinds.size).toBeGreaterThan(15);
  });

  test('is in Spanish a sentence of its own that has the source, the cue and the paragraph', () => {
    eachClaim((claim, report) => {
      const why = spanish.reason.why(claim, report);
      expect(why).toMatch(/^.{8,}\.$/su);
      expect(why).not.toBe(claim.why);
      expect(why).not.toMatch(/undefined|\[object/);
      const { source, via, cue = '', echo } = claim.reason;
      for (const id of [source, via, echo?.source]) {
        if (id !== undefined) expect(why).toContain(report.sources[id]?.name);
      }
      expect(why).toContain(cue);
      if (echo) expect(why).toContain(`párrafo ${echo.paragraph}`);
    });
  });
});

describe('The summary', () => {
  const leads = (): readonly Report[] => reports.filter(({ summary }) => summary.lead);

  test('is in English what the core says', () => {
    for (const report of reports) expect(english.reason.summary(report)).toBe(report.summary.text);
  });

  test('tells in both languages where the lead has its source', () => {
    expect(leads().length).toBeGreaterThan(0);
    for (const report of leads()) {
      const { paragraph } = report.summary.lead ?? {};
      expect(english.reason.summary(report)).toContain(`only in paragraph ${paragraph}.`);
      expect(spanish.reason.summary(report)).toContain(`párrafo ${paragraph}.`);
    }
  });

  test('is in Spanish made of sentences with the same numbers', () => {
    const numbers = (text: string): string[] => (text.match(/\d+/g) ?? []).sort();
    for (const report of reports) {
      const text = spanish.reason.summary(report);
      expect(text).toMatch(/^.{10,}\.$/su);
      expect(numbers(text)).toEqual(numbers(report.summary.text));
    }
  });
});
