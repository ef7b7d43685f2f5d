// Thousands of random edits: a session's Report is that of a fresh analysis, by a reader that has
// read nothing before, and positions follow the text. SESSION_EDITS=5000 and SESSION_SEED=1 make
// it longer, and repeat it.
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import createSourcelight, { type SourcelightModule } from '#wasm';
import { createEngine, type Hyperlink, type Part, type Report, type Session } from '../../../web/engine/index.ts';
import { changed, Editor } from './edits.ts';

const file = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url));
const wasmBinary = file('build/wasm/sourcelight.wasm');
const model = file('core/models/en.slm');
const seed = Number(process.env['SESSION_SEED'] ?? Date.now() % 1e6);
const edits = (usual: number): number => Number(process.env['SESSION_EDITS'] ?? usual);

let fresh: SourcelightModule;
beforeAll(async () => {
  fresh = await createSourcelight({ wasmBinary });
});

/** The Report by a reader that is made for it and knows no other text. */
function freshly(text: string, links: readonly Hyperlink[], parts: readonly Part[]): Report {
  const reader = new fresh.Reader();
  try {
    expect(reader.loadModel(model).code).toBe('');
    const plain = links.map((link) => ({ within: false, ...link }));
    return JSON.parse(reader.analyze(text, plain, [], 'auto', parts, null, '').report) as Report;
  } finally {
    reader.delete();
  }
}

/** One kind after the other. */
function partsOf(text: string): Part[] {
  const kinds = ['headline', 'time', 'standfirst', 'item', 'body', 'caption', 'time', 'heading'] as const;
  return [...text.matchAll(/[^\n]+/g)].map(({ index, 0: line }, n): Part => (
    { span: [index, index + line.length], kind: kinds[n % kinds.length] ?? 'body' }
  ));
}

/** Updates a session edit by edit, a few of them without waiting for the answer. */
async function follow(session: Session, editor: Editor, count: number) {
  await session.read();
  for (let done = 0; done < count; ++done) {
    const changes = editor.edit(session.text);
    const [before, after] = [session.text, changed(session.text, changes)];
    const call = session.update(changes);
    if (editor.below(8) === 0) {
      call.catch(() => {});
      continue;
    }
    const report = await call;
    const where = `seed ${seed}, edit ${done}: ${JSON.stringify(changes)} in ${JSON.stringify(before)}`;
    expect(session.text, where).toBe(after);
    expect(report, where).toEqual(freshly(after, session.links, session.parts));
  }
}

describe(`A session's Report is that of a fresh analysis (seed ${seed})`, () => {
  test('after every one of many edits', { timeout: 3_600_000 }, async () => {
    const engine = await createEngine({ thread: 'same', wasmBinary, model });
    const editor = new Editor(seed);
    for (let left = edits(800); left > 0; left -= 200) {
      const text = editor.article();
      const links = [{ span: [3, 12] as const, target: 'https://a.example/' }];
      const parts = partsOf(text);
      const session = engine.open(text, { links, parts });
      await follow(session, editor, Math.min(left, 200));
      session.close();
    }
    engine.close();
  });
});

describe(`Spans and positions follow the text (seed ${seed})`, () => {
  test('what no edit touches stays the same words', async () => {
    const engine = await createEngine({ thread: 'same', wasmBinary, model });
    const editor = new Editor(seed);
    let kept = 0;
    for (let round = 0; round < 150; ++round) {
      const text = editor.article();
      const session = engine.open(text);
      const { claims } = await session.read();
      const changes = editor.edit(text);
      session.update(changes).catch(() => {});
      expect(session.claims.length).toBe(claims.length);
      claims.forEach(({ spans }, n) => {
        const untouched = spans.every(([begin, end]) =>
          changes.every(({ from, to }) => to <= begin || end <= from));
        const words = (of: string, all: typeof spans) => all.map(([begin, end]) => of.slice(begin, end));
        const where = `seed ${seed}, round ${round}: ${JSON.stringify(changes)}`;
        if (untouched) {
          kept += 1;
          expect(words(session.text, session.claims[n]?.spans ?? []), where).toEqual(words(text, spans));
        }
        for (const span of session.claims[n]?.spans ?? []) {
          expect(0 <= span[0] && span[0] < span[1] && span[1] <= session.text.length, where).toBe(true);
        }
      });
      let last = 0;
      for (let at = 0; at <= text.length; ++at) {
        const [left, right] = [session.map(at, -1), session.map(at, 1)];
        expect(last <= left && left <= right && right <= session.text.length, `position ${at}`).toBe(true);
        last = left;
        const apart = changes.every(({ from, to }) => at < from || to <= at);
        if (apart && at < text.length) expect(session.text[right]).toBe(text[at]);
      }
      session.close();
    }
    expect(kept).toBeGreaterThan(300);
    engine.close();
  });
});
