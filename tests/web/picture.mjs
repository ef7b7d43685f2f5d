// Takes the README's picture, docs/page.png, of the built page: `node tests/web/picture.mjs`.
import { chromium } from 'playwright-core';
import { preview } from 'vite';

const server = await preview({ preview: { host: '127.0.0.1', port: 0 }, logLevel: 'error' });
const { port } = server.httpServer.address();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 1120 }, colorScheme: 'light' });
await page.goto(`http://127.0.0.1:${port}/`);
await page.getByRole('button', { name: 'Try the sample article' }).click();
await page.evaluate(() => document.querySelector('source-light').whenReady());
await page.waitForFunction(() => document.querySelector('source-light').current);
await page.evaluate(() => {
  const light = document.querySelector('source-light');
  const { attributions, claims } = light.report;
  const quoted = (claim) => claim.attributions.some((id) => attributions[id].quote === 'direct');
  light.selectClaim(claims.findIndex(quoted));
  document.activeElement.blur();
  scrollTo(0, 0);
});
await page.screenshot({ path: 'docs/page.png' });
await browser.close();
await server.close();
process.exit();
