// Opens the page beside it, whose scripts may not fail meanwhile.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { launch, open } from '../../web/support/browser.ts';
import { openFromSource, type Example } from '../support/source.ts';
import type {} from './page/main.ts';

export interface HostPage {
  browser: Browser;
  url: string;
  page: Page;
}

/** What it gives is filled before the tests. */
export function openHostPage(): HostPage {
  const here = {} as HostPage;
  let site: Example | undefined;
  let complaints: string[] = [];
  beforeAll(async () => {
    [here.browser, site] = await Promise.all([launch(), openFromSource('host-test', 'tests/embed/host/page')]);
    here.url = site.url;
    ({ page: here.page, complaints } = await open(here.browser, site.url));
    await here.page.waitForFunction(() => 'host' in window);
  });
  afterAll(async () => {
    await here.browser?.close();
    await site?.close();
    expect(complaints).toEqual([]);
  });
  return here;
}
