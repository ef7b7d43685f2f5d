// With 10,000 fact-checks loaded and 50 corrections made the page is never busy for long. Measures, so it runs with no other file.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FactIndex } from '../../../web/check/fact-index.ts';
import { sample } from '../../../web/page/sample.ts';
import { enter, field } from '../support/article.ts';
import { openDesk } from '../support/desk.ts';
import { tasksDuring } from '../support/trace.ts';
import { claimReviewOf, madeChecks } from './archive-made.ts';

const desk = openDesk();
const article = Array.from({ length: 13 }, () => sample).join('\n');

test('loading 10,000 fact-checks, and typing in 5,000 words, never take the main thread for more than 50 ms', async () => {
  const { page } = desk;
  await enter(page, article);
  await page.getByRole('tab', { name: 'Check' }).click();
  const part = page.locator('.checks section.fact-checks');
  await part.waitFor();
  // A file on the disk: Playwright would lay the bytes into the page, which takes its time.
  const folder = await mkdtemp(join(tmpdir(), 'facts-'));
  const archive = join(folder, 'archive.json');
  await writeFile(archive, JSON.stringify(madeChecks(10_000).map(claimReviewOf)));
  const loading = await tasksDuring(page, async () => {
    await part.locator('input[type=file]').setInputFiles(archive);
    await part.getByText('10,000 fact-checks in the archive').waitFor({ timeout: 120_000 });
    await expect.poll(() => part.getByRole('status').textContent(), { timeout: 30_000 }).toMatch(/checked before/);
  });
  await field(page).evaluate((element) => {
    const area = element as HTMLTextAreaElement;
    area.focus();
    area.setSelectionRange(area.value.length / 2, area.value.length / 2);
  });
  const typing = await tasksDuring(page, async () => {
    await page.keyboard.type('Drinking seawater cures the common cold, the mayor said.', { delay: 20 });
    await page.keyboard.press('Enter');
    await part.locator('.found li').filter({ hasText: 'the mayor said' }).or(part.getByText('Drinking seawater cures the common cold.')).first().waitFor();
  });
  console.info(`longest tasks (ms): loading ${loading.slice(0, 3).join(', ')}; typing ${typing.slice(0, 3).join(', ')}`);
  await rm(folder, { recursive: true });
  expect(typing.length).toBeGreaterThan(50);
  expect(loading[0]).toBeLessThan(50);
  expect(typing[0]).toBeLessThan(50);
}, 180_000);

test('a claim is looked up in 10,000 fact-checks within a few milliseconds', () => {
  const index = new FactIndex();
  for (const check of madeChecks(10_000)) index.add(check);
  const claims = madeChecks(400).slice(200).map(({ claim }) => `${claim} It was late, and the people of the town knew it`);
  index.find(claims[0] ?? '');
  const { user } = process.cpuUsage();
  for (const claim of claims) index.find(claim);
  const each = (process.cpuUsage().user - user) / 1000 / claims.length;
  console.info(`one look-up: ${each.toFixed(2)} ms`);
  expect(each).toBeLessThan(25);
});
