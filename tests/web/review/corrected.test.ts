// Corrections by hand: what becomes of the Report, that they follow their words through edits, are
// taken back, and merge with those of other people.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEngine, type Engine, type Report, type Span } from '../../../web/engine/index.ts';
import { findEdit } from '../../../web/highlight/edit.ts';
import { fold, wordsOf } from '../../../web/review/anchor.ts';
import { correctReport, type Correct } from '../../../web/review/correct.ts';
import { ReviewBook } from '../../../web/review/book.ts';
import { givenKinds, type Correction, type GivenSource, type SourceCorrection } from '../../../web/review/correction.ts';
import { mergeBooks, readReviewFile, writeReviewFile, makeRecord, type BookJson } from '../../../web/review/format.ts';
import { english } from '../../../web/words/index.ts';

const file = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url));
const text = `Tramway opens a year late

OSTBY — The tramway to the harbour opened on Monday, a year late. Mayor Mara Lind said the delay had cost 4 million crowns. “We were badly advised,” Lind said.

A senior official said the rails had been laid twice. The contractor, Nordfar, rejected the claim.

Tickets will be free until May. Critics say the line will never pay for itself. Jon Aker, who runs a bakery by the quay, said he had lost half of his customers.
`;
const correct: Correct = (inText, of, corrections) => correctReport(inText, of, corrections, english.reason);
const lind: GivenSource = { name: 'Mara Lind', kind: 'named_person', title: 'mayor' };
const board: GivenSource = { name: 'Harbour Board', kind: 'named_organization', title: '' };
const named = (source: GivenSource): Correction => ({ status: 'named', source });
const own: Correction = { status: 'unsourced', source: null };
const noClaim: Correction = { status: 'none', source: null };

let engine: Engine;
let report: Report;

beforeAll(async () => {
  const wasmBinary = file('build/wasm/sourcelight.wasm');
  engine = await createEngine({ thread: 'same', wasmBinary, model: file('core/models/en.slm') });
  report = await engine.analyze(text);
});
afterAll(() => engine?.close());

/** A clock that never stands still. */
function clock(from = 0): () => string {
  let now = from;
  return () => new Date(Date.UTC(2026, 2, 2) + 1000 * ++now).toISOString();
}

function open(from?: number): ReviewBook {
  const book = new ReviewBook(clock(from));
  book.attach(text, report, correct);
  return book;
}

const indexOf = (words: string, of = report, inText = text): number =>
  of.claims.findIndex(({ spans }) => fold(spans.map((span) => inText.slice(...span)).join(' ')).includes(words));

const spanOf = (words: string): Span => [text.indexOf(words), text.indexOf(words) + words.length];

/** Who says the claim that has these words. */
function who(words: string, of: Report, inText = text): string[] {
  const claim = of.claims[indexOf(words, of, inText)];
  return (claim?.attributions ?? []).map((id) => of.sources[of.attributions[id]?.sourceId ?? -1]?.name ?? '');
}

const statusOf = (words: string, of: Report, inText = text) => of.claims[indexOf(words, of, inText)]?.status;
const namesIn = (of: Report): string[] => of.sources.map(({ name }) => name);

/** What must be true of every Report. */
function holdTogether(of: Report, inText: string): void {
  const taken = new Uint8Array(inText.length);
  for (const { spans, attributions, echoes, reason } of of.claims) {
    expect(spans.length).toBeGreaterThan(0);
    for (const [begin, end] of spans) {
      expect(begin).toBeLessThan(end);
      expect(taken.slice(begin, end).some((mark) => mark)).toBe(false);
      taken.fill(1, begin, end);
    }
    for (const id of attributions) expect(of.attributions[id]?.id).toBe(id);
    for (const echo of echoes) expect(of.claims[echo]).toBeDefined();
    for (const id of [reason.source, reason.via, reason.echo?.source]) if (id !== undefined) expect(of.sources[id]).toBeDefined();
  }
  const begins = of.claims.map(({ spans }) => spans[0]?.[0] ?? -1);
  expect(begins).toEqual([...begins].sort((one, other) => one - other));
  for (const { parent, sourceId } of of.attributions) {
    if (parent !== null) expect(of.attributions[parent]).toBeDefined();
    if (sourceId !== null) expect(of.sources[sourceId]).toBeDefined();
  }
  for (const [id, source] of of.sources.entries()) expect(source.id).toBe(id);
  const counted = Object.values(of.summary.claims).reduce((sum, count) => sum + count, 0);
  expect(counted).toBe(of.claims.length);
}

