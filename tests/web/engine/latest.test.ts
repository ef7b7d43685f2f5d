// What the engine asks of its worker, seen from the worker: a stand-in that answers when told.
import { describe, expect, test } from 'vitest';
import { createEngine, isAbort } from '../../../web/engine/index.ts';
import { rejection } from '../support/case.ts';

class StandInWorker {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: { message: string; preventDefault(): void }) => void) | null = null;
  readonly received: string[] = [];
  terminated = false;

  postMessage(text: string): void {
    this.received.push(text);
  }
  terminate(): void {
    this.terminated = true;
  }
  ready(): this {
    this.onmessage?.({ data: { ready: true } });
    return this;
  }
  answer(): void {
    this.onmessage?.({ data: { report: JSON.stringify({ of: this.received.at(-1) }) } });
  }
  crash(message: string): void {
    this.onerror?.({ message, preventDefault() {} });
  }
}

async function start() {
  const workers: StandInWorker[] = [];
  const createWorker = () => {
    const worker = new StandInWorker();
    workers.push(worker);
    queueMicrotask(() => worker.ready());
    return worker as unknown as Worker;
  };
  return { engine: await createEngine({ createWorker }), workers };
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

  test('closing stops the worker', async () => {
    const { engine, workers } = await start();
    engine.close();
    expect(workers[0]?.terminated).toBe(true);
  });
});
