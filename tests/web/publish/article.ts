// An invented article with every sort of source, and its Report.
import { readFileSync } from 'node:fs';
import { createEngine, type Engine, type Hyperlink, type Report } from '../../../web/engine/index.ts';

const root = new URL('../../../', import.meta.url);

export const article = `Marle lock to close for <nine> days & nights

The lock at Marle will be shut for nine days, the canal board said on Friday.

“We will keep one gate open for as long as we can,” said Runa Teller, the mayor of Marle. She called the plan “a disgrace for the whole valley” and said that boats had queued since noon.

A senior engineer who spoke on condition of anonymity because he is not allowed to talk to reporters said the board had ignored two warnings. Critics say the money was spent elsewhere.

The gates are reportedly thirty years old. The old mill by the river burned down in April. Repairs will cost 4.2 million crowns, a report by the council found.

Will the lock open in time for the regatta?
`;

const words = 'Repairs will cost 4.2 million crowns';
export const links: readonly Hyperlink[] = [
  { span: [article.indexOf(words), article.indexOf(words) + words.length], target: 'https://www.council.example/report.pdf?a=1&b=2' },
];

export const makeEngine = (): Promise<Engine> =>
  createEngine({
    thread: 'same',
    wasmBinary: readFileSync(new URL('build/wasm/sourcelight.wasm', root)),
    model: readFileSync(new URL('core/models/en.slm', root)),
  });

export async function readArticle(): Promise<Report> {
  const engine = await makeEngine();
  const report = await engine.analyze(article, { links });
  engine.close();
  return report;
}
