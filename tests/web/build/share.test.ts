// A shared file, opened from the disk without a network: the article with its marks and cards, and
// nothing that a hostile text could do with it.
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEngine, type Engine } from '../../../web/engine/index.ts';
import { sample } from '../../../web/page/sample.ts';
import { makeSharedFile, type Shared } from '../../../web/viewer/share.ts';
import { painted, pointAt, wordsOf } from '../support/article.ts';
import { launch, open } from '../support/browser.ts';
import { root } from '../support/serve.ts';

let folder: string;
let browser: Browser;
let engine: Engine;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sourcelight-shared-'));
  const bytes = (path: string) => readFileSync(join(root, path));
  const wasmBinary = bytes('build/wasm/sourcelight.wasm');
  engine = await createEngine({ thread: 'same', wasmBinary, model: bytes('core/models/en.slm') });
  browser = await launch();
});
afterAll(async () => {
  engine?.close();
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

async function share(text: string, changes: Partial<Shared> = {}): Promise<string> {
  const report = await engine.analyze(text);
  return makeSharedFile({
    text, report, links: [], reviews: { reviews: [], cleared: [] }, title: 'The bridge', language: 'en', ...changes,
  });
}

/** Opens the file offline; fails if it asks for anything or breaks its policy. */
async function read(html: string, use: (page: Page) => Promise<void>): Promise<void> {
  const file = join(folder, 'shared.html');
  await writeFile(file, html);
  const { page, complaints } = await open(browser, 'about:blank');
  const asked: string[] = [];
  page.context().on('request', (request) => asked.push(request.url()));
  await page.context().setOffline(true);
  await page.goto(pathToFileURL(file).href);
  await page.waitForFunction(() => document.querySelector('source-light')?.report);
  await use(page);
  expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([pathToFileURL(file).href]);
  expect(complaints).toEqual([]);
  await page.context().close();
}

test('shows the article with its marks, and a click opens the card', async () => {
  const report = await engine.analyze(sample);
  await read(await share(sample), async (page) => {
    expect(await page.title()).toBe('The bridge');
    const marks = await painted(page);
    for (const status of ['named', 'unnamed', 'hidden', 'unsourced'] as const) {
      expect(marks[status]).toEqual(wordsOf(report, sample, status));
    }
    const at = sample.indexOf('The bridge was built');
    const { x, y } = await pointAt(page, at);
    await page.mouse.click(x, y);
    const claim = report.claims.find(({ spans }) => spans.some(([begin, end]) => begin <= at && at < end));
    const card = page.getByRole('region', { name: 'Selected claim' });
    expect(await card.textContent()).toContain(claim?.why);
  });
});

test('cannot be written in', async () => {
  await read(await share(sample), async (page) => {
    expect(await page.getByRole('textbox').count()).toBe(0);
  });
});

test('a text that tries to break out of its place is only a text', async () => {
  const hostile = [
    '</script><script>window.broken = true</script>',
    '<!-- <script> “It rained,” said <img src=x onerror="window.broken = true"> the mayor.',
    ']]> \u2028 \u2029 ${window.broken = true} $& $` \\u003c/script>',
  ].join('\n');
  await read(await share(hostile, { title: '</title><script>window.broken = true</script>' }), async (page) => {
    expect(await page.evaluate(() => 'broken' in window)).toBe(false);
    expect(await page.evaluate(() => document.querySelector('source-light')?.text)).toBe(hostile);
    expect(await page.title()).toBe('</title><script>window.broken = true</script>');
    expect(await page.locator('script').count()).toBe(2);
  });
});

test('speaks the language it was shared in', async () => {
  await read(await share(sample, { language: 'es' }), async (page) => {
    expect(await page.locator('html').getAttribute('lang')).toBe('es');
    expect(await page.locator('header p').textContent()).toContain('artículo');
  });
});

test('carries the text once and is small', async () => {
  const html = await share('The mayor said it rained.');
  console.info(`a shared file of one sentence: ${html.length} characters`);
  expect(html.length).toBeLessThan(250_000);
});
