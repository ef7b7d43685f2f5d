// What the engine asks of its worker, seen from the worker: a stand-in that answers when told.
import { describe, expect, test, vi } from 'vitest';
import { createEngine, isAbort, type EngineOptions } from '../../../web/engine/index.ts';
import type { CoreState } from '../../../web/engine/link.ts';
import type { ToWorker } from '../../../web/engine/worker.ts';
import { rejection } from '../support/case.ts';

const loaded: CoreState = {
  houseStyleProblem: null,
  houseStyleProblems: [],
  shownStatuses: null,
  defaultWeights: {} as CoreState['defaultWeights'],
};

const emptyModule = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
const modelBytes = new Uint8Array([1, 2, 3]);

class StandInWorker {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: { message: string; preventDefault(): void }) => void) | null = null;
  readonly received: string[] = [];
  readonly state: CoreState;
  /** The models it was brought. */
  readonly models: unknown[] = [];
  /** The sessions it was told to forget. */
  readonly forgotten: number[] = [];
  terminated = false;

  constructor(state: CoreState) {
    this.state = state;
  }
  postMessage(message: ToWorker): void {
    if ('text' in message) {
      this.received.push(message.text);
    } else if ('forget' in message) {
      this.forgotten.push(message.forget);
    } else {
      this.models.push(message.equipment.model);
      const ready = this.state;
      queueMicrotask(() => this.onmessage?.({ data: { ready } }));
    }
  }
  terminate(): void {
    this.terminated = true;
  }
  answer(): void {
    this.onmessage?.({ data: { report: JSON.stringify({ of: this.received.at(-1) }) } });
  }
  progress(progress: number): void {
    this.onmessage?.({ data: { progress } });
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
  const given = { createWorker, wasmBinary: emptyModule, model: modelBytes, ...options };
  return { engine: await createEngine(given), workers };
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

  test('the worker is given the model, wherever it comes from', async () => {
    vi.stubGlobal('fetch', async () => new Response(modelBytes));
    const address = 'https://example.org/some.slm';
    for (const model of [new URL(address), address, modelBytes, modelBytes.buffer]) {
      const { workers } = await start({ model });
      expect(workers[0]?.models).toEqual([modelBytes]);
    }
    vi.unstubAllGlobals();
  });

  test('a worker that takes the place of another is given the model that was fetched', async () => {
    const fetched = vi.fn(async () => new Response(modelBytes));
    vi.stubGlobal('fetch', fetched);
    const { engine, workers } = await start({ model: 'https://example.org/some.slm' });
    workers[0]?.crash('killed');
    await rejection(engine.analyze('one'));
    void engine.analyze('two');
    await settle();
    expect(workers[1]?.models).toEqual([modelBytes]);
    expect(fetched).toHaveBeenCalledTimes(1);
    vi.unstubAllGlobals();
  });

  test('an engine that was started anew says how it reads now', async () => {
    const houseStyleProblem = { code: 'bad_house_style', message: 'No.' } as const;
    const { engine, workers } = await start({}, loaded, { ...loaded, houseStyleProblem });
    expect(engine.houseStyleProblem).toBe(null);
    workers[0]?.crash('killed');
    await rejection(engine.analyze('one'));
    const next = engine.analyze('two');
    await settle();
    workers[1]?.answer();
    await next;
    expect(engine.houseStyleProblem).toMatchObject(houseStyleProblem);
  });

  test('a model that could not be fetched is fetched anew by the next call', async () => {
    const answers = [new Response('', { status: 404 }), new Response(modelBytes)];
    vi.stubGlobal('fetch', async () => answers.shift());
    const model = 'https://example.org/some.slm';
    const workers: StandInWorker[] = [];
    const createWorker = () => workers[workers.push(new StandInWorker(loaded)) - 1] as unknown as Worker;
    const given = { createWorker, wasmBinary: emptyModule, model };
    expect(await rejection(createEngine(given))).toMatchObject({ code: 'bad_model' });
    await createEngine(given);
    expect(workers.map(({ models, terminated }) => [models, terminated])).toEqual([[[], true], [[modelBytes], false]]);
    vi.unstubAllGlobals();
  });

  test('closing stops the worker', async () => {
    const { engine, workers } = await start();
    engine.close();
    expect(workers[0]?.terminated).toBe(true);
  });
});

