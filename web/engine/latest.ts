// One core, and the order in which it is asked: of each line (line.ts) at most two texts to analyse
// are held, the one at work and the newest that waits, and the lines take turns. A core that is long
// about a text nobody wants any more is replaced. tests/web/engine/latest.test.ts holds it.
import { checked, checkedParts, set } from './article.ts';
import type { AnalyzeOptions, Engine } from './engine.ts';
import { SourcelightError } from './error.ts';
import type { HouseStyleProblem } from './house-style.ts';
import { makeJob, type Job } from './job.ts';
import { Line } from './line.ts';
import type { Article, CoreState, DefaultWeights, Link, Problem } from './link.ts';
import { whatToRender, type Format, type RenderOptions } from './render.ts';
import type { ClaimStatus, Report } from './report.ts';
import { TextSession, type Session, type SessionOptions } from './session.ts';

/** Starts a core. */
export type OpenCore = () => Promise<Link>;

/** Milliseconds that a cancelled text may go on, and that its end may be awaited then. */
const patience = 400;

export class LatestOnly implements Engine {
  readonly #open: OpenCore;
  #loading: Promise<Link> | null = null;
  #link: Link | null = null;
  #state: CoreState | null = null; // known once a core was loaded
  #working: Job | null = null;
  /** Whose turn comes first stands first. */
  readonly #lines = new Set<Line>();
  readonly #own: Line;
  #opened = 0;
  #closed = false;

  constructor(open: OpenCore) {
    this.#open = open;
    this.#own = this.#newLine(null);
  }

  load(): Promise<Link> {
    this.#loading ??= this.#start().catch((reason: unknown) => {
      this.#loading = null;
      throw reason;
    });
    return this.#loading;
  }

  get houseStyleProblem(): SourcelightError | null {
    return asError(this.#loaded.houseStyleProblem);
  }

  get houseStyleProblems(): readonly HouseStyleProblem[] {
    return this.#loaded.houseStyleProblems;
  }

  get shownStatuses(): readonly ClaimStatus[] | null {
    return this.#loaded.shownStatuses;
  }

  get defaultWeights(): DefaultWeights {
    return this.#loaded.defaultWeights;
  }

  // createEngine() gives nobody an engine before its first core is loaded.
  get #loaded(): CoreState {
    if (!this.#state) throw closed();
    return this.#state;
  }

  analyze(text: string, options: AnalyzeOptions = {}): Promise<Report> {
    return this.#analyze(this.#own, text, options);
  }

  render(format: Format, options: RenderOptions = {}): Promise<string> {
    return this.#render(this.#own, format, options);
  }

  open(text: string, options: SessionOptions = {}): Session {
    if (this.#closed) throw closed();
    const line = this.#newLine((this.#opened += 1));
    return new TextSession(text, options, {
      analyze: (now, how) => this.#analyze(line, now, how),
      render: (format, how) => this.#render(line, format, how),
      close: () => this.#closeLine(line, new SourcelightError('session_closed', 'The session was closed.')),
    });
  }

  #newLine(session: number | null): Line {
    const line = new Line(session);
    this.#lines.add(line);
    return line;
  }

  #analyze(line: Line, text: string, options: AnalyzeOptions): Promise<Report> {
    const { signal, links = [], parts = [], weights = {}, language = 'auto', date, onProgress } = options;
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      if (line.end) throw line.end;
      const { session } = line;
      const placed = { links: checked(links, text), parts: checkedParts(parts, text) };
      const article: Article = { text, ...placed, weights: set(weights), language, date, session };
      const read = async (link: Link): Promise<Report> => {
        const report = await link.analyze(article, job.progress);
        if (!job.settled) line.answered = article;
        return report;
      };
      const job = makeJob(read, resolve, reject, { signal, onProgress, onCancel: this.#cancelled });
      line.join(job);
      this.#wake();
    });
  }

  #render(line: Line, format: Format, options: RenderOptions): Promise<string> {
    return new Promise((resolve, reject) => {
      if (line.end) throw line.end;
      const { article, wanted } = whatToRender(format, options, line.answered);
      line.renders.push(makeJob((link) => link.render(article, wanted), resolve, reject));
      this.#wake();
    });
  }

  close(): void {
    this.#closed = true;
    for (const line of this.#lines) line.close(closed());
    this.#lines.clear();
    this.#working?.reject(closed());
    this.#drop();
  }

  #closeLine(line: Line, reason: SourcelightError): void {
    if (!this.#lines.delete(line)) return;
    line.close(reason);
    if (line.session !== null) this.#link?.forget(line.session);
  }

  async #start(): Promise<Link> {
    const link = await this.#open();
    if (this.#closed) {
      link.close();
      throw closed();
    }
    this.#link = link;
    this.#state = link.state;
    return link;
  }

  #wake(): void {
    if (!this.#working) void this.#work();
  }

  async #work(): Promise<void> {
    for (let job = this.#next(); job; job = this.#next()) {
      this.#working = job;
      let link: Link | null = null;
      try {
        link = await this.load();
        if (!job.settled) await job.run(link);
      } catch (reason) {
        const isBroken = reason instanceof SourcelightError && reason.code === 'engine_failed';
        if (isBroken && link === this.#link) this.#drop();
        job.reject(reason);
      }
    }
    this.#working = null;
  }

  // Renders are asked for by a person who waits, and take milliseconds: they come first.
  #next(): Job | null {
    for (const { renders } of this.#lines) {
      const render = renders.shift();
      if (render) return render;
    }
    for (const line of this.#lines) {
      const job = line.next();
      if (!job) continue;
      this.#lines.delete(line);
      this.#lines.add(line);
      return job;
    }
    return null;
  }

  /** A cancelled text that is at work is left to its end if that is near. */
  readonly #cancelled = (job: Job): void => {
    if (this.#working !== job || !this.#link?.canStop) return;
    setTimeout(() => {
      if (this.#working !== job) return;
      if (job.timeLeft() > patience) this.#replace();
      else setTimeout(() => this.#working === job && this.#replace(), patience);
    }, patience - job.timeRun());
  };

  #replace(): void {
    this.#drop();
    if (!this.#closed) this.load().catch(() => {});
  }

  #drop(): void {
    this.#link?.close();
    this.#link = null;
    this.#loading = null;
  }
}

const asError = (problem: Problem | null): SourcelightError | null =>
  problem && new SourcelightError(problem.code, problem.message);

function closed(): SourcelightError {
  return new SourcelightError('engine_closed', 'The engine was closed.');
}
