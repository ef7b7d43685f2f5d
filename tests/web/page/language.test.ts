// The page in Chromium in another language: everything people read changes, and nothing they made.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { sample } from '../../../web/page/sample.ts';
import { english } from '../../../web/words/index.ts';
import { es } from '../../../web/words/es/index.ts';
import type { Tab } from '../../../web/widget/views.ts';
import { openSample, painted, pressUntil } from '../support/article.ts';
import { open, reportOf } from '../support/browser.ts';
import { openDesk } from '../support/desk.ts';

const desk = openDesk();
const choose = (language: string) => desk.page.locator('#language').selectOption(language);

const inSpanish = (page: Page) => page.getByRole('tab', { name: es.widget.tabs.claims }).waitFor();

/** Every text of a catalogue that is a sentence, a label or a name. */
function texts(part: object): string[] {
  return Object.values(part).flatMap((value: unknown) =>
    typeof value === 'string' ? value : typeof value === 'object' && value !== null ? texts(value) : [],
  );
}

/** The texts and names of all that is on the page, in the element too, but for the article's own. */
function readPage(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const article = '.surface, .words, blockquote, .part, q, #language, script, style, noscript, [lang="en"]';
    const walk = (node: Node): void => {
      if (node instanceof Text) found.push(node.data.trim());
      if (node instanceof Element) {
        if (node.matches(article)) return;
        for (const name of ['aria-label', 'title', 'placeholder', 'aria-description']) {
          found.push(node.getAttribute(name)?.trim() ?? '');
        }
        if (node.shadowRoot) walk(node.shadowRoot);
      }
      for (const child of node.childNodes) walk(child);
    };
    walk(document.documentElement);
    return [...new Set(found.filter((text) => text))];
  });
}

describe('Spanish', () => {
  test('chosen from the list leaves no English word on any view', async () => {
    const report = await openSample(desk.page);
    const wordsOf = (spans: readonly (readonly [number, number])[]): string =>
      spans.map(([begin, end]) => sample.slice(begin, end)).join(' … ').replace(/\s+/g, ' ');
    const articleWords = [
      ...report.claims.flatMap(({ spans }) => [wordsOf(spans), wordsOf(spans).slice(0, 80)]),
      ...report.attributions.flatMap(({ content, cue, source }) => [content, cue, source].map(wordsOf)),
      ...report.sources.flatMap(({ name, title, justification }) => [name, title, wordsOf(justification)]),
      // A sentence to send on is in the article's language.
      ...report.claims.flatMap(({ standalone }) => [`${standalone?.who}: ${standalone?.text}`, standalone?.text ?? '']),
    ].filter((words) => words.trim());
    articleWords.sort((one, other) => other.length - one.length);
    await choose('es');
    await inSpanish(desk.page);
    expect(await desk.page.locator('html').getAttribute('lang')).toBe('es');
    expect(await desk.page.title()).toBe(es.page.title);
    const allowed = new Set(texts(es));
    const forbidden = new Set(texts(english).filter((text) => !allowed.has(text)));
    for (const view of ['claims', 'sources', 'report', 'versions'] satisfies Tab[]) {
      for (const claim of [2, 5, 8, 11]) {
        await desk.page.evaluate(
          ([name, index]) => {
            const light = document.querySelector('source-light');
            light?.openView(name);
            light?.selectClaim(index);
          },
          [view, claim] as const,
        );
        const shown = await readPage(desk.page);
        expect(shown).toContain(es.widget.tabs[view]);
        expect(shown.filter((text) => forbidden.has(text)), view).toEqual([]);
        const own = shown.map((text) => articleWords.reduce((rest, words) => rest.replaceAll(words, ''), text));
        const common = /\b(the|of|and|with|claims?|named|paragraphs?|words?|source|shown?|this|article)\b/;
        expect(own.filter((text) => common.test(text)), view).toEqual([]);
      }
    }
  });

  test('is remembered, and English can be chosen again', async () => {
    await choose('es');
    await inSpanish(desk.page);
    await desk.page.reload();
    await inSpanish(desk.page);
    await choose('en');
    await desk.page.getByRole('tab', { name: 'Claims' }).waitFor();
    expect(await desk.page.getByRole('button', { name: english.page.sample }).isVisible()).toBe(true);
  });

  test('is what a browser that asks for it gets', async () => {
    const { page } = await open(desk.browser, desk.site.url, { locale: 'es-AR' });
    await inSpanish(page);
    expect(await page.getByRole('button', { name: es.page.sample }).isVisible()).toBe(true);
    expect(await page.locator('#language').inputValue()).toBe('es');
    await page.context().close();
  });

  test('leaves text, undo, caret, selection, filter and view as they are', async () => {
    await openSample(desk.page);
    const area = desk.page.locator('source-light .surface textarea');
    await area.press('Control+Home');
    await desk.page.keyboard.type('Today: ');
    await reportOf(desk.page);
    await desk.page.evaluate(() => {
      const light = document.querySelector('source-light');
      light?.openView('sources');
      if (light) light.filter = { ...light.filter, statuses: new Set(['named']) };
      light?.selectClaim(2);
    });
    const before = await painted(desk.page);
    await choose('es');
    await inSpanish(desk.page);
    expect(await painted(desk.page)).toEqual(before);
    const state = await desk.page.evaluate(() => {
      const light = document.querySelector('source-light');
      const open = light?.shadowRoot?.querySelector('[role=tab][aria-selected=true]')?.id;
      return [light?.selectedClaim, [...(light?.filter.statuses ?? [])], open, light?.current];
    });
    expect(state).toEqual([2, ['named'], 'tab-sources', true]);
    expect(await desk.page.locator('source-light .position').textContent()).toMatch(/^Afirmación 3 de/);
    await area.focus();
    expect(await area.evaluate((element) => (element as HTMLTextAreaElement).selectionStart)).toBe(7);
    expect(await pressUntil(area, 'Control+Z', sample)).toBe(sample);
  });
});
