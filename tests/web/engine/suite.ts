// What every engine must do, wherever its core runs. node.test.ts runs this suite in node on one
// thread, browser.test.ts in Chromium on the page's thread and in a worker.
import type { Format, Hyperlink, Part, Report, Span } from '../../../web/engine/index.ts';
import { formats, isAbort } from '../../../web/engine/index.ts';
import { check, checkError, rejection, same } from '../support/case.ts';
import { article, attributionBy, longArticle, withEngine, words, type EngineCase } from './articles.ts';
import { equipment } from './equipment.ts';
import { sessions } from './sessions.ts';

function allSpans(report: Report): Span[] {
  return [
    ...report.paragraphs.map(({ span }) => span),
    ...report.sentences,
    ...report.attributions.flatMap(({ cue, source, content }) => [...cue, ...source, ...content]),
    ...report.sources.flatMap(({ mentions, justification }) => [...mentions, ...justification]),
    ...report.claims.flatMap(({ spans, signals }) => [...spans, ...signals.map(({ span }) => span)]),
    ...report.contradictions.flatMap(({ span, otherSpan }) => [span, otherSpan]),
    ...report.findings.map(({ span }) => span),
  ];
}

const reports: readonly EngineCase[] = [
  {
    name: 'says who said what, and in which words',
    run: withEngine(async (engine) => {
      const report = await engine.analyze(article);
      const said = attributionBy(report, article, 'said');
      check(words(article, said.source).includes('Ilse Varga'), 'the mayor is the source');
      check(words(article, said.content).includes('ferry would run'), 'the content is what she said');
      same(report.sources[said.sourceId ?? -1]?.name, 'Ilse Varga', 'the name of the source');
    }),
  },
  {
    name: 'gives each claim its status and a reason',
    run: withEngine(async (engine) => {
      const { claims } = await engine.analyze(article);
      const statusOf = (part: string) =>
        claims.find(({ spans }) => words(article, spans).includes(part))?.status;
      same(statusOf('bridge is closed'), 'unsourced', 'a fact in the article’s own voice');
      same(statusOf('ferry would run'), 'named', 'what the mayor said');
      same(statusOf('ferry was late'), 'unnamed', 'what critics say');
      same(statusOf('harbour is deep'), 'hidden', 'what is believed');
      check(claims.every(({ why }) => why.length > 0), 'every claim says why');
    }),
  },
  {
    name: 'counts claims by status in its summary',
    run: withEngine(async (engine) => {
      const { claims, summary } = await engine.analyze(article);
      for (const [status, total] of Object.entries(summary.claims)) {
        same(claims.filter((claim) => claim.status === status).length, total, status);
      }
      same(
        summary.text,
        '1 of 4 claims names a source; 1 rests on an unnamed source; 1 is attributed to nobody; ' +
          '1 stands in the article’s own voice.',
        'the summary in words',
      );
    }),
  },
  {
    name: 'counts offsets in UTF-16 units, past emoji, combining marks and CRLF',
    run: withEngine(async (engine) => {
      const text = `“So 🌉 e\u0301te\u0301,” read a sign.\r\n\r\n${article}`;
      const report = await engine.analyze(text);
      same(report.offsets, 'utf16', 'the unit');
      same(report.length, text.length, 'the length');
      const said = attributionBy(report, text, 'said');
      check(words(text, said.source).includes('Ilse Varga'), 'the source is at its offset');
    }),
  },
  {
    name: 'keeps every span inside the text and in order, even with broken characters',
    run: withEngine(async (engine) => {
      const text = `\ufeffA \ud83c lone half, a \u0000 and \udf09 another.\r\r\n${article}\ud800`;
      const report = await engine.analyze(text);
      same(report.length, text.length, 'the length');
      for (const [begin, end] of allSpans(report)) {
        check(0 <= begin && begin < end && end <= text.length, `span ${begin} to ${end}`);
      }
      attributionBy(report, text, 'said');
    }),
  },
  {
    name: 'finds nothing in an empty text',
    run: withEngine(async (engine) => {
      const report = await engine.analyze('');
      same([report.length, report.claims.length, report.sources.length], [0, 0, 0], 'the sizes');
    }),
  },
  {
    name: 'gives the same Report for the same text',
    run: withEngine(async (engine) => {
      same(await engine.analyze(article), await engine.analyze(article), 'the second Report');
    }),
  },
];