describe('A claim', () => {
  test('without corrections the Report is the one that was read', () => {
    expect(open().attach(text, report, correct)).toBe(report);
  });

  test('gets another status: the article’s own voice, and its source says no more', () => {
    const book = open();
    book.correct(indexOf('the rails had been laid twice'), own);
    const made = book.attach(text, report, correct);
    const claim = made.claims[indexOf('the rails had been laid twice', made)];
    expect(claim).toMatchObject({ status: 'unsourced', attributions: [], byHand: true, why: 'Marked so by hand.' });
    expect(claim?.standalone?.who).toBe('');
    expect(namesIn(report).join()).toContain('senior official');
    expect(namesIn(made).join()).not.toContain('senior official');
    expect(made.summary.claims.unsourced).toBe(report.summary.claims.unsourced + 1);
    holdTogether(made, text);
  });

  test('is given to another source of the article, which says one thing more', () => {
    const book = open();
    book.correct(indexOf('Tickets will be free'), named(lind));
    const made = book.attach(text, report, correct);
    expect(who('Tickets will be free', made)).toEqual(['Mara Lind']);
    expect(statusOf('Tickets will be free', made)).toBe('named');
    const before = report.sources.find(({ name }) => name === 'Mara Lind');
    const now = made.sources.find(({ name }) => name === 'Mara Lind');
    expect(now?.statements).toBe((before?.statements ?? 0) + 1);
    expect(now?.words).toBe((before?.words ?? 0) + 6);
    expect(made.claims[indexOf('Tickets will be free', made)]?.why).toBe('Attributed to Mara Lind by hand.');
    const { standalone } = made.claims[indexOf('Tickets will be free', made)] ?? {};
    expect(standalone?.who).toMatch(/^Mara Lind(, |$)/);
    expect(standalone?.text).toBe(report.claims[indexOf('Tickets will be free')]?.standalone?.text);
  });

  test('is given to a source that the article has no entry for', () => {
    const book = open();
    book.correct(indexOf('Tickets will be free'), named(board));
    const made = book.attach(text, report, correct);
    expect(made.sources.at(-1)).toMatchObject({ name: 'Harbour Board', kind: 'named_organization', statements: 1, byHand: true });
    holdTogether(made, text);
  });

  test('is none', () => {
    const book = open();
    book.correct(indexOf('Tickets will be free'), noClaim);
    expect(statusOf('Tickets will be free', book.attach(text, report, correct))).toBe('none');
  });

  test('is what it was when the correction is taken back', () => {
    const book = open();
    book.correct(indexOf('Tickets will be free'), noClaim);
    book.attach(text, report, correct);
    book.correct(indexOf('Tickets will be free'), null);
    expect(book.attach(text, report, correct)).toBe(report);
    expect(book.toJSON().reviews).toEqual([]);
  });

  test('keeps its mark and note when the correction is taken back', () => {
    const book = open();
    const claim = indexOf('Tickets will be free');
    book.set(claim, 'needs_source', 'ask the board');
    book.correct(claim, named(board));
    book.attach(text, report, correct);
    const [correction] = book.corrections;
    book.uncorrect(correction?.id ?? '');
    expect(book.attach(text, report, correct)).toBe(report);
    expect(book.reviewOf(claim)).toMatchObject({ mark: 'needs_source', note: 'ask the board' });
  });

  test('keeps its correction when mark and note are taken back', () => {
    const book = open();
    const claim = indexOf('Tickets will be free');
    book.correct(claim, named(board));
    book.attach(text, report, correct);
    book.set(claim, 'checked');
    book.set(claim, null);
    expect(who('Tickets will be free', book.attach(text, report, correct))).toEqual(['Harbour Board']);
  });
});

