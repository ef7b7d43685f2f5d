// The page in Chromium: marks are corrected by hand, by mouse and by keys. What is corrected stands in
// marks, lists, pictures, comparison and exports, follows edits, outlives a reload, is taken back, and
// travels in the file of checks.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Claim, Report } from '../../../web/engine/index.ts';
import { card, choose, enter, field, painted, pointAt, save } from '../support/article.ts';
import { open, reportOf } from '../support/browser.ts';
import { openDesk } from '../support/desk.ts';

const article = `Tramway opens a year late

OSTBY — The tramway to the harbour opened on Monday, a year late. Mayor Mara Lind said the delay had cost 4 million crowns. “We were badly advised,” Lind said.

A senior official said the rails had been laid twice. Tickets will be free until May.

Critics say the line will never pay for itself. Jon Aker, who runs a bakery by the quay, said he had lost half of his customers.
`;
const tickets = 'Tickets will be free until May.';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const desk = openDesk();

beforeEach(async () => {
  await enter(desk.page, article);
});

const row = (words: string, page = desk.page) => page.locator('source-light .claims .entries li').filter({ hasText: words });
const form = () => desk.page.locator('source-light .correct-form').first();
const corrections = () => desk.page.locator('source-light .corrections');
const status = (words: string, page = desk.page) => claimOf(words, page).then((claim) => claim?.status);

/** The claim that holds `words`, in the report as it is shown. */
function claimOf(words: string, page = desk.page): Promise<(Claim & { who: string[] }) | null> {
  return page.evaluate((wanted) => {
    const light = document.querySelector('source-light');
    const report = light?.report;
    const claim = report?.claims.find(({ spans }) => spans.map(([begin, end]) => light?.text.slice(begin, end)).join(' … ').includes(wanted));
    if (!claim || !report) return null;
    return { ...claim, who: claim.attributions.map((id) => report.sources[report.attributions[id]?.sourceId ?? -1]?.name ?? '') };
  }, words);
}

async function selectWords(words: string, page = desk.page): Promise<void> {
  await field(page).evaluate((element, wanted) => {
    const area = element as HTMLTextAreaElement;
    const at = area.value.indexOf(wanted);
    area.focus();
    area.setSelectionRange(at, at + wanted.length);
  }, words);
}

/** Gives the claim of the tickets to the board, as a person with a mouse does. */
async function giveToBoard(): Promise<void> {
  await row(tickets).locator('.item').click();
  await card(desk.page).getByRole('button', { name: 'Correct…' }).click();
  await form().getByRole('radio', { name: 'a named source' }).check();
  await form().getByLabel('Whose word it is').selectOption({ label: 'Somebody else…' });
  await form().getByLabel('Name', { exact: true }).fill('Harbour Board');
  await form().getByLabel('Kind').selectOption('named_organization');
  await form().getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => status(tickets)).toBe('named');
}

async function chooseSource(label: string, name: string): Promise<void> {
  const value = await form().getByLabel(label).locator('option').filter({ hasText: name }).getAttribute('value');
  await form().getByLabel(label).selectOption(value);
}

async function sayNoClaim(words: string, page = desk.page): Promise<void> {
  await row(words, page).locator('.item').click();
  await card(page).getByRole('button', { name: 'Correct…' }).click();
  await page.getByRole('radio', { name: 'nothing: this is no claim' }).check();
  await page.locator('source-light .correct-form').getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => status(words, page)).toBe('none');
}

async function reload(): Promise<void> {
  await desk.page.evaluate(() => document.querySelector('source-light')?.reviews.flush());
  await desk.page.reload();
  await reportOf(desk.page);
}

async function load(text: string): Promise<void> {
  const [chooser] = await Promise.all([desk.page.waitForEvent('filechooser'), choose(desk.page, /^Load checks/)]);
  await chooser.setFiles({ name: 'checks.json', mimeType: 'application/json', buffer: Buffer.from(text) });
}

