// The hosted page without its host: after the first visit it opens and reads offline, and a newer
// version is told of and used only when the person says so, with the text kept.
import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sample } from '../../../web/page/sample.ts';
import { enter, field, openSample, painted } from '../support/article.ts';
import { launch, open } from '../support/browser.ts';
import { root, serve, type Site } from '../support/serve.ts';

const dist = join(root, 'dist');
let folder: string;
let site: Site;
let url: string;
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

// The page stands in a folder of its host, as it may.
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sourcelight-offline-'));
  cpSync(dist, join(folder, 'desk/light'), { recursive: true });
  site = await serve(folder);
  url = `${site.url}desk/light/`;
  return async () => {
    await site.close();
    await rm(folder, { recursive: true, force: true });
  };
});

/** Visits the page until it could do without its host. */
async function visit(): Promise<{ page: Page; complaints: string[] }> {
  const opened = await open(browser, url);
  await opened.page.evaluate(async () => void (await navigator.serviceWorker.ready));
  return opened;
}

/** Puts a build in place of the first that differs in one file, as a new version does. */
function publish(): void {
  const light = join(folder, 'desk/light');
  const change = (name: string, from: string, to: string): void => {
    const text = readFileSync(join(light, name), 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(light, name), text.replace(from, to));
  };
  change('index.html', '<h1>Sourcelight</h1>', '<h1>Sourcelight two</h1>');
  change('sw.js', /index\.html",revision:"(\w+)"/.exec(readFileSync(join(light, 'sw.js'), 'utf8'))?.[1] ?? '?', 'second');
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const offer = (page: Page) => page.getByRole('button', { name: 'Use the new version' });

describe('After the first visit', () => {
  test('the page opens and reads the sample with its host gone', async () => {
    const { page, complaints } = await visit();
    await site.close();
    await rename(folder, `${folder}-gone`);
    await page.reload();
    const report = await openSample(page);
    expect(report.summary.claims.named).toBeGreaterThan(5);
    expect(Object.keys(await painted(page))).toContain('unsourced');
    await page.goto(`${url}?from=bookmark`);
    await enter(page, 'Critics said that it rained.');
    expect(await page.locator('#notice').textContent()).toBe('');
    expect(complaints).toEqual([]);
    await page.context().close();
    await rename(`${folder}-gone`, folder);
  });

  test('one build of the engine is kept, not both', async () => {
    const { page } = await visit();
    const kept = await page.evaluate(async () => {
      const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
      const requests = await Promise.all(caches_.map((cache) => cache.keys()));
      return requests.flat().map((request) => new URL(request.url).pathname);
    });
    expect(kept.filter((path) => path.endsWith('.wasm')).length).toBe(1);
    const wanted = readdirSync(join(dist, 'assets')).filter((name) => !name.endsWith('.wasm') && !name.startsWith('pdf-worker-'));
    for (const name of wanted) expect(kept).toContain(`/desk/light/assets/${name}`);
    await page.context().close();
  });

  test('what is asked for is asked of the host alone, and without any of the text', async () => {
    const context = await browser.newContext();
    const asked: { url: string; body: string | null }[] = [];
    context.on('request', (request) => asked.push({ url: request.url(), body: request.postData() }));
    const page = await context.newPage();
    await page.goto(url);
    await enter(page, 'Critics said that it rained.');
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    expect(asked.length).toBeGreaterThan(5);
    for (const request of asked) {
      expect(request.url.startsWith(url)).toBe(true);
      expect(request.url).not.toContain('?');
      expect(request.body).toBeNull();
    }
    await context.close();
  });
});

describe('A new version', () => {
  test('is told of, waits, and is used when the person says so; the text stays', async () => {
    const { page, complaints } = await visit();
    publish();
    await page.reload();
    await offer(page).waitFor();
    expect(await heading(page).textContent()).toBe('Sourcelight');
    await field(page).fill(sample);
    await offer(page).click();
    await page.getByRole('heading', { name: 'Sourcelight two' }).waitFor();
    expect(await field(page).inputValue()).toBe(sample);
    expect(await offer(page).isVisible()).toBe(false);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('that one tab has taken is offered in the others, which go on until then', async () => {
    const { page } = await visit();
    const other = await page.context().newPage();
    await other.goto(url);
    await enter(other, 'Critics said that it rained.');
    publish();
    await page.reload();
    await offer(page).click();
    await page.getByRole('heading', { name: 'Sourcelight two' }).waitFor();
    await offer(other).waitFor();
    expect(await heading(other).textContent()).toBe('Sourcelight');
    await offer(other).click();
    await other.getByRole('heading', { name: 'Sourcelight two' }).waitFor();
    expect(await field(other).inputValue()).toBe('Critics said that it rained.');
    await page.context().close();
  });

  test('is not told of on the first visit', async () => {
    const { page } = await visit();
    await openSample(page);
    expect(await offer(page).isVisible()).toBe(false);
    await page.context().close();
  });
});

test('the manifest names what is there, relative to where it stands', () => {
  const manifest = JSON.parse(readFileSync(join(dist, 'manifest.webmanifest'), 'utf8')) as {
    start_url: string;
    icons: { src: string; sizes: string; purpose?: string }[];
  };
  expect(manifest.start_url).toBe('./');
  for (const { src, sizes } of manifest.icons) {
    const bytes = readFileSync(join(dist, src));
    if (!src.endsWith('.png')) continue;
    expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes);
  }
  expect(manifest.icons.filter(({ purpose }) => purpose === 'maskable').length).toBe(1);
});
