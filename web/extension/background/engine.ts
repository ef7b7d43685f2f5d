// The one engine of all tabs, started with the first text. Each tab has a memory of its own, so that
// of a text that changed only that is read anew. tests/extension hold it.
import { loadCore, type Core } from '../../engine/core.ts';
import type { Article, CoreState, Problem, Reply } from '../../engine/link.ts';
import { failure } from '../../engine/link.ts';
import { supplyOf, type Supply } from '../../engine/supply.ts';
import { readSettings, type Reading } from '../kept/settings.ts';

const supplies: Readonly<Record<Reading, Supply>> = {
  quick: supplyOf({}),
  careful: supplyOf({ model: chrome.runtime.getURL('engine/en-careful.slm') }),
};
let starting: Promise<Core> | null = null;
/** How the engine was started: the newsroom's settings, and by which weights it reads. */
let started: { readonly style: string | null; readonly reading: Reading } | null = null;

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
  const { houseStyle, reading } = await readSettings();
  const style = houseStyle?.text ?? null;
  if (started?.style !== style || started.reading !== reading) starting = null;
  started = { style, reading };
  const loading = (starting ??= load(style, reading));
  loading.catch(() => {
    supplies[reading].forgetModel();
    if (starting === loading) starting = null;
  });
  return loading;
}

async function load(houseStyle: string | null, reading: Reading): Promise<Core> {
  const supply = supplies[reading];
  const [module, model] = await Promise.all([supply.module(), supply.model()]);
  return loadCore({ module, model, houseStyle });
}

function problemOf(reason: unknown): Problem {
  const { code, message } = failure('The engine does not run.', reason);
  return { code, message: reason instanceof Error ? reason.message : message };
}
