// What the engine asks of its worker, seen from the worker: a stand-in that answers when told.
import { describe, expect, test } from 'vitest';
import { createEngine, isAbort, type EngineOptions } from '../../../web/engine/index.ts';
import type { CoreState } from '../../../web/engine/link.ts';
import type { ToWorker } from '../../../web/engine/worker.ts';
import { rejection } from '../support/case.ts';

const loaded: CoreState = {
  model: 'loaded',
  problem: null,
  houseStyleProblem: null,
  houseStyleProblems: [],
  defaultWeights: {} as CoreState['defaultWeights'],
};

class StandInWorker {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: { message: string; preventDefault(): void }) => void) | null = null;
  readonly received: string[] = [];
  readonly state: CoreState;
  model: unknown;
  terminated = false;

  constructor(state: CoreState) {
    this.state = state;
  }
  postMessage(message: ToWorker): void {
    if ('text' in message) {
      this.received.push(message.text);
    } else {
      this.model = message.equipment.model;
      queueMicrotask(() => this.onmessage?.({ data: { ready: this.state } }));
    }
  }
  terminate(): void {
    this.terminated = true;
  }
  answer(): void {
    this.onmessage?.({ data: { report: JSON.stringify({ of: this.received.at(-1) }) } });
  }
  crash(message: string): void {
    this.onerror?.({ message, preventDefault() {} });
  }
}

/** An engine whose workers, one after the other, say that they read like this. */
async function start(options: EngineOptions = {}, ...states: CoreState[]) {
  const workers: StandInWorker[] = [];
  const createWorker = () => {
    const worker = new StandInWorker(states[workers.length] ?? loaded);
    workers.push(worker);
    return worker as unknown as Worker;
  };
  return { engine: await createEngine({ createWorker, ...options }), workers };
}

/** Lets everything that waits for nothing outside run. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('The engine and its worker', () => {
  test('a busy worker is sent only the newest of the texts that wait', async () => {
    const { engine, workers } = await start();
    const [worker] = workers;
    const calls = [engine.analyze('one').catch(isAbort)];
    await settle();
    for (const text of ['two', 'three', 'four']) calls.push(engine.analyze(text).catch(isAbort));
    await settle();
    expect(worker?.received).toEqual(['one']);
    worker?.answer();
    await settle();
    expect(worker?.received).toEqual(['one', 'four']);
    worker?.answer();
    expect(await Promise.all(calls)).toEqual([true, true, true, { of: 'four' }]);
  });

  test('the answer to a cancelled text is not taken for the answer to the next', async () => {
    const { engine, workers } = await start();
    const controller = new AbortController();
    const cancelled = rejection(engine.analyze('one', { signal: controller.signal }));
    await settle();
    controller.abort();
    expect(isAbort(await cancelled)).toBe(true);
    const next = engine.analyze('two');
    workers[0]?.answer();
    await settle();
    workers[0]?.answer();
    expect(await next).toEqual({ of: 'two' });
  });

  test('a worker that crashes rejects the call, and the next call starts a new one', async () => {
    const { engine, workers } = await start();
    const call = rejection(engine.analyze('one'));
    await settle();
    workers[0]?.crash('out of memory');
    expect(String(await call)).toContain('out of memory');
    expect(workers[0]?.terminated).toBe(true);
    const next = engine.analyze('two');
    await settle();
    workers[1]?.answer();
    expect(await next).toEqual({ of: 'two' });
  });

  test('a worker that crashed while it had nothing to do is not asked again', async () => {
    const { engine, workers } = await start();
    workers[0]?.crash('killed');
    expect(String(await rejection(engine.analyze('one')))).toContain('killed');
    const next = engine.analyze('two');
    await settle();
    workers[1]?.answer();
    expect(await next).toEqual({ of: 'two' });
  });

  test('the worker is told which model to load', async () => {
    const address = 'https://example.org/some.slm';
    const bytes = new Uint8Array([1, 2, 3]);
    for (const [model, sent] of [[new URL(address), address], [address, address], [bytes, bytes], [null, null]]) {
      const { workers } = await start({ model });
      expect(workers[0]?.model).toEqual(sent);
    }
    expect((await start()).workers[0]?.model).toMatch(/en\.slm$/);
  });

  test('an engine that was started anew says how it reads now', async () => {
    const problem = { code: 'bad_model', message: 'en.slm is gone.' } as const;
    const { engine, workers } = await start({}, loaded, {
      ...loaded,
      model: 'rules-only',
      problem,
    });
    expect([engine.model, engine.modelProblem]).toEqual(['loaded', null]);
    workers[0]?.crash('killed');
    await rejection(engine.analyze('one'));
    const next = engine.analyze('two');
    await settle();
    workers[1]?.answer();
    await next;
    expect(engine.model).toBe('rules-only');
    expect(engine.modelProblem).toMatchObject(problem);
  });

  test('closing stops the worker', async () => {
    const { engine, workers } = await start();
    engine.close();
    expect(workers[0]?.terminated).toBe(true);
  });
});
