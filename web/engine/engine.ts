// Text goes in, a Report comes out; only the newest text counts. createEngine() chooses where the
// core runs. tests/web/engine/suite.ts holds every engine, in node and in the browser.
import { SourcelightError } from './error.ts';
import type { Link, ModelState } from './link.ts';
import { toSend, type ModelSource } from './model.ts';
import type { Report } from './report.ts';
import { openWorker } from './worker-link.ts';

export interface AnalyzeOptions {
  /** Cancels this call: its promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

export interface Engine {
  /** How texts are read: with the trained model, or by rules alone, which find less. */
  readonly model: 'loaded' | 'rules-only';
  /** Why the model that was asked for is not in use (`bad_model`); null if nothing went wrong. */
  readonly modelProblem: SourcelightError | null;
  /**
   * Resolves with what `text` claims and on whose word. A newer call cancels an older one, which
   * rejects with an AbortError; texts that were never begun are not analysed at all. Rejects with
   * a SourcelightError if there is no Report; after `engine_failed`, the next call starts anew.
   */
  analyze(text: string, options?: AnalyzeOptions): Promise<Report>;
  /** Frees the engine. What is under way and every later call reject with `engine_closed`. */
  close(): void;
}

export interface EngineOptions {
  /** Where the core runs: in a worker of its own (default), or on the thread of the caller. */
  readonly thread?: 'worker' | 'same';
  /**
   * The weight file: its address or its bytes, or null to read by rules alone. Without it, the one
   * that was built with the page is fetched; node cannot fetch it and needs the bytes.
   */
  readonly model?: ModelSource;
  /** With `thread: 'same'`: the bytes of sourcelight.wasm, which node cannot fetch. */
  readonly wasmBinary?: ArrayBuffer | Uint8Array;
  /** With `thread: 'worker'`: starts web/engine/worker.ts from another place than usual. */
  readonly createWorker?: () => Worker;
}

/**
 * Resolves once the engine and its model are loaded; rejects with `engine_failed` if the engine
 * cannot be. One without its model still reads, by rules alone: see `Engine.model`.
 */
export async function createEngine(options: EngineOptions = {}): Promise<Engine> {
  const model = toSend(options.model);
  const engine = new LatestOnly(async () => {
    if (options.thread !== 'same') return openWorker(options.createWorker ?? startWorker, model);
    const { openSameThread } = await import('./same-thread.ts');
    return openSameThread(model, options.wasmBinary);
  });
  await engine.load();
  return engine;
}

function startWorker(): Worker {
  if (typeof Worker === 'undefined') {
    throw new SourcelightError(
      'engine_failed',
      "There are no web workers here: use createEngine({ thread: 'same', wasmBinary, model }).",
    );
  }
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
}

interface Job {
  readonly text: string;
  /** Rejected from outside, or answered. */
  settled: boolean;
  resolve(report: Report): void;
  reject(reason: unknown): void;
}

// Holds at most two texts: the one at work and the newest that waits for it.
class LatestOnly implements Engine {
  readonly #open: () => Promise<Link>;
  #link: Link | null = null;
  #state: ModelState = { model: 'rules-only', problem: null };
  #working: Job | null = null;
  #waiting: Job | null = null;
  #closed = false;

  constructor(open: () => Promise<Link>) {
    this.#open = open;
  }

  async load(): Promise<Link> {
    this.#link ??= await this.#open();
    if (this.#closed) {
      this.#drop();
      throw closed();
    }
    this.#state = this.#link.state;
    return this.#link;
  }

  get model(): 'loaded' | 'rules-only' {
    return this.#state.model;
  }

  get modelProblem(): SourcelightError | null {
    const { problem } = this.#state;
    return problem && new SourcelightError(problem.code, problem.message);
  }

  analyze(text: string, { signal }: AnalyzeOptions = {}): Promise<Report> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      if (this.#closed) throw closed();
      const superseded = new DOMException('A newer text replaced this one.', 'AbortError');
      this.#cancelAll(superseded);
      this.#waiting = makeJob(text, resolve, reject, signal);
      if (!this.#working) void this.#work();
    });
  }

  close(): void {
    this.#closed = true;
    this.#cancelAll(closed());
    this.#drop();
  }

  async #work(): Promise<void> {
    while (this.#waiting) {
      const job = this.#waiting;
      this.#working = job;
      this.#waiting = null;
      try {
        const link = await this.load();
        if (!job.settled) job.resolve(await link.analyze(job.text));
      } catch (reason) {
        if (reason instanceof SourcelightError && reason.code === 'engine_failed') this.#drop();
        job.reject(reason);
      }
    }
    this.#working = null;
  }

  #cancelAll(reason: unknown): void {
    this.#working?.reject(reason);
    this.#waiting?.reject(reason);
    this.#waiting = null;
  }

  #drop(): void {
    this.#link?.close();
    this.#link = null;
  }
}

function closed(): SourcelightError {
  return new SourcelightError('engine_closed', 'The engine was closed.');
}

function makeJob(
  text: string,
  resolve: (report: Report) => void,
  reject: (reason: unknown) => void,
  signal: AbortSignal | undefined,
): Job {
  const settle = (done: () => void): void => {
    if (job.settled) return;
    job.settled = true;
    signal?.removeEventListener('abort', cancel);
    done();
  };
  const cancel = (): void => job.reject(signal?.reason);
  const job: Job = {
    text,
    settled: false,
    resolve: (report) => settle(() => resolve(report)),
    reject: (reason) => settle(() => reject(reason)),
  };
  signal?.addEventListener('abort', cancel);
  return job;
}
