// Draws web/pwa/icons/*.png and web/extension/icons/*.png of web/page/icon.svg: `node web/pwa/icons.mjs`, when that has changed.
import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const svg = await readFile(new URL('../page/icon.svg', import.meta.url), 'utf8');
const ground = /<rect[^>]*fill="([^"]+)"/.exec(svg)[1];

// A maskable icon may lose all but the inner 80 per cent; systems round the others' corners.
const icons = [
  { name: 'icon-192', size: 192, part: 1, ground: 'transparent' },
  { name: 'icon-512', size: 512, part: 1, ground: 'transparent' },
  { name: 'maskable-512', size: 512, part: 0.75, ground },
  { name: 'apple-180', size: 180, part: 1, ground },
  ...[16, 32, 48].map((size) => ({ name: `../../extension/icons/${size}`, size, part: 1, ground: 'transparent' })),
  // Stores want air around the largest.
  { name: '../../extension/icons/128', size: 128, part: 0.75, ground: 'transparent' },
];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
for (const { name, size, part, ground } of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0;height:100vh;display:grid;place-items:center;background:${ground}}
    svg{width:${part * 100}%;height:${part * 100}%}</style>${svg}`);
  const png = await page.screenshot({ omitBackground: true });
  await writeFile(new URL(`icons/${name}.png`, import.meta.url), png);
  await page.close();
}
await browser.close();
