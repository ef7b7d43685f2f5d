// dist/source-light.js: one script and one tag put the widget on any page of the same origin.
import { readFileSync, readdirSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, open } from '../support/browser.ts';
import { root, serve, type Site } from '../support/serve.ts';

const dist = join(root, 'dist');
let folder: string;
let site: Site;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sourcelight-widget-'));
  await cp(dist, join(folder, 'sourcelight'), { recursive: true });
  await cp(join(root, 'web/page/icon.svg'), join(folder, 'sourcelight/icon.svg'));
  await writeFile(
    join(folder, 'index.html'),
    `<!doctype html><html lang="en"><title>Newsroom</title><link rel="icon" href="/sourcelight/icon.svg">
     <script type="module" src="/sourcelight/source-light.js"></script><source-light></source-light></html>`,
  );
  site = await serve(folder);
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await rm(folder, { recursive: true, force: true });
});

test('a page elsewhere shows an article in the widget', async () => {
  const { page, complaints } = await open(browser, site.url);
  await page.waitForFunction(() => customElements.get('source-light'));
  const text = await page.evaluate(() => {
    const light = document.querySelector('source-light');
    if (light) light.text = 'The mayor said it rained.';
    return light?.shadowRoot?.querySelector('.sheet')?.textContent;
  });
  expect(text).toBe('The mayor said it rained.');
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('its address never changes, and names files that change with what they hold', () => {
  const script = readFileSync(join(dist, 'source-light.js'), 'utf8');
  expect(script.length).toBeLessThan(500);
  const [, name] = /from\s*"\.\/assets\/([^"]+)"/.exec(script) ?? [];
  expect(readdirSync(join(dist, 'assets'))).toContain(name);
  expect(name).toMatch(/-[\w-]{8}\.js$/);
});
