// The page in WebKit: the sample is read and marked, a click opens the card, typing and undo work;
// and the one-file page reads from the disk.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEngine, type Report } from '../../../web/engine/index.ts';
import { sample } from '../../../web/page/sample.ts';
import type {} from '../../../web/widget/source-light.ts';
import { corrected, hasForm, hasList, isAsRead, isCorrected, openForm, sayNone, undo } from '../support/by-hand.ts';
import { chooseFactChecks, difference, dropTranscript, factCheck, hasChanged, hasMatch, hasParts, openCheck, openMatch, transcript } from '../support/other-material.ts';
import { root, serve, type Site } from '../support/serve.ts';
import { keys, WebKit } from '../support/webkit.ts';

let site: Site;
let webkit: WebKit;
let expected: Report;

beforeAll(async () => {
  const bytes = (path: string) => readFileSync(join(root, path));
  const wasmBinary = bytes('build/wasm/sourcelight.wasm');
  const engine = await createEngine({ thread: 'same', wasmBinary, model: bytes('core/models/en.slm') });
  expected = await engine.analyze(sample);
  engine.close();
  site = await serve(join(root, 'dist'));
  webkit = await WebKit.start();
});
afterAll(async () => {
  await webkit?.close();
  await site?.close();
});

async function openSample(url: string): Promise<Report> {
  await webkit.open(url);
  await webkit.evaluate(() => {
    const buttons = [...document.querySelectorAll('button')];
    buttons.find(({ textContent }) => textContent?.includes('sample'))?.click();
  });
  return currentReport();
}

async function currentReport(): Promise<Report> {
  await webkit.evaluate(() => document.querySelector('source-light')?.whenReady());
  await webkit.until(() => document.querySelector('source-light')?.current === true);
  return webkit.evaluate(() => document.querySelector('source-light')?.report as Report);
}

const text = () => webkit.evaluate(() => document.querySelector('source-light')?.text);

const cardText = () =>
  webkit.evaluate(() => {
    const card = document.querySelector('source-light')?.shadowRoot?.querySelector<HTMLElement>('.card');
    return card?.hidden ? null : card?.textContent;
  });

/** In the middle of the first marked words of a named source, scrolled into sight. */
const firstNamed = () =>
  webkit.evaluate(() => {
    const [range] = CSS.highlights.get('sourcelight-named') as unknown as Iterable<Range>;
    range?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    const rect = range?.getClientRects()[0];
    return { x: (rect?.left ?? 0) + 40, y: (rect?.top ?? 0) + (rect?.height ?? 0) / 2 };
  });

describe('The page in WebKit', () => {
  test('reads the sample as elsewhere and gives each status its marks', async () => {
    expect(await openSample(site.url)).toEqual(expected);
    const marks = await webkit.evaluate(() =>
      [...CSS.highlights].map(([name, highlight]) => [name.replace('sourcelight-', ''), highlight.size]),
    );
    for (const status of ['named', 'unnamed', 'hidden', 'unsourced'] as const) {
      const spans = expected.claims.filter((claim) => claim.status === status).flatMap((claim) => claim.spans);
      expect(marks).toContainEqual([status, spans.length]);
    }
  });

  test('opens the card of a claim that is clicked', async () => {
    const { x, y } = await firstNamed();
    await webkit.click(x, y);
    const claim = expected.claims.find(({ status }) => status === 'named');
    expect(await cardText()).toContain(claim?.why);
    await webkit.type(keys.escape);
    expect(await cardText()).toBeNull();
  });

  test('marks what is typed, and undo takes it back', async () => {
    await webkit.type('Critics said that it rained. ');
    const report = await currentReport();
    const typed = (await text()) ?? '';
    expect(typed).toContain('Critics said that it rained. ');
    const rained = report.claims.find(({ spans: [span] }) => span && typed.slice(...span) === 'that it rained');
    expect(rained).toBeDefined(); // attributed: without it the sentence would be one claim
    // By the browser's own command: MiniBrowser binds no key to it.
    for (let i = 0; i < 40 && (await text()) !== sample; ++i) {
      await webkit.evaluate(() => document.execCommand('undo'));
    }
    expect(await text()).toBe(sample);
    expect(await currentReport()).toEqual(expected);
  });

  test('has a mark corrected by hand, and as it was read when that is undone', async () => {
    await webkit.evaluate(openForm);
    await webkit.until(hasForm);
    await webkit.evaluate(sayNone);
    await webkit.until(isCorrected);
    expect(await webkit.evaluate(corrected)).toBe('none');
    await webkit.until(hasList);
    await webkit.evaluate(undo);
    await webkit.until(isAsRead);
    expect(await currentReport()).toEqual(expected);
    await webkit.type(keys.escape);
  });

  test('shows what a quotation has changed when a transcript is dropped', async () => {
    await webkit.evaluate(openCheck);
    await webkit.until(hasParts);
    await webkit.evaluate(dropTranscript, transcript);
    await webkit.until(hasChanged);
    const { gone, come, outcome } = await webkit.evaluate(difference);
    expect([gone, come]).toEqual(['will never', 'are not going to']);
    expect(outcome).toContain('1 changed');
  });

  test('finds fact-checks that are chosen at their claim', async () => {
    await webkit.evaluate(chooseFactChecks, factCheck);
    await webkit.until(hasMatch);
    await webkit.evaluate(openMatch);
    expect(await cardText()).toMatch(/Already checked\?.*Mostly true/s);
    await webkit.type(keys.escape);
  });

  test('goes from claim to claim by key', async () => {
    await webkit.type(keys.f8);
    const first = await cardText();
    await webkit.type(keys.f8);
    expect(await cardText()).not.toBe(first);
  });
});

describe('The one-file page in WebKit', () => {
  test('reads the sample from the disk', async () => {
    const url = pathToFileURL(join(root, 'dist/sourcelight.html')).href;
    expect(await openSample(url)).toEqual(expected);
    const { x, y } = await firstNamed();
    await webkit.click(x, y);
    const claim = expected.claims.find(({ status }) => status === 'named');
    expect(await cardText()).toContain(claim?.why);
  });
});
