// The page in Chromium as a place to write: nothing is lost, nothing but plain text goes in, and
// marks follow the words.
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sample } from '../../../web/page/sample.ts';
import { card, choose, enter, field, openSample, painted, pressUntil, wordsOf } from '../support/article.ts';
import { launch, open, reportOf } from '../support/browser.ts';
import { root, serve, type Site } from '../support/serve.ts';

let site: Site;
let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  site = await serve(join(root, 'dist'));
  browser = await launch();
});
beforeEach(async () => {
  const permissions = ['clipboard-read', 'clipboard-write'];
  ({ page, complaints } = await open(browser, site.url, { permissions }));
});
afterEach(async () => {
  await page.context().close();
  expect(complaints).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const button = (name: string) => page.getByRole('button', { name });
const text = () => field(page).inputValue();
const selection = () =>
  field(page).evaluate((element) => {
    const { selectionStart, selectionEnd } = element as HTMLTextAreaElement;
    return [selectionStart, selectionEnd];
  });
const putCaret = (at: number) =>
  field(page).evaluate((element, offset) => {
    (element as HTMLTextAreaElement).focus();
    (element as HTMLTextAreaElement).setSelectionRange(offset, offset);
  }, at);

async function expectMarksOnTheirWords(): Promise<void> {
  const report = await reportOf(page);
  const marks = await painted(page);
  for (const status of ['named', 'unnamed', 'hidden', 'unsourced'] as const) {
    expect(marks[status] ?? [], status).toEqual(wordsOf(report, await text(), status));
  }
}

describe('Typing in the middle of an article', () => {
  test('keeps the caret where it is, and marks follow the words', async () => {
    await openSample(page);
    const at = sample.indexOf('The bridge was built');
    await putCaret(at);
    await page.keyboard.type('The toll is two crowns. ');
    expect(await selection()).toEqual([at + 24, at + 24]);
    expect(await text()).toBe(`${sample.slice(0, at)}The toll is two crowns. ${sample.slice(at)}`);
    await expectMarksOnTheirWords();
    expect(await selection()).toEqual([at + 24, at + 24]);
  });

  test('moves marks at once, before the article has been read again', async () => {
    await openSample(page);
    const before = await painted(page);
    const after = await page.evaluate(() => {
      const light = document.querySelector('source-light');
      const area = light?.shadowRoot?.querySelector('textarea');
      area?.focus();
      area?.setSelectionRange(0, 0);
      document.execCommand('insertText', false, 'Exclusive: a much longer headline 🌉\n\n');
      const ranges = [...(CSS.highlights.get('sourcelight-unnamed') ?? [])] as Range[];
      return { current: light?.current, words: ranges.map(String) };
    });
    expect(after).toEqual({ current: false, words: before['unnamed'] });
  });

  test('keeps the card of a claim open while the text before it changes', async () => {
    const report = await openSample(page);
    const claim = report.claims.findLastIndex(({ status }) => status === 'named');
    await page.evaluate((index) => document.querySelector('source-light')?.selectClaim(index), claim);
    const why = report.claims[claim]?.why ?? '';
    await putCaret(0);
    await page.keyboard.type('Exclusive: ');
    await reportOf(page);
    expect(await card(page).textContent()).toContain(why);
  });

  test('the browser’s own undo and redo go on working, and marks with them', async () => {
    await openSample(page);
    await putCaret(sample.length);
    await page.keyboard.type('Nobody was hurt.');
    const written = `${sample}Nobody was hurt.`;
    expect(await text()).toBe(written);
    expect(await pressUntil(field(page), 'Control+Z', sample)).toBe(sample);
    await expectMarksOnTheirWords();
    expect(await pressUntil(field(page), 'Control+Shift+Z', written)).toBe(written);
    await expectMarksOnTheirWords();
  });

  test('slow typing stays one step to undo, although the article is read at every letter', async () => {
    await openSample(page);
    await putCaret(sample.indexOf('The bridge was built'));
    // By a clock of its own: on a busy machine letters come so late that they are a step each.
    await page.clock.install({ time: 0 });
    await page.clock.pauseAt(600_000);
    for (const letter of 'It is old. ') {
      await page.keyboard.type(letter);
      await page.clock.runFor(150);
      await reportOf(page);
    }
    await page.keyboard.press('Control+Z');
    expect(await text()).toBe(sample);
  });

  test('many random edits leave the marks on their words', async () => {
    await openSample(page);
    await page.evaluate(() => {
      const area = document.querySelector('source-light')?.shadowRoot?.querySelector('textarea');
      if (!area) throw new Error('no field');
      area.focus();
      let seed = 7;
      const below = (limit: number) => (seed = (seed * 48271) % 2147483647) % limit;
      const pieces = ['', 'x', ' ', '\n', '\n\n', 'He said so. ', '🌉', 'é', '“a ', '\r\n'];
      for (let i = 0; i < 200; ++i) {
        const at = below(area.value.length + 1);
        area.setSelectionRange(at, Math.min(area.value.length, at + below(40)));
        const piece = pieces[below(pieces.length)] ?? '';
        document.execCommand(piece ? 'insertText' : 'delete', false, piece);
      }
    });
    await expectMarksOnTheirWords();
    const shown = await page.evaluate(() => {
      const root = document.querySelector('source-light')?.shadowRoot;
      return root?.querySelector('.sheet')?.textContent;
    });
    expect(shown).toBe(await text());
  });
});

describe('What is pasted', () => {
  const markup = '<img src="x.png" onerror="window.ran = true"><script>window.ran = true</script> Ms Ek said.';

  /** Copies `html` from another page, rich as it is there, and pastes it into the field. */
  async function pasteCopied(html: string): Promise<void> {
    const other = await page.context().newPage();
    await other.setContent(`<body contenteditable>${html}`);
    await other.bringToFront();
    await other.keyboard.press('Control+A');
    await other.keyboard.press('Control+C');
    await other.close();
    await field(page).focus();
    await page.keyboard.press('Control+V');
  }

  test('is plain text: HTML is left behind and never runs', async () => {
    await pasteCopied(`<p><b>Mayor</b> Ilse <i>Varga</i> said it rained.</p>${markup}`);
    await reportOf(page);
    expect(await text()).toMatch(/^Mayor Ilse Varga said it rained\.\s+Ms Ek said\.$/);
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  });

  test('stays text where it looks like HTML, in the article, the card and the lists', async () => {
    await page.evaluate((markup) => navigator.clipboard.writeText(markup), markup);
    await field(page).focus();
    await page.keyboard.press('Control+V');
    const report = await reportOf(page);
    expect(await text()).toBe(markup);
    await page.getByRole('tab', { name: 'Claims' }).click();
    for (const index of report.claims.keys()) {
      await page.evaluate((claim) => document.querySelector('source-light')?.selectClaim(claim), index);
    }
    const made = await page.evaluate(() => {
      const root = document.querySelector('source-light')?.shadowRoot;
      return [root, document.body].map((at) => at?.querySelectorAll('img, source-light script').length);
    });
    expect(made).toEqual([0, 0]);
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
    expect(site.requests.some((path) => path.includes('x.png'))).toBe(false);
  });

  test('keeps its paragraphs, with any line ends', async () => {
    const report = await enter(page, 'One is here.\r\n\r\nTwo is there.\rThree is not.');
    expect(await text()).toBe('One is here.\n\nTwo is there.\nThree is not.');
    expect(report.length).toBe((await text()).length);
    await expectMarksOnTheirWords();
  });
});

describe('Nothing typed is lost', () => {
  test('undo brings the text back after Clear, with its marks', async () => {
    await openSample(page);
    await field(page).press('Control+End');
    await page.keyboard.type('My own words.');
    await button('Clear').click();
    expect(await text()).toBe('');
    expect(await painted(page)).toEqual({});
    expect(await page.locator('#notice').textContent()).toContain('Undo');
    await page.keyboard.press('Control+Z');
    expect(await text()).toBe(`${sample}My own words.`);
    await expectMarksOnTheirWords();
  });

  test('undo brings the text back that the sample article replaced', async () => {
    await field(page).focus();
    await page.keyboard.type('My own words.');
    await openSample(page);
    await page.keyboard.press('Control+Z');
    expect(await text()).toBe('My own words.');
  });

  test('a reload of the page keeps the text and reads it', async () => {
    await enter(page, 'The bridge is closed.\n\nMs Ek said so.');
    await page.reload();
    expect((await reportOf(page)).length).toBe(37);
    expect(await text()).toBe('The bridge is closed.\n\nMs Ek said so.');
  });

  test('a file dropped beside the field does not make the browser leave', async () => {
    await enter(page, 'My own words.');
    const dropped = await page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File(['<b>'], 'a.html', { type: 'text/html' }));
      const drop = new DragEvent('drop', { dataTransfer: data, cancelable: true, bubbles: true });
      return !document.body.dispatchEvent(drop);
    });
    expect(dropped).toBe(true);
    expect(await text()).toBe('My own words.');
  });
});

describe('The report', () => {
  test('is copied as JSON with UTF-16 offsets', async () => {
    const report = await openSample(page);
    await choose(page, /^Copy Report/);
    await page.waitForFunction(() => document.querySelector('#notice')?.textContent === 'Report copied');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(JSON.parse(copied)).toEqual(report);
  });
});
