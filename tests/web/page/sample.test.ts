// The sample article shows what Sourcelight tells apart: the real engine finds it all in it.
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { claimStatuses, createEngine, type Report } from '../../../web/engine/index.ts';
import { sample } from '../../../web/page/sample.ts';

let report: Report;

beforeAll(async () => {
  const file = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url));
  const wasmBinary = file('build/wasm/sourcelight.wasm');
  const engine = await createEngine({ thread: 'same', wasmBinary, model: file('core/models/en.slm') });
  report = await engine.analyze(sample);
  engine.close();
});

describe('The sample article', () => {
  test('is as long as a short news item', () => {
    const words = sample.trim().split(/\s+/).length;
    expect(words).toBeGreaterThanOrEqual(350);
    expect(words).toBeLessThanOrEqual(450);
  });

  test.each(claimStatuses)('holds a claim that is %s', (status) => {
    expect(report.summary.claims[status]).toBeGreaterThan(0);
  });

  test.each(['named_person', 'named_organization', 'document', 'anonymous', 'unnamed_group'])(
    'holds a source that is a %s',
    (kind) => {
      expect(report.sources.map((source) => source.kind)).toContain(kind);
    },
  );

  test.each(['direct', 'mixed', 'indirect'])('holds a %s quotation', (quote) => {
    expect(report.attributions.map((attribution) => attribution.quote)).toContain(quote);
  });

  test('holds a quotation that runs over two paragraphs, with one speaker', () => {
    const contents = report.attributions.map(({ content }) =>
      content.map(([begin, end]) => sample.slice(begin, end)).join('\n'),
    );
    expect(contents.some((words) => /sixty years[^]*through the fire[^]*without customers/.test(words))).toBe(true);
  });
});
