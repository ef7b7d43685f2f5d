// What the cases of engines and sessions share: articles, and how to look into their Reports.
import type { Engine, HouseStyle, ModelSource, Report, Span } from '../../../web/engine/index.ts';
import { check, type Case } from '../support/case.ts';

export interface EngineContext {
  /** An engine with the project's model, or with another. */
  makeEngine(options?: {
    readonly model?: ModelSource;
    readonly houseStyle?: HouseStyle;
  }): Promise<Engine>;
  /** An address where no model is. */
  readonly missingModel: string;
}

export type EngineCase = Case<EngineContext>;

export const article =
  'The old bridge is closed.\n\nMayor Ilse Varga said that the ferry would run on Sunday.\n\n' +
  'Critics said the ferry was late. It is believed that the harbour is deep.';

/** An article of so many paragraphs, of which no two are alike. */
export function longArticle(paragraphs: number): string {
  const names = ['Adler', 'Bakke', 'Corti', 'Doyle', 'Ek', 'Farrow', 'Gerber'];
  const things = ['bridge', 'harbour', 'school', 'budget', 'road', 'library', 'market', 'mill', 'court'];
  const verbs = ['said', 'told reporters', 'argued', 'wrote', 'denied'];
  const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday'];
  const of = (list: readonly string[], n: number): string => list[n % list.length] ?? '';
  return Array.from({ length: paragraphs }, (_, n) =>
    `Asked about the ${of(things, n)}, ${of(names, n)} ${of(verbs, n)} on ${of(days, n)} that the ` +
    `${of(things, n + 2)} near the ${of(things, Math.floor(n / 63))} had been sold to the ` +
    `${of(things, Math.floor(n / 567))}. It was a cold day, and many people stayed at home.`,
  ).join('\n\n');
}

export const withEngine =
  (run: (engine: Engine) => Promise<void>) =>
  async ({ makeEngine }: EngineContext): Promise<void> => {
    const engine = await makeEngine();
    try {
      await run(engine);
    } finally {
      engine.close();
    }
  };

export const words = (text: string, spans: readonly Span[]): string =>
  spans.map(([begin, end]) => text.slice(begin, end)).join(' … ');

export function attributionBy(report: Report, text: string, cue: string) {
  const found = report.attributions.find((one) => words(text, one.cue) === cue);
  check(found !== undefined, `no attribution has the cue “${cue}”: ${JSON.stringify(report)}`);
  return found;
}
