// A house style tried on old articles, in Chromium: rules are chosen, a folder is read, what each rule
// finds is listed and saved; by keyboard, in Spanish, and axe finds nothing to mend.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { describe, expect, test } from 'vitest';
import { openDesk } from '../support/desk.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const desk = openDesk();
const dialog = () => desk.page.getByRole('dialog', { name: 'House style' });
const style = {
  rules: [
    { id: 'sink', pattern: 'sank', message: 'How deep?' },
    { id: 'burn', pattern: 'burned', message: 'How hot?' },
  ],
};

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'old-articles-'));
  writeFileSync(join(path, 'ferry.txt'), 'Ada Lind said that the ferry sank in the bay. The mill is old.');
  writeFileSync(join(path, 'archive.jsonl'), '{"text": "The barge sank too, Bo Voss said."}\n{"headline": "No article."}\n');
  writeFileSync(join(path, 'scan.pdf'), '%PDF-1.7 of no use');
  return path;
}

async function openTrial(name = 'House style', attempt = 'Try it on old articles…'): Promise<void> {
  await desk.page.getByRole('button', { name, exact: true }).click();
  await desk.page.getByRole('button', { name: attempt }).click();
  await desk.page.locator('.try-style').waitFor();
}

async function loadStyle(): Promise<void> {
  await desk.page.evaluate((text) => {
    localStorage.setItem('sourcelight.house-style', JSON.stringify({ name: 'newsroom.json', text }));
  }, JSON.stringify(style));
  await desk.page.reload();
}

async function chooseFolder(path: string, way = 'Choose a folder…'): Promise<void> {
  const [chooser] = await Promise.all([
    desk.page.waitForEvent('filechooser'),
    desk.page.getByRole('button', { name: way }).press('Enter'),
  ]);
  await chooser.setFiles(path);
}

describe('A house style is tried on old articles', () => {
  test('and each rule lists what it would have found, by file; what cannot be read says why', async () => {
    await loadStyle();
    await openTrial();
    await chooseFolder(folder());
    await dialog().getByText('Done: 2 findings in 2 articles.').waitFor({ timeout: 30_000 });
    const found = dialog().locator('summary', { hasText: 'How deep?: 2 findings in 2 articles' });
    await found.press('Enter');
    const items = await dialog().getByRole('listitem').filter({ hasText: 'sank' }).allTextContents();
    expect(items.map((item) => item.replace(/^old-articles-\w+\//, '')).sort()).toEqual([
      'archive.jsonl:1The barge sank too, Bo Voss said.',
      'ferry.txtAda Lind said that the ferry sank in the bay. The mill is old.',
    ]);
    await dialog().getByText('How hot?: nothing found').waitFor();
    await dialog().getByText('2 articles could not be read').press('Enter');
    await dialog().getByText('Sourcelight cannot open PDF files.', { exact: false }).waitFor();

    const [download] = await Promise.all([
      desk.page.waitForEvent('download'),
      dialog().getByRole('button', { name: 'Save as CSV' }).click(),
    ]);
    const csv = readFileSync(await download.path(), 'utf8');
    expect(csv).toMatch(/^\ufeffrule,file,words,context\r\nsink,[^\n]*\r\nsink,[^\n]*\r\n$/);

    await desk.page.evaluate(axe);
    const { violations } = await desk.page.evaluate(
      () => (window as unknown as { axe: { run(context: unknown): Promise<AxeResults> } }).axe.run('dialog'),
    );
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  test('with those rules alone that are chosen', async () => {
    await loadStyle();
    await openTrial();
    await dialog().getByLabel('sink: How deep?').press('Space');
    await chooseFolder(folder());
    await dialog().getByText('Done: 0 findings in 2 articles.').waitFor({ timeout: 30_000 });
    await dialog().getByLabel('burn: How hot?').uncheck();
    await chooseFolder(folder());
    await dialog().getByText('Choose at least one rule.').waitFor();
  });

  test('in the language of the page', async () => {
    await desk.page.getByRole('combobox', { name: 'Language' }).selectOption('es');
    await openTrial('Libro de estilo', 'Probarlo con artículos antiguos…');
    await desk.page.getByRole('button', { name: 'Elegir una carpeta…' }).waitFor();
    expect(await desk.page.getByRole('checkbox').count()).toBe(9);
  });
});
