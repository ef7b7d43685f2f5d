// Runs suites inside the browser, for browser.test.ts: `await runCase(suite, name)`.
import { createEngine } from '../../../web/engine/index.ts';
import { textIndexCases } from '../highlight/text-index.ts';
import { check, rejection, same, type Case } from '../support/case.ts';
import { htmlCases } from './html.ts';
import { engineSuite, type EngineContext } from './suite.ts';

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
