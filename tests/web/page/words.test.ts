// The message catalogue and the page: index.html says what the English catalogue says, and the other
// languages have a word for each of its words.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { wordsAt } from '../../../web/page/frame.ts';
import { english, languageFor, languages, loadWords } from '../../../web/words/index.ts';
import { root } from '../support/serve.ts';

const html = readFileSync(join(root, 'index.html'), 'utf8');
const decode = (text: string): string => text.replaceAll('&amp;', '&').trim();

/** Every text and function of a catalogue, by its path. */
function leaves(part: object, path = ''): [string, unknown][] {
  return Object.entries(part).flatMap(([name, value]: [string, unknown]): [string, unknown][] =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? leaves(value, `${path}${name}.`)
      : [[path + name, value]],
  );
}

describe('index.html', () => {
  test('shows the English catalogue’s words until its script runs', () => {
    const texts = [...html.matchAll(/data-words="([^"]+)"[^>]*>([^<]*)</g)];
    expect(texts.length).toBeGreaterThan(15);
    for (const [, path = '', text = ''] of texts) expect(decode(text), path).toBe(wordsAt(english, path));
    const labels = [...html.matchAll(/aria-label="([^"]+)" data-label="([^"]+)"/g)];
    expect(labels.length).toBe(html.match(/aria-label=/g)?.length);
    for (const [, text = '', path = ''] of labels) expect(decode(text), path).toBe(wordsAt(english, path));
  });

  test('has the catalogue’s title, theme and words for browsers without script', () => {
    expect(html).toContain(`<title>${english.page.title}</title>`);
    expect(html).toContain(`>${english.page.themes.auto}</button>`);
    expect(html).toContain(`>${english.page.edit}</button>`);
    expect(html).toContain(`<noscript><p class="problem">${english.page.noscript}</p></noscript>`);
  });

  test('has no words but those of the catalogue', () => {
    const body = /<body>([^]*)<\/body>/.exec(html)?.[1] ?? '';
    const known = new Set(leaves(english.page).map(([, text]) => text).concat(english.page.themes.auto, 'Sourcelight'));
    const texts = [...body.matchAll(/>([^<]+)</g)].map(([, text = '']) => decode(text)).filter((text) => text);
    expect(texts.filter((text) => !known.has(text))).toEqual([]);
  });
});

describe('Each language', () => {
  const others = (Object.keys(languages) as (keyof typeof languages)[]).filter((name) => name !== 'en');
  /** Words that are the same in both. */
  const same: Readonly<Record<string, readonly string[]>> = {
    es: ['widget.keys.key.alt', 'widget.keys.key.control', 'widget.keys.key.escape'],
  };

  test.each(others)('(%s) has the catalogue’s shape, and says nothing in English', async (language) => {
    const words = await loadWords(language);
    const [theirs, ours] = [leaves(words), leaves(english)];
    expect(theirs.map(([path]) => path).sort()).toEqual(ours.map(([path]) => path).sort());
    const their = new Map(theirs);
    const alike = ours.filter(([path, text]) => their.get(path) === text).map(([path]) => path);
    expect(alike.filter((path) => !same[language]?.includes(path))).toEqual([]);
    for (const [path, text] of ours) {
      expect(typeof their.get(path), path).toBe(typeof text);
      if (typeof text === 'function') expect((their.get(path) as () => void).length, path).toBe(text.length);
      else expect(String(their.get(path)).trim(), path).not.toBe('');
    }
  });

  test('is found by what a browser asks for, else English is', () => {
    expect(['es', 'es-MX', 'ES-es', 'en-GB', 'fi', ''].map(languageFor)).toEqual(['es', 'es', 'es', 'en', 'en', 'en']);
  });
});
