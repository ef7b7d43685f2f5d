// Real Chromium with the unpacked extension. The button is pressed through the browser's own
// debugging pipe (Extensions.triggerAction), which grants activeTab as a finger does; the side panel
// opens for real, and is reached as a target of the browser.
import { chromium, type BrowserContext, type CDPSession, type Page, type Worker } from 'playwright-core';
import { vi } from 'vitest';
import type { Net } from './net.ts';
import type { Run, Visitor } from './visitor.ts';

interface Target {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
  readonly embedderData?: { readonly tabActive?: boolean };
}

export class Chromium implements Visitor {
  readonly name = 'Chromium';
  readonly net: Net;
  readonly context: BrowserContext;
  /** Of the extension. */
  readonly id: string;
  /** The tab that open(), run() and press() mean; another may be put here. */
  page: Page;
  /** What pages' scripts complained of. */
  readonly complaints: string[] = [];
  readonly #browser: CDPSession;
  readonly #extension: string;
  readonly #tabs = new WeakMap<Page, string>();
  #calls = 0;

  private constructor(net: Net, context: BrowserContext, browser: CDPSession, id: string, page: Page, extension: string) {
    this.#extension = extension;
    this.net = net;
    this.context = context;
    this.#browser = browser;
    this.id = id;
    this.page = this.#listen(page);
  }