describe('Words chosen by hand', () => {
  test('become a claim, cut out of the one they stood in', () => {
    const book = open();
    book.choose(spanOf('a year late'), named(board)); // the first is in the headline
    book.choose([text.indexOf('a year late.'), text.indexOf('a year late.') + 'a year late'.length], named(board));
    const made = book.attach(text, report, correct);
    const claim = made.claims.find(({ spans }) => spans[0]?.[0] === text.indexOf('a year late.'));
    expect(claim).toMatchObject({ status: 'named', byHand: true });
    expect(statusOf('The tramway to the harbour opened', made)).toBe('unsourced');
    holdTogether(made, text);
  });

  test('may be ticked off like any claim, and follow edits around and in them', async () => {
    const book = open();
    book.choose(spanOf('the line will never pay for itself'), own);
    let made = book.attach(text, report, correct);
    book.set(indexOf('the line will never pay', made), 'checked');
    let now = text;
    for (const [before, after] of [['Tramway opens', 'At last: tramway opens'], ['never pay', 'never ever pay']] as const) {
      const next = now.replace(before, after);
      const edit = findEdit(now, next);
      if (edit) book.move(next, edit);
      made = book.attach(next, await engine.analyze(next), correct);
      now = next;
    }
    const claim = indexOf('the line will never ever pay for itself', made, now);
    expect(made.claims[claim]).toMatchObject({ status: 'unsourced', byHand: true });
    expect(book.reviewOf(claim)?.mark).toBe('checked');
    expect(book.changed(claim)).toBe(true);
  });

  test('are found again by their words in a text that was pasted anew', async () => {
    const book = open();
    book.choose(spanOf('the line will never pay for itself'), named(board));
    const next = `Corrected version\n\n${text.replaceAll('“', '"').replaceAll('”', '"')}`;
    const again = ReviewBook.fromJSON(JSON.parse(JSON.stringify(book.toJSON())), clock(100));
    const made = again.attach(next, await engine.analyze(next), correct);
    expect(who('the line will never pay for itself', made, next)).toEqual(['Harbour Board']);
  });

  test('are lost with their words, listed, and back with them', async () => {
    const book = open();
    book.choose(spanOf('the line will never pay for itself'), named(board));
    const without = text.replace('Critics say the line will never pay for itself. ', '');
    expect(book.attach(without, await engine.analyze(without), correct).claims.some(({ byHand }) => byHand)).toBe(false);
    expect(book.lost.map(({ words }) => words)).toEqual(['the line will never pay for itself']);
    expect(who('the line will never pay for itself', book.attach(text, report, correct))).toEqual(['Harbour Board']);
  });

  test('chosen over others take their place', () => {
    const book = open();
    book.choose(spanOf('will never pay for itself'), named(board));
    book.choose(spanOf('the line will never pay'), own);
    expect(book.corrections.map(({ words }) => words)).toEqual(['the line will never pay']);
    holdTogether(book.attach(text, report, correct), text);
  });
});

describe('A source', () => {
  const change = (of: string, other: Partial<SourceCorrection>): SourceCorrection => {
    const source = report.sources.find(({ name }) => name === of);
    return { of, name: of, kind: 'named_person', title: source?.title ?? '', into: '', ...other };
  };
  const official = (): string => namesIn(report).find((name) => name.includes('official')) ?? '';

  test('gets another name, kind and title, everywhere', () => {
    const book = open();
    book.correctSource(change(official(), { name: 'Ida Brandt', kind: 'named_person', title: 'head of works' }));
    const made = book.attach(text, report, correct);
    expect(who('the rails had been laid twice', made)).toEqual(['Ida Brandt']);
    expect(statusOf('the rails had been laid twice', made)).toBe('named');
    expect(made.sources.find(({ name }) => name === 'Ida Brandt')).toMatchObject({ title: 'head of works', byHand: true });
  });

  test('is the same as another: one entry says what both said', () => {
    const book = open();
    const both = ['Mara Lind', 'Jon Aker'].map((name) => report.sources.find((one) => one.name === name)?.statements ?? 0);
    book.correctSource(change('Jon Aker', { into: 'Mara Lind' }));
    const made = book.attach(text, report, correct);
    expect(namesIn(made)).not.toContain('Jon Aker');
    expect(made.sources.find(({ name }) => name === 'Mara Lind')?.statements).toBe((both[0] ?? 0) + (both[1] ?? 0));
    expect(book.namesOf(namesIn(made).indexOf('Mara Lind'))).toEqual(['Mara Lind', 'Jon Aker']);
    holdTogether(made, text);
  });

  test('with another name keeps what was given to it by hand', () => {
    const book = open();
    book.correct(indexOf('Tickets will be free'), named(lind));
    book.correctSource(change('Mara Lind', { name: 'Mara Lind-Berg' }));
    expect(who('Tickets will be free', book.attach(text, report, correct))).toEqual(['Mara Lind-Berg']);
    book.correctSource(change('Mara Lind', { name: 'Maria Lind' }));
    expect(who('Tickets will be free', book.attach(text, report, correct))).toEqual(['Maria Lind']);
  });

  test('is as it was read when that is taken back', () => {
    const book = open();
    book.correctSource(change('Jon Aker', { into: 'Mara Lind' }));
    book.uncorrect(book.corrections[0]?.id ?? '');
    expect(book.attach(text, report, correct)).toBe(report);
  });
});

