// dist/frame.html in Chromium, as a frame of pages that speak the protocol by themselves: a CMS without
// script, one that is allowed to talk to it, and hostile ones.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { transformWithEsbuild } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, open } from '../../web/support/browser.ts';
import { root, type Site } from '../../web/support/serve.ts';
import { eventually, frameAt, makeOrigin, rawPage, serveDist, shownIn, type Origin, type RawWindow } from './support.ts';

const text = 'Mayor Mara Lind said that it rained. Critics say that it hailed.';

let browser: Browser;
let dist: Site;
let cms: Origin;
let other: Origin;

beforeAll(async () => {
  [browser, dist, cms, other] = await Promise.all([launch(), serveDist(), makeOrigin(), makeOrigin()]);
});
afterAll(async () => {
  await browser?.close();
  await Promise.all([dist, cms, other].map((one) => one?.close()));
});

const address = (query = ''): string => `${dist.url}frame.html${query}`;

/** Opens a page of the CMS, runs `use`, and lets nothing be complained of. */
async function onPage(html: string, use: (page: Page) => Promise<void>, expected: readonly RegExp[] = []): Promise<void> {
  cms.pages.set('/', html);
  const { page, complaints } = await open(browser, cms.url);
  await use(page);
  await page.context().close();
  expect(complaints.filter((one) => !expected.some((known) => known.test(one)))).toEqual([]);
}

const raw = <Result>(page: Page, run: (window: RawWindow) => Result): Promise<Result> =>
  page.evaluate(`(${run})(window)`) as Promise<Result>;

const got = async (page: Page, type: string) => (await raw(page, ({ got }) => got)).filter((one) => one.type === type);

const isReady = (page: Page) => page.waitForFunction(() => (window as unknown as RawWindow).heard.length > 0);

const tell = (page: Page, message: object) =>
  page.evaluate((data) => (window as unknown as RawWindow).port.postMessage(data), { sourcelight: 1, ...message });

describe('In a page without any script', () => {
  test('a person pastes an article, and sees who says what, by the newsroom’s settings, in the language asked for', () =>
    onPage(`<!doctype html><html lang="en"><title>CMS</title><link rel="icon" href="data:,">
      <iframe title="Sourcelight" sandbox="allow-scripts allow-same-origin" style="width: 100%; height: 800px" src="${address('?lang=es')}"></iframe></html>`,
    async (page) => {
      const frame = await frameAt(page, dist.url);
      await frame.getByRole('textbox').fill(text);
      expect((await shownIn(frame)).claims).toBe(2);
      await frame.getByRole('tab', { name: 'Afirmaciones' }).waitFor();
      expect(await frame.evaluate(() => Object.keys(localStorage))).toEqual([]);
    }));

  test('settings that are not there are said to be missing, and those of other servers are never asked for', async () => {
    for (const settings of ['missing.json', `${cms.url}newsroom.json`]) {
      await onPage(rawPage(address(`?settings=${settings}`)), async (page) => {
        const frame = await frameAt(page, dist.url);
        expect(await frame.getByRole('alert').first().textContent()).toContain(settings);
      }, [/404/]);
    }
  });
});

