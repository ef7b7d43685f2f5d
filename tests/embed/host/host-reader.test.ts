// The reading of a host's text, with an engine that answers when the test wants it to.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Engine, Report } from '../../../web/engine/index.ts';
import { SourcelightError } from '../../../web/engine/index.ts';
import { HostReader } from '../../../web/host/host-reader.ts';
import type { HostOptions } from '../../../web/host/options.ts';
import { fakeReport } from '../../web/review/fake.ts';

/** An engine that reads when it is told to. */
function slowEngine(facts: Partial<Engine> = {}) {
  const asked: { text: string; answer(): void; fail(reason: unknown): void }[] = [];
  const read = (text: string, signal?: AbortSignal): Promise<Report> =>
    new Promise((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason));
      asked.push({ text, answer: () => resolve(fakeReport(text)), fail: reject });
    });
  const engine = {
    houseStyleProblem: null, houseStyleProblems: [], shownStatuses: null, defaultWeights: {}, render: vi.fn(), close: vi.fn(),
    analyze: (text: string, { signal }: { signal?: AbortSignal } = {}) => read(text, signal),
    // A session as a reader that borrows an engine asks it.
    open: () => ({
      text: '',
      close: vi.fn(),
      read({ signal }: { signal?: AbortSignal } = {}) {
        return read(this.text, signal);
      },
      update({ from, to, insert }: { from: number; to: number; insert: string }, { signal }: { signal?: AbortSignal } = {}) {
        this.text = this.text.slice(0, from) + insert + this.text.slice(to);
        return read(this.text, signal);
      },
    }),
    ...facts,
  } as unknown as Engine;
  return { engine, asked };
}

const painted: string[][] = [];
let text = '';
let reader: HostReader;
const told = { reports: [] as string[], problems: [] as (string | null)[], chosen: [] as (number | null)[] };

function read(options: HostOptions, problem: Error | null = null): void {
  reader = new HostReader({
    problem,
    paint: (marks) => painted.push(marks.map(({ name, span: [begin, end] }) => `${name}: ${text.slice(begin, end)}`)),
    reveal: () => {},
    focus: () => {},
  }, {
    card: false,
    delay: 10,
    onReport: (_, of) => told.reports.push(of),
    onProblem: (one) => told.problems.push(one?.message ?? null),
    onSelect: (claim) => told.chosen.push(claim),
    ...options,
  });
}

const change = (to: string) => reader.changed((text = to));
const pause = (): Promise<unknown> => vi.advanceTimersByTimeAsync(20);

beforeEach(() => {
  vi.useFakeTimers();
  painted.length = told.reports.length = told.problems.length = told.chosen.length = 0;
});
afterEach(() => {
  reader.destroy();
  vi.useRealTimers();
});

