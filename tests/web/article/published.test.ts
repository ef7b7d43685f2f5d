// When pages say that their article was published.
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { publishedOn } from '../../../web/article/published.ts';

const day = (head: string): string => publishedOn(parseHTML(`<!doctype html><html><head>${head}</head><body></body></html>`).document);
const linkedData = (json: unknown): string => `<script type="application/ld+json">${typeof json === 'string' ? json : JSON.stringify(json)}</script>`;

describe('The day of an article is read', () => {
  test.each([
    ['JSON-LD', linkedData({ '@type': 'NewsArticle', datePublished: '2026-03-05T08:00:00+01:00' })],
    ['a list in JSON-LD', linkedData([{ '@type': 'WebSite' }, { '@type': 'Article', datePublished: '2026-03-05' }])],
    ['a graph in JSON-LD', linkedData({ '@graph': [{ '@type': 'WebPage' }, { datePublished: '2026-03-05 08:00' }] })],
    ['Open Graph', '<meta property="article:published_time" content="2026-03-05T08:00:00Z">'],
    ['a microdata tag', '<meta itemprop="datePublished" content="2026-03-05">'],
    ['two places that agree', `${linkedData({ datePublished: '2026-03-05' })}<meta property="article:published_time" content="2026-03-05T23:00">`],
    ['what stands behind broken JSON-LD', `${linkedData('{"datePublished": ')}${linkedData({ datePublished: '2026-03-05' })}`],
  ])('from %s', (_, head) => {
    expect(day(head)).toBe('2026-03-05');
  });
});

describe('No day is made up', () => {
  test.each([
    ['the page tells none', '<title>Ferry</title>'],
    ['two places tell two days', `${linkedData({ datePublished: '2026-03-05' })}<meta property="article:published_time" content="2026-03-06">`],
    ['the date is no ISO 8601', linkedData({ datePublished: 'March 5, 2026' })],
    ['it is no string', linkedData({ datePublished: 20260305 })],
    ['the day is cut', linkedData({ datePublished: '2026-03' })],
  ])('where %s', (_, head) => {
    expect(day(head)).toBe('');
  });
});
