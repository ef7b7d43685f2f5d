// <source-light> on other people's pages, in Chromium: its attributes, properties, events and parts,
// several on one page, and nothing left behind. The examples of docs/widget.md run.
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Report } from '../../../web/engine/index.ts';
import { painted } from '../support/article.ts';
import { launch, open } from '../support/browser.ts';
import { root, serve, type Site } from '../support/serve.ts';

let site: Site;
let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  site = await serve(join(root, 'dist'), '');
  browser = await launch();
});
beforeEach(async () => {
  ({ page, complaints } = await open(browser, 'about:blank'));
});
afterEach(async () => {
  await page.context().close();
  expect(complaints).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const rain = 'Critics said that it rained. The mayor’s office denied it.';

/** A page of a newsroom with `body` in it. */
async function openPage(body: string, head = ''): Promise<void> {
  await page.route('**/newsroom', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="en"><title>Newsroom</title><link rel="icon" href="data:,">${head}
        <script type="module" src="./source-light.js"></script><body>${body}</body></html>`,
    }),
  );
  await page.goto(`${site.url}newsroom`);
}

const reportOf = async (id: string): Promise<Report> => {
  const handle = await page.waitForFunction((name) => {
    const light = document.getElementById(name) as HTMLElementTagNameMap['source-light'] | null;
    return light?.current ? light.report : null;
  }, id);
  return (await handle.jsonValue()) as Report;
};

describe('The examples', () => {
  test('run as they say', async () => {
    await page.route('**/favicon.ico', (route) => route.fulfill({ contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' }));
    await page.goto(`${site.url}widget.html`);
    for (const id of ['plain', 'desk', 'look', 'style']) expect((await reportOf(id)).claims.length).toBeGreaterThan(0);
    expect(await page.locator('#out').textContent()).toContain('1 rests on an unnamed source');
    const links = await page.evaluate(() => (document.getElementById('plain') as HTMLElementTagNameMap['source-light']).links);
    expect(links.map(({ target }) => target)).toEqual(['https://canals.example/2031/report.pdf']);
    expect(await page.locator('#style').getByRole('tab', { name: 'Informe' }).getAttribute('aria-selected')).toBe('true');
    expect(await page.locator('#style').getByText('How many, and why unnamed?').isVisible()).toBe(true);
  });
});

describe('The element', () => {
  test('takes links within the site that it is told for no sources, and fetches what tells them only then', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const story = `<p>The mill by the old town gate <a href="https://sport.courier.example/mill">burned down on Monday</a>.</p>`;
    await openPage(`<source-light id="a">${story}</source-light>`);
    const reason = async (): Promise<string | undefined> => (await reportOf('a')).claims[0]?.reason.kind;
    expect(await reason()).toBe('linked');
    expect(asked.filter((url) => url.includes('within'))).toEqual([]);
    await page.evaluate(() => document.getElementById('a')?.setAttribute('site', 'courier.example'));
    await expect.poll(reason).toBe('linked_within');
    await page.evaluate(() => document.getElementById('a')?.setAttribute('site', 'herald.example'));
    await expect.poll(reason).toBe('linked');
    expect(asked.filter((url) => url.includes('within')).length).toBe(1);
  });

  test('reads the article that stands in it, which is only read', async () => {
    await openPage(`<source-light id="a"><h2>Rain</h2><p>Critics said that it rained.</p></source-light>`);
    const report = await reportOf('a');
    expect(report.claims.map(({ status }) => status)).toContain('unnamed');
    expect(await page.getByRole('textbox').count()).toBe(0);
    expect(await page.getByRole('document', { name: 'Article text' }).textContent()).toMatch(/^Rain\s+Critics said that it rained\.$/);
  });

  test('reads a text that was set before it stood in the page', async () => {
    await openPage('');
    await page.evaluate((text) => {
      const light = document.createElement('source-light');
      light.id = 'a';
      light.text = text;
      document.body.append(light);
    }, rain);
    expect((await reportOf('a')).length).toBe(rain.length);
  });

  test('can be written in where it says so, also later', async () => {
    await openPage('<source-light id="a" editable></source-light>');
    await page.getByRole('textbox', { name: 'Article text' }).fill(rain);
    expect((await reportOf('a')).length).toBe(rain.length);
    await page.evaluate(() => document.querySelector('source-light')?.removeAttribute('editable'));
    expect(await page.getByRole('textbox').count()).toBe(0);
    expect(await page.evaluate(() => document.querySelector('source-light')?.text)).toBe(rain);
  });

  test('tells of reports, edits, selections and checks, across shadow roots', async () => {
    await openPage('<div id="host"></div>');
    await page.evaluate(() => {
      const told: string[] = [];
      const types = ['report', 'text-change', 'claim-select', 'claim-review'];
      for (const type of types) {
        document.addEventListener(type, ({ detail }: Event & { detail?: Record<string, unknown> }) => {
          told.push(`${type} ${JSON.stringify(detail?.['claim'] ?? null)}`);
        });
      }
      Object.assign(window, { told });
      const inner = document.querySelector('#host')?.attachShadow({ mode: 'open' });
      if (inner) inner.innerHTML = '<source-light editable private></source-light>';
    });
    const told = (): Promise<string[]> => page.evaluate(() => (window as unknown as { told: string[] }).told);
    await page.getByRole('textbox', { name: 'Article text' }).fill(rain);
    await expect.poll(told).toContain('report null');
    expect((await told())[0]).toBe('text-change null');
    await page.getByRole('tabpanel').locator('.item').first().click();
    await page.getByRole('button', { name: 'Needs a source' }).click();
    expect(await told()).toContain('claim-review 0');
    expect((await told()).filter((one) => one.startsWith('claim-select'))).toEqual(['claim-select 0']);
    await page.keyboard.press('Escape');
    await expect.poll(told).toContain('claim-select null');
  });

  test('that is manual reads nothing, and shows the report it is given', async () => {
    await openPage(`<source-light id="a" manual>${rain}</source-light><source-light id="b">${rain}</source-light>`);
    const report = await reportOf('b');
    expect(await page.evaluate(() => (document.getElementById('a') as HTMLElementTagNameMap['source-light']).report)).toBeNull();
    await page.evaluate((given) => {
      (document.getElementById('a') as HTMLElementTagNameMap['source-light']).report = given;
    }, report);
    expect(await page.locator('#a').getByRole('tab', { name: 'Claims' }).textContent()).toBe(`Claims ${report.claims.length}`);
  });

  test('that is private keeps nothing in the browser', async () => {
    await openPage(`<source-light id="a" private>${rain}</source-light>`);
    await reportOf('a');
    await page.locator('#a .tick').first().click();
    await page.evaluate(() => document.querySelector('source-light')?.reviews.flush());
    const kept = () => page.evaluate(async () => [(await indexedDB.databases()).length, localStorage.length, sessionStorage.length]);
    expect(await kept()).toEqual([0, 0, 0]);
    await page.evaluate(() => document.querySelector('source-light')?.removeAttribute('private'));
    await page.reload();
    expect(await kept()).toEqual([0, 0, 0]);
  });

  test('speaks the language of what it stands in, and another when that changes', async () => {
    await openPage(`<div lang="es"><source-light id="a">${rain}</source-light></div>`);
    await page.getByRole('tab', { name: 'Afirmaciones' }).waitFor();
    await page.evaluate(() => document.querySelector('source-light')?.setAttribute('lang', 'en'));
    await page.getByRole('tab', { name: 'Claims' }).waitFor();
  });

  test('takes a newsroom’s colours, and its style for parts', async () => {
    const head = `<style>source-light { --sl-sheet: rgb(1, 2, 3); } source-light::part(card) { border-radius: 0px; }
      source-light::part(sheet) { letter-spacing: 1px; }</style>`;
    await openPage(`<source-light id="a">${rain}</source-light>`, head);
    await reportOf('a');
    const style = (part: string, property: string) =>
      page.locator(`#a [part~=${part}]`).first().evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
    expect(await style('card', 'border-top-left-radius')).toBe('0px');
    expect(await style('card', 'background-color')).toBe('rgb(1, 2, 3)');
    expect(await style('sheet', 'letter-spacing')).toBe('1px');
    for (const part of ['sheet', 'legend', 'state', 'card', 'tabs', 'panel', 'peek', 'dialog']) {
      expect(await page.locator(`#a [part~=${part}]`).count(), part).toBeGreaterThan(0);
    }
  });
});

