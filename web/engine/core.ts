// The WebAssembly core with its model and a house style, on the thread it is called on. Used by
// worker.ts and same-thread.ts; tests/web/engine/suite.ts holds it through them.
import createSourcelight, { type Answer, type Reader, type SourcelightModule } from '#wasm';
import { SourcelightError, type ErrorCode } from './error.ts';
import {
  failure,
  type Article,
  type CoreState,
  type DefaultWeights,
  type Equipment,
  type Reply,
  type Wanted,
} from './link.ts';
import type { ClaimStatus } from './report.ts';

export interface Core {
  readonly state: CoreState;
  /** The Report of the article as JSON, or the format that is wanted. */
  read(article: Article, wanted?: Wanted, onProgress?: (share: number) => void): Reply;
  /** That session is over. */
  forget(session: number): void;
}

/**
 * Rejects with `engine_failed` if the module cannot be used, with `bad_model` if the weights cannot. A
 * house style that cannot be used breaks nothing: the core's state says why.
 */
export async function loadCore({ module, model, houseStyle }: Equipment): Promise<Core> {
  const reader = await newReader(module);
  const { code, message } = reader.loadModel(model);
  if (code) throw new SourcelightError(code as ErrorCode, message);
  return new ReadingCore(reader, houseStyle);
}

async function newReader(module: WebAssembly.Module): Promise<Reader> {
  try {
    const { Reader } = await instantiate(module);
    return new Reader();
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

// Each session has a reader of its own, which remembers its text; one that is not known, as in a
// core that took the place of another, begins anew.
class ReadingCore implements Core {
  readonly state: CoreState;
  readonly #reader: Reader;
  readonly #read: Core['read'];
  readonly #sessions = new Map<number, { readonly reader: Reader; readonly read: Core['read'] }>();

  constructor(reader: Reader, houseStyle: string | null) {
    this.#reader = reader;
    this.state = { ...useHouseStyle(reader, houseStyle), defaultWeights: defaultWeights(reader) };
    this.#read = reading(reader);
  }

  read(article: Article, wanted?: Wanted, onProgress?: (share: number) => void): Reply {
    return this.#readerOf(article.session ?? null)(article, wanted, onProgress);
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
      if (wanted?.report !== undefined) {
        const { format, title = '', url = '' } = wanted;
        return readAnswer(reader.renderReport(wanted.report, article.text, format, { title, url }));
      }
      if (!wanted || !last || !sameArticle(last, article)) {
        last = null;
        const { text, links, parts, language, date = '' } = article;
        const answer = reader.analyze(text, links, weightsOf(article), language, parts, onProgress ?? null, date);
        const reply = readAnswer(answer);
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
  const rest = ({ links, parts, weights, language, date }: Article): string =>
    JSON.stringify([links, parts, weights, language, date]);
  return rest(one) === rest(other);
}