describe('Sessions and their worker', () => {
  const insert = (text: string) => ({ from: 0, to: 0, insert: text });

  test('take turns: of each only the newest text waits, and none cancels another’s', async () => {
    const { engine, workers } = await start();
    const [worker] = workers;
    const [a, b] = [engine.open('a'), engine.open('b')];
    const calls = [engine.analyze('0'), a.read().catch(isAbort), b.read(), a.update(insert('a'))];
    for (let n = 0; n < 4; ++n) {
      await settle();
      worker?.answer();
    }
    expect(worker?.received).toEqual(['0', 'aa', 'b']);
    expect(await Promise.all(calls)).toEqual([{ of: '0' }, true, { of: 'b' }, { of: 'aa' }]);
  });

  test('one that is busy does not keep another waiting', async () => {
    const { engine, workers } = await start();
    const [worker] = workers;
    const [a, b] = [engine.open('a'), engine.open('b')];
    const first = a.read().catch(isAbort);
    await settle();
    const [second, other] = [a.update(insert('a')).catch(isAbort), b.read()];
    worker?.answer();
    await settle();
    const third = a.update(insert('a'));
    worker?.answer();
    await settle();
    worker?.answer();
    await settle();
    worker?.answer();
    expect(worker?.received).toEqual(['a', 'b', 'aaa']);
    expect(await Promise.all([first, second, other, third])).toEqual(
      [true, true, { of: 'b' }, { of: 'aaa' }]);
  });

  test('are forgotten by the worker once closed, each once', async () => {
    const { engine, workers } = await start();
    const [a, b] = [engine.open('a'), engine.open('b')];
    const underWay = rejection(b.read());
    b.close();
    expect(await underWay).toMatchObject({ code: 'session_closed' });
    b.close();
    a.close();
    expect(workers[0]?.forgotten).toEqual([2, 1]);
    expect(await rejection(a.update(insert('x')))).toMatchObject({ code: 'session_closed' });
    expect(await rejection(a.render('json'))).toMatchObject({ code: 'session_closed' });
  });

  test('outlive their worker: the next update is answered by another', async () => {
    const { engine, workers } = await start();
    const session = engine.open('one');
    const call = rejection(session.read());
    await settle();
    workers[0]?.crash('out of memory');
    expect(await call).toMatchObject({ code: 'engine_failed' });
    const next = session.update({ from: 3, to: 3, insert: ' two' });
    await settle();
    expect(workers[1]?.received).toEqual(['one two']);
    workers[1]?.answer();
    expect(await next).toEqual({ of: 'one two' });
  });

  test('end with their engine', async () => {
    const { engine } = await start();
    const session = engine.open('one');
    const call = rejection(session.read());
    engine.close();
    expect(await call).toMatchObject({ code: 'engine_closed' });
    expect(await rejection(session.read())).toMatchObject({ code: 'engine_closed' });
    expect(() => engine.open('two')).toThrow('closed');
  });
});

describe('A text that was cancelled', () => {
  /** Cancels a text that has run for a while, of which so much is done. */
  const cancelLate = async (share: number) => {
    const started = await start();
    vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
    const controller = new AbortController();
    const call = rejection(started.engine.analyze('long', { signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(1000);
    if (share) started.workers[0]?.progress(share);
    controller.abort();
    await call;
    await vi.advanceTimersByTimeAsync(1);
    return started;
  };
  const afterwards = () => void vi.useRealTimers();

  test('has its worker stopped, and another answers the next call', async () => {
    const { engine, workers } = await cancelLate(0.2);
    expect([workers[0]?.terminated, workers.length]).toEqual([true, 2]);
    const next = engine.analyze('short');
    await vi.advanceTimersByTimeAsync(1);
    expect(workers[1]?.received).toEqual(['short']);
    workers[1]?.answer();
    expect(await next).toEqual({ of: 'short' });
    afterwards();
  });

  test('goes on if it has nearly been read, but not for long', async () => {
    const { workers } = await cancelLate(0.9);
    expect(workers[0]?.terminated).toBe(false);
    await vi.advanceTimersByTimeAsync(500);
    expect(workers[0]?.terminated).toBe(true);
    afterwards();
  });

  test('goes on while it is young', async () => {
    const { engine, workers } = await start();
    vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
    const call = engine.analyze('one').catch(isAbort);
    await vi.advanceTimersByTimeAsync(100);
    const next = engine.analyze('two');
    await vi.advanceTimersByTimeAsync(250);
    expect(await call).toBe(true);
    expect(workers[0]?.terminated).toBe(false);
    workers[0]?.answer();
    await vi.advanceTimersByTimeAsync(1000);
    workers[0]?.answer();
    expect(await next).toEqual({ of: 'two' });
    expect(workers.length).toBe(1);
    afterwards();
  });
});