describe('Two elements on one page', () => {
  const two = `<source-light id="a">${rain}</source-light><source-light id="b"><p>It is reportedly cold.</p></source-light>`;

  test('mark their own texts, and one that goes takes its marks along', async () => {
    await openPage(two);
    await reportOf('a');
    await reportOf('b');
    await expect.poll(async () => (await painted(page))['unnamed']).toEqual(['that it rained']);
    expect((await painted(page))['hidden']?.length).toBeGreaterThan(0);
    await page.evaluate(() => document.getElementById('b')?.remove());
    expect((await painted(page))['hidden'] ?? []).toEqual([]);
    expect((await painted(page))['unnamed']).toEqual(['that it rained']);
    await page.evaluate(() => document.getElementById('a')?.remove());
    expect(await painted(page)).toEqual({});
  });

  test('select and filter each for itself', async () => {
    await openPage(two);
    await reportOf('a');
    await reportOf('b');
    await page.locator('#a').getByRole('button', { name: /^Own voice/ }).click();
    await page.evaluate(() => (document.getElementById('b') as HTMLElementTagNameMap['source-light']).selectClaim(0));
    expect(await page.locator('#a').getByRole('region', { name: 'Selected claim' }).count()).toBe(0);
    expect(await page.locator('#b').getByRole('region', { name: 'Selected claim' }).count()).toBe(1);
    expect((await painted(page))['unnamed'] ?? []).toEqual([]);
    expect((await painted(page))['hidden']?.length).toBeGreaterThan(0);
  });

  test('one that is moved within the page goes on', async () => {
    await openPage(two);
    await reportOf('a');
    await page.evaluate(() => document.body.append(document.getElementById('a') as Node));
    await expect.poll(async () => (await painted(page))['unnamed']).toEqual(['that it rained']);
    await page.evaluate(() => {
      (document.getElementById('a') as HTMLElementTagNameMap['source-light']).text = 'Officials say it snowed.';
    });
    expect((await reportOf('a')).claims.length).toBe(1);
  });

  test('one that was taken away and comes back reads again', async () => {
    await openPage(two);
    await reportOf('a');
    await page.evaluate(async () => {
      const light = document.getElementById('a') as HTMLElementTagNameMap['source-light'];
      light.remove();
      await new Promise((resolve) => setTimeout(resolve, 50));
      document.body.append(light);
      light.text = 'Officials say it snowed.';
    });
    expect((await reportOf('a')).claims[0]?.status).toBe('unnamed');
  });
});

