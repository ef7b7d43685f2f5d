// The hooks of a test file that opens the page anew for each test. Scripts may not fail meanwhile,
// nor the page's policy be broken.
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { launch, open } from './browser.ts';
import { root, serve, type Site } from './serve.ts';

export interface OpenDesk {
  browser: Browser;
  site: Site;
  page: Page;
  complaints: string[];
}

/** What it gives is filled before each test. */
export function openDesk(options: BrowserContextOptions = {}): OpenDesk {
  const desk = {} as OpenDesk;
  beforeAll(async () => {
    desk.site = await serve(join(root, 'dist'));
    desk.browser = await launch();
  });
  beforeEach(async () => {
    Object.assign(desk, await open(desk.browser, desk.site.url, options));
  });
  afterEach(async () => {
    await desk.page.context().close();
    expect(desk.complaints).toEqual([]);
  });
  afterAll(async () => {
    await desk.browser?.close();
    await desk.site?.close();
  });
  return desk;
}