describe('Two people’s files', () => {
  const booksOf = (mine: Correction, theirs: Correction): [BookJson, BookJson] => {
    const [one, other] = [open(0), open(1000)];
    one.correct(indexOf('Tickets will be free'), mine);
    other.correct(indexOf('Tickets will be free'), theirs);
    return [one.toJSON(), other.toJSON()];
  };

  test('that say the same are one', () => {
    const merged = mergeBooks(...booksOf(own, own));
    expect(merged.reviews).toHaveLength(1);
    expect(merged.reviews[0]?.rivals).toBeUndefined();
  });

  test('that differ keep the later one and show the other', () => {
    const [mine, theirs] = booksOf(noClaim, named(board));
    for (const merged of [mergeBooks(mine, theirs), mergeBooks(theirs, mine)]) {
      expect(merged.reviews.map(({ correction }) => correction?.status)).toEqual(['named']);
      expect(merged.reviews[0]?.rivals?.map(({ correction }) => correction?.status)).toEqual(['none']);
    }
  });

  test('are settled for one of them, which stays when the file is taken in again', () => {
    const [mine, theirs] = booksOf(noClaim, named(board));
    for (const takeTheirs of [true, false]) {
      const book = ReviewBook.fromJSON(mergeBooks(mine, theirs), clock(5000));
      book.attach(text, report, correct);
      const claim = indexOf('Tickets will be free');
      const rival = book.reviewOf(claim)?.rivals?.[0] ?? null;
      book.settle(book.idOf(claim) ?? '', takeTheirs ? rival : null);
      book.merge(mine);
      book.merge(theirs);
      const made = book.attach(text, report, correct);
      expect(statusOf('Tickets will be free', made)).toBe(takeTheirs ? 'none' : 'named');
      expect(book.reviewOf(claim)?.rivals).toBeUndefined();
    }
  });

  test('give again what they took, corrections and all', () => {
    const book = open();
    book.correct(indexOf('Tickets will be free'), named(board));
    book.choose(spanOf('the line will never pay for itself'), own);
    book.correctSource({ of: 'Jon Aker', name: 'Jon Aker', kind: 'named_person', title: 'baker', into: '' });
    const record = makeRecord('a', 'Tramway', book.toJSON());
    expect(readReviewFile(writeReviewFile([record], '2026-03-02T09:00:00.000Z'))).toEqual([record]);
  });

  test.each([
    ['a status that there is none of', { status: 'true', source: null }],
    ['a named source that is missing', { status: 'named', source: null }],
    ['a source where there can be none', { status: 'unsourced', source: board }],
    ['a kind that nobody can give', { status: 'named', source: { ...board, kind: 'author' } }],
    ['no name', { status: 'named', source: { ...board, name: ' ' } }],
  ])('with %s are refused, and the field is told', (_, correction) => {
    const book = open();
    book.correct(indexOf('Tickets will be free'), own);
    const record = makeRecord('a', 'Tramway', book.toJSON());
    const spoilt = JSON.parse(writeReviewFile([record], '2026-03-02T09:00:00.000Z'));
    spoilt.articles[0].reviews[0].correction = correction;
    expect(() => readReviewFile(JSON.stringify(spoilt))).toThrow('articles[0].reviews[0].correction');
  });

  test('of the earlier version are read', () => {
    const spoilt = { schema: 'sourcelight.review/1', articles: [{ id: 'a', title: '', updated: '2026-03-02T09:00:00.000Z', reviews: [] }] };
    expect(readReviewFile(JSON.stringify(spoilt))).toHaveLength(1);
  });
});

test('whatever is corrected, the Report holds together, and is what it was when all is taken back', () => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 100_000);
  console.log(`seed ${seed}`);
  let state = seed;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  for (let round = 0; round < 60; ++round) {
    const book = open();
    let made = report;
    for (let step = 0; step < 6; ++step) {
      const source = { name: [lind, board, ...made.sources][random(2 + made.sources.length)]?.name ?? '', kind: givenKinds[random(5)] ?? 'document', title: '' };
      const correction: Correction = random(2) ? { status: random(2) ? 'named' : 'unnamed', source } : [own, noClaim, { status: 'hidden', source: null } as const][random(3)] ?? own;
      const begin = random(text.length - 60);
      const kind = random(3);
      if (kind === 0) book.correct(random(made.claims.length), correction);
      else if (kind === 1) book.choose([begin, begin + 1 + random(50)], correction);
      else book.correctSource({ ...source, of: made.sources[random(made.sources.length)]?.name ?? '', into: random(2) ? (report.sources[random(report.sources.length)]?.name ?? '') : '' });
      made = book.attach(text, report, correct);
      holdTogether(made, text);
    }
    for (const { id } of book.corrections) book.uncorrect(id);
    expect(book.attach(text, report, correct), `seed ${seed}`).toBe(report);
  }
});

test('a corrected claim is the one whose words are looked at', () => {
  const book = open();
  const claim = indexOf('the rails had been laid twice');
  book.correct(claim, own);
  const made = book.attach(text, report, correct);
  expect(made.claims.map(({ spans }) => wordsOf(text, spans))).toEqual(report.claims.map(({ spans }) => wordsOf(text, spans)));
});
