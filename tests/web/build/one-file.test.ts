// dist/sourcelight.html, opened from the disk without a network: it reads the sample as the page
// does, and its policy lets it ask for nothing. tests/web/page/webkit.test.ts has WebKit's part.
import { readFileSync, statSync } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import puppeteer from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createEngine, type Report } from '../../../web/engine/index.ts';
import { sample } from '../../../web/page/sample.ts';
import { card, enter, openSample, painted, pointAt, wordsOf } from '../support/article.ts';
import { launch, open } from '../support/browser.ts';
import { root } from '../support/serve.ts';

let folder: string;
let address: string;
let expected: Report;
let browser: Browser;

beforeAll(async () => {
  // Elsewhere, so that nothing can come from the folder it was built in.
  folder = await mkdtemp(join(tmpdir(), 'sourcelight-one-file-'));
  const file = join(folder, 'sourcelight.html');
  await copyFile(join(root, 'dist/sourcelight.html'), file);
  address = pathToFileURL(file).href;
  const bytes = (path: string) => readFileSync(join(root, path));
  const wasmBinary = bytes('build/wasm/sourcelight.wasm');
  const engine = await createEngine({ thread: 'same', wasmBinary, model: bytes('core/models/en.slm') });
  expected = await engine.analyze(sample);
  engine.close();
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('The one-file page from the disk, offline', () => {
  test('Chromium reads and marks the sample with the model, and a click opens a card', async () => {
    const { page, complaints } = await open(browser, 'about:blank');
    await page.context().setOffline(true);
    const asked: string[] = [];
    page.context().on('request', (request) => asked.push(request.url()));
    await page.goto(address);
    const report = await openSample(page);
    expect(report).toEqual(expected);
    const marks = await painted(page);
    for (const status of ['named', 'unnamed', 'hidden', 'unsourced'] as const) {
      expect(marks[status]).toEqual(wordsOf(report, sample, status));
    }
    const { x, y } = await pointAt(page, sample.indexOf('The bridge was built'));
    await page.mouse.click(x, y);
    expect(await card(page).textContent()).toContain('article');
    expect((await enter(page, 'Critics said that it rained.')).claims[0]?.status).toBe('unnamed');
    expect(asked.filter((url) => !/^(blob|data):/.test(url))).toEqual([address]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test.runIf(process.arch === 'x64')('a Chromium without SIMD reads the same', async () => {
    const old = await launch('--js-flags=--no-enable-sse4-1');
    const { page, complaints } = await open(old, address);
    expect(await openSample(page)).toEqual(expected);
    expect(complaints).toEqual([]);
    await old.close();
  });

  test('Firefox reads the sample with the model', async () => {
    const firefox = await puppeteer.launch({
      browser: 'firefox',
      executablePath: process.env['FIREFOX'] ?? '/usr/bin/firefox-esr',
      headless: true,
      defaultViewport: null,
      extraPrefsFirefox: { 'network.online': false, 'network.manage-offline-status': false },
    });
    const page = await firefox.newPage();
    await page.goto(address);
    await page.evaluate(() => document.querySelector('source-light')?.whenReady());
    await page.click('#sample');
    const isCurrent = () => document.querySelector('source-light')?.current === true;
    await vi.waitUntil(() => page.evaluate(isCurrent), { timeout: 20_000 });
    const report = await page.evaluate(() => document.querySelector('source-light')?.report);
    expect(report).toEqual(expected);
    await firefox.close();
  });
});

test('its policy allows no connection, and no script but its own', () => {
  const page = readFileSync(join(root, 'dist/sourcelight.html'), 'utf8');
  const policy = /Content-Security-Policy"\s+content="([^"]+)"/.exec(page)?.[1] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'none'");
  expect(policy).toMatch(/script-src 'sha256-[^']+' 'wasm-unsafe-eval';/);
  expect(policy).not.toContain("'self'");
  expect(policy).not.toContain('unsafe-inline');
});

// 3.5 MB before it corrected, checked and published by itself: one file has nothing to fetch later.
test('it is under 3.6 MB', () => {
  const { size } = statSync(join(root, 'dist/sourcelight.html'));
  console.info(`sourcelight.html: ${size} bytes`);
  expect(size).toBeLessThan(3_600_000);
});
