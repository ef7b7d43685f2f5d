// What engines read with: model and house style, in use or with the reason why not; part of suite.ts.
import { check, checkError, rejection, same } from '../support/case.ts';
import { article, attributionBy, type EngineCase } from './articles.ts';

const models: readonly EngineCase[] = [
  {
    name: 'is refused, with the reason, when its model is',
    run: async ({ makeEngine }) => {
      const reason = await rejection(makeEngine({ model: new TextEncoder().encode('<!doctype html>'.repeat(9)) }));
      checkError(reason, 'bad_model');
      check(/no Sourcelight model/.test(String(reason)), String(reason));
    },
  },
  {
    name: 'is refused, with the reason, when its model cannot be fetched',
    run: async ({ makeEngine, missingModel }) => {
      const reason = await rejection(makeEngine({ model: missingModel }));
      checkError(reason, 'bad_model');
      check(/missing\.slm could not be fetched: ./.test(String(reason)), String(reason));
    },
  },
];

const ferries = { id: 'ferries', pattern: 'ferry', message: 'Write “boat”.' };

const houseStyles: readonly EngineCase[] = [
  {
    name: 'knows the verbs of its house style, given as an object or as JSON',
    run: async ({ makeEngine }) => {
      const text = 'The council kvetches that the ferry is late.';
      const style = { verbs: ['kvetch'], rules: [ferries] };
      for (const houseStyle of [style, JSON.stringify(style)]) {
        const engine = await makeEngine({ houseStyle });
        same([engine.houseStyleProblem, engine.houseStyleProblems], [null, []], 'the problems');
        attributionBy(await engine.analyze(text), text, 'kvetches');
        engine.close();
      }
    },
  },
  {
    name: 'tells what in its house style makes no sense, and uses the rest',
    run: async ({ makeEngine }) => {
      const houseStyle = { rules: [ferries, { ...ferries, pattern: '(ferry' }] };
      const engine = await makeEngine({ houseStyle });
      same(engine.houseStyleProblem, null, 'the problem');
      const [problem] = engine.houseStyleProblems;
      same([problem?.field, problem?.line], ['rules[1].pattern', 10], 'the place');
      engine.close();
    },
  },
  {
    name: 'tells which claims its house style wants shown, or that it does not say',
    run: async ({ makeEngine }) => {
      for (const [statuses, shown] of [[['hidden', 'unnamed', 'hidden'], ['hidden', 'unnamed']], [undefined, null]]) {
        const engine = await makeEngine({ houseStyle: { rules: [ferries], statuses } });
        same(engine.shownStatuses, shown, 'the statuses');
        engine.close();
      }
    },
  },
  {
    name: 'reads without its house style, and says why, when that is no JSON',
    run: async ({ makeEngine }) => {
      const engine = await makeEngine({ houseStyle: '{"rules": [' });
      checkError(engine.houseStyleProblem, 'bad_house_style');
      attributionBy(await engine.analyze(article), article, 'said');
      engine.close();
    },
  },
];

export const equipment: readonly EngineCase[] = [...models, ...houseStyles];
