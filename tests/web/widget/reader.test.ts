// What the reader of an article does when its engine's core stops: an engine is pretended here.
import { expect, test } from 'vitest';
import type { Engine, Report } from '../../../web/engine/index.ts';
import { SourcelightError } from '../../../web/engine/error.ts';
import { Reader } from '../../../web/widget/reader.ts';
import { fakeReport } from '../review/fake.ts';

const stopped = () => new SourcelightError('engine_failed', 'The analysis engine stopped.');

/** What comes of a text that an engine answers with these, one after the other. */
async function outcomeOf(...answers: (Report | Error)[]): Promise<{ outcome: unknown; asked: number }> {
  let asked = 0;
  const analyze = (): Promise<Report> => {
    const answer = answers[asked++];
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer as Report);
  };
  const engine = { analyze, close() {} } as unknown as Engine;
  const outcome = await new Promise((resolve) => {
    const reader = new Reader(() => Promise.resolve(engine), {
      onBusy() {},
      onEngine() {},
      onReport: resolve,
      onFailure: resolve,
    });
    reader.read('The bridge is closed.', {});
  });
  return { outcome, asked };
}

const report = fakeReport('The bridge is closed.');

test('A text whose core stopped is read by a new one, and nobody is bothered', async () => {
  expect(await outcomeOf(stopped(), report)).toEqual({ outcome: report, asked: 2 });
});

test('A text that stops two cores is given up, with the reason', async () => {
  const again = stopped();
  const { outcome, asked } = await outcomeOf(stopped(), again, report);
  expect(outcome).toBe(again);
  expect(asked).toBe(2);
});

test('A text that cannot be read for a reason of its own is not tried twice', async () => {
  const tooLong = new SourcelightError('bad_links', 'A link stands outside the text.');
  const { outcome, asked } = await outcomeOf(tooLong, report);
  expect(outcome).toBe(tooLong);
  expect(asked).toBe(1);
});
