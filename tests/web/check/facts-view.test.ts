// The archive of fact-checks in the page, in Chromium: loaded, found in card and list, there after a reload,
// a table by keyboard, removed; what cannot be loaded or kept is said, and what was there stays.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { card, enter } from '../support/article.ts';
import { openDesk } from '../support/desk.ts';
import { claimReviewOf, madeChecks, written } from './archive-made.ts';

const desk = openDesk();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const article = `Ostby asks for its ferry back

By Ada Norling

The council of Ostby met on Friday. The harbour of Ostby has lost 400 jobs since the ferry line to Varn was closed, Mayor Mara Lind said.

A storm is expected on Sunday. Nobody knows when the bridge will open.
`;

const part = (page: Page = desk.page) => page.locator('.checks section.fact-checks');
const said = (page: Page = desk.page) => part(page).getByRole('status');
const tab = (name: string, page: Page = desk.page) => page.getByRole('tab', { name }).click();

async function openPart(page: Page = desk.page): Promise<void> {
  await tab('Check', page);
  await part(page).waitFor();
}

const fileOf = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
const choose = (name: string, text: string) => part().locator('input[type=file]').setInputFiles(fileOf(name, text));
const feed = (count: number) => JSON.stringify({
  '@type': 'DataFeed', dataFeedElement: madeChecks(count).map((check) => ({ item: [claimReviewOf(check)] })),
});

test('10,000 fact-checks are loaded, one is found, and it is there again after a reload', async () => {
  const { page } = desk;
  await enter(page, article);
  await openPart();
  await choose('archive.json', feed(10_000));
  await part().getByText('10,000 fact-checks in the archive').waitFor({ timeout: 60_000 });
  await expect.poll(() => said().textContent()).toContain('1 claim looks like one that was checked before.');
  const found = part().locator('.found > li');
  expect(await found.count()).toBe(1);
  expect(await found.innerText()).toContain('A similar claim was checked before:');

  await found.getByRole('button').click();
  const section = card(page).locator('section.fact-checks');
  expect(await section.innerText()).toMatch(/A similar claim was checked before:\s+False\s+The harbour of Ostby lost 400 jobs/);
  expect(await section.innerText()).toContain('Tolm Check, 2031-02-03 · Said by Mara Lind');
  const link = section.getByRole('link', { name: /^Read the fact-check of Tolm Check/ });
  expect(await link.getAttribute('href')).toBe(written[0]?.url);
  expect(await link.getAttribute('rel')).toContain('noopener');
  await tab('Claims');
  expect(await page.locator('.claims .entries li').filter({ hasText: 'similar claim checked before' }).count()).toBe(1);

  await page.reload();
  await enter(page, article);
  // Nobody opened the tab: the claim says so by itself.
  await page.locator('.claims .entries li').filter({ hasText: 'similar claim checked before' }).waitFor({ timeout: 30_000 });
});

test('without an archive nothing of it is fetched until the tab is opened', async () => {
  const { page } = desk;
  const fetched = () => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => /check-facts|papaparse/.test(name)).length);
  await enter(page, article);
  await page.waitForTimeout(300);
  expect(await fetched()).toBe(0);
  await openPart();
  await expect.poll(() => said().textContent()).toBe('No fact-checks are loaded yet.');
  expect(await fetched()).toBe(1);
});

