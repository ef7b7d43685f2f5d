// Runs suites inside the browser, for browser.test.ts: `await runCase(suite, name)`.
import { createEngine } from '../../../web/engine/index.ts';
import { textIndexCases } from '../highlight/text-index.ts';
import { check, rejection, same, type Case } from '../support/case.ts';
import { htmlCases } from './html.ts';
import { longArticle, type EngineContext } from './articles.ts';
import { engineSuite } from './suite.ts';

const workerCases: readonly Case<undefined>[] = [
  {
    name: 'a worker whose script is missing is a clear error, and the next call starts a new one',
    run: async () => {
      const missing = () => new Worker('./missing.js', { type: 'module' });
      const reason = await rejection(createEngine({ createWorker: missing }));
      same((reason as { code?: string }).code, 'engine_failed', 'the code');
      check(String(reason).includes('could not be loaded'), `the message: ${String(reason)}`);
      (await createEngine()).close();
    },
  },
  {
    name: 'a short text is read at once though a long one, now cancelled, was under way',
    run: async () => {
      const engine = await createEngine();
      const long = longArticle(2000);
      check(long.length > 300_000, `the long text: ${long.length}`);
      const timed = async (work: () => Promise<unknown>): Promise<number> => {
        const begin = performance.now();
        await work();
        return performance.now() - begin;
      };
      const whole = await timed(() => engine.analyze(long.replaceAll('cold', 'warm')));
      const controller = new AbortController();
      let share = 0;
      const onProgress = (one: number): void => void (share = one);
      const call = rejection(engine.analyze(long, { signal: controller.signal, onProgress }));
      await new Promise((resolve) => setTimeout(resolve, Math.max(450, whole / 5)));
      check(share > 0 && share < 1, `it is under way: ${share}`);
      controller.abort();
      await call;
      const short = await timed(() => engine.analyze('Critics said that it rained.'));
      check(short < whole / 3, `${short} ms after a text of ${whole} ms`);
      engine.close();
    },
  },
];

const bind = <Context>(cases: readonly Case<Context>[], context: Context) =>
  cases.map(({ name, run }) => ({ name, run: () => run(context) }));

const engines = (thread: 'same' | 'worker'): EngineContext => ({
  makeEngine: (options) => createEngine({ thread, ...options }),
  missingModel: './missing.slm',
});

export const suites = {
  'The engine on the page’s thread': bind(engineSuite, engines('same')),
  'The engine in a worker': [
    ...bind(engineSuite, engines('worker')),
    ...bind(workerCases, undefined),
  ],
  'Offsets and DOM ranges': bind(textIndexCases, undefined),
  'HTML as text with links': bind(htmlCases, undefined),
};

export type SuiteName = keyof typeof suites;

/** Runs one case and gives what failed, or null. */
async function runCase(suite: SuiteName, name: string): Promise<string | null> {
  try {
    const found = suites[suite].find((one) => one.name === name);
    check(found !== undefined, 'there is no such case');
    await found.run();
    return null;
  } catch (reason) {
    return reason instanceof Error ? reason.message : String(reason);
  }
}

declare global {
  interface Window {
    runCase: typeof runCase;
  }
}
window.runCase = runCase;
