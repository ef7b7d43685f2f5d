// examples/frame in Chromium, as a newsroom's developer would build it: a form with a text field, and
// beside it Sourcelight in a frame of another origin, joined by `sourcelight/frame`.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Frame as OpenFrame, openFrame } from '../../../web/embed/frame/index.ts';
import { launch, open } from '../../web/support/browser.ts';
import { openExample, type Example } from '../support/example.ts';
import { eventually, frameAt, makeOrigin, shownIn, type Origin } from './support.ts';

interface ExampleWindow {
  readonly example: { readonly article: HTMLTextAreaElement; readonly frame: OpenFrame; readonly openFrame: typeof openFrame };
}

let browser: Browser;
let example: Example;
let hostile: Origin;
let frameOrigin: string;

beforeAll(async () => {
  [browser, example, hostile] = await Promise.all([launch(), openExample('frame'), makeOrigin()]);
  frameOrigin = new URL(example.url).origin.replace('127.0.0.1', 'localhost');
});
afterAll(async () => {
  await browser?.close();
  await example?.close();
  await hostile?.close();
});

async function onExample(use: (page: Page) => Promise<void>, expected: readonly RegExp[] = []): Promise<void> {
  const { page, complaints } = await open(browser, example.url);
  await page.waitForFunction(() => 'example' in window);
  await use(page);
  await page.context().close();
  expect(complaints.filter((one) => !expected.some((known) => known.test(one)))).toEqual([]);
}

const field = (page: Page) => page.getByRole('textbox', { name: 'Article' });
const lengthRead = (page: Page) =>
  page.evaluate(() => (window as unknown as ExampleWindow).example.frame.report?.length ?? null);
const length = async (page: Page) => (await field(page).inputValue()).length;
const isRead = async (page: Page) => eventually(() => lengthRead(page)).toBe(await length(page));

describe('An article in the CMS', () => {
  test('is read in the frame as it is typed, and its Report comes back', () =>
    onExample(async (page) => {
      await isRead(page);
      await field(page).press('Control+End');
      await page.keyboard.type(' It is believed that the ferry will run.');
      await isRead(page);
      const frame = await frameAt(page, frameOrigin);
      expect((await shownIn(frame)).text).toBe(await field(page).inputValue());
      await frame.getByRole('button', { name: /the ferry will run/ }).first().waitFor();
      expect(await frame.getByRole('textbox').count()).toBe(0);
    }));

  test('shows the claim that is chosen in the frame, and the other way round', () =>
    onExample(async (page) => {
      await isRead(page);
      const frame = await frameAt(page, frameOrigin);
      await shownIn(frame);
      await frame.getByRole('button', { name: /The old mill burned down/ }).first().click();
      await eventually(() => field(page).evaluate((area) => {
          const { selectionStart, selectionEnd, value } = area as HTMLTextAreaElement;
          return value.slice(selectionStart, selectionEnd);
        }))
        .toContain('The old mill burned down in April');
      await page.evaluate(() => (window as unknown as ExampleWindow).example.frame.select(0));
      await eventually(() => frame.evaluate(() => document.querySelector('source-light')?.selectedClaim)).toBe(0);
    }));

  test('is told again to a frame that was loaded anew', () =>
    onExample(async (page) => {
      await isRead(page);
      await page.evaluate(() => {
        const iframe = document.querySelector('iframe') as HTMLIFrameElement;
        iframe.src += '&lang=es';
      });
      await eventually(async () => (await frameAt(page, frameOrigin)).url()).toContain('lang=es');
      const frame = await frameAt(page, frameOrigin);
      expect((await shownIn(frame)).text).toBe(await field(page).inputValue());
    }));

  test('is told to nobody after destroy(), and the frame stays as it is', () =>
    onExample(async (page) => {
      await isRead(page);
      const before = await shownIn(await frameAt(page, frameOrigin));
      await page.evaluate(() => {
        const { frame } = (window as unknown as ExampleWindow).example;
        frame.destroy();
        frame.setText('Nobody hears this.');
      });
      await page.waitForTimeout(300);
      expect(await shownIn(await frameAt(page, frameOrigin))).toEqual(before);
    }));
});

