// The WebAssembly core with its model and a house style, on the thread it is called on. Used by
// worker.ts and same-thread.ts; tests/web/engine/suite.ts holds it through them.
import createSourcelight, { type Answer, type Reader, type SourcelightModule } from '#wasm';
import type { ErrorCode } from './error.ts';
import {
  failure,
  type Article,
  type CoreState,
  type DefaultWeights,
  type Equipment,
  type Reply,
  type Wanted,
} from './link.ts';
import type { Model } from './model.ts';
import type { ClaimStatus } from './report.ts';

export interface Core {
  readonly state: CoreState;
  /** The Report of the article as JSON, or the format that is wanted. */
  read(article: Article, wanted?: Wanted, onProgress?: (share: number) => void): Reply;
  /** The model that was coming, or why there is none; gives how the core reads from now on. */
  useModel(model: Model): CoreState;
  /** That session is over. */
  forget(session: number): void;
}

/**
 * Rejects with `engine_failed` if the module cannot be used. A model that cannot be used breaks
 * nothing: the core then reads by rules alone, and its state says why. Nor does a house style that
 * cannot be used.
 */
export async function loadCore({ module, model, houseStyle }: Equipment): Promise<Core> {
  try {
    const { Reader } = await instantiate(module);
    return new ReadingCore(() => new Reader(), model, houseStyle);
  } catch (reason) {
    throw failure('The analysis engine could not be loaded.', reason);
  }
}

// The loader waits for ever where it is not told that this failed.
function instantiate(module: WebAssembly.Module): Promise<SourcelightModule> {
  return new Promise((resolve, reject) => {
    const instantiateWasm = (
      imports: WebAssembly.Imports,
      use: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
    ): object => {
      WebAssembly.instantiate(module, imports).then((instance) => use(instance, module), reject);
      return {};
    };
    // A worker made of a blob has no address that another could be relative to.
    const locateFile = (name: string): string => name;
    createSourcelight({ instantiateWasm, locateFile }).then(resolve, reject);
  });
}

// Texts are read with the model once it is there. One that was read before can still be rendered
// as it was read then: the reader of that time is kept, or made again where there never was one.
// Each session has a reader of its own, which remembers its text; one that is not known, as in a
// core that took the place of another, begins anew.
class ReadingCore implements Core {
  #state: CoreState;
  readonly #makeReader: () => Reader;
  readonly #houseStyle: string | null;
  #reader: Reader;
  #read: Core['read'];
  #readByRules: Core['read'] | null = null;
  readonly #sessions = new Map<number, { readonly reader: Reader; readonly read: Core['read'] }>();

  constructor(makeReader: () => Reader, model: Model | undefined, houseStyle: string | null) {
    const reader = makeReader();
    this.#reader = reader;
    this.#makeReader = makeReader;
    this.#houseStyle = houseStyle;
    this.#state = {
      ...(model === undefined ? coming : useModel(reader, model)),
      ...useHouseStyle(reader, houseStyle),
      defaultWeights: defaultWeights(reader),
    };
    this.#read = reading(reader);
  }

  get state(): CoreState {
    return this.#state;
  }

  read(article: Article, wanted?: Wanted, onProgress?: (share: number) => void): Reply {
    const byRules = article.byRules && this.#state.model === 'loaded';
    const read = byRules
      ? (this.#readByRules ??= reading(this.#newReader()))
      : this.#readerOf(article.session ?? null);
    return read(article, wanted, onProgress);
  }

  useModel(model: Model): CoreState {
    const reader = this.#newReader();
    this.#state = { ...this.#state, ...useModel(reader, model) };
    if (this.#state.model === 'loaded') {
      this.#readByRules = this.#read;
      this.#reader = reader;
      this.#read = reading(reader);
      for (const session of [...this.#sessions.keys()]) this.forget(session);
    }
    return this.#state;
  }

  forget(session: number): void {
    this.#sessions.get(session)?.reader.delete();
    this.#sessions.delete(session);
  }

  #readerOf(session: number | null): Core['read'] {
    if (session === null) return this.#read;
    const known = this.#sessions.get(session);
    if (known) return known.read;
    const reader = this.#reader.another();
    const read = reading(reader);
    this.#sessions.set(session, { reader, read });
    return read;
  }

  #newReader(): Reader {
    const reader = this.#makeReader();
    useHouseStyle(reader, this.#houseStyle);
    return reader;
  }
}

const coming = { model: 'coming', problem: null } as const;

function useModel(reader: Reader, model: Model): Pick<CoreState, 'model' | 'problem'> {
  if (!model) return { model: 'rules-only', problem: null };
  if ('code' in model) return { model: 'rules-only', problem: model };
  const { code, message } = reader.loadModel(model);
  if (code) return { model: 'rules-only', problem: { code: code as ErrorCode, message } };
  return { model: 'loaded', problem: null };
}

function useHouseStyle(
  reader: Reader,
  json: string | null,
): Pick<CoreState, 'houseStyleProblem' | 'houseStyleProblems' | 'shownStatuses'> {
  if (json === null) return { houseStyleProblem: null, houseStyleProblems: [], shownStatuses: null };
  const { code, message, problems, statuses } = reader.setHouseStyle(json);
  const houseStyleProblem = code ? { code: code as ErrorCode, message } : null;
  const shownStatuses = statuses.length ? (statuses as ClaimStatus[]) : null;
  const houseStyleProblems = [...problems].sort((one, other) => one.line - other.line);
  return { houseStyleProblem, houseStyleProblems, shownStatuses };
}

function defaultWeights(reader: Reader): DefaultWeights {
  const named = reader.weights().map(({ name, weight }) => [name, weight]);
  return Object.fromEntries(named) as DefaultWeights;
}

// An article that was analysed last is not analysed again to be rendered.
function reading(reader: Reader): Core['read'] {
  let last: Article | null = null;
  return (article, wanted, onProgress) => {
    try {
      if (!wanted || !last || !sameArticle(last, article)) {
        last = null;
        const { text, links } = article;
        const reply = readAnswer(reader.analyze(text, links, weightsOf(article), onProgress ?? null));
        if ('code' in reply) return reply;
        last = article;
        if (!wanted) return reply;
      }
      const { format, title = '', url = '' } = wanted;
      return readAnswer(reader.render(format, { title, url }));
    } catch (reason) {
      const { code, message } = failure('The analysis engine stopped.', reason);
      return { code, message };
    }
  };
}

function readAnswer({ report, code, message }: Answer): Reply {
  return code ? { code: code as ErrorCode, message } : { report };
}

const weightsOf = ({ weights }: Article): { name: string; weight: number }[] =>
  Object.entries(weights).map(([name, weight]) => ({ name, weight }));

function sameArticle(one: Article, other: Article): boolean {
  if (one.text !== other.text) return false;
  const rest = ({ links, weights }: Article): string => JSON.stringify([links, weights]);
  return rest(one) === rest(other);
}
