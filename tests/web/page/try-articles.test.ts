// Holds web/page/try: how old articles are read and what a trial makes of Reports, without a page.
import { describe, expect, test } from 'vitest';
import type { Engine, Report } from '../../../web/engine/index.ts';
import { articlesOf, isHidden } from '../../../web/page/try/articles.ts';
import { add, csvOf, mostHits, newTrial, rulesOf, styleWith, tryOn } from '../../../web/page/try/trial.ts';

const report = (...findings: readonly [string, number, number][]) =>
  ({ findings: findings.map(([rule, begin, end]) => ({ rule, span: [begin, end] })) }) as unknown as Report;

async function read(...files: File[]) {
  const read = [];
  for await (const each of articlesOf(files)) {
    read.push('reason' in each ? `${each.name} ${(each.reason as { code?: string }).code}` : `${each.name} ${each.text}`);
  }
  return read;
}

describe('Old articles', () => {
  test('are the files, and the lines of .jsonl by their text or body', async () => {
    const lines = '{"text": "One."}\n\n{"body": "Two.\\r\\nThree."}\r\n{"title": "No."}\nno json\n{"text": " "}\nnull';
    expect(await read(new File(['A ferry.'], 'a.txt'), new File([lines], 'b.jsonl'))).toEqual([
      'a.txt A ferry.',
      'b.jsonl:1 One.',
      'b.jsonl:3 Two.\nThree.',
      'b.jsonl:4 damaged',
      'b.jsonl:5 damaged',
      'b.jsonl:6 empty',
      'b.jsonl:7 damaged',
    ]);
  });

  test('that cannot be read say why, and the next are read', async () => {
    expect(await read(new File([], 'a.txt'), new File(['%PDF-1.7'], 'b.pdf'), new File(['C.'], 'c.txt'))).toEqual([
      'a.txt empty',
      'b.pdf pdf',
      'c.txt C.',
    ]);
  });

  test('are no hidden files', () => {
    expect(isHidden(new File([], '.DS_Store'))).toBe(true);
    expect(isHidden(new File([], 'a.b.txt'))).toBe(false);
  });
});

describe('A trial', () => {
  test('counts findings and articles by rule, and keeps the words in their paragraph', () => {
    const trial = newTrial();
    const text = `First line.\n${'far '.repeat(40)}the ferry sank ${'away '.repeat(40)}\nLast.`;
    const begin = text.indexOf('ferry');
    add(trial, 'a.txt', text, report(['sink', begin, begin + 5], ['sink', 0, 5]));
    add(trial, 'b.txt', 'No.', report());
    const sink = trial.rules.get('sink');
    expect([trial.articles, sink?.found, sink?.articles]).toEqual([2, 2, 1]);
    expect(sink?.hits[0]).toMatchObject({ file: 'a.txt', words: 'ferry' });
    expect(sink?.hits[0]?.before).toMatch(/^…far .*the $/);
    expect(sink?.hits[0]?.after).toMatch(/^ sank away .*…$/);
    expect(sink?.hits[1]).toEqual({ file: 'a.txt', words: 'First', before: '', after: ' line.' });
  });

  test('counts on when its list is full', () => {
    const trial = newTrial();
    for (let i = 0; i < mostHits + 5; ++i) add(trial, 'a.txt', 'No.', report(['sink', 0, 2]));
    expect([trial.rules.get('sink')?.found, trial.rules.get('sink')?.hits.length]).toEqual([mostHits + 5, mostHits]);
  });

  test('is a table that a spreadsheet reads', () => {
    const trial = newTrial();
    add(trial, 'a, b.txt', 'Say "no".', report(['sink', 4, 8]));
    expect(csvOf(trial, ['rule', 'file', 'words', 'context'])).toBe(
      'rule,file,words,context\r\nsink,"a, b.txt","""no""","Say ""no""."\r\n',
    );
  });

  test('has the rules that were chosen alone, and checks beside them', () => {
    const style = JSON.stringify({ verbs: ['reckon'], rules: [{ id: 'a', pattern: 'a' }, { id: 'b' }, 7, { pattern: 'c' }] });
    expect(rulesOf(style).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(rulesOf('no json')).toEqual([]);
    expect(rulesOf(null)).toEqual([]);
    expect(JSON.parse(styleWith(style, new Set(['a']), ['attribution_restated']))).toEqual({
      verbs: ['reckon'],
      rules: [
        { id: 'a', pattern: 'a' },
        { id: 'attribution_restated', check: 'attribution_restated', message: 'attribution_restated' },
      ],
    });
  });

  test('goes on after an article that the engine refuses, and ends when it is cancelled', async () => {
    const stop = new AbortController();
    const analyze = async (text: string) => {
      if (text === 'Bad.') throw new Error('not in English');
      if (text === 'Stop.') stop.abort();
      return report(['sink', 0, 1]);
    };
    const trial = newTrial();
    const files = ['One.', 'Bad.', 'Two.', 'Stop.', 'Never.'].map((text, i) => new File([text], `${i}.txt`));
    let told = 0;
    const trying = tryOn({ analyze } as unknown as Engine, files, trial, { signal: stop.signal, onArticle: () => (told += 1) });
    await expect(trying).rejects.toThrow(/abort/i);
    expect(trial.rules.get('sink')?.found).toBe(3);
    expect(trial.unread).toEqual([{ name: '1.txt', reason: expect.objectContaining({ message: 'not in English' }) }]);
    expect(told).toBe(4);
  });
});
