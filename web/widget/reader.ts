// Reads the article again whenever it has changed and rested for a moment; only the newest text
// counts, and what fails is tried anew with the next change. tests/web/widget/reader.test.ts and tests/web/page hold it.
import type { AnalyzeOptions, Engine, Format, RenderOptions, Report, Session } from '../engine/index.ts';
import { isAbort, SourcelightError } from '../engine/error.ts';
import { findEdit } from '../highlight/edit.ts';

export interface ReaderEvents {
  /** Reading has begun, or gone on: so much of it is done (0 to 1); or the engine must be loaded first. */
  onBusy(share: number | 'loading'): void;
  /** The engine was loaded, or has read: perhaps as another, where the first one broke. */
  onEngine(engine: Engine): void;
  onReport(report: Report): void;
  onFailure(reason: unknown): void;
}

interface Reading {
  readonly text: string;
  readonly options: AnalyzeOptions & { readonly signal: AbortSignal };
}

export type ReadOptions = Pick<AnalyzeOptions, 'links' | 'parts' | 'weights'>;

const usualRest = 40; // milliseconds

export class Reader {
  readonly #start: () => Promise<Engine>;
  readonly #events: ReaderEvents;
  readonly #rest: number;
  readonly #borrows: boolean;
  #engine: Promise<Engine> | null = null;
  #isLoaded = false;
  #session: Session | null = null;
  /** For texts beside the article, so that it is read on meanwhile. */
  #second: Promise<Engine> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #reading = new AbortController();

  /**
   * `rest`: milliseconds without a newer text before one is read; `borrows`: the engine is somebody
   * else's: it stays open, and what others have it read goes on.
   */
  constructor(
    start: () => Promise<Engine>,
    events: ReaderEvents,
    { rest = usualRest, borrows = false } = {},
  ) {
    this.#start = start;
    this.#events = events;
    this.#rest = rest;
    this.#borrows = borrows;
  }

  /** Loads the engine before there is a text, so that the first one need not wait. Never rejects. */
  async prepare(): Promise<void> {
    try {
      await this.#load();
    } catch (reason) {
      this.#events.onFailure(reason);
    }
  }

  /** Reads `text` once no newer one has come for a moment. */
  read(text: string, options: ReadOptions): void {
    this.cancel();
    const { signal } = this.#reading;
    const reading: Reading = { text, options: { ...options, signal } };
    this.#timer = setTimeout(() => void this.#analyze(reading), this.#rest);
  }

  /** Drops what is being read, if anything is. */
  cancel(): void {
    clearTimeout(this.#timer);
    this.#reading.abort();
    this.#reading = new AbortController();
  }

  /** The Report of another text. */
  async readOther(text: string, options: AnalyzeOptions): Promise<Report> {
    this.#second ??= this.#start();
    try {
      return await (await this.#second).analyze(text, options);
    } catch (reason) {
      if (!isAbort(reason)) this.#second = null;
      throw reason;
    }
  }

  /** The last Report in another format. */
  async render(format: Format, options?: RenderOptions): Promise<string> {
    return (await this.#load()).render(format, options);
  }

  close(): void {
    this.cancel();
    for (const engine of [this.#engine, this.#second]) {
      if (!this.#borrows) engine?.then((one) => one.close()).catch(() => {});
    }
    this.#session?.close();
    this.#session = null;
    this.#engine = this.#second = null;
  }

  async #analyze(reading: Reading): Promise<void> {
    const { text, options } = reading;
    const { signal } = options;
    const onProgress = (share: number): void => {
      if (!signal.aborted) this.#events.onBusy(share);
    };
    this.#events.onBusy(this.#isLoaded ? 0 : 'loading');
    try {
      const engine = await this.#load();
      onProgress(0);
      if (signal.aborted) return;
      const report = await this.#askTwice(engine, text, { ...options, onProgress });
      this.#events.onEngine(engine);
      if (!signal.aborted) this.#events.onReport(report);
    } catch (reason) {
      if (!signal.aborted && !isAbort(reason)) this.#events.onFailure(reason);
    }
  }

  // WebKit has stopped cores for no fault of their text, one in fifty of those just loaded: the new
  // one that the engine starts then reads it.
  async #askTwice(engine: Engine, text: string, options: Reading['options']): Promise<Report> {
    try {
      return await this.#ask(engine, text, options);
    } catch (reason) {
      const stopped = reason instanceof SourcelightError && reason.code === 'engine_failed';
      if (!stopped || options.signal.aborted) throw reason;
      return this.#ask(engine, text, options);
    }
  }

  #ask(engine: Engine, text: string, options: AnalyzeOptions): Promise<Report> {
    if (!this.#borrows) return engine.analyze(text, options);
    // The links and parts of a session move along with its text; others it cannot be told.
    const { links, parts } = options;
    if (links || parts) {
      this.#session?.close();
      this.#session = engine.open(text, { ...(links && { links }), ...(parts && { parts }) });
      return this.#session.read(options);
    }
    const session = (this.#session ??= engine.open(''));
    const edit = findEdit(session.text, text);
    if (!edit) return session.read(options);
    const { begin: from, removed, inserted } = edit;
    return session.update({ from, to: from + removed, insert: text.slice(from, from + inserted) }, options);
  }

  #load(): Promise<Engine> {
    if (this.#engine) return this.#engine;
    const loading = this.#start();
    this.#engine = loading;
    this.#isLoaded = false;
    loading.then(
      (engine) => {
        // One that was closed meanwhile says nothing of what is in use.
        if (this.#engine !== loading) return;
        this.#isLoaded = true;
        this.#events.onEngine(engine);
      },
      () => {
        // Who asked for it is told; a failure is no answer to the next who asks.
        if (this.#engine === loading) this.#engine = null;
      },
    );
    return loading;
  }
}
