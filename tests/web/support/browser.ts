// A real Chromium for the tests, and the page in it.
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import type { Report } from '../../../web/engine/index.ts';
import type {} from '../../../web/widget/source-light.ts';

/**
 * What Chromium does beside the page in each context anew, at half of what a context costs: pages that
 * are to drop down from the address bar, and a process for a page that nobody opens. Such a list takes
 * the place of Playwright's own, so the rest is what that switches off.
 */
const switchedOff = [
  'WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'SpareRendererForSitePerProcess',
  'AvoidUnnecessaryBeforeUnloadCheckSync', 'BoundaryEventDispatchTracksNodeRemoval', 'DestroyProfileOnBrowserClose',
  'DialMediaRouteProvider', 'GlobalMediaControls', 'HttpsUpgrades', 'LensOverlay', 'MediaRouter', 'PaintHolding',
  'ThirdPartyStoragePartitioning', 'Translate', 'RenderDocument', 'OptimizationHints',
];

export function launch(...flags: string[]): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--disable-features=${switchedOff.join(',')}`,
      ...flags,
    ],
  });
}

export interface OpenPage {
  readonly page: Page;
  /** Errors of the page's scripts and complaints of its policy, which no test expects. */
  readonly complaints: string[];
}

export async function open(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  await page.goto(url);
  return { page, complaints };
}

/** The report the page shows of the text as it stands; waits until there is one. */
export async function reportOf(page: Page): Promise<Report> {
  const handle = await page.waitForFunction(() => {
    const light = document.querySelector('source-light');
    const problem = light?.shadowRoot?.querySelector<HTMLElement>('.problem');
    if (problem?.hidden === false) throw new Error(`The page says: ${problem.innerText}`);
    return light?.current ? light.report : null;
  });
  return (await handle.jsonValue()) as Report;
}