describe('A panel', () => {
  const light = () => page.locator('source-light');
  const openPanel = async (width = 300): Promise<void> => {
    await openPage(`<div style="width: ${width}px"><source-light id="a" panel></source-light></div>`);
    await page.evaluate((text) => {
      (document.getElementById('a') as HTMLElementTagNameMap['source-light']).text = text;
    }, rain);
    await reportOf('a');
  };

  test('shows the views without the text, and paints nothing', async () => {
    await openPanel();
    expect(await light().getByRole('tab', { name: /^Claims/ }).isVisible()).toBe(true);
    expect(await light().locator('.surface').isVisible()).toBe(false);
    expect(await painted(page)).toEqual({});
  });

  test('opens the card in its place, also in a narrow window, and stays in its width', async () => {
    await page.setViewportSize({ width: 340, height: 700 });
    await openPanel();
    await light().getByRole('button', { name: /it rained/ }).first().click();
    const card = await light().getByRole('region', { name: 'Selected claim' }).boundingBox();
    const views = await light().locator('.views').boundingBox();
    expect((card?.y ?? 0) + (card?.height ?? 0)).toBeLessThanOrEqual(views?.y ?? 0);
    const overflow = await light().evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(overflow).toBe(0);
  });

  test('becomes a whole widget again, with its marks', async () => {
    await openPanel();
    await page.evaluate(() => document.getElementById('a')?.removeAttribute('panel'));
    expect(await light().locator('.surface').isVisible()).toBe(true);
    expect((await painted(page))['unnamed']).toEqual(['that it rained']);
  });
});
