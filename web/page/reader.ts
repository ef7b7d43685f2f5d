// Reads the article again whenever it has changed and rested for a moment; only the newest text
// counts, and what fails is tried anew with the next change. tests/web/page hold it.
import { createEngine, isAbort, type Engine, type Report } from '../engine/index.ts';

export interface ReaderEvents {
  /** Reading has begun and not ended yet. */
  onBusy(): void;
  /** The engine was loaded, or has read: with its model or, where that has a problem, without. */
  onEngine(engine: Engine): void;
  onReport(report: Report): void;
  onFailure(reason: unknown): void;
}

const restMilliseconds = 100;

export class Reader {
  readonly #events: ReaderEvents;
  #engine: Promise<Engine> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #newest = 0;

  constructor(events: ReaderEvents) {
    this.#events = events;
  }

  /** Loads the engine before there is a text, so that the first one need not wait. */
  prepare(): void {
    this.#load().then(
      (engine) => this.#events.onEngine(engine),
      (reason: unknown) => this.#events.onFailure(reason),
    );
  }

  /** Reads `text` once no newer one has come for a moment. */
  read(text: string): void {
    const turn = this.forget();
    this.#timer = setTimeout(() => void this.#analyze(text, turn), restMilliseconds);
  }

  /** Drops what is being read, if anything is. */
  forget(): number {
    clearTimeout(this.#timer);
    return ++this.#newest;
  }

  async #analyze(text: string, turn: number): Promise<void> {
    this.#events.onBusy();
    try {
      const engine = await this.#load();
      const report = await engine.analyze(text);
      // One that broke has been loaded anew, perhaps without its model.
      this.#events.onEngine(engine);
      if (turn === this.#newest) this.#events.onReport(report);
    } catch (reason) {
      if (turn === this.#newest && !isAbort(reason)) this.#events.onFailure(reason);
    }
  }

  #load(): Promise<Engine> {
    this.#engine ??= createEngine().catch((reason: unknown) => {
      this.#engine = null;
      throw reason;
    });
    return this.#engine;
  }
}
