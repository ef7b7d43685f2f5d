// The core in a worker, seen from outside: starts it, sends one question, awaits one reply. A worker
// that cannot start, or crashes, rejects what is asked of it. tests/web/engine hold it.
import { SourcelightError } from './error.ts';
import {
  readReply,
  readReport,
  type Article,
  type CoreState,
  type Equipment,
  type Link,
  type Reply,
  type Wanted,
} from './link.ts';
import type { Report } from './report.ts';
import type { FromWorker, Progress, ToWorker } from './worker.ts';

/** Takes a worker that has been started: its script comes while `equip` gets what it reads with. */
export async function openWorker(
  link: WorkerLink,
  equip: () => Promise<Equipment>,
): Promise<Link> {
  try {
    await link.start(await equip());
  } catch (reason) {
    link.close();
    throw reason;
  }
  return link;
}

export class WorkerLink implements Link {
  readonly canStop = true;
  readonly #worker: Worker;
  #state: CoreState | null = null;
  /** Why nothing can be asked any more. */
  #end: SourcelightError | null = null;
  #resolve: (message: FromWorker) => void = () => {};
  #reject: (reason: SourcelightError) => void = () => {};
  #onProgress: ((share: number) => void) | undefined;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.onmessage = ({ data }: MessageEvent<FromWorker | Progress>) => {
      if ('progress' in data) this.#onProgress?.(data.progress);
      else this.#resolve(data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      this.#stop(crash(event.message));
    };
  }

  async start(equipment: Equipment): Promise<void> {
    this.#state = ready(await this.#ask({ equipment }));
  }

  get state(): CoreState {
    if (!this.#state) throw crash();
    return this.#state;
  }

  async analyze(article: Article, onProgress?: (share: number) => void): Promise<Report> {
    this.#onProgress = onProgress;
    return readReport(await this.#read(article));
  }

  async render(article: Article, wanted: Wanted): Promise<string> {
    return readReply(await this.#read({ ...article, wanted }));
  }

  forget(session: number): void {
    if (!this.#end) this.#worker.postMessage({ forget: session } satisfies ToWorker);
  }

  close(): void {
    this.#worker.terminate();
    this.#stop(new SourcelightError('engine_failed', 'The analysis engine was stopped.'));
  }

  async #read(question: ToWorker): Promise<Reply> {
    const reply = await this.#ask(question);
    if ('ready' in reply) throw crash();
    return reply;
  }

  #ask(question: ToWorker): Promise<FromWorker> {
    return new Promise((resolve, reject) => {
      if (this.#end) throw this.#end;
      [this.#resolve, this.#reject] = [resolve, reject];
      this.#worker.postMessage(question);
    });
  }

  #stop(reason: SourcelightError): void {
    this.#end ??= reason;
    this.#reject(this.#end);
  }
}

function ready(answer: FromWorker): CoreState {
  if ('ready' in answer) return answer.ready;
  throw 'code' in answer ? new SourcelightError(answer.code, answer.message) : crash();
}

// A script that cannot be fetched gives an event without a message.
function crash(message?: string): SourcelightError {
  return new SourcelightError(
    'engine_failed',
    message
      ? `The analysis engine stopped: ${message}.`
      : 'The analysis engine could not be loaded.',
  );
}
