// Pictures of the extension for the stores, 1280 by 800, of a page of invented news: ./dev screenshots
// writes dist/screenshots. The browser shows no side panel to a script, so that page and panel are taken one
// by one and laid side by side, as the browser shows them.
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('../../', import.meta.url));
const news = readFileSync(new URL('news.html', import.meta.url), 'utf8');
const folder = `${root}dist/screenshots`;
const address = 'https://news.example/oss';
const [width, height, panelWidth] = [1280, 800, 400];

const context = await chromium.launchPersistentContext('', {
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  ignoreDefaultArgs: ['--disable-extensions'],
  args: ['--no-sandbox', '--enable-unsafe-extension-debugging'],
});
const browser = await context.browser().newBrowserCDPSession();
const { id } = await browser.send('Extensions.loadUnpacked', { path: `${root}dist/extension/chromium` });
await context.route(`${address}*`, (route) => route.fulfill({ contentType: 'text/html', body: news }));
const page = context.pages()[0];
await page.goto(address);
await inBackground(async () => {
  while (!chrome.action.onClicked.hasListeners()) await new Promise((done) => setTimeout(done, 50));
});
const tab = await inBackground(async () => (await chrome.tabs.query({ active: true }))[0].id);
const panel = await context.newPage();
mkdirSync(folder, { recursive: true });

await press();
await beside('claims', 'light');
await choose('Sources');
await beside('sources', 'light');
await choose('Report');
await beside('report', 'light');
await choose('Claims');
await beside('claims-dark', 'dark');
await card();
await options();
await context.close();
console.log(`${folder} has the screenshots.`);

async function inBackground(run, given) {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  return worker.evaluate(run, given);
}

/** The button, as a reader presses it; until the page is read. */
async function press() {
  await page.bringToFront();
  const { targetInfos } = await browser.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const { targetId } = targetInfos.find(({ url }) => url === address);
  await browser.send('Extensions.triggerAction', { id, targetId });
  await panel.goto(`chrome-extension://${id}/panel.html?tab=${tab}`);
  await panel.getByRole('tab', { name: 'Claims' }).waitFor();
  await page.waitForFunction(() => CSS.highlights.size > 0);
}

async function choose(view) {
  await panel.getByRole('tab', { name: view }).click();
}

async function beside(name, colorScheme) {
  const shots = [];
  for (const [one, wide] of [[page, width - panelWidth - 1], [panel, panelWidth]]) {
    await one.bringToFront();
    await one.emulateMedia({ colorScheme });
    await one.setViewportSize({ width: wide, height });
  }
  // The palette of the marks follows the page's letters when it is read again.
  await panel.getByRole('button', { name: 'Read again' }).click();
  for (const one of [page, panel]) {
    await one.bringToFront();
    await one.waitForTimeout(600);
    shots.push((await one.screenshot()).toString('base64'));
  }
  const stage = await context.newPage();
  await stage.setViewportSize({ width, height });
  const pictures = shots.map((shot) => `<img src="data:image/png;base64,${shot}">`).join('');
  await stage.setContent(`<body style="margin:0;display:flex;gap:1px;background:#888">${pictures}</body>`);
  await stage.screenshot({ path: `${folder}/${name}.png` });
  await stage.close();
}

/** Without a panel, a click on a mark opens the card on the page itself. */
async function card() {
  await panel.goto('about:blank');
  await page.bringToFront();
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width, height });
  const { targetInfos } = await browser.send('Target.getTargets');
  const opened = targetInfos.filter(({ url }) => url === `chrome-extension://${id}/panel.html`);
  for (const { targetId } of opened) await browser.send('Target.closeTarget', { targetId });
  await page.waitForTimeout(600);
  await page.getByText('We lose money').click({ position: { x: 60, y: 12 } });
  await page.waitForTimeout(600);
  await page.screenshot({ path: `${folder}/card.png` });
}

async function options() {
  await panel.goto(`chrome-extension://${id}/options.html`);
  await panel.bringToFront();
  await panel.emulateMedia({ colorScheme: 'light' });
  await panel.setViewportSize({ width, height });
  await panel.waitForTimeout(400);
  await panel.screenshot({ path: `${folder}/options.png` });
}
