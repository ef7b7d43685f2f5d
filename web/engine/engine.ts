// Text goes in, a Report comes out, in several formats; only the newest text counts. createEngine() chooses where the
// core runs. tests/web/engine/suite.ts holds every engine, in node and in the browser.
import { SourcelightError } from './error.ts';
import { styleToSend, type HouseStyle, type HouseStyleProblem } from './house-style.ts';
import type { Article, CoreState, DefaultWeights, Link, Problem } from './link.ts';
import { toSend, type ModelSource } from './model.ts';
import type { Format, RenderOptions } from './render.ts';
import type { Hyperlink, Report, Weights } from './report.ts';
import { openWorker } from './worker-link.ts';

export interface AnalyzeOptions {
  /** Cancels this call: its promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** The hyperlinks of a text that was HTML, as readHtml() gives them. */
  readonly links?: readonly Hyperlink[];
  /** How much something counts in a claim's priority, where it is not `Engine.defaultWeights`. */
  readonly weights?: Weights;
}

export interface Engine {
  /** How texts are read: with the trained model, or by rules alone, which find less. */
  readonly model: 'loaded' | 'rules-only';
  /** Why the model that was asked for is not in use (`bad_model`); null if nothing went wrong. */
  readonly modelProblem: SourcelightError | null;
  /** Why the house style that was given is not in use (`bad_house_style`); null if it is. */
  readonly houseStyleProblem: SourcelightError | null;
  /** What in the house style in use makes no sense, and was left out. */
  readonly houseStyleProblems: readonly HouseStyleProblem[];
  /** How much everything counts in a claim's priority, by name. */
  readonly defaultWeights: DefaultWeights;
  /**
   * Resolves with what `text` claims and on whose word. A newer call cancels an older one, which
   * rejects with an AbortError; texts that were never begun are not analysed at all. Rejects with
   * a SourcelightError if there is no Report (`bad_links`: a link stands outside the text;
   * `bad_weights`: a weight has no known name, or is not between 0 and 1); after `engine_failed`, the next call starts anew.
   */
  analyze(text: string, options?: AnalyzeOptions): Promise<Report>;
  /**
   * Resolves with the Report that analyze() gave last, in another format: what is exported is what
   * was shown. Rejects with `no_report` before there is one. Cancels nothing; it waits its turn.
   */
  render(format: Format, options?: RenderOptions): Promise<string>;
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
  /** A newsroom's rules and words (docs/house-style.md), applied to every text. */
  readonly houseStyle?: HouseStyle;
  /** With `thread: 'same'`: the bytes of sourcelight.wasm, which node cannot fetch. */
  readonly wasmBinary?: ArrayBuffer | Uint8Array;
  /** With `thread: 'worker'`: starts web/engine/worker.ts from another place than usual. */
  readonly createWorker?: () => Worker;
}

/**
 * Resolves once the engine and its model are loaded; rejects with `engine_failed` if the engine
 * cannot be. One without its model still reads, by rules alone: see `Engine.model`; and one reads
 * without its house style: see `Engine.houseStyleProblem`.
 */