  static async start(extension: string, net: Net): Promise<Chromium> {
    const context = await chromium.launchPersistentContext('', {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      viewport: { width: 1280, height: 900 },
      ignoreDefaultArgs: ['--disable-extensions', '--disable-back-forward-cache'],
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--gaia-url=http://127.0.0.1:1',
        '--enable-unsafe-extension-debugging',
        `--proxy-server=http://127.0.0.1:${net.port}`,
        '--proxy-bypass-list=<-loopback>',
      ],
    });
    const browser = await context.browser()?.newBrowserCDPSession();
    if (!browser) throw new Error('Chromium has no browser to talk to.');
    const { id } = await browser.send('Extensions.loadUnpacked', withPrivate(extension));
    const page = context.pages()[0] ?? (await context.newPage());
    const visitor = new Chromium(net, context, browser, id, page, extension);
    const [tab] = await visitor.#targets('tab');
    if (tab) visitor.#tabs.set(page, tab.targetId);
    await visitor.#isReady();
    return visitor;
  }

  /** The extension is replaced, as by a newer version, while pages stay open. */
  async reload(): Promise<void> {
    await this.stopBackground();
    await this.#browser.send('Extensions.loadUnpacked', withPrivate(this.#extension));
    await this.#isReady();
  }

  async newTab(): Promise<Page> {
    return (this.page = await this.#inNewTab(() => this.context.newPage()));
  }

  /** A page in a private window, and the number the extension knows its tab by. */
  async openPrivate(url: string): Promise<{ page: Page; tab: number }> {
    let tab = -1;
    this.page = await this.#inNewTab(async () => {
      const opening = this.context.waitForEvent('page');
      tab = await this.inBackground(async (url) => (await chrome.windows.create({ incognito: true, url }))?.tabs?.[0]?.id ?? -1, url);
      return opening;
    });
    await this.page.waitForLoadState();
    return { page: this.page, tab };
  }

  async open(url: string): Promise<void> {
    await this.page.goto(url);
  }

  readonly run: Run = (run, given) => this.page.evaluate(run as never, given as never);

  async press(): Promise<void> {
    await this.page.bringToFront();
    const targetId = this.#tabs.get(this.page);
    if (!targetId) throw new Error(`The tab of ${this.page.url()} is not known.`);
    const isActive = async (): Promise<boolean> =>
      (await this.#targets('tab')).some((tab) => tab.targetId === targetId && tab.embedderData?.tabActive === true);
    await vi.waitUntil(isActive, { timeout: 15_000 });
    await this.#browser.send('Extensions.triggerAction', { id: this.id, targetId });
  }

  button(): Promise<{ text: string; title: string }> {
    return this.inBackground(async (tabId) => ({
      text: await chrome.action.getBadgeText({ tabId }),
      title: await chrome.action.getTitle({ tabId }),
    }), this.tabId());
  }

  click(x: number, y: number): Promise<void> {
    return this.page.mouse.click(x, y);
  }

  key(name: 'Escape'): Promise<void> {
    return this.page.keyboard.press(name);
  }

  /** The number the extension knows the tab by. */
  async tabId(): Promise<number> {
    await this.page.bringToFront();
    return this.inBackground(async () => {
      const [tab] = await chrome.tabs.query({ active: true });
      return tab?.id ?? -1;
    }, undefined);
  }

  async inBackground<Given, Gives>(run: (given: Given) => Gives | Promise<Gives>, given: Given | Promise<Given>): Promise<Gives> {
    const worker = await this.#worker();
    return worker.evaluate(run as never, (await given) as never);
  }

  readonly inPanel: Run = async (run, given) => {
    const panel = await vi.waitUntil(() => this.#panel(), { timeout: 15_000 });
    const { sessionId } = await this.#browser.send('Target.attachToTarget', { targetId: panel.targetId, flatten: false });
    try {
      return await this.#ask(sessionId, `(${run})(${JSON.stringify(given)})`);
    } finally {
      await this.#browser.send('Target.detachFromTarget', { sessionId }).catch(() => {});
    }
  };

  async closePanel(): Promise<void> {
    const panel = await this.#panel();
    if (panel) await this.#browser.send('Target.closeTarget', { targetId: panel.targetId });
    await vi.waitUntil(async () => !(await this.#panel()), { timeout: 15_000 });
  }

  async stopBackground(): Promise<void> {
    const first = new Set((await this.#targets('service_worker')).map(({ targetId }) => targetId));
    // One that has just been started does not stop at the first word.
    await vi.waitUntil(async () => {
      const running = (await this.#targets('service_worker')).filter(({ targetId }) => first.has(targetId));
      for (const { targetId } of running) await this.#browser.send('Target.closeTarget', { targetId }).catch(() => {});
      return !running.length;
    }, { timeout: 15_000 });
  }

  /** A page of the extension in a tab of its own. */
  async openExtension(path: string): Promise<Page> {
    const page = this.#listen(await this.context.newPage());
    await page.goto(`chrome-extension://${this.id}/${path}`);
    return page;
  }

  async inExtension<Given, Gives>(path: string, run: (given: Given) => Gives | Promise<Gives>, given: Given): Promise<Gives> {
    const page = await this.openExtension(path);
    try {
      return await page.evaluate(run as never, given as never);
    } finally {
      await page.close();
    }
  }

  commands(): Promise<Readonly<Record<string, string>>> {
    return this.inBackground(
      async () => Object.fromEntries((await chrome.commands.getAll()).map(({ name, shortcut }) => [name, shortcut])),
      undefined,
    );
  }

  async close(): Promise<void> {
    await this.context.close();
  }

  // A click that comes before the background has run for the first time is lost, as for a reader.
  async #isReady(): Promise<void> {
    await vi.waitUntil(() => this.inBackground(() => chrome.action.onClicked.hasListeners(), undefined), { timeout: 15_000 });
  }

  /** Which tab is whose: several may show the same address. */
  async #inNewTab(open: () => Promise<Page>): Promise<Page> {
    const before = new Set((await this.#targets('tab')).map(({ targetId }) => targetId));
    const page = this.#listen(await open());
    const tab = await vi.waitUntil(async () => (await this.#targets('tab')).find(({ targetId }) => !before.has(targetId)), { timeout: 15_000 });
    this.#tabs.set(page, tab.targetId);
    return page;
  }

  #listen(page: Page): Page {
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text());
    });
    return page;
  }

  async #targets(type: string): Promise<readonly Target[]> {
    const { targetInfos } = await this.#browser.send('Target.getTargets', { filter: [{ type }] } as never);
    return targetInfos as readonly Target[];
  }

  async #panel(): Promise<Target | undefined> {
    const open = new Set(this.context.pages().map((page) => page.url()));
    return (await this.#targets('page')).find(
      ({ url }) => url.startsWith(`chrome-extension://${this.id}/panel.html`) && !open.has(url),
    );
  }

  /** The service worker, which sleeps until something is asked of it. */
  async #worker(): Promise<Worker> {
    if (!(await this.#targets('service_worker')).length) {
      await this.inExtension('options.html', () => void chrome.runtime.sendMessage({ type: 'wake' }).catch(() => {}), undefined);
    }
    // Those that were stopped may still be listed, and answer nothing.
    return vi.waitUntil(async () => {
      const worker = this.context.serviceWorkers().at(-1);
      const isAlive = worker?.evaluate(() => true).catch(() => false);
      return (await Promise.race([isAlive, soon(500)])) ? worker : undefined;
    }, { timeout: 15_000 });
  }

  // The panel's page is none of Playwright's, so that it is spoken to through the browser.
  #ask<Gives>(sessionId: string, expression: string): Promise<Gives> {
    const id = ++this.#calls;
    return new Promise((resolve, reject) => {
      const hear = (told: { sessionId: string; message: string }): void => {
        const answer = JSON.parse(told.message) as Answer;
        if (told.sessionId !== sessionId || answer.id !== id) return;
        this.#browser.off('Target.receivedMessageFromTarget', hear);
        const problem = answer.error?.message ?? answer.result?.exceptionDetails?.exception?.description;
        if (problem) reject(new Error(problem));
        else resolve(answer.result?.result.value as Gives);
      };
      this.#browser.on('Target.receivedMessageFromTarget', hear);
      const params = { expression, awaitPromise: true, returnByValue: true };
      const message = JSON.stringify({ id, method: 'Runtime.evaluate', params });
      this.#browser.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });
  }
}

/** As where a reader has allowed the extension in private windows too. */
const withPrivate = (path: string) => ({ path, enableInIncognito: true });

const soon = (milliseconds: number): Promise<undefined> => new Promise((resolve) => setTimeout(resolve, milliseconds));

interface Answer {
  readonly id?: number;
  readonly error?: { readonly message: string };
  readonly result?: {
    readonly result: { readonly value?: unknown };
    readonly exceptionDetails?: { readonly exception?: { readonly description?: string } };
  };
}
