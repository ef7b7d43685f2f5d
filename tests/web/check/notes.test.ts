// Notes from elsewhere on the page, in Chromium: a file that is chosen or dropped, the notes in tab, list and
// card, those that find no claim, and 10,000 of them.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { card, enter, field } from '../support/article.ts';
import { openDesk } from '../support/desk.ts';
import { article } from '../support/lock.ts';

const desk = openDesk();

const note = (exact: string, body: object | string, more: object = {}): object => ({
  type: 'Annotation', creator: 'Olan Reed', created: '2031-05-01T08:00:00Z', id: 'https://notes.example/1',
  ...(typeof body === 'string' ? { bodyValue: body } : { body }),
  target: { source: 'https://news.example/lock', selector: { type: 'TextQuoteSelector', exact } }, ...more,
});

const notes = [
  note('Repairs to the gates will cost 4.2 million crowns', 'The tender says five.'),
  note('The lock at Marle will be shut for ten days', { type: 'TextualBody', format: 'text/html', value: '<p>Until <b>Sunday</b>?<img src=x onerror=alert(1)></p>' }),
  note('boats had queued', 'Seen by us.', { creator: 'Mia Sund' }),
  note('the harbour of Ostby', 'Another story.'),
];

const json = { name: 'notes.jsonld', mimeType: 'application/ld+json', buffer: Buffer.from(JSON.stringify({ type: 'AnnotationPage', items: notes })) };

/** Opens a file as the page's button does. */
async function pick(page: Page, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Open…' }).click()]);
  await chooser.setFiles(file);
}

const part = () => desk.page.getByRole('region', { name: 'Notes from elsewhere' });
const said = () => desk.page.locator('#notice').textContent();
const list = () => desk.page.getByRole('tabpanel');

describe('A file of notes that is opened on the page', () => {
  test('opens the tab, says what came of it, and shows each note at its claim', async () => {
    await enter(desk.page, article);
    await pick(desk.page, json);
    await expect.poll(said).toBe('4 notes, 3 of them at claims of this article.');
    expect(await field(desk.page).inputValue()).toBe(article);
    expect(await part().getByText('The tender says five.').isVisible()).toBe(true);
    const apart = part().locator('ul').last();
    expect(await apart.textContent()).toContain('Another story.');
    expect(await apart.textContent()).toContain('About: “the harbour of Ostby”');
    await part().getByRole('button', { name: 'Repairs to the gates will cost 4.2 million crowns' }).click();
    const shown = card(desk.page);
    expect(await shown.getByRole('heading', { name: 'Notes from elsewhere' }).isVisible()).toBe(true);
    expect(await shown.locator('.from-elsewhere').innerText()).toMatch(/^The tender says five\.\s+Olan Reed · 1 May 2031|^The tender says five\.\s+Olan Reed · May 1, 2031/);
    expect(await shown.getByRole('link', { name: 'Open the note' }).getAttribute('href')).toBe('https://notes.example/1');
    await desk.page.getByRole('tab', { name: 'Claims' }).click();
    expect(await list().locator('.item', { hasText: '1 note' }).count()).toBe(3);
  });

  test('is shown as text whatever HTML its notes have, and says where the words have changed', async () => {
    await enter(desk.page, article);
    await pick(desk.page, json);
    const changed = part().locator('li', { hasText: 'Until Sunday?' });
    expect(await changed.textContent()).toContain('The words have changed since.');
    expect(await part().locator('img').count()).toBe(0);
  });

  test('follows the article: a note whose words go stands apart, and is back with them', async () => {
    await enter(desk.page, article);
    await pick(desk.page, json);
    await part().getByRole('heading', { name: 'At no claim of this article 1' }).waitFor();
    await enter(desk.page, article.replace('She said that boats had queued since noon and that two of her crew were hurt in a collision.', 'She left.'));
    await part().getByRole('heading', { name: 'At no claim of this article 2' }).waitFor();
    await enter(desk.page, article);
    await part().getByRole('heading', { name: 'At no claim of this article 1' }).waitFor();
  });

  test('is taken away by its button, and leaves nothing', async () => {
    await enter(desk.page, article);
    await pick(desk.page, json);
    await part().getByRole('button', { name: 'Remove notes.jsonld' }).press('Enter');
    await expect.poll(() => desk.page.locator('.from-elsewhere').count()).toBe(0);
    expect(await part().getByRole('status').textContent()).toBe('The notes of notes.jsonld are removed.');
  });

  test('speaks Spanish with the page', async () => {
    await enter(desk.page, article);
    await pick(desk.page, json);
    await part().waitFor();
    await desk.page.locator('#language').selectOption('es');
    const spanish = desk.page.getByRole('region', { name: 'Notas de otros sitios' });
    await spanish.getByText('En ninguna afirmación de este artículo').waitFor();
    expect(await spanish.innerText()).not.toMatch(/Notes from|Open notes|At claims|At no claim|Remove|Open the note|Unnamed/);
  });

  const refused: [string, string, RegExp][] = [
    ['broken.jsonld', '[{"type": "Annotation",\n oops', /^broken\.jsonld is not whole JSON: line 2 cannot be read\./],
    ['notes.csv', 'Quote,Comment\n', /^notes\.csv holds no annotation\./],
    ['people.csv', 'Name,Age\nMia,3', /^Sourcelight cannot open this kind of file\./],
  ];
  test.each(refused)('and is none is refused in words: %s', async (name, content, words) => {
    await enter(desk.page, 'My own words are here.');
    await pick(desk.page, { name, mimeType: '', buffer: Buffer.from(content) });
    await expect.poll(said).toMatch(words);
    expect(await field(desk.page).inputValue()).toBe('My own words are here.');
  });

  test('leaves axe nothing to find', async () => {
    await enter(desk.page, article);
    await pick(desk.page, json);
    await part().getByRole('button', { name: 'Repairs to the gates' }).click();
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    await desk.page.evaluate(axe);
    const found = await desk.page.evaluate(async () => {
      const { axe: run } = window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
      return (await run.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
    });
    expect(found).toEqual([]);
  });
});
