// The page as a whole in Chromium: nothing leaves the computer, nothing blocks, it fails in words,
// and it can be read in every light, size and colour.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sample } from '../../../web/page/sample.ts';
import { card, enter, field, filter, openSample, painted, pointAt } from '../support/article.ts';
import { launch, open, reportOf } from '../support/browser.ts';
import { root, serve, type Site } from '../support/serve.ts';

const dist = join(root, 'dist');
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } as const;

let site: Site;
let browser: Browser;

beforeAll(async () => {
  site = await serve(dist);
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** Runs `use` on a fresh page; scripts may not fail, nor the policy be broken. */
async function onPage(use: (page: Page) => Promise<void>, options: BrowserContextOptions = {}) {
  const { page, complaints } = await open(browser, site.url, options);
  await use(page);
  await page.context().close();
  expect(complaints).toEqual([]);
}

describe('The text never leaves the computer', () => {
  test('after loading, the page works offline and asks for nothing', () =>
    onPage(async (page) => {
      await openSample(page);
      // Loading ends when what the page needs later is kept too (tests/web/build/offline.test.ts).
      await page.evaluate(async () => void (await navigator.serviceWorker.ready));
      const asked: string[] = [];
      page.context().on('request', (request) => asked.push(request.url()));
      const before = site.requests.length;
      await page.context().setOffline(true);
      await enter(page, 'The mayor said it rained. It is believed that it snowed.');
      await openSample(page);
      const { x, y } = await pointAt(page, sample.indexOf('The bridge was built'));
      await page.mouse.click(x, y);
      await page.getByRole('tab', { name: 'Claims' }).click();
      await filter(page, 'Unnamed source').click();
      await page.getByRole('button', { name: 'Clear' }).click();
      expect(asked).toEqual([]);
      expect(site.requests.slice(before)).toEqual([]);
    }));
});

describe('The page is quick to come', () => {
  test('the scripts it begins with are under 60 kB with brotli', () => {
    const html = readFileSync(join(dist, 'index.html'), 'utf8');
    const names = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(([, name]) => name ?? '');
    const sizes = names.map((name) => brotliCompressSync(readFileSync(join(dist, name))).length);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    console.info(`scripts: ${total} bytes with brotli`);
    expect(total).toBeLessThan(60_000);
  });
});

describe('When something fails', () => {
  test('an engine that cannot be loaded is said in words, and trying again reads the text', async () => {
    const { page } = await open(browser, 'about:blank');
    await page.route('**/*.wasm', (route) => route.abort());
    await page.goto(site.url);
    await page.getByRole('alert').waitFor();
    await field(page).fill('The mayor said it rained.');
    await page.getByRole('alert').filter({ hasText: 'still here' }).waitFor();
    await page.unroute('**/*.wasm');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.waitForFunction(() => document.querySelector('source-light')?.current);
    expect((await reportOf(page)).length).toBe(25);
    expect(await page.getByRole('alert').isVisible()).toBe(false);
    await page.context().close();
  });
});

describe('Without its model', () => {
  const missing: [string, (route: Route) => Promise<void>, RegExp][] = [
    ['cannot be fetched', (route) => route.abort(), /slm could not be fetched: /],
    ['is another file', (route) => route.fulfill({ body: '<!doctype html>'.repeat(9) }), /These bytes are no Sourcelight model\./],
  ];
  test.each(missing)('the page says that it %s, and trying again reads the text', async (_, answer, words) => {
    const { page } = await open(browser, 'about:blank');
    await page.route('**/*.slm', answer);
    await page.goto(site.url);
    await field(page).fill('Critics said that it rained.');
    await page.getByRole('alert').filter({ hasText: words }).waitFor();
    await page.unroute('**/*.slm');
    await page.getByRole('button', { name: 'Try again' }).click();
    await reportOf(page);
    expect(await page.getByRole('alert').isVisible()).toBe(false);
    expect((await painted(page))['unnamed']).toEqual(['that it rained']);
    await page.context().close();
  });

  test('while it is on its way, the page says that it is getting ready, and reads the text then', async () => {
    const { page } = await open(browser, 'about:blank');
    let release: () => void = () => {};
    const here = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/*.slm', async (route) => {
      await here;
      await route.continue();
    });
    await page.goto(site.url);
    await field(page).fill('Critics said that it rained.');
    await page.getByText('Getting ready to read…').waitFor();
    release();
    await reportOf(page);
    expect(await page.getByText('Getting ready to read…').isVisible()).toBe(false);
    await page.context().close();
  });
});

describe('In a browser without SIMD', () => {
  const isAsked = (name: string) => site.requests.some((path) => path.endsWith(name));
  const emitted = (build: string) => {
    const bytes = readFileSync(join(root, 'build', build, 'sourcelight.wasm'));
    const names = readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.wasm'));
    return names.find((name) => readFileSync(join(dist, 'assets', name)).equals(bytes)) ?? 'none';
  };

  test.runIf(process.arch === 'x64')('the other build of the engine is loaded and reads the same', async () => {
    let expected: unknown;
    await onPage(async (page) => void (expected = await openSample(page)));
    expect([isAsked(emitted('wasm')), isAsked(emitted('wasm/scalar'))]).toEqual([true, false]);
    site.requests.length = 0;
    const old = await launch('--js-flags=--no-enable-sse4-1');
    const { page, complaints } = await open(old, site.url);
    expect(await openSample(page)).toEqual(expected);
    expect([isAsked(emitted('wasm')), isAsked(emitted('wasm/scalar'))]).toEqual([false, true]);
    expect(complaints).toEqual([]);
    await old.close();
  });
});

describe('Without the CSS Custom Highlight API', () => {
  test('lines are laid under the same words, and the text stays as it is', () =>
    onPage(async (page) => {
      await page.addInitScript(() => Object.defineProperty(CSS, 'highlights', { value: undefined }));
      await page.reload();
      const report = await openSample(page);
      const wrong = await page.evaluate((claims) => {
        const shadow = document.querySelector('source-light')?.shadowRoot;
        const boxes = [...(shadow?.querySelectorAll('.mark') ?? [])].map((box) => {
          const { left, right, top, bottom } = box.getBoundingClientRect();
          return [left, right, top, bottom].map(Math.round).join();
        });
        const paragraphs = [...(shadow?.querySelectorAll('.sheet p') ?? [])];
        let begin = 0;
        const wrong: string[] = [];
        for (const paragraph of paragraphs) {
          const node = paragraph.firstChild as Text;
          for (const [from, to] of claims) {
            if (from < begin || to > begin + node.length) continue;
            const range = new Range();
            range.setStart(node, from - begin);
            range.setEnd(node, to - begin);
            for (const { left, right, top, bottom } of range.getClientRects()) {
              const place = [left, right, top, bottom].map(Math.round).join();
              if (!boxes.includes(place)) wrong.push(range.toString());
            }
          }
          begin += node.length;
        }
        return { wrong, boxes: boxes.length };
      }, report.claims.filter(({ status }) => status !== 'none').flatMap(({ spans }) => spans));
      expect(wrong.wrong).toEqual([]);
      expect(wrong.boxes).toBeGreaterThan(10);
    }));
});

describe('In every light and size', () => {
  test('follows the system’s dark mode, and the theme button overrules it', () =>
    onPage(
      async (page) => {
        const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
        const dark = await paper();
        await page.getByRole('button', { name: 'Theme: auto' }).click();
        const light = await paper();
        expect(light).not.toBe(dark);
        await page.getByRole('button', { name: 'Theme: light' }).click();
        expect(await paper()).toBe(dark);
        await page.reload();
        expect(await page.getByRole('button', { name: 'Theme: dark' }).isVisible()).toBe(true);
      },
      { colorScheme: 'dark' },
    ));

  test('fits a phone without scrolling sideways; a tap opens the card from the bottom', () =>
    onPage(async (page) => {
      await openSample(page);
      const { x, y } = await pointAt(page, sample.indexOf('The bridge was built'));
      await page.touchscreen.tap(x, y);
      const box = await card(page).boundingBox();
      expect(box).toMatchObject({ x: 0, width: phone.viewport.width });
      expect(Math.round((box?.y ?? 0) + (box?.height ?? 0))).toBe(phone.viewport.height);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      // The keyboard stays away until it is asked for.
      expect(await field(page).count()).toBe(0);
      await page.getByRole('button', { name: 'Edit text' }).tap();
      expect(await field(page).inputValue()).toBe(sample);
      await page.getByRole('button', { name: 'Done', exact: true }).tap();
      expect(await field(page).count()).toBe(0);
    }, phone));

  test.each([360, 800, 1000, 1280, 1920])('at %i px the field has its lines where the marks are', (width) =>
    onPage(
      async (page) => {
        await enter(page, `${sample}\n${'word '.repeat(90)}\n${'unbroken'.repeat(40)}\n\n`);
        const heights = await page.evaluate(() => {
          const shadow = document.querySelector('source-light')?.shadowRoot;
          const area = shadow?.querySelector('textarea') as HTMLTextAreaElement;
          const sheet = (shadow?.querySelector('.sheet') as HTMLElement).getBoundingClientRect().height;
          area.style.height = '0';
          return { field: area.scrollHeight, sheet: Math.round(sheet) };
        });
        expect(heights.field).toBe(heights.sheet);
      },
      { viewport: { width, height: 800 } },
    ),
  );
});

describe('In forced colours', () => {
  test('marks are painted too', () =>
    onPage(async (page) => {
      await openSample(page);
      expect(Object.keys(await painted(page)).length).toBeGreaterThan(3);
    }, { forcedColors: 'active' }));

  test('only what is ticked shows a tick, and only the open view is underlined', () =>
    onPage(async (page) => {
      await openSample(page);
      const ticks = page.locator('source-light .tick');
      await ticks.nth(1).click();
      await page.mouse.move(5, 5);
      const shown = await ticks.evaluateAll((all) =>
        all.map((tick) => tick.firstElementChild?.checkVisibility({ visibilityProperty: true })),
      );
      expect(shown.filter((one) => one)).toHaveLength(1);
      const lines = await page.getByRole('tab').evaluateAll((all) => all.map((tab) => getComputedStyle(tab).borderBottomColor));
      expect(new Set(lines.slice(1)).size).toBe(1);
      expect(lines[0]).not.toBe(lines[1]);
    }, { forcedColors: 'active' }));
});
