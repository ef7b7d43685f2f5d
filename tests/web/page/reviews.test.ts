// The page in Chromium: claims are ticked off, and that stays with the claim through edits, undo and
// reload; it can be saved, forgotten and loaded; where it cannot be kept, that is said.
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Report } from '../../../web/engine/index.ts';
import type { Review } from '../../../web/review/format.ts';
import { card, choose, enter, entries, field, notice, openSample, pressUntil, save } from '../support/article.ts';
import { open, reportOf } from '../support/browser.ts';
import { openDesk } from '../support/desk.ts';
import { article } from '../support/lock.ts';

const desk = openDesk();
const gates = 'The gates are reportedly thirty years old.';
const oldest = 'and it is the oldest on the river.';
let report: Report;

beforeEach(async () => {
  report = await enter(desk.page, article);
});

const row = (words: string, page = desk.page) => page.locator('source-light .claims .entries li').filter({ hasText: words });
const tick = (words: string, page = desk.page) => row(words, page).getByRole('button', { name: /^Checked/ });
const select = (name: string, option: string) => desk.page.getByRole('combobox', { name }).selectOption(option);
const progress = () => desk.page.locator('source-light .progress').textContent();
const said = () => desk.page.locator('#notice').textContent();
const isTicked = (words: string, page = desk.page) =>
  expect.poll(() => tick(words, page).getAttribute('aria-pressed')).toBe('true');

/** The review of the claim that holds `words`, in the article as it stands. */
function reviewOf(words: string, page = desk.page): Promise<Review | null | undefined> {
  return page.evaluate((wanted) => {
    const light = document.querySelector('source-light');
    const claims = light?.report?.claims ?? [];
    const claim = claims.findIndex(({ spans }) =>
      spans.map(([begin, end]) => light?.text.slice(begin, end)).join(' … ').includes(wanted),
    );
    return claim < 0 ? undefined : light?.reviewOf(claim);
  }, words);
}

async function openCard(words: string): Promise<void> {
  await row(words).locator('.item').click();
}

async function replace(from: string, to: string): Promise<void> {
  await field(desk.page).evaluate(
    (element, [old, replacement]) => {
      const area = element as HTMLTextAreaElement;
      const at = area.value.indexOf(old);
      area.focus();
      area.setSelectionRange(at, at + old.length);
      document.execCommand(replacement ? 'insertText' : 'delete', false, replacement);
    },
    [from, to] as const,
  );
  await reportOf(desk.page);
}

/** What is written to the browser's store is there after a moment. */
async function reload(page: Page = desk.page): Promise<void> {
  await page.evaluate(() => document.querySelector('source-light')?.reviews.flush());
  await page.reload();
  await reportOf(page);
}

describe('A claim', () => {
  test('is ticked in the list, counted, told to the page, and ticked off again', async () => {
    await desk.page.evaluate(() => {
      addEventListener('claim-review', (event) => {
        const { claim, review } = (event as CustomEvent<{ claim: number; review: Review | null }>).detail;
        document.body.dataset['told'] = `${claim} ${review?.mark}`;
      });
    });
    const told = () => desk.page.evaluate(() => document.body.dataset['told']);
    const claim = report.claims.findIndex(({ spans }) => article.slice(...(spans[0] ?? [0, 0])) === oldest);
    await tick(oldest).click();
    await isTicked(oldest);
    expect(await told()).toBe(`${claim} checked`);
    expect(await progress()).toBe(`1 of ${report.claims.filter(({ status }) => status !== 'none').length} claims dealt with`);
    await tick(oldest).click();
    expect(await told()).toBe(`${claim} undefined`);
    expect(await progress()).toBe('');
  });

  test('is marked from the list by the keys c, s and i, and the focus stays on it', async () => {
    await row(oldest).locator('.item').focus();
    for (const [key, mark] of [['c', 'checked'], ['s', 'needs_source'], ['i', 'ignored']] as const) {
      await desk.page.keyboard.press(key);
      expect((await reviewOf(oldest))?.mark).toBe(mark);
      expect(await row(oldest).locator('.item').evaluate((item) => item.matches(':focus'))).toBe(true);
    }
    await desk.page.keyboard.press('i');
    expect(await reviewOf(oldest)).toBeNull();
  });

  test('is marked on its card with a note, which the list tells', async () => {
    await openCard(oldest);
    await card(desk.page).getByRole('button', { name: 'Ignored' }).click();
    await desk.page.keyboard.type('Everybody knows.');
    await desk.page.keyboard.press('Control+Enter');
    expect(await reviewOf(oldest)).toMatchObject({ mark: 'ignored', note: 'Everybody knows.' });
    expect(await row(oldest).locator('.meta').textContent()).toContain('Ignored · Everybody knows.');
  });

  test('keeps a note that is half written when another is selected', async () => {
    await openCard(oldest);
    await card(desk.page).getByRole('button', { name: 'Add a note' }).click();
    await desk.page.keyboard.type('Half a');
    await openCard('thirty years old');
    expect(await reviewOf(oldest)).toMatchObject({ mark: null, note: 'Half a' });
    expect(await card(desk.page).getByRole('textbox', { name: 'Note' }).count()).toBe(0);
  });

  test('keeps its mark while the text before it, around it and in it is edited', async () => {
    await tick(oldest).click();
    await replace('Ada Norling', 'Ada Norling and others');
    expect((await reviewOf(oldest))?.mark).toBe('checked');
    await replace('the oldest on', 'by far the oldest on');
    expect((await reviewOf('by far the oldest'))?.mark).toBe('checked');
    await openCard('by far the oldest');
    expect(await card(desk.page).textContent()).toContain('The words have changed since you checked it.');
    await card(desk.page).getByRole('button', { name: 'Checked again' }).click();
    expect(await card(desk.page).getByText('The words have changed').isVisible()).toBe(false);
  });

  test('keeps its mark over a reload, and undo of the text leaves it', async () => {
    await tick(oldest).click();
    await reload();
    await isTicked(oldest);
    await field(desk.page).press('Control+Home');
    await desk.page.keyboard.type('So. ');
    expect(await pressUntil(field(desk.page), 'Control+Z', article)).toBe(article);
    await reportOf(desk.page);
    expect(await desk.page.evaluate(() => document.querySelector('source-light')?.text)).toBe(article);
    await isTicked(oldest);
  });

  test('that leaves the text is listed with its mark, comes back with its words, or is forgotten', async () => {
    await tick(oldest).click();
    await tick('thirty years old').click();
    await replace(`, ${oldest}`, '.');
    await replace(gates, '');
    const lost = desk.page.locator('source-light .lost');
    await expect.poll(() => lost.getByRole('listitem').count()).toBe(2);
    expect(await lost.textContent()).toContain('No longer in the text');
    expect(await lost.textContent()).toContain('Checked');
    await lost.getByRole('listitem').filter({ hasText: 'thirty' }).getByRole('button', { name: 'Forget this review' }).click();
    expect(await lost.getByRole('listitem').count()).toBe(1);
    expect(await pressUntil(field(desk.page), 'Control+Z', article)).toBe(article);
    await reportOf(desk.page);
    await isTicked(oldest);
    expect(await reviewOf('thirty years old')).toBeNull();
    expect(await lost.isVisible()).toBe(false);
  });
});