const exports: readonly EngineCase[] = [
  {
    name: 'gives the Report it gave last in every format',
    run: withEngine(async (engine) => {
      await engine.analyze(article);
      const url = 'https://news.example/ferry';
      const [json, claims, sources, markdown, annotation, html] = await Promise.all(
        formats.map((format) => engine.render(format, { title: 'A <ferry>', url })),
      );
      same(JSON.parse(json ?? ''), await engine.analyze(article), 'the JSON');
      check(/^article,claim,begin,end,status,/.test(claims ?? ''), 'the claims as CSV');
      check(/,Ilse Varga,named_person,/.test(sources ?? ''), 'the sources as CSV');
      check(/^# A \\<ferry\\>\n\n<https:\/\/news\.example\/ferry>\n/.test(markdown ?? ''), 'the Markdown');
      same(JSON.parse(annotation ?? '').first.items[0].target.source, url, 'the annotated page');
      check(/^<!doctype html>[^]*<h1>A &lt;ferry&gt;<\/h1>/.test(html ?? ''), 'the HTML');
    }),
  },
  {
    name: 'renders what it answered, not what was cancelled or is under way',
    run: withEngine(async (engine) => {
      await engine.analyze(article);
      const cancelled = rejection(engine.analyze('The older text.'));
      const newer = engine.analyze('The newer text.');
      const rendered = await engine.render('html');
      check(rendered.includes('The old bridge is closed.'), 'the article that was answered');
      check(isAbort(await cancelled), 'the older call was cancelled');
      same((await newer).length, 15, 'the newer call is answered');
      check((await engine.render('html')).includes('The newer text.'), 'then the newer text');
    }),
  },
  {
    name: 'renders the Report that it is given, and keeps its own, in every format',
    run: withEngine(async (engine) => {
      const report = await engine.analyze(article);
      const names = { title: 'The ferry', url: 'https://news.example/ferry' };
      const own = await Promise.all(formats.map((format) => engine.render(format, names)));
      await engine.analyze('It rained.');
      const render = (format: Format, given: Report): Promise<string> =>
        engine.render(format, { ...names, report: given, text: article });
      same(await Promise.all(formats.map((format) => render(format, report))), own, 'as it was analysed');
      check((await engine.render('html')).includes('It rained.'), 'without a Report, its own');
      const session = engine.open('It rained.');
      same(await session.render('markdown', { ...names, report, text: article }), own[3], 'of a session');
      session.close();
    }),
  },
  {
    name: 'renders a Report that was corrected by hand, and says that it was',
    run: withEngine(async (engine) => {
      const report = await engine.analyze(article);
      const at = report.claims.findIndex(({ status }) => status === 'unsourced');
      const ida = { ...report.sources[0]!, id: report.sources.length, name: 'Ida Berg', title: 'pilot', byHand: true as const };
      const by = { ...report.attributions[0]!, id: report.attributions.length, cue: [], source: [], parent: null,
        content: report.claims[at]!.spans, sourceId: ida.id, byHand: true as const };
      const corrected: Report = {
        ...report,
        sources: [...report.sources, ida],
        attributions: [...report.attributions, by],
        claims: report.claims.map((claim, index) => index !== at ? claim : {
          ...claim, status: 'named', attributions: [by.id], byHand: true,
          why: 'Attributed to Ida Berg by hand.', reason: { kind: 'by_hand', source: ida.id },
        }),
      };
      const render = (format: Format): Promise<string> => engine.render(format, { report: corrected, text: article });
      check(/,Ida Berg,named_person,.*,Attributed to Ida Berg by hand\.,.*true\r\n/.test(await render('claims-csv')), 'claims as CSV');
      check(/,Ida Berg,named_person,pilot,.*,true\r\n/.test(await render('sources-csv')), 'sources as CSV');
      check((await render('markdown')).includes('Named source (by hand). Attributed to Ida Berg by hand.'), 'Markdown');
      check((await render('markdown')).includes('To send on: Ida Berg, pilot: '), 'who is given for it now');
      check((await render('html')).includes('<strong>Named source (by hand).</strong>'), 'HTML');
      check((await render('annotation')).includes('"value":"by hand"'), 'annotation');
      const json = JSON.parse(await render('json')) as Report;
      same([json.claims[at]?.byHand, json.sources.at(-1)?.byHand, json.attributions.at(-1)?.byHand, json.claims[at + 1]?.byHand],
        [true, true, true, undefined], 'JSON');
      same(json.summary.claims.unsourced, report.summary.claims.unsourced - 1, 'the summary is of the corrected one');
    }),
  },
  {
    name: 'says why a Report that it is given cannot be rendered',
    run: withEngine(async (engine) => {
      const report = await engine.analyze(article);
      const refusal = async (given: unknown, text?: string): Promise<unknown> => rejection(engine.render('html',
        { report: given as Report, ...(text !== undefined && { text }) }));
      checkError(await refusal(report), 'bad_report');
      checkError(await refusal(report, 'Another text.'), 'other_text');
      checkError(await refusal({ claims: 3 }, article), 'bad_report');
      const [first] = report.claims;
      const wrong = await refusal({ ...report, claims: [{ ...first, spans: [[3, 2]] }] }, article);
      checkError(wrong, 'bad_report');
      check(String(wrong).includes('claims[0].spans[0]: '), `the field is named: ${String(wrong)}`);
      check((await engine.render('html')).includes('bridge'), 'and its own is rendered still');
    }),
  },
  {
    name: 'says that there is nothing to render before the first Report',
    run: withEngine(async (engine) => {
      checkError(await rejection(engine.render('markdown')), 'no_report');
    }),
  },
  {
    name: 'takes the links of a text, and says which does not stand in it',
    run: withEngine(async (engine) => {
      const link = (begin: number, end: number) =>
        engine.analyze(article, { links: [{ span: [begin, end], target: 'https://a.example/' }] });
      same((await link(4, 14)).length, article.length, 'the length');
      for (const [begin, end] of [[4, 4], [-1, 3], [0, article.length + 1], [0.5, 3]] as const) {
        checkError(await rejection(link(begin, end)), 'bad_links');
      }
    }),
  },
  {
    name: 'takes a link within the site for no source',
    run: withEngine(async (engine) => {
      const begin = article.indexOf('bridge is closed');
      const link = { span: [begin, begin + 6] as const, target: 'https://a.example/bridges' };
      const reasonOf = async (links: readonly Hyperlink[]): Promise<string | undefined> =>
        (await engine.analyze(article, { links })).claims.find(({ spans }) => spans.some(([from, to]) => from <= begin && begin < to))
          ?.reason.kind;
      same(await reasonOf([link]), 'linked', 'of another site');
      same(await reasonOf([{ ...link, within: false }]), 'linked', 'of another site, said so');
      same(await reasonOf([{ ...link, within: true }]), 'linked_within', 'within the site');
    }),
  },
  {
    name: 'takes a paragraph for what its part says, and what has none for what it seems',
    run: withEngine(async (engine) => {
      const text = 'The bridge is closed.\n\nCouncil Meets Again\n\nIt will open in May, the mayor said.';
      const part = (words: string, kind: Part['kind']): Part => {
        const begin = text.indexOf(words);
        return { span: [begin, begin + words.length], kind };
      };
      const kindsOf = async (...parts: Part[]): Promise<string> => {
        const { paragraphs } = await engine.analyze(text, { parts });
        return paragraphs.map(({ kind }) => kind).join(' ');
      };
      const item = part('Council Meets Again', 'item');
      same(await kindsOf(), 'body body body', 'nothing is told');
      same(await kindsOf(part('The bridge is closed.', 'headline'), item), 'headline item body', 'two are told');
      await engine.analyze(text, { parts: [item] });
      check((await engine.render('html')).includes('<p class="item">Council'), 'the page has it');
    }),
  },
  {
    name: 'refuses parts that stand outside of the text, or are of no kind',
    run: withEngine(async (engine) => {
      const length = article.length;
      const wrong = [{ span: [0, 0] }, { span: [4, 3] }, { span: [-1, 3] }, { span: [0, length + 1] }, { span: [0.5, 3] },
        { span: [0, 3], kind: 'toString' }];
      for (const one of wrong) {
        const part = { kind: 'item', ...one } as unknown as Part;
        checkError(await rejection(engine.analyze(article, { parts: [part] })), 'bad_parts');
        let reason: unknown;
        try {
          engine.open(article, { parts: [part] });
        } catch (thrown) {
          reason = thrown;
        }
        checkError(reason, 'bad_parts');
      }
    }),
  },
  {
    name: 'weighs priorities as the call says, also where the article is rendered',
    run: withEngine(async (engine) => {
      const first = (await engine.analyze(article)).claims[0];
      const weights = { unsourced: 1, check_worthy: 0 };
      same((await engine.analyze(article, { weights })).claims[0]?.priority, 1, 'the priority');
      await rejection(engine.analyze(article, { weights: { number: 2 } }));
      const rendered = JSON.parse(await engine.render('json')) as Report;
      same(rendered.claims[0]?.priority, 1, 'the priority in JSON');
      const defaults = { ...engine.defaultWeights, number: undefined };
      const again = (await engine.analyze(article, { weights: defaults })).claims[0];
      same(again?.priority, first?.priority, 'the priority by default');
    }),
  },
  {
    name: 'tells by the day of the article which day is meant, also in a session and in exports',
    run: withEngine(async (engine) => {
      const text = 'The port closed yesterday.';
      const told = ({ claims }: Report): string | undefined => claims[0]?.standalone?.text;
      same(told(await engine.analyze(text)), text, 'without a day');
      const date = '2026-03-05T08:00:00Z';
      same(told(await engine.analyze(text, { date })), 'The port closed yesterday [4 March 2026].', 'with a day');
      check((await engine.render('claims-csv')).includes('yesterday [4 March 2026].'), 'in CSV');
      check((await engine.render('markdown')).includes('To send on: The port closed yesterday'), 'in Markdown');
      same(told(await engine.open(text, { date }).read()), 'The port closed yesterday [4 March 2026].', 'of a session');
      checkError(await rejection(engine.analyze(text, { date: '5 March' })), 'bad_date');
    }),
  },
  {
    name: 'refuses a text in another language than English, also of a session, unless it is told to read it as English',
    run: withEngine(async (engine) => {
      const german = 'Der Stadtrat teilte am Montag mit, dass die Brücke bis zum Frühjahr gesperrt bleibt. ' +
        'Die Anwohner warten seit zwei Jahren und sind nicht froh, wie die Bürgermeisterin sagte.';
      const reason = await rejection(engine.analyze(german));
      checkError(reason, 'unsupported_language');
      check(String(reason).includes('does not seem to be in English'), `the message says so: ${String(reason)}`);
      checkError(await rejection(engine.open(german).read()), 'unsupported_language');
      const { claims } = await engine.analyze(german, { language: 'en' });
      same((await engine.open(german, { language: 'en' }).read()).claims.length, claims.length, 'claims');
      const session = engine.open(german);
      await rejection(session.read());
      const report = await session.update({ from: 0, to: german.length, insert: article });
      same(report.claims.length, 4, 'claims of the session once it is English');
    }),
  },
  {
    name: 'says which weight it does not know, or cannot use',
    run: withEngine(async (engine) => {
      for (const [name, weight] of [['nmber', 0.1], ['number', 1.1], ['number', NaN]] as const) {
        const reason = await rejection(engine.analyze(article, { weights: { [name]: weight } }));
        checkError(reason, 'bad_weights');
        check(String(reason).includes(`"${name}"`), `the message names ${name}: ${String(reason)}`);
      }
    }),
  },
];

const calls: readonly EngineCase[] = [
  {
    name: 'cancels the older call when a newer one comes',
    run: withEngine(async (engine) => {
      const older = rejection(engine.analyze('The older text.'));
      const newer = engine.analyze(article);
      check(isAbort(await older), 'the older call rejects with an AbortError');
      same((await newer).length, article.length, 'the newer call is answered');
    }),
  },
  {
    name: 'answers only the last of twenty calls',
    run: withEngine(async (engine) => {
      const texts = Array.from({ length: 20 }, (_, n) => article.repeat(n + 1));
      const outcomes = await Promise.allSettled(texts.map((text) => engine.analyze(text)));
      same(outcomes.filter(({ status }) => status === 'fulfilled').length, 1, 'answers');
      same(outcomes.at(-1)?.status, 'fulfilled', 'the last call');
    }),
  },
  {
    name: 'cancels a call by its signal, with the reason given',
    run: withEngine(async (engine) => {
      const controller = new AbortController();
      const call = rejection(engine.analyze(article, { signal: controller.signal }));
      controller.abort();
      check(isAbort(await call), 'it rejects with an AbortError');
      const leaving = new AbortController();
      const other = rejection(engine.analyze(article, { signal: leaving.signal }));
      leaving.abort('the reader left');
      same(await other, 'the reader left', 'the reason');
      same((await engine.analyze(article)).length, article.length, 'the next call is answered');
    }),
  },
  {
    name: 'rejects a call whose signal was aborted before, and leaves the one under way alone',
    run: withEngine(async (engine) => {
      const underWay = engine.analyze(article);
      const call = rejection(engine.analyze('No.', { signal: AbortSignal.abort() }));
      check(isAbort(await call), 'it rejects with an AbortError');
      same((await underWay).length, article.length, 'the other call is answered');
    }),
  },
  {
    name: 'says when a text is too long, and reads the next one',
    run: withEngine(async (engine) => {
      checkError(await rejection(engine.analyze('a'.repeat((16 << 20) + 1))), 'text_too_long');
      same((await engine.analyze(article)).length, article.length, 'the next call is answered');
    }),
  },
  {
    name: 'rejects what is under way and what comes later once it is closed',
    run: async ({ makeEngine }) => {
      const engine = await makeEngine();
      const underWay = rejection(engine.analyze(article));
      engine.close();
      checkError(await underWay, 'engine_closed');
      checkError(await rejection(engine.analyze(article)), 'engine_closed');
    },
  },
];

const progress: readonly EngineCase[] = [
  {
    name: 'tells how far it is, from little to all',
    run: withEngine(async (engine) => {
      const shares: number[] = [];
      await engine.analyze(longArticle(300), { onProgress: (share) => shares.push(share) });
      check(shares.length > 2 && (shares[0] ?? 1) < 0.7, `some steps: ${shares}`);
      check(shares.every((share, at) => share > (shares[at - 1] ?? 0)), `growing: ${shares}`);
      same(shares.at(-1), 1, 'the last');
    }),
  },
  {
    name: 'tells nothing of a text that was cancelled',
    run: withEngine(async (engine) => {
      let told = 0;
      const older = rejection(engine.analyze(longArticle(50), { onProgress: () => (told += 1) }));
      await engine.analyze(article);
      check(isAbort(await older), 'it was cancelled');
      same(told, 0, 'times');
    }),
  },
];

export const engineSuite: readonly EngineCase[] = [
  ...reports,
  ...exports,
  ...calls,
  ...progress,
  ...equipment,
  ...sessions,
];