test('a table is loaded by keyboard once its columns were looked at, and all is removed again', async () => {
  const { page } = desk;
  await enter(page, article);
  await openPart();
  await choose('archive.csv', '\uFEFFPublished;What was said;Rating\r\n2031-02-03;The harbour of Ostby lost 400 jobs after the ferry line to Varn was closed;False\r\n;;True\r\n');
  const heading = part().getByRole('heading', { name: 'What stands where in archive.csv?' });
  await heading.waitFor();
  expect(await heading.evaluate((element) => element.matches(':focus'))).toBe(true);
  await part().getByRole('combobox', { name: 'Claim (needed)' }).focus();
  await part().getByRole('button', { name: 'Load with these columns' }).press('Enter');
  expect(await part().getByRole('alert').filter({ visible: true }).innerText()).toBe('Choose the columns of claim and verdict first.');
  await part().getByRole('combobox', { name: 'Claim (needed)' }).selectOption('What was said');
  await part().getByText('First row: The harbour of Ostby').waitFor();
  await part().getByRole('button', { name: 'Load with these columns' }).press('Enter');
  await part().getByText('1 fact-check in the archive').waitFor();
  expect(await part().locator('.left-out').innerText()).toMatch(/1 fact-check added, 0 replaced\.\s+1 entry was left out:\s+Entry 2: it says no claim/);
  await expect.poll(() => part().locator('.found > li').count()).toBe(1);

  await part().getByRole('button', { name: 'Remove all' }).press('Enter');
  expect(await part().locator(':focus').innerText()).toBe('Keep');
  await part().getByRole('button', { name: 'Remove', exact: true }).press('Enter');
  await expect.poll(() => said().textContent()).toBe('No fact-checks are loaded yet.');
  expect(await part().locator('.found > li').count()).toBe(0);
  expect(await page.evaluate(() => localStorage.getItem('sourcelight.fact-checks'))).toBe(null);
});

test('an HTML page gives the ClaimReviews of its scripts, and what is no archive is refused', async () => {
  await enter(desk.page, article);
  await openPart();
  const script = (text: string) => `<script type="application/ld+json">${text}</script>`;
  await choose('page.html', `<html><head>${script('{broken')}${script(JSON.stringify(claimReviewOf(written[0] ?? madeChecks(1)[0]!)))}</head><p>x</p></html>`);
  await part().getByText('1 fact-check in the archive').waitFor();
  await choose('notes.json', '{"claims": 1}');
  await expect.poll(() => part().locator('.problem').innerText()).toBe('notes.json was not loaded. It holds no ClaimReview.');
  await choose('notes.pdf', 'x');
  await expect.poll(() => part().locator('.problem').innerText()).toContain('Only .json');
  expect(await part().getByText('1 fact-check in the archive').isVisible()).toBe(true);
});

test('a full disk and a store that is blocked are told, and what was there stays', async () => {
  const { page } = desk;
  await enter(page, article);
  await openPart();
  await choose('one.json', JSON.stringify(claimReviewOf(written[0] ?? madeChecks(1)[0]!)));
  await part().getByText('1 fact-check in the archive').waitFor();
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('No room.', 'QuotaExceededError');
    };
  });
  await choose('more.json', feed(20));
  await expect.poll(() => part().locator('.problem').innerText()).toContain('The browser has no room for it.');
  await page.reload();
  await page.evaluate(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Not here.', 'SecurityError');
    };
  });
  await enter(page, article);
  await openPart();
  await expect.poll(() => part().locator('.problem').innerText()).toContain('The archive could not be opened');
  await choose('more.json', feed(20));
  await expect.poll(() => part().locator('.problem').innerText()).toContain('This browser keeps nothing for this page');
  await page.reload();
  await enter(page, article);
  await openPart();
  await part().getByText('1 fact-check in the archive').waitFor();
});

test('an archive that is opened on the page, as an article is, is loaded too', async () => {
  const { page } = desk;
  await enter(page, article);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Open…' }).click()]);
  await chooser.setFiles({ name: 'one.json', mimeType: 'application/json', buffer: Buffer.from(feed(1)) });
  await openPart();
  await part().getByText('1 fact-check in the archive').waitFor();
});

test('it speaks Spanish, and axe finds nothing', async () => {
  const { page } = desk;
  await enter(page, article);
  await openPart();
  await choose('one.json', JSON.stringify(written.map(claimReviewOf)));
  await part().locator('.found > li').waitFor();
  await choose('a.csv', 'claim,verdict\nBoats fly.,False\n');
  await part().getByRole('heading', { level: 3 }).first().waitFor();
  await page.evaluate(axe);
  const { violations }: AxeResults = await page.evaluate(() => window.axe.run());
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  await part().getByRole('button', { name: 'Cancel' }).first().click();
  await page.locator('#language').selectOption('es');
  await part().getByText('Ya se verificó una afirmación parecida:').waitFor();
});
