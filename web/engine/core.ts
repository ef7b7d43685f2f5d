// Loads the WebAssembly core, its model and a house style on the thread it is called on. Used by
// worker.ts and same-thread.ts; tests/web/engine/suite.ts holds it through them.
import createSourcelight, { type Answer, type Reader } from '#wasm';
import type { ErrorCode } from './error.ts';
import {
  failure,
  type Article,
  type CoreState,
  type DefaultWeights,
  type Equipment,
  type Problem,
  type Reply,
  type Wanted,
} from './link.ts';
import { modelBytes } from './model.ts';
import { moduleFile } from './simd.ts';

export interface Core {
  readonly state: CoreState;
  /** The Report of the article as JSON, or the format that is wanted. */
  read(article: Article, wanted?: Wanted): Reply;
}

/**
 * Rejects with `engine_failed` if the module cannot be loaded. A model that cannot be loaded breaks
 * nothing: the core then reads by rules alone, and its state says why. Nor does a house style that
 * cannot be used.
 */
export async function loadCore(
  { model, houseStyle }: Equipment,
  wasmBinary?: ArrayBuffer | Uint8Array,
): Promise<Core> {
  try {
    const loading = createSourcelight(wasmBinary ? { wasmBinary } : moduleFile());
    const [module, bytes] = await Promise.all([loading, model === null ? null : modelBytes(model)]);
    const reader = new module.Reader();
    const state = {
      ...useModel(reader, bytes),
      ...useHouseStyle(reader, houseStyle),
      defaultWeights: defaultWeights(reader),
    };
    return { state, read: reading(reader) };
  } catch (reason) {
    throw failure('The analysis engine could not be loaded.', reason);
  }
}

function useModel(
  reader: Reader,
  bytes: Uint8Array | Problem | null,
): Pick<CoreState, 'model' | 'problem'> {
  if (!bytes) return { model: 'rules-only', problem: null };
  if ('code' in bytes) return { model: 'rules-only', problem: bytes };
  const { code, message } = reader.loadModel(bytes);
  if (code) return { model: 'rules-only', problem: { code: code as ErrorCode, message } };
  return { model: 'loaded', problem: null };
}

function useHouseStyle(
  reader: Reader,
  json: string | null,
): Pick<CoreState, 'houseStyleProblem' | 'houseStyleProblems'> {
  if (json === null) return { houseStyleProblem: null, houseStyleProblems: [] };
  const { code, message, problems } = reader.setHouseStyle(json);
  const houseStyleProblem = code ? { code: code as ErrorCode, message } : null;
  return { houseStyleProblem, houseStyleProblems: problems };
}

function defaultWeights(reader: Reader): DefaultWeights {
  const named = reader.weights().map(({ name, weight }) => [name, weight]);
  return Object.fromEntries(named) as DefaultWeights;
}

// An article that was analysed last is not analysed again to be rendered.
function reading(reader: Reader): Core['read'] {
  let last: Article | null = null;
  return (article, wanted) => {
    try {
      if (!wanted || !last || !sameArticle(last, article)) {
        last = null;
        const reply = readAnswer(reader.analyze(article.text, article.links, weightsOf(article)));
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
