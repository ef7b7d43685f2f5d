// The engine as the page's script has it: it runs in the extension's background, for all tabs. What
// crosses is plain data. tests/extension hold it.
import { LatestOnly } from '../../engine/latest.ts';
import { failure, readReport, type CoreState, type Link, type Problem, type Reply } from '../../engine/link.ts';
import type { Engine } from '../../engine/engine.ts';
import { SourcelightError } from '../../engine/error.ts';
import { ask } from '../ask.ts';

/** Rejects with `engine_failed` if the background has no engine. */
export async function openRemoteEngine(): Promise<Engine> {
  const engine = new LatestOnly(openRemoteLink);
  await engine.load();
  return engine;
}

async function openRemoteLink(): Promise<Link> {
  const state = await asked<CoreState | Problem>(() => ask({ type: 'start' }));
  if ('code' in state) throw new SourcelightError(state.code, state.message);
  return {
    state,
    canStop: false,
    analyze: async (article) => readReport(await asked<Reply>(() => ask({ type: 'read', article }))),
    render: () => Promise.reject(new SourcelightError('no_report', 'The extension renders in its panel.')),
    forget() {},
    close() {},
  };
}

async function asked<Answer>(question: () => Promise<unknown>): Promise<Answer> {
  try {
    return (await question()) as Answer;
  } catch (reason) {
    throw failure('The extension does not answer.', reason);
  }
}
