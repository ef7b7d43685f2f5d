// What the extension keeps, and what it makes of what is stored or typed, without a browser.
import { describe, expect, test } from 'vitest';
import { addressOf } from '../../web/extension/kept/address.ts';
import { checked, staysOff, usual } from '../../web/extension/kept/settings.ts';
import { looksOf } from '../../web/extension/looks.ts';
import { siteOf } from '../../web/extension/options/sites.ts';

describe('The address of a page', () => {
  for (const [href, address] of [
    ['https://news.example/a?id=7&utm_source=mail&utm_medium=x#top', 'https://news.example/a?id=7'],
    ['https://news.example/a?fbclid=1&gclid=2', 'https://news.example/a'],
    ['https://news.example/a?', 'https://news.example/a'],
    ['https://news.example/a?page=2&q=utm_source', 'https://news.example/a?page=2&q=utm_source'],
    ['https://news.example/a?q=a%26utm_source%3Db', 'https://news.example/a?q=a%26utm_source%3Db'],
    ['https://news.example/a?UTM_Source=x&b', 'https://news.example/a?b'],
    ['file:///home/a.html#b', 'file:///home/a.html'],
    ['no address', 'no address'],
  ] as const) {
    test(`${href} is ${address}`, () => expect(addressOf(href)).toBe(address));
  }
});

describe('A site to stay off', () => {
  const settings = { ...usual, sites: ['news.example'] };
  for (const [host, isOff] of [['news.example', true], ['www.news.example', true], ['oldnews.example', false], ['example', false], ['news.example.org', false]] as const) {
    test(`${host} is ${isOff ? '' : 'not '}one below news.example`, () => expect(staysOff(settings, host)).toBe(isOff));
  }
  for (const [typed, site] of [
    ['news.example', 'news.example'],
    [' https://www.News.example/story?x=1 ', 'news.example'],
    ['localhost:8080', 'localhost'],
    ['news', null],
    ['two words.example', null],
    ['', null],
  ] as const) {
    test(`“${typed}” is ${site ?? 'none'}`, () => expect(siteOf(typed)).toBe(site));
  }
});

describe('Stored settings', () => {
  test('that are none, or of anything else, are the usual ones', () => {
    for (const stored of [undefined, null, 7, 'settings', [], { statuses: 'all', colours: 3, houseStyle: [], sites: {}, language: 1, reading: 'slow' }]) {
      expect(checked(stored)).toEqual(usual);
    }
  });

  test('keep what makes sense and nothing else', () => {
    expect(checked({
      statuses: ['hidden', 'nonsense', 'named'],
      colours: { named: '#ff0000', hidden: 'red; } * { display: none', unknown: '#000000' },
      houseStyle: { name: 'house.json', text: '{}', more: 1 },
      sites: ['a.example', 3],
      language: 'es',
      reading: 'careful',
      other: true,
    })).toEqual({ statuses: ['named', 'hidden'], colours: { named: '#ff0000' }, houseStyle: { name: 'house.json', text: '{}' }, sites: ['a.example'], language: 'es', reading: 'careful' });
    expect(checked({ language: 'constructor' }).language).toBeNull();
  });

  test('make the looks of marks: lines that differ without colour, in own colours where there are some', () => {
    const looks = looksOf({ named: '#ff0000' }, false);
    expect(looks).toContain('::highlight(sourcelight-named) { text-decoration: underline solid 2px #ff0000; }');
    const lines = looks.match(/underline \w+ [\d.]+px/g) ?? [];
    expect(new Set(lines).size).toBe(5);
  });
});
