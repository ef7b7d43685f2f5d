// What engines read with: model and house style, in use or with the reason why not; part of suite.ts.
import type { Engine } from '../../../web/engine/index.ts';
import { check, checkError, rejection, same } from '../support/case.ts';
import { article, attributionBy, withEngine, type EngineCase } from './articles.ts';

// Rules alone read it otherwise than the model does.
const text = 'The plan was backed by the mayor, who saw it as overdue, she told us. '.repeat(5);

async function readsByRules(engine: Engine): Promise<void> {
  same(engine.model, 'rules-only', 'how it reads');
  attributionBy(await engine.analyze(article), article, 'said');
  engine.close();
}

const afterwards: readonly EngineCase[] = [
  {
    name: 'reads by rules until its model has come, and then as one that waited for it',
    run: async ({ makeEngine }) => {
      const [early, rules, waited] = await Promise.all([
        makeEngine({ waitForModel: false }),
        makeEngine({ model: null }),
        makeEngine(),
      ]);
      const first = await early.analyze(text);
      const wasComing = early.model === 'coming';
      await early.ready;
      same([early.model, early.modelProblem], ['loaded', null], 'how it reads');
      const rendered = JSON.parse(await early.render('json'));
      same(rendered, first, 'what is rendered is what was answered');
      if (wasComing) same(first, await rules.analyze(text), 'the first Report');
      same(await early.analyze(text), await waited.analyze(text), 'the second Report');
      for (const engine of [early, rules, waited]) engine.close();
    },
  },
  {
    name: 'renders what was read before its model came, also when another text was read since',
    run: async ({ makeEngine }) => {
      const engine = await makeEngine({ waitForModel: false });
      const report = await engine.analyze(text);
      await engine.ready;
      const leaving = new AbortController();
      const other = rejection(engine.analyze(article, { signal: leaving.signal }));
      await Promise.resolve();
      leaving.abort();
      await other;
      same(JSON.parse(await engine.render('json')), report, 'the Report in JSON');
      engine.close();
    },
  },
  {
    name: 'says that the model does not come when it cannot be fetched',
    run: async ({ makeEngine, missingModel }) => {
      const engine = await makeEngine({ model: missingModel, waitForModel: false });
      await engine.ready;
      checkError(engine.modelProblem, 'bad_model');
      await readsByRules(engine);
    },
  },
];

const models: readonly EngineCase[] = [
  {
    name: 'reads with its model',
    run: withEngine(async (engine) => {
      same([engine.model, engine.modelProblem], ['loaded', null], 'how it reads');
    }),
  },
  {
    name: 'reads by rules alone when asked to, and otherwise than with its model',
    run: async ({ makeEngine }) => {
      const [rules, model] = await Promise.all([makeEngine({ model: null }), makeEngine()]);
      same(rules.modelProblem, null, 'the problem');
      const reports = await Promise.all([rules.analyze(text), model.analyze(text)]);
      check(JSON.stringify(reports[0]) !== JSON.stringify(reports[1]), 'the Reports differ');
      model.close();
      await readsByRules(rules);
    },
  },
  {
    name: 'reads by rules alone, and says why, when its model is refused',
    run: async ({ makeEngine }) => {
      const engine = await makeEngine({ model: new TextEncoder().encode('<!doctype html>'.repeat(9)) });
      checkError(engine.modelProblem, 'bad_model');
      check(/no Sourcelight model/.test(String(engine.modelProblem)), String(engine.modelProblem));
      await readsByRules(engine);
    },
  },
  {
    name: 'reads by rules alone, and says why, when its model cannot be fetched',
    run: async ({ makeEngine, missingModel }) => {
      const engine = await makeEngine({ model: missingModel });
      checkError(engine.modelProblem, 'bad_model');
      check(/missing\.slm could not be fetched: ./.test(String(engine.modelProblem)), String(engine.modelProblem));
      await readsByRules(engine);
    },
  },
];

const ferries = { id: 'ferries', pattern: 'ferry', message: 'Write “boat”.' };

const houseStyles: readonly EngineCase[] = [
  {
    name: 'knows the verbs of its house style, given as an object or as JSON',
    run: async ({ makeEngine }) => {
      const text = 'Ada Lind kvetched that the ferry was late.';
      const style = { verbs: ['kvetch'], rules: [ferries] };
      for (const houseStyle of [style, JSON.stringify(style)]) {
        const engine = await makeEngine({ houseStyle });
        same([engine.houseStyleProblem, engine.houseStyleProblems], [null, []], 'the problems');
        attributionBy(await engine.analyze(text), text, 'kvetched');
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

export const equipment: readonly EngineCase[] = [...models, ...afterwards, ...houseStyles];
