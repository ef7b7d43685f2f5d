// What every session must do, wherever its engine's core runs; part of suite.ts.
import type { Report, Session } from '../../../web/engine/index.ts';
import { isAbort } from '../../../web/engine/index.ts';
import { check, checkError, rejection, same } from '../support/case.ts';
import { article, words, type EngineCase } from './articles.ts';

const claimOf = ({ claims, text }: Session, part: string) =>
  claims.find(({ spans }) => words(text, spans).includes(part));

/** The change that puts `insert` in the place of the first `words` of the text. */
function change(text: string, words: string, insert: string) {
  const from = text.indexOf(words);
  return { from, to: from + words.length, insert };
}

export const sessions: readonly EngineCase[] = [
  {
    name: 'reads a session’s text, and each change of it, as a fresh analysis would',
    run: async ({ makeEngine }) => {
      const [engine, fresh] = await Promise.all([makeEngine(), makeEngine()]);
      const session = engine.open(article);
      same(session.report, null, 'the Report before the first');
      same(await session.read(), await fresh.analyze(article), 'the first Report');
      const changes = [
        change(article, 'Critics', 'Mayor Ilse Varga'),
        change(article, 'bridge', 'mill'),
        change(article, '.\n\nMayor', ', and mayor'),
      ];
      const report = await session.update(changes);
      const text = article.replace('Critics', 'Mayor Ilse Varga').replace('bridge', 'mill')
        .replace('.\n\nMayor', ', and mayor');
      same(session.text, text, 'the text');
      same(report, await fresh.analyze(text), 'the second Report');
      same(session.report, report, 'what the session has');
      for (const one of [engine, fresh]) one.close();
    },
  },
  {
    name: 'tells where the claims of the last Report stand after changes',
    run: async ({ makeEngine }) => {
      const engine = await makeEngine();
      const session = engine.open(article);
      const { claims } = await session.read();
      const call = rejection(session.update([
        change(article, 'would', 'would really'),
        change(article, 'Critics said the ferry was late. ', ''),
        { from: 0, to: 0, insert: '🌉 ' },
      ]));
      same(session.claims.length, claims.length, 'claims');
      check(claimOf(session, 'ferry would really run') !== undefined, 'what was typed inside belongs');
      same(claimOf(session, 'bridge is closed')?.status, 'unsourced', 'the first');
      same(session.claims.filter(({ spans }) => !spans.length).length, 1, 'claims that are gone');
      const at = article.indexOf('harbour');
      same(session.text.slice(session.map(at), session.map(at) + 7), 'harbour', 'a position');
      same(session.mapSpan([at, at + 7]), [session.map(at), session.map(at) + 7], 'a span');
      const gone = article.indexOf('late');
      same(session.mapSpan([gone, gone + 4]), null, 'a span that is gone');
      same([session.map(0), session.map(0, 1)], [0, 3], 'the sides of what was inserted');
      session.close();
      checkError(await call, 'session_closed');
      engine.close();
    },
  },
  {
    name: 'moves the links of a session with its words',
    run: async ({ makeEngine }) => {
      const engine = await makeEngine();
      const at = article.indexOf('harbour is');
      const link = (begin: number) => ({ span: [begin, begin + 10] as const, target: 'https://a.example/', within: true });
      const session = engine.open(article, { links: [link(at)] });
      const text = `So. ${article}`;
      const report = await session.update({ from: 0, to: 0, insert: 'So. ' });
      same(session.links, [link(at + 4)], 'the links');
      same(report, await engine.analyze(text, { links: [link(at + 4)] }), 'the Report');
      await session.update(change(text, 'the harbour is deep', 'so'));
      same(session.links, [], 'the links of words that are gone');
      let bad: unknown;
      try {
        engine.open('short', { links: [link(0)] });
      } catch (reason) {
        bad = reason;
      }
      checkError(bad, 'bad_links');
      engine.close();
    },
  },
  {
    name: 'moves the parts of a session with its paragraphs',
    run: async ({ makeEngine }) => {
      const engine = await makeEngine();
      const text = 'The bridge is closed.\n\nIt will open in May, the mayor said.';
      const part = (begin: number, end: number) => ({ span: [begin, end] as const, kind: 'item' as const });
      const session = engine.open(text, { parts: [part(0, 21)] });
      const report = await session.update([{ from: 0, to: 0, insert: 'So.\n\n' }, { from: 20, to: 20, insert: ' again' }]);
      same(session.parts, [part(5, 32)], 'the parts');
      same(report, await engine.analyze(session.text, { parts: [part(5, 32)] }), 'the Report');
      same(report.paragraphs.map(({ kind }) => kind), ['body', 'item', 'body'], 'the kinds');
      const gone = await session.update({ from: 0, to: 34, insert: '' });
      same([session.parts, gone.paragraphs[0]?.kind], [[], 'body'], 'a paragraph that is gone');
      engine.close();
    },
  },
  {
    name: 'weighs priorities as the session was opened to',
    run: async ({ makeEngine }) => {
      const engine = await makeEngine();
      const weights = { unsourced: 1, check_worthy: 0 };
      const session = engine.open(article, { weights });
      same((await session.read()).claims[0]?.priority, 1, 'the priority');
      engine.close();
    },
  },
  {
    name: 'says which change cannot be made, and makes none',
    run: async ({ makeEngine }) => {
      const engine = await makeEngine();
      const session = engine.open('0123456789');
      const good = { from: 0, to: 1, insert: 'x' };
      const bad = [
        [good, { from: 5, to: 11, insert: '' }],
        [good, { from: 5, to: 4, insert: '' }],
        [{ from: 7, to: 9, insert: '' }, { from: 5, to: 8, insert: '' }, good],
        [good, { from: 0.5, to: 1, insert: '' }],
        [good, { from: 2, to: 2, insert: null as unknown as string }],
      ];
      for (const [n, changes] of bad.entries()) {
        const reason = await rejection(session.update(changes));
        checkError(reason, 'bad_change');
        check(String(reason).includes(n === 2 ? 'changes[0], [7, 9], overlaps changes[1], [5, 8].'
          : 'changes[1], ['), String(reason));
        same(session.text, '0123456789', 'the text');
      }
      const touching = [{ from: 4, to: 4, insert: 'b' }, { from: 2, to: 4, insert: 'a' }, { from: 4, to: 4, insert: 'c' }];
      same((await session.update(touching)).length, 11, 'changes that touch');
      same(session.text, '01abc456789', 'the text');
      engine.close();
    },
  },
  {
    name: 'cancels the older update of a session and nothing else, and the text has changed',
    run: async ({ makeEngine }) => {
      const engine = await makeEngine();
      const [one, two] = [engine.open('One.'), engine.open('Two.')];
      const older = rejection(one.update({ from: 0, to: 3, insert: 'Five' }));
      const others = [two.read(), engine.analyze(article)];
      const aborted = rejection(one.update({ from: 4, to: 4, insert: ' men' }, { signal: AbortSignal.abort() }));
      const newer = one.update({ from: 8, to: 8, insert: ' came' });
      check(isAbort(await aborted), 'a call whose signal was aborted');
      check(isAbort(await older), 'the older call rejects with an AbortError');
      const lengths = await Promise.all([newer, ...others].map(async (call) => (await call).length));
      same(lengths, ['Five men came.'.length, 4, article.length], 'the lengths');
      engine.close();
    },
  },
  {
    name: 'renders what a session answered last, beside another’s',
    run: async ({ makeEngine }) => {
      const engine = await makeEngine();
      const [one, two] = [engine.open(article), engine.open('The ferry was late.')];
      checkError(await rejection(one.render('json')), 'no_report');
      const reports = [await one.read(), await two.read()];
      const last = await engine.analyze('The mill is old.');
      const rendered = await Promise.all([one, two, engine].map((each) => each.render('json')));
      same(rendered.map((json) => JSON.parse(json) as Report), [...reports, last], 'the Reports');
      engine.close();
    },
  },
  {
    name: 'says that a session was closed, and goes on without it',
    run: async ({ makeEngine }) => {
      const engine = await makeEngine();
      const session = engine.open(article);
      await session.read();
      const underWay = rejection(session.read());
      session.close();
      for (const call of [underWay, rejection(session.read()), rejection(session.render('json'))]) {
        checkError(await call, 'session_closed');
      }
      same((await engine.open(article).read()).length, article.length, 'another session');
      engine.close();
    },
  },
];
