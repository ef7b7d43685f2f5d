// Holds web/engine/within.ts: which links lead to pages of the article's own site, or to lists.
import { describe, expect, test } from 'vitest';
import { markWithin } from '../../../web/engine/within.ts';

const isWithin = (target: string, address?: string | null): boolean =>
  markWithin([{ span: [0, 1], target }], address)[0]?.within ?? false;

describe('A link within the site', () => {
  test.each([
    ['https://courier.example/2031/bridge', 'https://courier.example/2031/ferry'],
    ['https://courier.example/', 'https://courier.example/2031/ferry'],
    ['http://www.courier.example/bridge', 'https://sport.courier.example/ferry'],
    ['https://news.courier.co.uk/bridge', 'https://courier.co.uk/ferry'],
    ['/bridge', 'https://courier.example/2031/ferry'],
    ['https://mara.blogspot.com/2031/bridge', 'https://mara.blogspot.com/ferry'],
    ['https://courier.example/ferry?page=2', 'https://courier.example/ferry'],
    ['https://zeitung.münchen.example/a', 'https://xn--mnchen-3ya.example/b'],
    ['https://courier.example/bridge', 'courier.example'],
    ['https://courier.example/bridge', 'www.courier.example:8080'],
    ['http://192.0.2.7/bridge', 'http://192.0.2.7:8080/ferry'],
    ['http://localhost:5173/bridge', 'http://localhost:5173/ferry'],
  ])('%s is one of %s', (target, address) => expect(isWithin(target, address)).toBe(true));

  test.each([
    ['https://council.example/report.pdf', 'https://courier.example/ferry'],
    ['https://herald.example/', 'https://courier.example/ferry'],
    ['https://herald.co.uk/bridge', 'https://courier.co.uk/ferry'],
    ['https://mara.blogspot.com/bridge', 'https://ilse.blogspot.com/ferry'],
    ['https://mara.github.io/bridge', 'https://ilse.github.io/ferry'],
    ['http://192.0.2.8/bridge', 'http://192.0.2.7/ferry'],
    ['http://[2001:db8::1]/bridge', 'http://[2001:db8::2]/ferry'],
    ['https://courier.example/bridge', null],
    ['https://courier.example/bridge', ''],
  ])('%s is none of %s', (target, address) => expect(isWithin(target, address)).toBe(false));

  test('references within the page stay as they are', () => {
    const page = 'https://courier.example/ferry';
    for (const target of ['#note-1', `${page}#note-1`]) expect(isWithin(target, `${page}#top`)).toBe(false);
    expect(isWithin('https://courier.example/bridge#note-1', page)).toBe(true);
  });

  test('what has no address of the web is left as it is, and nothing throws', () => {
    const odd = ['', '#', 'http://', 'https://%', 'mailto:mara@courier.example', 'javascript:void 0', 'file:///a/b.html',
      'data:text/html,a', 'about:blank', 'a b', '//', 'http://a..b/', 'http://co.uk/', 'x'.repeat(10_000)];
    const links = odd.map((target) => ({ span: [0, 1] as const, target }));
    for (const address of [null, ...odd]) {
      expect(markWithin(links, address).length).toBe(odd.length);
      expect(isWithin('https://courier.example/ferry', address)).toBe(false);
    }
    expect(isWithin('file:///a/b.html', 'file:///a/c.html')).toBe(false);
  });

  test('what was marked stays marked, and nothing else of a link changes', () => {
    const links = [
      { span: [0, 4], target: 'https://council.example/', within: true },
      { span: [5, 9], target: 'https://council.example/' },
    ] as const;
    expect(markWithin(links, 'https://courier.example/')).toEqual(links);
  });

  test('a long page is marked at once', () => {
    const links = Array.from({ length: 20_000 }, (_, n) => ({ span: [n, n + 1] as const, target: `https://a${n}.example/b/${n}` }));
    const begun = performance.now();
    markWithin(links, 'https://courier.example/');
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});

describe('A list of stories, of any site', () => {
  test.each([
    '/topic/bridges', '/topics/', '/news/topics/c1x2y3z4', '/tag/ferry', '/tags/ferry/', '/tag/ferry/page/2', '/author/mara-lind',
    '/by/mara-lind', '/profile/mara-lind', '/people/mara-lind', '/staff/mara-lind/', '/section/politics', '/category/business/shipping',
    '/topic/organization/ferry-line', '/hub/bridges', '/thema/bruecken', '/autoren/L/Mara_Lind/index', '/Thema/Bruecken',
    '/rubrik/wirtschaft', '/sujet/ponts/', '/auteur/mara-lind', '/temas/puentes', '/autor/mara-lind', '/secci%C3%B3n/puertos',
    '/argomenti/ponti', '/%C3%A4mne/broar', '/emne/broer', '/temat/mosty', '/etiket/kopru', '/tag/%E6%A9%8B',
  ])('%s', (path) => expect(isWithin(`https://herald.example${path}`)).toBe(true));

  test.each([
    '/', '/2031/05/bridge-closed', '/politics', '/tagesschau/bridge', '/topicality/bridge', '/by-the-sea',
    '/sections/money/2031/05/02/123/bridge-closed', '/topics/bridge-closed-for-years-as-mayor-warns-of-collapse',
    '/people/mara-lind-says-she-will-never-close-it', '/section/a/b/c/d', '/report?topic=bridges', '/%E0%A4%A',
  ])('%s is none', (path) => expect(isWithin(`https://herald.example${path}`)).toBe(false));
});
