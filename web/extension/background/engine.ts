// The one engine of all tabs, started with the first text. Each tab has a memory of its own, so that
// of a text that changed only that is read anew. tests/extension hold it.
import { loadCore, type Core } from '../../engine/core.ts';
import type { Article, CoreState, Problem, Reply } from '../../engine/link.ts';
import { failure } from '../../engine/link.ts';
import { supplyOf } from '../../engine/supply.ts';
import { readSettings } from '../kept/settings.ts';

const supply = supplyOf({});
let starting: Promise<Core> | null = null;
/** The newsroom's settings that the engine was started with. */
let style: string | null = null;

/** How texts are read; starts the engine if it does not run. Never rejects. */
export async function start(): Promise<CoreState | Problem> {
  try {
    return (await core()).state;
  } catch (reason) {
    return problemOf(reason);
  }
}

/** What a text of a tab says. Never rejects. */
export async function read(tab: number, article: Article): Promise<Reply> {
  try {
    return (await core()).read({ ...article, session: tab });
  } catch (reason) {
    return problemOf(reason);
  }
}

/** The tab's text is not wanted any more. */
export function forget(tab: number): void {
  void starting?.then((one) => one.forget(tab), () => {});
}

// Who changes the settings asks at once what the engine makes of them: they are looked at each time,
// as word of a change may come later than the question.
async function core(): Promise<Core> {
  const { houseStyle } = await readSettings();
  const wanted = houseStyle?.text ?? null;
  if (wanted !== style) starting = null;
  style = wanted;
  const loading = (starting ??= load(wanted));
  loading.catch(() => {
    supply.forgetModel();
    if (starting === loading) starting = null;
  });
  return loading;
}

async function load(houseStyle: string | null): Promise<Core> {
  const [module, model] = await Promise.all([supply.module(), supply.model()]);
  return loadCore({ module, model, houseStyle });
}

function problemOf(reason: unknown): Problem {
  const { code, message } = failure('The engine does not run.', reason);
  return { code, message: reason instanceof Error ? reason.message : message };
}