describe('The list of claims', () => {
  test('stands by what to check first, or as in the article', async () => {
    const shown = () => entries(desk.page).locator('.words').allTextContents();
    const words = report.claims.map(({ spans }) =>
      spans.map(([begin, end]) => article.slice(begin, end)).join(' … ').replace(/\s+/g, ' '),
    );
    const order = [...report.claims.keys()].sort(
      (one, other) => (report.claims[other]?.priority ?? 0) - (report.claims[one]?.priority ?? 0) || one - other,
    );
    await expect.poll(shown).toEqual(order.map((index) => words[index]));
    await select('Order', 'As in the article');
    expect(await shown()).toEqual(words);
  });

  test('shows what is not dealt with, or what carries one mark', async () => {
    await tick(oldest).click();
    const all = await entries(desk.page).count();
    await select('Show', 'Not dealt with');
    expect(await entries(desk.page).count()).toBe(all - 1);
    expect(await row(oldest).count()).toBe(0);
    await select('Show', 'Checked');
    expect(await entries(desk.page).count()).toBe(1);
    await select('Show', 'Needs a source');
    expect(await desk.page.getByText('No claims to show.').isVisible()).toBe(true);
  });
});

describe('All checks', () => {
  test('are saved as a file, forgotten, and loaded again', async () => {
    await tick(oldest).click();
    const file = await save(desk.page, /^Save my checks/);
    expect(file.name).toBe('sourcelight-checks.json');
    expect(JSON.parse(file.text)).toMatchObject({ articles: [{ reviews: [{ mark: 'checked', exact: oldest.slice(0, -1) }] }] });

    desk.page.once('dialog', (dialog) => void dialog.accept());
    await choose(desk.page, /^Forget all checks/);
    await expect.poll(said).toBe('All checks are forgotten.');
    expect(await reviewOf(oldest)).toBeNull();
    await reload();
    expect(await reviewOf(oldest)).toBeNull();

    const [chooser] = await Promise.all([desk.page.waitForEvent('filechooser'), choose(desk.page, /^Load checks/)]);
    await chooser.setFiles({ name: file.name, mimeType: 'application/json', buffer: Buffer.from(file.text) });
    await isTicked(oldest);
    expect(await said()).toBe('1 review of 1 article imported');
  });

  test('are not forgotten when the question is answered with no', async () => {
    await tick(oldest).click();
    desk.page.once('dialog', (dialog) => void dialog.dismiss());
    await choose(desk.page, /^Forget all checks/);
    expect((await reviewOf(oldest))?.mark).toBe('checked');
  });

  test('are not loaded from a file that holds none, which is said', async () => {
    const [chooser] = await Promise.all([desk.page.waitForEvent('filechooser'), choose(desk.page, /^Load checks/)]);
    await chooser.setFiles({ name: 'other.json', mimeType: 'application/json', buffer: Buffer.from('{"a": 1}') });
    await expect.poll(said).toContain('Nothing was imported.');
  });

  test('of an article come back when it is opened again after another', async () => {
    await tick(oldest).click();
    await openSample(desk.page);
    await enter(desk.page, article);
    await isTicked(oldest);
  });

  test('appear in another tab that opens the same article', async () => {
    await tick(oldest).click();
    await desk.page.evaluate(() => document.querySelector('source-light')?.reviews.flush());
    const other = await desk.page.context().newPage();
    await other.goto(desk.site.url);
    await enter(other, article);
    await isTicked(oldest, other);
  });
});

describe('Where the browser keeps nothing', () => {
  test('that is said, and checks last as long as the page', async () => {
    const { page } = await open(desk.browser, 'about:blank');
    await page.addInitScript(() => {
      Object.defineProperty(window, 'indexedDB', { value: { open: () => { throw new DOMException('no', 'SecurityError'); } } });
    });
    await page.goto(desk.site.url);
    await enter(page, article);
    await tick(oldest, page).click();
    await isTicked(oldest, page);
    await expect.poll(() => notice(page).textContent()).toContain('Reviews cannot be kept in this browser');
    await page.context().close();
  });
});
