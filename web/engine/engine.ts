// Text goes in, a Report comes out, in several formats; only the newest text counts (latest.ts).
// createEngine() chooses where the core runs. tests/web/engine/suite.ts holds every engine, in node
// and in the browser.
import { addressesOf, workerAt, type Assets } from './assets.ts';
import { SourcelightError } from './error.ts';
import { styleToSend, type HouseStyle, type HouseStyleProblem } from './house-style.ts';
import { LatestOnly, type OpenCore } from './latest.ts';
import type { DefaultWeights, Equipment, Link } from './link.ts';
import type { ModelSource } from './model.ts';
import { makeWorker } from './parts.ts';
import type { Format, RenderOptions } from './render.ts';
import type { ClaimStatus, Hyperlink, Part, Report, Weights } from './report.ts';
import type { Session, SessionOptions } from './session.ts';
import { supplyOf } from './supply.ts';
import { openWorker, WorkerLink } from './worker-link.ts';

/** How the language of a text is known: it is told from the text, or the text is English. */
export type TextLanguage = 'auto' | 'en';

export interface AnalyzeOptions {
  /** Cancels this call: its promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** The hyperlinks of a text that was HTML, as readHtml() gives them. */
  readonly links?: readonly Hyperlink[];
  /** What a page sets its paragraphs as; what no part covers is guessed. */
  readonly parts?: readonly Part[];
  /** How much something counts in a claim's priority, where it is not `Engine.defaultWeights`. */
  readonly weights?: Weights;
  /**
   * `auto` (default): a text that is surely in another language than English rejects with
   * `unsupported_language`; `en`: every text is read as English.
   */
  readonly language?: TextLanguage;
  /**
   * When the article was published, ISO 8601 (`2026-03-05`, a time may follow): claims that stand alone then say
   * which day “on Tuesday” is. What is no date rejects with `bad_date`.
   */
  readonly date?: string;
  /**
   * Is told how much of the text has been read: 0 to 1, growing, and 1 before the Report comes.
   * With a worker at most twenty times a second.
   */
  readonly onProgress?: (share: number) => void;
}

export interface Engine {
  /** Why the house style that was given is not in use (`bad_house_style`); null if it is. */
  readonly houseStyleProblem: SourcelightError | null;
  /** What in the house style in use makes no sense, and was left out. */
  readonly houseStyleProblems: readonly HouseStyleProblem[];
  /**
   * Which claims the house style in use wants shown at first; null: it does not say. Reports have
   * all claims whatever it says.
   */
  readonly shownStatuses: readonly ClaimStatus[] | null;
  /** How much everything counts in a claim's priority, by name. */
  readonly defaultWeights: DefaultWeights;
  /**
   * Resolves with what `text` claims and on whose word. A newer call cancels an older one, which
   * rejects with an AbortError; texts that were never begun are not analysed at all, and a worker
   * that would be long about a cancelled one is stopped and replaced. Rejects with
   * a SourcelightError if there is no Report (`bad_links`, `bad_parts`: a link or a part stands outside the text;
   * `bad_weights`: a weight has no known name, or is not between 0 and 1; `unsupported_language`: the text is not
   * in English); after `engine_failed`, the next call starts anew.
   */
  analyze(text: string, options?: AnalyzeOptions): Promise<Report>;
  /**
   * Resolves with the Report that analyze() gave last, in another format: what is exported is what
   * was shown. Rejects with `no_report` before there is one. With `report` and its `text` that Report is
   * written instead, which may have been corrected by hand; it rejects with `bad_report` or `other_text`
   * where they cannot be. Cancels nothing; it waits its turn.
   */
  render(format: Format, options?: RenderOptions): Promise<string>;
  /**
   * Opens a text that will change, as in an editor. Sessions and analyze() do not cancel each
   * other: they take turns. Throws `bad_links` or `bad_parts` if one stands outside the text.
   */
  open(text: string, options?: SessionOptions): Session;
  /** Frees the engine and its sessions. What is under way and every later call reject with `engine_closed`. */
  close(): void;
}

export interface EngineOptions {
  /** Where the core runs: in a worker of its own (default), or on the thread of the caller. */
  readonly thread?: 'worker' | 'same';
  /**
   * The weight file: its address or its bytes. Without it, the one that was built with the page is
   * fetched; node cannot fetch it and needs the bytes.
   */
  readonly model?: ModelSource;
  /** A newsroom's rules and words (docs/house-style.md), applied to every text. */
  readonly houseStyle?: HouseStyle;
  /** The bytes of sourcelight.wasm, where they cannot be fetched (node, a page that is a file). */
  readonly wasmBinary?: ArrayBuffer | Uint8Array;
  /**
   * Where the engine's files are hosted: the address of their folder, or of each (docs/npm.md).
   * Without it they are where the bundler, or the package, puts them. `model`, `wasmBinary` and
   * `createWorker` come first.
   */
  readonly assets?: Assets;
  /** With `thread: 'worker'`: starts web/engine/worker.ts from another place than usual. */
  readonly createWorker?: () => Worker;
}

/**
 * Resolves once the engine and its weights are loaded; rejects with `engine_failed` if the engine
 * cannot be, and with `bad_model` if its weights cannot. One reads without its house style: see
 * `Engine.houseStyleProblem`.
 */
export async function createEngine(options: EngineOptions = {}): Promise<Engine> {
  const engine = new LatestOnly(coreOpener(options));
  await engine.load();
  return engine;
}

function coreOpener(options: EngineOptions): OpenCore {
  const supply = supplyOf(options);
  const houseStyle = styleToSend(options.houseStyle);
  const equip = async (): Promise<Equipment> => {
    const [module, model] = await Promise.all([supply.module(), supply.model()]);
    return { module, model, houseStyle };
  };
  return async () => {
    try {
      return await open(options, equip);
    } catch (reason) {
      if (reason instanceof SourcelightError && reason.code === 'bad_model') supply.forgetModel();
      throw reason;
    }
  };
}

async function open(options: EngineOptions, equip: () => Promise<Equipment>): Promise<Link> {
  if (options.thread !== 'same') return openWorker(startWorker(options), equip);
  const [{ openSameThread }, equipment] = await Promise.all([import('./same-thread.ts'), equip()]);
  return openSameThread(equipment);
}

let spare: WorkerLink | null = null;

/**
 * Starts a worker, and fetches the WebAssembly, for the engine that will be made next: a page that
 * has much to do before it makes one loses no time.
 */
export function warmUp(): void {
  if (typeof Worker === 'undefined') return;
  spare ??= new WorkerLink(makeWorker());
  supplyOf({}).module().catch(() => {});
}

function startWorker({ createWorker, assets }: EngineOptions): WorkerLink {
  if (createWorker) return new WorkerLink(createWorker());
  const address = assets === undefined ? undefined : addressesOf(assets).worker;
  if (address !== undefined) return new WorkerLink(workerAt(address));
  const warm = spare;
  spare = null;
  if (warm) return warm;
  if (typeof Worker === 'undefined') {
    throw new SourcelightError(
      'engine_failed',
      "There are no web workers here: use createEngine({ thread: 'same', wasmBinary, model }).",
    );
  }
  return new WorkerLink(makeWorker());
}