describe('A claim that is corrected', () => {
  test('is marked, listed, counted and exported as a person said, outlives a reload and an edit above it, and is undone', async () => {
    const before = (await reportOf(desk.page)) as Report;
    await giveToBoard();
    expect(await card(desk.page).textContent()).toContain('Marked by hand');
    await expect.poll(async () => (await painted(desk.page))['named']).toContain(tickets);
    await expect.poll(() => row(tickets).locator('.meta').textContent()).toContain('Marked by hand · Harbour Board');
    expect(await desk.page.getByRole('button', { name: /^Named source/ }).textContent()).toContain(String(before.summary.claims.named + 1));
    const csv = (await save(desk.page, /^Table of claims/)).text;
    expect(csv.split('\n').find((line) => line.includes('Tickets will'))).toContain('Harbour Board');

    await reload();
    await expect.poll(async () => (await claimOf(tickets))?.who).toEqual(['Harbour Board']);
    await field(desk.page).press('Control+Home');
    await desk.page.keyboard.insertText('At last. ');
    await reportOf(desk.page);
    await expect.poll(async () => (await claimOf(tickets))?.who).toEqual(['Harbour Board']);
    await row(tickets).locator('.item').click();
    await card(desk.page).getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => status(tickets)).toBe('unsourced');
    expect((await claimOf(tickets))?.byHand).toBeUndefined();
  });

  test('stands in the comparison of two versions', async () => {
    await giveToBoard();
    await desk.page.evaluate(() => document.querySelector('source-light')?.openView('versions'));
    await desk.page.getByRole('textbox', { name: 'Paste the other version here' }).fill(article);
    await desk.page.getByRole('button', { name: 'Compare', exact: true }).click();
    await expect.poll(() => desk.page.locator('source-light .compare .outcome').textContent()).toContain('got a source');
    expect(await desk.page.locator('source-light .compare-result').textContent()).toContain('Harbour Board');
  });

  test('is corrected by keys alone', async () => {
    await row(tickets).locator('.item').focus();
    await desk.page.keyboard.press('Enter');
    await desk.page.keyboard.press('e');
    await expect.poll(() => form().getByRole('radio', { name: 'the article’s own voice' }).evaluate((one) => one.matches(':focus'))).toBe(true);
    await desk.page.keyboard.press('ArrowDown');
    await desk.page.keyboard.press('Tab');
    await desk.page.keyboard.press('Enter');
    await expect.poll(() => status(tickets)).toBe('none');
    expect(await desk.page.locator('source-light .correct-form').count()).toBe(0);
  });

  test('asks for a name where there is none, and Escape leaves all as it was', async () => {
    await row(tickets).locator('.item').click();
    await desk.page.keyboard.press('e');
    await form().getByRole('radio', { name: 'a named source' }).check();
    await form().getByLabel('Whose word it is').selectOption({ label: 'Somebody else…' });
    await form().getByLabel('Name', { exact: true }).fill('  ');
    await form().getByRole('button', { name: 'Save' }).click();
    expect(await form().getByLabel('Name', { exact: true }).evaluate((one) => (one as HTMLInputElement).validationMessage)).toContain('Say who');
    await desk.page.keyboard.press('Escape');
    expect(await form().count()).toBe(0);
    expect(await card(desk.page).isVisible()).toBe(true);
    expect(await status(tickets)).toBe('unsourced');
  });
});

describe('Words that are selected', () => {
  const words = 'the rails had been laid';

  test('are marked from the button beside them', async () => {
    await selectWords('a year late. Mayor'.slice(0, 11));
    const button = desk.page.getByRole('button', { name: 'Mark these words…' });
    await button.click();
    expect(await card(desk.page).textContent()).toContain('Selected words');
    await form().getByRole('radio', { name: 'nothing: this is no claim' }).check();
    await form().getByRole('button', { name: 'Save' }).click();
    await expect.poll(async () => (await claimOf('a year late'))?.byHand ?? (await corrections().textContent())).toBeTruthy();
    expect(await button.isVisible()).toBe(false);
  });

  test('are given to a source by keys, in a text that is only read too', async () => {
    await selectWords(words);
    await desk.page.keyboard.press('Alt+Enter');
    await form().getByRole('radio', { name: 'a named source' }).check();
    await chooseSource('Whose word it is', 'Jon Aker');
    await form().getByRole('button', { name: 'Save' }).click();
    await expect.poll(async () => (await claimOf(words))?.who).toEqual(['Jon Aker']);
    expect(await card(desk.page).textContent()).toContain(words);

    await desk.page.evaluate(() => document.querySelector('source-light')?.removeAttribute('editable'));
    const [from, to] = [await pointAt(desk.page, article.indexOf('opened on')), await pointAt(desk.page, article.indexOf('Monday, a year') + 4)];
    await desk.page.mouse.move(from.x, from.y);
    await desk.page.mouse.down();
    await desk.page.mouse.move(to.x, to.y, { steps: 4 });
    await desk.page.mouse.up();
    await desk.page.getByRole('button', { name: 'Mark these words…' }).click();
    await form().getByRole('radio', { name: 'nothing: this is no claim' }).check();
    await form().getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => corrections().getByRole('listitem').count()).toBe(2);
  });
});

