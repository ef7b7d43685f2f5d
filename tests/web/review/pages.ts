// Builds the harness and opens it in Chromium; pages of one context share what is kept, as tabs do.
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { build } from 'vite';
import { launch } from '../support/browser.ts';
import { root, serve, type Site } from '../support/serve.ts';

export class Pages {
  readonly complaints: string[] = [];
  readonly #folder: string;
  readonly #site: Site;
  readonly #browser: Browser;

  constructor(folder: string, site: Site, browser: Browser) {
    this.#folder = folder;
    this.#site = site;
    this.#browser = browser;
  }

  static async start(): Promise<Pages> {
    const folder = await mkdtemp(join(root, 'build', 'web-tests-'));
    await build({
      root: join(root, 'tests/web/review'),
      configFile: join(root, 'vite.config.ts'),
      logLevel: 'warn',
      build: { outDir: folder, rollupOptions: { input: join(root, 'tests/web/review/harness.html') } },
    });
    return new Pages(folder, await serve(folder), await launch());
  }

  get origin(): string {
    return new URL(this.#site.url).origin;
  }

  context(options: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> {
    return this.#browser.newContext(options);
  }

  /** Opens the harness; `first` runs before its scripts do. */
  async tab(context: BrowserContext, first?: () => void): Promise<Page> {
    const page = await context.newPage();
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      const icon = message.location().url.endsWith('/favicon.ico'); // The harness has none.
      if (message.type() === 'error' && !icon) this.complaints.push(message.text());
    });
    if (first) await page.addInitScript(first);
    await page.goto(`${this.#site.url}harness.html`);
    await this.ready(page);
    return page;
  }

  async ready(page: Page): Promise<void> {
    await page.waitForFunction(() => 'desk' in window);
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.#site.close();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
