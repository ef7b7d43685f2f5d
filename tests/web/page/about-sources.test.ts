// "About the sources", the JSON-LD and the draft of a ClaimReview on the page, in Chromium: what is shown,
// saved and copied, in both languages, and that axe finds nothing.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { card, choose, enter, entries, save } from '../support/article.ts';
import { openDesk } from '../support/desk.ts';
import { article } from '../support/lock.ts';

const desk = openDesk({ permissions: ['clipboard-read', 'clipboard-write'] });
const dialog = (name: string) => desk.page.getByRole('dialog', { name });
const copied = (): Promise<string> => desk.page.evaluate(() => navigator.clipboard.readText());

async function axeFinds(): Promise<string[]> {
  await desk.page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  return desk.page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
    return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  });
}

test('About the sources is shown, copied and saved, with its style or without', async () => {
  await enter(desk.page, article);
  await choose(desk.page, /^About the sources/);
  const box = dialog('About the sources').getByRole('region', { name: 'About the sources' });
  expect(await box.innerText()).toContain('Runa Teller');
  await dialog('About the sources').getByRole('button', { name: 'Copy HTML' }).click();
  await dialog('About the sources').getByText('Copied.').waitFor();
  const html = await copied();
  expect(html).toMatch(/^<style>\.sourcelight-sources[^]*<\/style>\n<section class="sourcelight-sources" lang="en"/);
  await dialog('About the sources').getByLabel('With a little style of its own').uncheck();
  const [download] = await Promise.all([
    desk.page.waitForEvent('download'),
    dialog('About the sources').getByRole('button', { name: 'Save HTML' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Marle lock to close for nine days.sources.html');
  expect(readFileSync(await download.path(), 'utf8')).toBe(html.replace(/^<style>[^]*<\/style>\n/, ''));
  expect(await axeFinds()).toEqual([]);
  await desk.page.keyboard.press('Escape');
  await expect.poll(() => desk.page.getByRole('dialog').count()).toBe(0);
});

test('the box can be Spanish, whatever the page speaks', async () => {
  await enter(desk.page, article);
  await choose(desk.page, /^About the sources/);
  await desk.page.getByLabel('Language of the box').selectOption('es');
  const box = desk.page.getByRole('region', { name: 'Sobre las fuentes' });
  expect(await box.innerText()).toContain('A quién se identifica');
});

test('JSON-LD is saved as the element that a page takes', async () => {
  await enter(desk.page, article);
  const { name, text } = await save(desk.page, /^Claims for search engines/);
  expect(name).toBe('Marle lock to close for nine days.jsonld.html');
  const data = JSON.parse(/^<script type="application\/ld\+json">\n([^]*)<\/script>\n$/.exec(text)?.[1] ?? '') as { hasPart: { '@type': string }[] };
  expect(new Set(data.hasPart.map((part) => part['@type']))).toEqual(new Set(['Claim', 'Quotation']));
});

test('the card drafts a ClaimReview without a rating, to be copied', async () => {
  await enter(desk.page, article);
  await entries(desk.page).filter({ hasText: '4.2 million' }).first().click();
  await card(desk.page).getByRole('button', { name: 'Start a ClaimReview…' }).click();
  const draft = dialog('Start a ClaimReview');
  await draft.getByText('It has no rating').waitFor();
  expect(await axeFinds()).toEqual([]);
  await draft.getByRole('button', { name: 'Copy JSON' }).click();
  await draft.getByText('Copied.').waitFor();
  const made = JSON.parse(await copied()) as Record<string, unknown>;
  expect(made).toMatchObject({ '@type': 'ClaimReview', claimReviewed: 'Repairs to the gates will cost 4.2 million crowns.', url: '' });
  expect(made).not.toHaveProperty('reviewRating');
  await desk.page.keyboard.press('Escape');
  expect(await card(desk.page).isVisible()).toBe(true);
});

test('the element gives the same to the page’s script', async () => {
  await enter(desk.page, article);
  const [box, data, none] = await desk.page.evaluate(async () => {
    const light = document.querySelector('source-light') as HTMLElementTagNameMap['source-light'];
    const empty = document.createElement('source-light');
    return [await light.sourcesBox({ heading: 3 }), await light.jsonLd({ url: 'https://news.example/lock' }), await empty.sourcesBox()] as const;
  });
  expect(box).toContain('<h3>About the sources</h3>');
  expect(data).toMatchObject({ '@type': 'NewsArticle', url: 'https://news.example/lock' });
  expect(none).toBeNull();
});