export async function createEngine(options: EngineOptions = {}): Promise<Engine> {
  const equipment = {
    model: toSend(options.model),
    houseStyle: styleToSend(options.houseStyle),
  };
  const engine = new LatestOnly(async () => {
    if (options.thread !== 'same') {
      return openWorker(options.createWorker ?? startWorker, equipment);
    }
    const { openSameThread } = await import('./same-thread.ts');
    return openSameThread(equipment, options.wasmBinary);
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
  /** Rejected from outside, or answered. */
  settled: boolean;
  run(link: Link): Promise<void>;
  reject(reason: unknown): void;
}

const asError = (problem: Problem | null): SourcelightError | null =>
  problem && new SourcelightError(problem.code, problem.message);

// Holds at most two texts to analyse: the one at work and the newest that waits for it. What is to
// be rendered waits in a line of its own.
class LatestOnly implements Engine {
  readonly #open: () => Promise<Link>;
  #link: Link | null = null;
  #state: CoreState | null = null; // known once a core was loaded
  #working: Job | null = null;
  #analysis: Job | null = null;
  #waiting: Job | null = null;
  readonly #renders: Job[] = [];
  #answered: Article | null = null;
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
    return this.#loaded.model;
  }

  get modelProblem(): SourcelightError | null {
    return asError(this.#loaded.problem);
  }

  get houseStyleProblem(): SourcelightError | null {
    return asError(this.#loaded.houseStyleProblem);
  }

  get houseStyleProblems(): readonly HouseStyleProblem[] {
    return this.#loaded.houseStyleProblems;
  }

  get defaultWeights(): DefaultWeights {
    return this.#loaded.defaultWeights;
  }

  // createEngine() gives nobody an engine before its first core is loaded.
  get #loaded(): CoreState {
    if (!this.#state) throw closed();
    return this.#state;
  }

  analyze(text: string, { signal, links = [], weights = {} }: AnalyzeOptions = {}): Promise<Report> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      if (this.#closed) throw closed();
      const article: Article = { text, links: checked(links, text), weights: set(weights) };
      const answer = (report: Report): void => {
        this.#answered = article;
        resolve(report);
      };
      this.#cancelAnalyses(new DOMException('A newer text replaced this one.', 'AbortError'));
      this.#waiting = makeJob((link) => link.analyze(article), answer, reject, signal);
      if (!this.#working) void this.#work();
    });
  }

  render(format: Format, { title, url }: RenderOptions = {}): Promise<string> {
    return new Promise((resolve, reject) => {
      if (this.#closed) throw closed();
      const article = this.#answered;
      if (!article) {
        throw new SourcelightError('no_report', 'Nothing has been analysed that could be shown.');
      }
      const wanted = { format, title, url };
      this.#renders.push(makeJob((link) => link.render(article, wanted), resolve, reject));
      if (!this.#working) void this.#work();
    });
  }

  close(): void {
    this.#closed = true;
    this.#cancelAnalyses(closed());
    this.#working?.reject(closed());
    for (const job of this.#renders.splice(0)) job.reject(closed());
    this.#drop();
  }

  async #work(): Promise<void> {
    for (let job = this.#next(); job; job = this.#next()) {
      this.#working = job;
      try {
        const link = await this.load();
        if (!job.settled) await job.run(link);
      } catch (reason) {
        if (reason instanceof SourcelightError && reason.code === 'engine_failed') this.#drop();
        job.reject(reason);
      }
    }
    this.#working = null;
  }

  // Renders are asked for by a person who waits, and take milliseconds: they come first.
  #next(): Job | null {
    const render = this.#renders.shift();
    if (render) return render;
    this.#analysis = this.#waiting;
    this.#waiting = null;
    return this.#analysis;
  }

  #cancelAnalyses(reason: unknown): void {
    this.#analysis?.reject(reason);
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

/** The links as plain data, or throws which of them does not stand in the text. */
function checked(links: readonly Hyperlink[], { length }: string): readonly Hyperlink[] {
  return links.map(({ span: [begin, end], target }) => {
    const whole = Number.isInteger(begin) && Number.isInteger(end);
    if (whole && 0 <= begin && begin < end && end <= length) return { span: [begin, end], target };
    throw new SourcelightError(
      'bad_links',
      `The link to ${target} stands at [${begin}, ${end}], not inside the text of ${length} units.`,
    );
  });
}

/** The weights as plain data of their own, without those that are undefined. */
function set(weights: Weights): Weights {
  return Object.fromEntries(Object.entries(weights).filter(([, weight]) => weight !== undefined));
}

function makeJob<Answer>(
  ask: (link: Link) => Promise<Answer>,
  resolve: (answer: Answer) => void,
  reject: (reason: unknown) => void,
  signal?: AbortSignal,
): Job {
  const settle = (done: () => void): void => {
    if (job.settled) return;
    job.settled = true;
    signal?.removeEventListener('abort', cancel);
    done();
  };
  const cancel = (): void => job.reject(signal?.reason);
  const job: Job = {
    settled: false,
    run: async (link) => {
      const answer = await ask(link);
      settle(() => resolve(answer));
    },
    reject: (reason) => settle(() => reject(reason)),
  };
  signal?.addEventListener('abort', cancel);
  return job;
}
