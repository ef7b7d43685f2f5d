// The finder on pages built as sites build theirs: pages/NAME.html, and in NAME.txt what it finds, a line a
// paragraph, "kind: text"; "nothing" where there is no article. Parsed by linkedom, as the command does.
import { readFileSync, readdirSync } from 'node:fs';
import { DOMParser } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { featureNames } from '../../../web/article/features.ts';
import { findArticle, statedText, textOf } from '../../../web/article/html.ts';
import weights from '../../../web/article/weights.json';

const folder = new URL('pages/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const names = readdirSync(folder).filter((name) => name.endsWith('.html')).map((name) => name.replace(/\.html$/, ''));

function linesOf(html: string): string[] {
  const page = new DOMParser().parseFromString(html, 'text/html') as unknown as Document;
  const found = findArticle(page);
  const article = found ? textOf(page, found) : statedText(page);
  return article ? article.parts.map(({ span: [begin, end], kind }) => `${kind}: ${article.text.slice(begin, end)}`) : ['nothing'];
}

describe('Of a page the article is found, and what each paragraph is:', () => {
  for (const name of names) {
    test(name, () => expect(linesOf(read(`${name}.html`))).toEqual(read(`${name}.txt`).trim().split('\n')));
  }
});

test('the weights are of the features that are told', () => {
  const levels = weights.names.length;
  const most = Math.max(...weights.trees.flatMap((tree) => tree.filter((_, at) => at % 3 === 0)));
  expect(weights.features).toBe(featureNames.length + 4 * levels);
  expect(most).toBeLessThan(weights.features);
});