describe('A host’s text', () => {
  test('is read once it has rested, and only the newest of it is painted', async () => {
    const { engine, asked } = slowEngine();
    read({ engine });
    change('Rents');
    change('Rents doubled.');
    await pause();
    expect(asked.map((one) => one.text)).toEqual(['Rents doubled.']);
    change('Rents doubled. The mill is old.');
    await pause();
    for (const one of asked) one.answer();
    await pause();
    expect(told.reports).toEqual(['Rents doubled. The mill is old.']);
    expect(painted.at(-1)).toEqual(['unsourced: Rents doubled.', 'unsourced: The mill is old.']);
  });

  test('has its marks moved by every edit until it is read again', async () => {
    const { engine, asked } = slowEngine();
    read({ engine });
    change('Rents doubled. The mill is old.');
    await pause();
    asked[0]?.answer();
    await pause();
    change('In May, Rents doubled. The mill is old.');
    const marks = change('In May, Rents doubled. The old mill is old.');
    expect(marks.map(({ span: [begin, end] }) => text.slice(begin, end))).toContain('The old mill is old.');
    expect(reader.spanOf(1)).toEqual([text.indexOf('The'), text.length]);
  });

  test('is marked as a person corrected it, and what is chosen stays chosen', async () => {
    const { engine, asked } = slowEngine();
    read({ engine });
    change('Rents doubled. The mill is old.');
    await pause();
    asked[0]?.answer();
    await pause();
    reader.select(1);
    const report = fakeReport(text);
    reader.correct({ ...report, claims: report.claims.slice(1).map((claim) => ({ ...claim, status: 'named' as const, byHand: true as const })) });
    expect(painted.at(-1)?.filter((mark) => !mark.startsWith('selected'))).toEqual(['named: The mill is old.']);
    expect(reader.describe({ name: 'named', span: [15, 31], claim: 0, finding: null })).toContain('Named source');
  });

  test('is not read again when nothing in it has changed', async () => {
    const { engine, asked } = slowEngine();
    read({ engine });
    change('Rents doubled.');
    await pause();
    change('Rents doubled.');
    await pause();
    expect(asked).toHaveLength(1);
  });

  test('is left alone while letters are composed, and read when they stand', async () => {
    const { engine, asked } = slowEngine();
    read({ engine });
    change('Rents');
    reader.composing = true;
    change('Rents にh');
    change('Rents 日本');
    await pause();
    expect(asked).toEqual([]);
    reader.composing = false;
    await pause();
    expect(asked.map((one) => one.text)).toEqual(['Rents 日本']);
  });

  test('that is emptied has no marks and no Report, and nothing is read', async () => {
    const { engine, asked } = slowEngine();
    read({ engine });
    change('Rents doubled.');
    await pause();
    asked[0]?.answer();
    await pause();
    change(' \n');
    await pause();
    expect([painted.at(-1), reader.report, asked.length]).toEqual([[], null, 1]);
  });

  test('whose reading fails twice says why, and is read again with the next change', async () => {
    const { engine, asked } = slowEngine();
    read({ engine });
    change('Rents doubled.');
    await pause();
    asked[0]?.fail(new SourcelightError('engine_failed', 'It broke.'));
    await pause();
    expect(told.problems).not.toContain('It broke.');
    asked[1]?.fail(new SourcelightError('engine_failed', 'It broke.'));
    await pause();
    expect(told.problems.at(-1)).toBe('It broke.');
    change('Rents doubled. No.');
    await pause();
    asked.at(-1)?.answer();
    await pause();
    expect(told.reports).toEqual(['Rents doubled. No.']);
    expect(told.problems.at(-1)).toBeNull();
  });

  test('that is in another language loses its marks and says why, until it is read again', async () => {
    const { engine, asked } = slowEngine();
    read({ engine });
    change('Rents doubled.');
    await pause();
    asked[0]?.answer();
    await pause();
    expect(painted.at(-1)).not.toEqual([]);
    change('Die Mieten stiegen.');
    await pause();
    asked[1]?.fail(new SourcelightError('unsupported_language', 'Not English.'));
    await pause();
    expect(painted.at(-1)).toEqual([]);
    expect([reader.marks, reader.report]).toEqual([[], null]);
    expect(told.problems.at(-1)).toBe('Not English.');
    change('Rents doubled. No.');
    await pause();
    asked[2]?.answer();
    await pause();
    expect(told.problems.at(-1)).toBeNull();
  });

  test('for which no engine comes says why, each time it is to be read', async () => {
    const broken = Promise.reject(new SourcelightError('engine_failed', 'engine.wasm: 404'));
    broken.catch(() => {});
    read({ engine: broken });
    change('Rents doubled.');
    await pause();
    expect(told.problems).toEqual(['engine.wasm: 404']);
    change('Rents doubled. No.');
    await pause();
    expect(told.problems).toEqual(['engine.wasm: 404', 'engine.wasm: 404']);
  });

  test('that cannot be painted is read and told all the same', async () => {
    const { engine, asked } = slowEngine();
    read({ engine }, new Error('Nothing can be painted here.'));
    change('Rents doubled.');
    await pause();
    asked[0]?.answer();
    await pause();
    expect(told.reports).toEqual(['Rents doubled.']);
    expect(new Set(told.problems)).toEqual(new Set(['Nothing can be painted here.']));
  });

  test('shows the claims that the newsroom’s settings want shown, unless the page says which', async () => {
    for (const [statuses, expected] of [[undefined, ['none: Who knows?']], [['unsourced'], ['unsourced: Rents doubled.']]] as const) {
      const { engine, asked } = slowEngine({ shownStatuses: ['none'] });
      read({ engine, ...(statuses && { statuses }) });
      change('Rents doubled. Who knows?');
      await pause();
      asked[0]?.answer();
      await pause();
      expect(painted.at(-1)).toEqual(expected);
    }
  });

  test('tells once which claim was chosen', async () => {
    const { engine, asked } = slowEngine();
    read({ engine });
    change('Rents doubled. The mill is old.');
    await pause();
    asked[0]?.answer();
    await pause();
    reader.select(1);
    reader.select(1);
    expect(painted.at(-1)?.[0]).toBe('selected: The mill is old.');
    reader.select(null);
    expect(told.chosen).toEqual([1, null]);
  });
});

describe('At its end a host’s reader', () => {
  test('leaves a shared engine open', async () => {
    const { engine, asked } = slowEngine();
    read({ engine: Promise.resolve(engine) });
    change('Rents doubled.');
    await pause();
    asked[0]?.answer();
    await pause();
    reader.destroy();
    await pause();
    expect(engine.close).not.toHaveBeenCalled();
  });

  test('tells and paints nothing more, though it was reading', async () => {
    const { engine, asked } = slowEngine();
    read({ engine });
    change('Rents doubled.');
    await pause();
    reader.destroy();
    told.problems.length = 0;
    asked[0]?.answer();
    change('Rents fell.');
    reader.refresh();
    await pause();
    expect([told.reports, told.problems, painted, asked.length]).toEqual([[], [], [], 1]);
  });
});
