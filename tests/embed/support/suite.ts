// What must hold in every editor: each gives a driver, and the suite drives the real one in
// Chromium as a person would. What is marked is held against a fresh analysis in node.
import { readFileSync } from 'node:fs';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEngine, type Claim, type Engine } from '../../../web/engine/index.ts';
import { isUnsure } from '../../../web/widget/doubt.ts';
import { launch, open } from '../../web/support/browser.ts';
import type { Attached } from '../../../web/host/index.ts';
import { randomFrom } from './random.ts';
import type { Example } from './source.ts';

export { randomFrom } from './random.ts';

declare global {
  interface Window {
    /** What every example leaves to be played with in the console. */
    example: { readonly editor: unknown; readonly attached: Attached };
  }
}

/** Words that are painted with one name, white space left out. */
export type Painted = Readonly<Record<string, string>>;

export interface Driver {
  /** Starts examples/NAME. */
  open(): Promise<Example>;
  /** Brings the page to where a person begins, where that is not at once. */
  ready?(page: Page): Promise<void>;
  /** What a CMS would store. */
  content(page: Page): Promise<string>;
  /** The text that is read, as the embed gives it to the engine. */
  text(page: Page): Promise<string>;
  /** What is painted in the editor, by name (`named`, `unsourced`, ...), in the order of the text. */
  painted(page: Page): Promise<Painted>;
  /** Puts the focus into the editor, the caret behind the last letter. */
  caretAtEnd(page: Page): Promise<void>;
  /** Selects all that can be written in, where Ctrl+A selects less. */
  selectAll?(page: Page): Promise<void>;
  /** Selects these words, which stand in one paragraph, as dragging the mouse over them does. */
  select(page: Page, words: string): Promise<void>;
  /** A place to click on in the middle of these words, in pixels of the window. */
  placeOf(page: Page, words: string): Promise<{ x: number; y: number }>;
  /**
   * Edits through the editor's own interface, as remote changes come: deletes `remove` units at
   * about this share (0 to 1) of the text, and puts `insert` there; "\n" makes a new paragraph.
   */
  edit(page: Page, at: number, remove: number, insert: string): Promise<void>;
  /** Where the editor has others than Control+y. */
  readonly redoKeys?: string;
  /** Takes the embed off, and leaves the editor. */
  destroy(page: Page): Promise<void>;
  /** Traces the embed could leave in the editor or the page, counted; [] when there are none. */
  traces(page: Page): Promise<string[]>;
}

/** In every example the text is this. */
export const article = [
  'Bridge over the Varn closes for repairs',
  'The bridge over the Varn will close on Monday, Mayor Mara Lind said. “It is not safe,” she told reporters.',
  'Repairs cost 3 million crowns. The old mill burned down in April.',
  'The work is expected to take two years. A city official who asked not to be named said the money is not there.',
];

const painting = ['named', 'unnamed', 'hidden', 'unsourced', 'unsure'] as const;

/** The words that ought to be painted in `text`. */
async function expected(engine: Engine, text: string): Promise<Painted> {
  const report = await engine.analyze(text);
  return Object.fromEntries(
    painting.map((name) => {
      const carries = (claim: Claim): boolean => (name === 'unsure' ? isUnsure(claim, report) : claim.status === name);
      const spans = report.claims.filter(carries).flatMap(({ spans }) => spans);
      // Claims may share words, which are painted once.
      let done = 0;
      const words = spans.sort((one, other) => one[0] - other[0]).map(([begin, end]) => {
        const rest = bare(text.slice(Math.max(begin, done), end));
        done = Math.max(done, end);
        return rest;
      });
      return [name, words.join('')];
    }),
  );
}

export const bare = (words: string): string => words.replace(/[\s\u200b\ufeff]+/g, '');

