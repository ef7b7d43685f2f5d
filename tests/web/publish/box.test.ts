// "About the sources": what it says of an article, in both languages; that it is whole HTML which holds
// nothing of the article but its words, and that axe finds nothing in it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parse, type DefaultTreeAdapterMap } from 'parse5';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Claim, Report } from '../../../web/engine/index.ts';
import { boxStyle, sourcesBox } from '../../../web/publish/index.ts';
import { launch, open } from '../support/browser.ts';
import { article, readArticle } from './article.ts';

let report: Report;
beforeAll(async () => {
  report = await readArticle();
});

/** The text of the box, a line an element of a list, a paragraph or a heading. */
const linesOf = (html: string): string[] =>
  html
    .replace(/<style>[^]*<\/style>/, '')
    .split(/<\/(?:h\d|p|li|summary)>/)
    .map((part) => part.replace(/<[^>]*>/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&').trim())
    .filter((line) => line);

describe('The box', () => {
  test('says how many claims rest on whom, who is not named and what the article says of that', async () => {
    const lines = linesOf(await sourcesBox(article, report));
    expect(lines).toEqual([
      'About the sources',
      'This article makes 10 claims that can be checked. Here is whose word they rest on.',
      '5 claims rest on sources that the article names.',
      '2 claims rest on people whom the article does not name.',
      '1 claim is said to come from somebody, but the article does not say from whom.',
      '2 claims are made by the article itself.',
      'Who is named',
      'Runa Teller, mayor of Marle: 3 claims, quoted in part or in full',
      'canal board: 1 claim',
      'report by the council: 1 claim',
      'Who is not named',
      '“A senior engineer”: 1 claim. The article says of this source: “who spoke on condition of anonymity because he is not allowed to talk to reporters”.',
      '“Critics”: 1 claim. The article does not say why.',
      'Where nobody is given',
      'The article writes “it is believed”, “reportedly” or the like, and gives nobody who says so.',
      'Show the claim',
      '“The gates are … thirty years old”',
      'What the article says itself',
      'For these the article gives no source. That does not make them wrong: a reporter may have been there, or they are common knowledge.',
      'Show the 2 claims',
      '“Marle lock to close for <nine> days & nights”',
      '“The old mill by the river burned down in April.”',
      'Counted from the words of the article with Sourcelight. It shows who stands behind a claim, not whether the claim is true.',
    ]);
  });

  test('speaks Spanish, and says that the article’s words are English', async () => {
    const html = await sourcesBox(article, report, { language: 'es' });
    expect(html).toContain('<section class="sourcelight-sources" lang="es" aria-label="Sobre las fuentes">');
    expect(html).toContain('<b><span lang="en">Runa Teller</span></b>, <span lang="en">mayor of Marle</span>: 3 afirmaciones');
    expect(html).not.toMatch(/\b(the article|claims?)\b/i);
    expect(await sourcesBox(article, report)).not.toContain('lang="es"');
  });

  test('has the level of heading that is asked for, and the next below', async () => {
    const levels = async (heading?: number): Promise<string[]> => {
      const html = await sourcesBox(article, report, heading ? { heading } : {});
      return [...new Set([...html.matchAll(/<h(\d)/g)].map(([, level = '']) => level))];
    };
    expect(await levels()).toEqual(['2', '3']);
    expect(await levels(4)).toEqual(['4', '5']);
    expect(await levels(9)).toEqual(['5', '6']);
  });

  test('says so where there is no claim', async () => {
    const none: Report = { ...report, claims: [], attributions: [], sources: [], summary: { ...report.summary, claims: { named: 0, unnamed: 0, hidden: 0, unsourced: 0, none: 0 } } };
    expect(linesOf(await sourcesBox('', none))[1]).toBe('This article makes no claim that can be checked.');
  });

  test('tells of people whom a named source does not name', async () => {
    const [claim] = report.claims.filter(({ status }) => status === 'named');
    const passed: Claim = { ...(claim as Claim), status: 'unnamed', reason: { kind: 'passed_on', via: 0, cue: 'said' } };
    const html = await sourcesBox(article, { ...report, claims: [passed] });
    expect(html).toContain('People whom <b>canal board</b> does not name: 1 claim.');
  });
});

describe('Whatever stands in the article,', () => {
  const hostile = '"><img src=x onerror=alert(1)></section></style><script>alert(2)</script>&amp;';

  test('the box holds elements of its own only, and no ids, links or handlers', async () => {
    const sources = report.sources.map((source) => ({ ...source, name: hostile, title: hostile }));
    const text = article.replace(/\w/g, '<');
    const html = await sourcesBox(text, { ...report, sources }, { style: true, articleLanguage: '"><b onclick=1>' });
    const seen = new Set<string>();
    const attributes = new Set<string>();
    const visit = (node: DefaultTreeAdapterMap['node']): void => {
      if ('attrs' in node) {
        seen.add(node.tagName);
        for (const { name } of node.attrs) attributes.add(name);
      }
      if ('childNodes' in node) node.childNodes.forEach(visit);
    };
    const complaints: string[] = [];
    visit(parse(`<!doctype html>${html}`, { onParseError: ({ code }) => complaints.push(code) }));
    expect([...seen].sort()).toEqual(['b', 'body', 'details', 'h2', 'h3', 'head', 'html', 'li', 'p', 'section', 'small', 'span', 'style', 'summary', 'ul']);
    expect([...attributes].sort()).toEqual(['aria-label', 'class', 'lang']);
    expect(complaints).toEqual([]);
  });
});

test('The style names nothing but the box, and no colour', () => {
  const selectors = boxStyle.split('\n').map((rule) => rule.slice(0, rule.indexOf('{')));
  expect(selectors.length).toBeGreaterThan(3);
  for (const selector of selectors) expect(selector).toMatch(/^\.sourcelight-sources\b/);
  expect(boxStyle).not.toMatch(/color|#[0-9a-f]{3}|rgb|url\(/i);
});

test('In a page of a newsroom axe finds nothing, in light and dark, twice on one page', async () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const browser = await launch();
  try {
    const { page, complaints } = await open(browser, 'about:blank');
    const boxes = [await sourcesBox(article, report, { style: true }), await sourcesBox(article, report, { language: 'es' })];
    await page.setContent(`<!doctype html><html lang="en"><title>News</title><meta name="color-scheme" content="light dark">
      <main><h1>Marle lock to close</h1><p>It closes.</p>${boxes.join('')}</main></html>`);
    for (const summary of await page.locator('summary').all()) await summary.click();
    await page.evaluate(axe);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const found = await page.evaluate(async () => {
        const { axe: run } = window as unknown as { axe: { run(): Promise<{ violations: { id: string; help: string }[] }> } };
        return (await run.run()).violations.map(({ id, help }) => `${id}: ${help}`);
      });
      expect(found).toEqual([]);
    }
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
  }
});