describe('The page listens to its frame alone', () => {
  const forged = { schema: 'sourcelight.report/1', length: 666, sentences: [], attributions: [], sources: [], claims: [], findings: [] };
  /** Says that it is ready, and answers whoever connects with a Report of its own. */
  const impostor = `<!doctype html><title>Impostor</title><link rel="icon" href="data:,"><script>
    window.connected = 0;
    addEventListener('message', ({ data, ports }) => {
      if (data.type !== 'connect') return;
      ++connected;
      ports[0].postMessage({ sourcelight: 1, type: 'report', id: null, report: ${JSON.stringify(forged)} });
    });
    parent.postMessage({ sourcelight: 1, type: 'ready' }, '*');
    parent.postMessage({ sourcelight: 1, type: 'report', id: null, report: ${JSON.stringify(forged)} }, '*');
  </script>`;

  test('another frame that says it is Sourcelight is not connected', () =>
    onExample(async (page) => {
      hostile.pages.set('/', impostor);
      await isRead(page);
      await page.evaluate((url) => {
        const frame = document.createElement('iframe');
        frame.src = url;
        document.body.append(frame);
      }, hostile.url);
      const beside = await page.waitForEvent('framenavigated');
      await page.waitForTimeout(300);
      expect(await beside.evaluate('connected')).toBe(0);
      expect(await lengthRead(page)).toBe(await length(page));
    }));

  test('nor is a stranger that the frame itself was led to', () =>
    onExample(async (page) => {
      hostile.pages.set('/', impostor);
      await isRead(page);
      await page.evaluate((url) => ((document.querySelector('iframe') as HTMLIFrameElement).src = url), hostile.url);
      const stranger = await page.waitForEvent('framenavigated');
      await field(page).press('Control+End');
      await page.keyboard.type(' Secret.');
      await page.waitForTimeout(600);
      expect(await stranger.evaluate('connected')).toBe(0);
      expect(await lengthRead(page)).toBe(null);
    }));

  test('nor does a second Sourcelight on the page disturb the first', () =>
    onExample(async (page) => {
      await isRead(page);
      const first = await frameAt(page, frameOrigin);
      await first.evaluate(() => {
        const counted = window as unknown as { connects: number };
        counted.connects = 0;
        addEventListener('message', ({ data }) => (counted.connects += data.type === 'connect' ? 1 : 0));
      });
      const second = await page.evaluate(async () => {
        const { openFrame } = (window as unknown as ExampleWindow).example;
        const iframe = document.createElement('iframe');
        iframe.src = (document.querySelector('iframe') as HTMLIFrameElement).src;
        document.body.append(iframe);
        return new Promise<string>((resolve) => {
          const onReport = (_: unknown, text: string): void => resolve(text);
          void openFrame(iframe, { onReport }).then((frame) => frame.setText('It rained.'));
        });
      });
      expect(second).toBe('It rained.');
      expect(await first.evaluate('connects')).toBe(0);
      expect(await lengthRead(page)).toBe(await length(page));
    }));

  test('what it cannot read is dropped, and what follows is heard', () =>
    onExample(async (page) => {
      await isRead(page);
      const heard = await page.evaluate(async () => {
        const { openFrame } = (window as unknown as ExampleWindow).example;
        const iframe = document.createElement('iframe');
        document.body.append(iframe);
        const reports: string[] = [];
        const opening = openFrame(iframe, {
          origin: location.origin,
          onReport: (_, text) => reports.push(text),
        });
        // A framed page of one's own that sends what it likes.
        const inside = iframe.contentWindow as Window;
        const port = new Promise<MessagePort>((resolve) => {
          inside.addEventListener('message', ({ ports }) => ports[0] && resolve(ports[0]));
        });
        const script = inside.document.createElement('script');
        script.textContent = `parent.postMessage({ sourcelight: 1, type: 'ready' }, '*')`;
        inside.document.body.append(script);
        const frame = await opening;
        frame.setText('It rained.');
        const report = { schema: 'sourcelight.report/1', sentences: [], attributions: [], sources: [], claims: [], findings: [] };
        const told = await port;
        for (const data of [null, 7, {}, { sourcelight: 1 }, { sourcelight: 2, type: 'report' }]) told.postMessage(data);
        for (const id of [-1, 'x', 0, 99]) told.postMessage({ sourcelight: 1, type: 'report', id, report });
        told.postMessage({ sourcelight: 1, type: 'report', id: 1, report: { ...report, claims: 'none' } });
        told.postMessage({ sourcelight: 1, type: 'report', id: 1, report });
        await new Promise((resolve) => setTimeout(resolve, 200));
        frame.destroy();
        return reports;
      });
      expect(heard).toEqual(['It rained.']);
    }));
});

test('A frame that does not answer is told in words, which name this page’s origin', () =>
  onExample(async (page) => {
    hostile.pages.set('/', '<!doctype html><title>Silent</title><link rel="icon" href="data:,">');
    const said = await page.evaluate(
      async (src) => {
        const { openFrame } = (window as unknown as ExampleWindow).example;
        const iframe = document.createElement('iframe');
        iframe.src = src;
        document.body.append(iframe);
        return openFrame(iframe, { patience: 500 }).then(() => '', (reason: Error) => reason.message);
      },
      hostile.url,
    );
    expect(said).toContain(`origin=${new URL(example.url).origin}`);
  }));