describe('A page of the allowed origin', () => {
  const allowed = (view = 'panel') => rawPage(address(`?view=${view}&origin=${cms.origin}`));

  test('is told that the frame is ready, gives it a text, and hears of its Report and of the claim that is chosen', () =>
    onPage(allowed(), async (page) => {
      await isReady(page);
      await raw(page, (window) => window.connect());
      await tell(page, { type: 'text', id: 4, text });
      await eventually(() => got(page, 'report')).not.toEqual([]);
      const [report] = await got(page, 'report');
      expect(report).toMatchObject({ id: 4, sourcelight: 1, report: { schema: 'sourcelight.report/1', length: text.length } });
      const frame = await frameAt(page, dist.url);
      await frame.getByRole('button', { name: /that it hailed/ }).first().click();
      await eventually(() => got(page, 'selected')).toEqual([{ sourcelight: 1, type: 'selected', claim: 1 }]);
    }));

  test('sets the language, what is shown, and the newsroom’s settings, and hears what makes no sense in them', () =>
    onPage(allowed(), async (page) => {
      await isReady(page);
      await raw(page, (window) => window.connect());
      const rule = { id: 'hail', pattern: 'hail', message: 'How large?' };
      await tell(page, { type: 'settings', settings: { rules: [rule, { ...rule, pattern: '(' }] } });
      await tell(page, { type: 'text', id: 1, text });
      await tell(page, { type: 'language', language: 'es-MX' });
      await tell(page, { type: 'statuses', statuses: ['unnamed'] });
      const frame = await frameAt(page, dist.url);
      expect((await shownIn(frame)).findings).toEqual(['hail']);
      await frame.getByRole('tab', { name: 'Afirmaciones' }).waitFor();
      expect(await frame.getByRole('button', { name: /that it rained/ }).count()).toBe(0);
      await eventually(async () => (await got(page, 'problem')).at(-1)).toMatchObject({
        message: null,
        parts: [{ field: 'rules[1].pattern', line: 10 }],
      });
      await tell(page, { type: 'settings', settings: '{' });
      await eventually(async () => (await got(page, 'problem')).at(-1)?.['message']).toMatch(/line 1, column 2/);
      await tell(page, { type: 'settings', settings: null });
      await eventually(async () => (await got(page, 'problem')).at(-1)).toMatchObject({ message: null, parts: [] });
    }));

  test('hears what is written in the frame, and the Report of it', () =>
    onPage(allowed('desk'), async (page) => {
      await isReady(page);
      await raw(page, (window) => window.connect());
      const frame = await frameAt(page, dist.url);
      await frame.getByRole('textbox').fill(text);
      await eventually(async () => (await got(page, 'edited')).at(-1)?.['text']).toBe(text);
      await eventually(async () => (await got(page, 'report')).at(-1)?.['id']).toBe(null);
    }));

  test('may say anything: 400 random messages are refused or left alone, and the next text is read', () =>
    onPage(allowed(), async (page) => {
      const seed = Date.now() % 2 ** 31;
      console.info(`garbage of seed ${seed}`);
      await isReady(page);
      await raw(page, (window) => window.connect());
      await page.addScriptTag({ content: await garbageScript() });
      await page.evaluate(
        ([start, origin]) => {
          const { Garbage } = window as unknown as { Garbage: typeof import('./garbage.ts') };
          const next = Garbage.random(start);
          const { contentWindow } = document.querySelector('iframe') as HTMLIFrameElement;
          const { port } = window as unknown as RawWindow;
          for (let i = 0; i < 400; ++i) {
            if (i % 4) port.postMessage(Garbage.garbage(next));
            else contentWindow?.postMessage(Garbage.garbage(next), origin);
          }
        },
        [seed, new URL(dist.url).origin] as const,
      );
      await raw(page, (window) => window.connect());
      await tell(page, { type: 'settings', settings: null });
      await tell(page, { type: 'text', id: 77, text });
      await eventually(() => got(page, 'report')).toContainEqual(expect.objectContaining({ id: 77 }));
      const refused = await got(page, 'refused');
      console.info(`${refused.length} refused`);
      expect(refused.length).toBeGreaterThan(100);
      expect((await shownIn(await frameAt(page, dist.url))).text).toBe(text);
    }));

  test('in a sandbox that takes its origin away, nobody is talked to', () =>
    onPage(rawPage(address(`?origin=${cms.origin}`), 'sandbox="allow-scripts"'), async (page) => {
      await page.waitForTimeout(1500);
      expect(await raw(page, ({ heard }) => heard.filter(({ origin }) => origin !== 'null'))).toEqual([]);
    }, [/./]));
});

describe('The bookmark of docs/frame.md', () => {
  test('carries the field that was written in last into the frame', () =>
    onPage(rawPage(address(`?origin=${cms.origin}`)), async (page) => {
      await isReady(page);
      const docs = readFileSync(join(root, 'docs/frame.md'), 'utf8');
      const code = /```js\njavascript:([^]*?)\n```/.exec(docs)?.[1] ?? '';
      expect(code).toContain("'https://sourcelight.example'");
      await page.getByRole('textbox', { name: 'Field' }).fill(text);
      await page.evaluate(code.replace('https://sourcelight.example', new URL(dist.url).origin));
      expect((await shownIn(await frameAt(page, dist.url))).text).toBe(text);
    }));
});