describe('A source', () => {
  const entry = (name: string) => desk.page.locator('source-light .source-entry').filter({ hasText: name });
  const names = () => desk.page.locator('source-light .source-entry h2').allTextContents();

  beforeEach(async () => {
    await desk.page.evaluate(() => document.querySelector('source-light')?.openView('sources'));
  });

  test('gets a name, a kind and a role, and its claims are named', async () => {
    await desk.page.getByRole('button', { name: /Correct… .*official/i }).click();
    await form().getByLabel('Kind').selectOption('named_person');
    await form().getByRole('textbox').first().fill('Ida Brandt');
    await form().getByLabel('Role or affiliation').fill('head of works');
    await form().getByRole('button', { name: 'Save' }).click();
    await expect.poll(names).toContain('Ida Brandt');
    expect(await entry('Ida Brandt').textContent()).toContain('head of works · named person');
    expect(await status('the rails had been laid twice')).toBe('named');
  });

  test('is joined with another and split again', async () => {
    await desk.page.getByRole('button', { name: 'Correct… Jon Aker' }).click();
    await chooseSource('It is the same as', 'Mara Lind');
    await form().getByRole('button', { name: 'Save' }).click();
    await expect.poll(names).not.toContain('Jon Aker');
    expect((await claimOf('he had lost half'))?.who).toEqual(['Mara Lind']);

    await desk.page.getByRole('button', { name: 'Correct… Mara Lind' }).click();
    await desk.page.getByText('Some of this somebody else said').click();
    const split = desk.page.getByRole('form', { name: 'Some of this somebody else said' });
    await split.getByRole('checkbox', { name: /badly advised/ }).check();
    await split.getByLabel('Name', { exact: true }).fill('Nils Lind');
    await split.getByRole('button', { name: 'Split' }).click();
    await expect.poll(names).toContain('Nils Lind');
    expect((await claimOf('badly advised'))?.who).toEqual(['Nils Lind']);
    expect((await claimOf('the delay had cost'))?.who).toEqual(['Mara Lind']);

    await desk.page.evaluate(() => document.querySelector('source-light')?.openView('claims'));
    await corrections().getByRole('button', { name: /Undo the correction of “Jon Aker”/ }).click();
    await expect.poll(async () => (await claimOf('he had lost half'))?.who).toEqual(['Jon Aker']);
  });
});

describe('Two people', () => {
  test('merge their files; where they differ, both are shown and one is taken', async () => {
    await giveToBoard();
    const mine = (await save(desk.page, /^Save my checks/)).text;
    const other = await open(desk.browser, desk.site.url);
    await enter(other.page, article);
    await sayNoClaim(tickets, other.page);
    const theirs = (await save(other.page, /^Save my checks/)).text;
    await other.page.context().close();

    await load(theirs);
    await expect.poll(() => status(tickets)).toBe('none');
    const rivals = desk.page.locator('source-light .rivals');
    await row(tickets).locator('.item').click();
    await expect.poll(() => rivals.textContent()).toContain('Named source: Harbour Board');
    await rivals.getByRole('button', { name: 'Take that' }).click();
    await expect.poll(() => status(tickets)).toBe('named');
    expect(await rivals.count()).toBe(0);
    await load(mine);
    await load(theirs);
    expect(await status(tickets)).toBe('named');
    expect(JSON.parse(mine)).toMatchObject({ schema: 'sourcelight.review/2' });
  });
});

test('The corrected article is saved as a record of an annotated one', async () => {
  await sayNoClaim(tickets);
  const [download] = await Promise.all([
    desk.page.waitForEvent('download'),
    corrections().getByRole('button', { name: 'Export as annotation records' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Tramway opens a year late.annotated.jsonl');
  const record = JSON.parse(readFileSync(await download.path(), 'utf8')) as { text: string; sentences: { begin: number; status: string[] }[] };
  expect(record.text).toBe(article);
  expect(record.sentences.find(({ begin }) => begin === article.indexOf(tickets))?.status).toEqual(['none']);
});

test('The forms have nothing for axe to mend, in light and dark, and speak Spanish', async () => {
  await desk.page.emulateMedia({ colorScheme: 'dark' });
  await desk.page.getByRole('combobox', { name: 'Language' }).selectOption('es');
  await row(tickets).locator('.item').click();
  await desk.page.locator('source-light').getByRole('button', { name: 'Corregir…', exact: true }).click();
  await form().getByRole('radio', { name: 'una fuente con nombre' }).check();
  await desk.page.evaluate(() => document.querySelector('source-light')?.openView('sources'));
  await desk.page.getByRole('button', { name: 'Corregir… Mara Lind' }).click();
  await desk.page.locator('source-light .correct-source').waitFor();
  await desk.page.evaluate(axe);
  for (const colorScheme of ['light', 'dark'] as const) {
    await desk.page.emulateMedia({ colorScheme });
    const found = (await desk.page.evaluate(() => (window as unknown as { axe: { run(): Promise<unknown> } }).axe.run())) as AxeResults;
    expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([]);
  }
});
