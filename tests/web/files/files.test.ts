// Files in and out in a real Chromium under the page's own policy: the suites beside this file, what
// is fetched when, a real copy and paste, and real downloads.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, open, type OpenPage } from '../support/browser.ts';
import { root, serve, type Site } from '../support/serve.ts';
import { docxCases } from './docx.ts';
import { openCases } from './open.ts';
import { pageCases } from './page.ts';
import { pasteCases } from './paste.ts';
import { saveCases } from './save.ts';

let folder: string;
let site: Site;
let browser: Browser;
let harness: OpenPage;

beforeAll(async () => {
  folder = await mkdtemp(join(root, 'build', 'web-files-'));
  await build({
    root: join(root, 'tests/web/files'),
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: folder, rollupOptions: { input: join(root, 'tests/web/files/harness.html') } },
  });
  site = await serve(folder);
  browser = await launch();
  harness = await openHarness();
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
  await rm(folder, { recursive: true, force: true });
});

async function openHarness(): Promise<OpenPage> {
  const opened = await open(browser, `${site.url}harness.html`);
  await opened.page.waitForFunction(() => 'runFilesCase' in window);
  return opened;
}

function runAll(suite: string, cases: readonly { name: string }[]): void {
  describe(`${suite} (Chromium)`, () => {
    test.each(cases.map(({ name }) => name))('%s', async (name) => {
      const run = ([suite, name]: readonly [string, string]) => window.runFilesCase(suite, name);
      expect(await harness.page.evaluate(run, [suite, name] as const)).toBeNull();
    });
  });
}

describe('What opens a kind of file is fetched when the first one is opened', () => {
  const chunks = /\/(html|published|read-article|docx|markdown)-[^/]*\.js$/;

  /** What is asked for while the page opens a file of this name. */
  async function asked(page: OpenPage['page'], name: string, text: string): Promise<string[]> {
    const before = site.requests.length;
    await page.evaluate(([name, text]) => window.files.openFile(new File([text], name)).catch(() => null), [name, text] as const);
    return site.requests.slice(before).map((path) => chunks.exec(path)?.[1] ?? path);
  }

  test('and nothing else is', async () => {
    const before = site.requests.length;
    const { page, complaints } = await openHarness();
    expect(site.requests.slice(before).filter((path) => chunks.test(path))).toEqual([]);
    const html = '<p>It <img src="/a.png" onerror="x()" style="color: red"> rained.<script src="/b.js"></script><link rel=stylesheet href="/c.css">';
    expect(await asked(page, 'a.txt', 'It rained.')).toEqual([]);
    expect(await asked(page, 'a.pdf', 'It rained.')).toEqual([]);
    expect(await asked(page, 'a.md', `# It rained\n\n![](/d.png)\n\n${html}`)).toEqual(['markdown']);
    expect((await asked(page, 'a.html', html)).sort()).toEqual(['html', 'published', 'read-article']);
    expect(await asked(page, 'a.docx', 'PK, but no zip')).toEqual(['docx']);
    expect(await asked(page, 'b.html', html)).toEqual([]);
    expect(complaints.filter((complaint) => !/404/.test(complaint))).toEqual([]);
    await page.context().close();
  });

  test('and where it cannot be, the person is told', async () => {
    const { page } = await openHarness();
    await page.context().setOffline(true);
    const code = await page.evaluate(() =>
      window.files.openFile(new File(['# It rained'], 'a.md')).then(() => '', (reason: { code?: string }) => reason.code));
    expect(code).toBe('not_loaded');
    await page.context().close();
  });

  test('and is no larger than it must be', () => {
    const sizes = Object.fromEntries(
      readdirSync(join(folder, 'assets')).flatMap((file) => {
        const name = chunks.exec(`/${file}`)?.[1];
        return name ? [[name, brotliCompressSync(readFileSync(join(folder, 'assets', file))).length]] : [];
      }),
    );
    console.log('Compressed bytes:', JSON.stringify(sizes));
    expect(sizes['html']).toBeLessThan(45_000);
    expect(sizes['read-article']).toBeLessThan(48_000);
    expect(sizes['markdown']).toBeLessThan(16_000);
    expect(sizes['docx']).toBeLessThan(65_000);
  });
});

runAll('Opening files', openCases);
runAll('Opening saved web pages', pageCases);
runAll('Opening Word documents', docxCases);
runAll('Pasting and dropping', pasteCases);
runAll('Names of saved files', saveCases);

test('what was copied from a page is pasted with its links', async () => {
  const { page } = await openHarness();
  await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('#article') as Element));
  await page.keyboard.press('Control+C');
  await page.locator('textarea').focus();
  await page.keyboard.press('Control+V');
  const [read] = await page.evaluate(() => window.files.pasted);
  expect(read?.text).toBe('The bridge was closed by order of the council.');
  expect(read?.links).toEqual([{ span: [11, 21], target: 'https://ostby.example/order.pdf' }]);
  await page.context().close();
});

test('every format is saved under a name of its own, CSV so that spreadsheets read it as UTF-8', async () => {
  const { page } = harness;
  const formats = await page.evaluate(() => window.files.saveFormats);
  const names: string[] = [];
  for (const [index, { extension, mark }] of formats.entries()) {
    const downloading = page.waitForEvent('download');
    await page.evaluate((index) => {
      const format = window.files.saveFormats[index];
      if (format) window.files.saveRendered(format, 'Åse: “no”', 'a,“b”\r\n');
    }, index);
    const download = await downloading;
    names.push(download.suggestedFilename());
    const bytes = await readFile(await download.path());
    expect(bytes.toString('utf8')).toBe(`${mark}a,“b”\r\n`);
    expect(mark).toBe(extension.endsWith('csv') ? '\ufeff' : '');
  }
  expect(names).toEqual(['checklist.md', 'html', 'claims.csv', 'sources.csv', 'json', 'jsonld'].map((end) => `Åse - “no”.${end}`));
});

test('no suite asked for anything, nor broke the page’s policy', () => {
  const strange = site.requests.filter((path) => !/^\/(harness\.html|assets\/[^/]+\.js|favicon\.ico)$/.test(path));
  expect(strange).toEqual([]);
  // Chromium asks for an icon, which the harness has not.
  expect(harness.complaints.filter((complaint) => !/404/.test(complaint))).toEqual([]);
});