export function editorSuite(name: string, driver: Driver): void {
  let browser: Browser;
  let example: Example;
  let engine: Engine;
  let page: Page;
  let complaints: string[];

  /** Waits until what is painted is what a fresh reading of the text says. */
  const marksAreRight = async (): Promise<void> => {
    await expect
      .poll(async () => {
        const [text, painted] = [await driver.text(page), await driver.painted(page)];
        const wanted = await expected(engine, text);
        return painting.filter((status) => (painted[status] ?? '') !== wanted[status]).map(
          (status) => `${status}: ${painted[status]} instead of ${wanted[status]}`,
        );
      }, { timeout: 15_000, interval: 100 })
      .toEqual([]);
  };
  const words = async (): Promise<string> => bare(await driver.text(page));
  const card = () => page.locator('[data-sourcelight=card]');

  beforeAll(async () => {
    const bytes = (path: string): Uint8Array => readFileSync(new URL(`../../../${path}`, import.meta.url));
    [browser, example, engine] = await Promise.all([
      launch(),
      driver.open(),
      createEngine({
        thread: 'same',
        wasmBinary: bytes('build/wasm/sourcelight.wasm'),
        model: bytes('core/models/en.slm'),
      }),
    ]);
    ({ page, complaints } = await open(browser, example.url, { permissions: ['clipboard-read', 'clipboard-write'] }));
    await driver.ready?.(page);
  });
  afterAll(async () => {
    engine?.close();
    await browser?.close();
    await example?.close();
  });

  describe(`In ${name}`, () => {
    test('the article is marked, and its content stays byte for byte', async () => {
      await page.waitForFunction(() => document.readyState === 'complete');
      await expect.poll(words, { timeout: 15_000 }).toBe(bare(article.join('')));
      const content = await driver.content(page);
      await marksAreRight();
      expect((await driver.painted(page))['named']).toContain(bare('The bridge over the Varn will close on Monday'));
      expect(await driver.content(page)).toBe(content);
    });

    test('what is typed is marked', async () => {
      await driver.caretAtEnd(page);
      await page.keyboard.type(' The harbour closed in May.');
      await marksAreRight();
      expect((await driver.painted(page))['unsourced']).toContain(bare('The harbour closed in May'));
    });

    test('undo takes back what was typed, redo brings it again, and marks follow', async () => {
      const before = await words();
      await page.waitForTimeout(600); // editors undo in one step what is typed without a rest
      await driver.caretAtEnd(page);
      await page.keyboard.type(' Ferries wait.');
      await marksAreRight();
      const after = await words();
      for (let times = 0; times < 20 && (await words()) !== before; ++times) await page.keyboard.press('Control+z');
      expect(await words()).toBe(before);
      await marksAreRight();
      for (let times = 0; times < 20 && (await words()) !== after; ++times) await page.keyboard.press(driver.redoKeys ?? 'Control+y');
      expect(await words()).toBe(after);
      await marksAreRight();
    });

    test('what is pasted is marked', async () => {
      await page.evaluate(() => navigator.clipboard.writeText(' Police said the ferry sank.'));
      await driver.caretAtEnd(page);
      await page.keyboard.press('Control+v');
      await expect.poll(words).toContain(bare('Police said the ferry sank.'));
      await marksAreRight();
      expect((await driver.painted(page))['named']).toContain(bare('the ferry sank'));
    });

    test('words deleted across the edge of a mark leave the marks right', async () => {
      await driver.select(page, 'crowns. The old');
      await page.keyboard.press('Delete');
      await expect.poll(words).not.toContain('crowns');
      await marksAreRight();
    });

    test('letters are composed without a mark in their way', async () => {
      const session: CDPSession = await page.context().newCDPSession(page);
      await driver.caretAtEnd(page);
      for (const text of [' Å', ' Ås', ' Åse']) {
        await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
        await page.waitForTimeout(120);
      }
      await session.send('Input.insertText', { text: ' Åse said it rained.' });
      await expect.poll(words).toContain(bare('Åse said it rained.'));
      expect(await words()).not.toContain('ÅÅ');
      await marksAreRight();
    });

    test('a click on a mark opens the card, Escape closes it', async () => {
      const { x, y } = await driver.placeOf(page, 'not safe');
      await page.mouse.click(x, y);
      await expect.poll(() => card().count()).toBe(1);
      expect(await card().locator('.status').innerText()).toBe('Named source');
      await page.keyboard.press('Escape');
      expect(await card().count()).toBe(0);
    });

    test('after 200 edits from elsewhere, marks stand at the right words', async () => {
      const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
      console.log(`SEED=${seed}`);
      const random = randomFrom(seed);
      const pieces = ['a', ' said', ' the mayor', '. Rents doubled. ', '“', '”', '\n', ' reportedly', '🌉', ', police said,'];
      for (let count = 0; count < 200; ++count) {
        const insert = random() < 0.6 ? (pieces[Math.floor(random() * pieces.length)] ?? '') : '';
        const remove = random() < 0.5 ? Math.floor(random() * 6) : 0;
        await driver.edit(page, random(), remove, insert);
      }
      await marksAreRight();
    }, 60_000);

    test('all text replaced by other text is marked anew', async () => {
      await driver.caretAtEnd(page);
      if (driver.selectAll) await driver.selectAll(page);
      else await page.keyboard.press('Control+a');
      await page.keyboard.type('Mayor Lind said rents doubled. The mill is old.');
      await expect.poll(words).toBe(bare('Mayor Lind said rents doubled. The mill is old.'));
      await marksAreRight();
    });

    test('taken off, it leaves no trace, and content and history stay', async () => {
      await marksAreRight();
      const content = await driver.content(page);
      await driver.destroy(page);
      expect(await driver.traces(page)).toEqual([]);
      expect(await driver.content(page)).toBe(content);
      await driver.caretAtEnd(page);
      await page.keyboard.type(' No.');
      await page.waitForTimeout(500);
      expect(await words()).toContain('No.');
      expect(await driver.traces(page)).toEqual([]);
      expect(complaints.splice(0)).toEqual([]);
    });
  });
}