describe('A hostile page', () => {
  const secret = 'The minister resigned, she said.';

  /** Tries all it can say to a frame, and to a window that it can reach. */
  const attack = (page: Page, window: string) =>
    page.evaluate((reach) => {
      const target = (0, eval)(reach) as Window;
      for (const type of ['hello', 'connect']) {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => (globalThis as unknown as { got: unknown[] }).got.push(data);
        port1.postMessage({ sourcelight: 1, type: 'text', id: 1, text: 'Taken over.' });
        target.postMessage({ sourcelight: 1, type }, '*', [port2]);
      }
      target.postMessage({ sourcelight: 1, type: 'text', id: 1, text: 'Taken over.' }, '*');
    }, window);

  test('that frames it under another’s origin hears nothing, and is not heard', () =>
    onPage(rawPage(address(`?origin=${other.origin}`)), async (page) => {
      const frame = await frameAt(page, dist.url);
      await frame.getByRole('textbox').fill(secret);
      await attack(page, "document.querySelector('iframe').contentWindow");
      expect((await shownIn(frame)).text).toBe(secret);
      await page.waitForTimeout(300);
      expect(await raw(page, ({ got, heard }) => [got, heard])).toEqual([[], []]);
    }));

  test('that frames it without an origin, or with one that is none, hears nothing, and is not heard', async () => {
    for (const query of ['', '?origin=*&origin=null&origin=javascript:0&origin=cms&origin=file:///']) {
      await onPage(rawPage(address(query)), async (page) => {
        const frame = await frameAt(page, dist.url);
        await frame.getByRole('textbox').fill(secret);
        await attack(page, "document.querySelector('iframe').contentWindow");
        expect((await shownIn(frame)).text).toBe(secret);
        expect(await raw(page, ({ got, heard }) => [got, heard]), query).toEqual([[], []]);
      });
    }
  });

  test('that stands beside it in the CMS is not heard, even from an origin that is allowed', async () => {
    for (const beside of [other, cms]) {
      beside.pages.set('/beside', '<!doctype html><title>Beside</title><script>window.got = []</script>');
      const html = rawPage(address(`?origin=${cms.origin}&origin=${other.origin}`)).replace(
        '</html>',
        `<iframe title="Beside" src="${beside.url}beside"></iframe></html>`,
      );
      await onPage(html, async (page) => {
        const frame = await frameAt(page, dist.url);
        await frame.getByRole('textbox').fill(secret);
        const hostile = page.frames().find((one) => one.url().endsWith('/beside'));
        await attack(hostile as unknown as Page, 'parent.frames[0]');
        expect((await shownIn(frame)).text).toBe(secret);
        expect(await hostile?.evaluate('got')).toEqual([]);
      });
    }
  });

  test('may name itself: a deployment that lists its pages lets it hear nothing', async () => {
    const listed = readFileSync(join(root, 'dist/frame.html'), 'utf8').replace(
      'name="sourcelight-origins" content=""',
      `name="sourcelight-origins" content="${other.origin}, https://cms.example"`,
    );
    for (const query of [`?origin=${cms.origin}`, '']) {
      await onPage(rawPage(address(query)), async (page) => {
        await page.route(/frame\.html/, (route) => route.fulfill({ body: listed, contentType: 'text/html' }));
        await page.reload();
        const frame = await frameAt(page, dist.url);
        await frame.getByRole('textbox').fill(secret);
        await attack(page, "document.querySelector('iframe').contentWindow");
        expect((await shownIn(frame)).text).toBe(secret);
        expect(await raw(page, ({ got, heard }) => [got, heard])).toEqual([[], []]);
      });
    }
  });
});

async function garbageScript(): Promise<string> {
  const path = join(root, 'tests/embed/frame/garbage.ts');
  const options = { format: 'iife', globalName: 'Garbage' } as const;
  return (await transformWithEsbuild(readFileSync(path, 'utf8'), path, options)).code;
}
