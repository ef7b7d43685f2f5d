// The page in Chromium: ways through an article. By keys, by what is chosen to be shown, by the map
// beside the text; and the same in a text that is only read.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Report } from '../../../web/engine/index.ts';
import { sample } from '../../../web/page/sample.ts';
import { card, entries, field, filter, openSample, painted, paintedStatuses, pointAt } from '../support/article.ts';
import { openDesk } from '../support/desk.ts';

const desk = openDesk();
let report: Report;

beforeEach(async () => {
  report = await openSample(desk.page);
});

const selected = () => desk.page.evaluate(() => document.querySelector('source-light')?.selectedClaim);
const select = (claim: number) =>
  desk.page.evaluate((index) => document.querySelector('source-light')?.selectClaim(index), claim);
const tab = (name: string) => desk.page.getByRole('tab', { name });
const showAll = () => desk.page.getByRole('region', { name: 'Show only' }).getByRole('button', { name: 'Show all' });
const press = (...keys: string[]) => keys.reduce((done, key) => done.then(() => desk.page.keyboard.press(key)), Promise.resolve());

/** The indices of the claims that rest on the source of this name. */
const claimsOf = (name: string) =>
  report.claims.flatMap(({ attributions }, index) =>
    attributions.some((id) => report.sources[report.attributions[id]?.sourceId ?? -1]?.name === name) ? [index] : [],
  );
const wordsOf = (claims: readonly number[]) =>
  claims.flatMap((index) => (report.claims[index]?.spans ?? []).map(([begin, end]) => sample.slice(begin, end)));

describe('Keys outside the text', () => {
  beforeEach(() => tab('Claims').focus());

  test('n and p keep to the claims that are shown, and go round', async () => {
    await filter(desk.page, 'Unnamed source').click();
    const unnamed = report.claims.flatMap(({ status }, index) => (status === 'unnamed' ? [index] : []));
    for (const claim of [...unnamed, unnamed[0]]) {
      await press('n');
      expect(await selected()).toBe(claim);
    }
    await press('p');
    expect(await selected()).toBe(unnamed.at(-1));
  });

  test('1 to 5 show only the claims with that mark, and all again', async () => {
    await press('2');
    expect(await paintedStatuses(desk.page)).toEqual(['unnamed']);
    await press('3');
    expect(await paintedStatuses(desk.page)).toEqual(['hidden', 'unnamed']);
    await press('2', '3', '5');
    expect(await paintedStatuses(desk.page)).toEqual(['none']);
    await press('5');
    expect((await paintedStatuses(desk.page)).length).toBe(4);
  });

  test('? shows all keys; while they are shown, n is no key, and Escape closes them', async () => {
    await press('?');
    const dialog = desk.page.getByRole('dialog', { name: 'Keys' });
    expect(await dialog.isVisible()).toBe(true);
    await press('n');
    expect(await selected()).toBeNull();
    await press('Escape');
    expect(await dialog.isVisible()).toBe(false);
    expect(await tab('Claims').evaluate((element) => element.matches(':focus'))).toBe(true);
  });

  test('typed into the note of a claim they stay letters', async () => {
    await select(4);
    await card(desk.page).getByRole('button', { name: 'Add a note' }).click();
    await desk.page.keyboard.type('pn?12');
    expect(await card(desk.page).getByRole('textbox', { name: 'Note' }).inputValue()).toBe('pn?12');
    expect(await selected()).toBe(4);
  });
});

test('Alt+Enter opens the card of the claim at the caret', async () => {
  const begin = report.claims[5]?.spans[0]?.[0] ?? 0;
  await field(desk.page).evaluate((element, at) => (element as HTMLTextAreaElement).setSelectionRange(at, at), begin + 3);
  await field(desk.page).press('Alt+Enter');
  expect(await selected()).toBe(5);
  expect(await field(desk.page).inputValue()).toBe(sample);
});

describe('Only what one source says is shown', () => {
  const name = 'Ilse Varga';

  test('from the list of sources, and all again', async () => {
    await tab('Sources').click();
    await desk.page.getByRole('tabpanel').getByRole('button', { name, exact: true }).click();
    expect(await painted(desk.page)).toEqual({ named: wordsOf(claimsOf(name)) });
    expect(await desk.page.getByText(`Showing only: ${name}.`).isVisible()).toBe(true);
    await tab('Claims').click();
    expect(await entries(desk.page).count()).toBe(claimsOf(name).length);
    expect(await tab('Claims').locator('.count').textContent()).toBe(String(claimsOf(name).length));
    await showAll().click();
    expect(await entries(desk.page).count()).toBe(report.claims.length);
  });

  test('and n goes from one of its claims to the next', async () => {
    await tab('Sources').click();
    await desk.page.getByRole('tabpanel').getByRole('button', { name, exact: true }).click();
    for (const claim of claimsOf(name)) {
      await press('n');
      expect(await selected()).toBe(claim);
    }
  });

  test('also after the article was read again', async () => {
    await tab('Sources').click();
    await desk.page.getByRole('tabpanel').getByRole('button', { name, exact: true }).click();
    await field(desk.page).press('Control+Home');
    await desk.page.keyboard.type('A headline of Sunday\n\n');
    await desk.page.waitForFunction(() => document.querySelector('source-light')?.current);
    expect((await painted(desk.page))['named']).toEqual(wordsOf(claimsOf(name)));
  });

  test('a claim that is not shown can be gone to all the same: all are shown then', async () => {
    await filter(desk.page, 'Hidden source').click();
    await select(2);
    expect(await paintedStatuses(desk.page)).toContain('named');
    expect(await selected()).toBe(2);
  });
});

test('A click on the map goes to that part of the text', async () => {
  const map = desk.page.getByRole('img', { name: /^Map of the article/ });
  const box = await map.boundingBox();
  const at = { x: (box?.x ?? 0) + 10, y: 0 };
  const end = await desk.page.evaluate(() => {
    const sheet = document.querySelector('source-light')?.shadowRoot?.querySelector('.sheet');
    return sheet?.lastElementChild?.getBoundingClientRect().bottom ?? 0;
  });
  expect(end).toBeGreaterThan(900);
  at.y = Math.min((box?.y ?? 0) + (box?.height ?? 0), 900) - 12;
  await desk.page.mouse.click(at.x, at.y);
  await desk.page.waitForFunction(() => scrollY > 300);
});

describe('In a text that is only read', () => {
  beforeEach(async () => {
    await desk.page.evaluate(() => {
      const light = document.querySelector('source-light');
      if (light) light.editable = false;
    });
    await desk.page.waitForFunction(() => document.querySelector('source-light')?.current);
  });

  test('a click opens the card, and one beside the claims closes it', async () => {
    const claim = report.claims.findIndex(({ status }) => status === 'named');
    const { x, y } = await pointAt(desk.page, report.claims[claim]?.spans[0]?.[0] ?? 0);
    await desk.page.mouse.click(x, y);
    expect(await selected()).toBe(claim);
    const beside = await pointAt(desk.page, sample.indexOf('PORT ELLERY —'));
    await desk.page.mouse.click(beside.x, beside.y);
    expect(await selected()).toBeNull();
  });

  test('it is a document that Tab reaches, where n, p and Escape do as elsewhere', async () => {
    const text = desk.page.getByRole('document', { name: 'Article text' });
    await text.focus();
    await press('n', 'n', 'p');
    expect(await selected()).toBe(0);
    expect(await text.evaluate((element) => element.matches(':focus'))).toBe(true);
    await press('Escape');
    expect(await selected()).toBeNull();
  });

  test('Enter opens a card and leads into it, Escape leads back', async () => {
    const text = desk.page.getByRole('document', { name: 'Article text' });
    await text.focus();
    await press('Enter');
    expect(await selected()).toBe(0);
    await press('Enter');
    expect(await card(desk.page).evaluate((element) => element.matches(':focus-within'))).toBe(true);
    await press('Escape');
    expect(await text.evaluate((element) => element.matches(':focus'))).toBe(true);
  });

  test('words can be selected and copied without opening a card', async () => {
    const { x, y } = await pointAt(desk.page, sample.indexOf('The bridge was built'));
    await desk.page.mouse.move(x, y);
    await desk.page.mouse.down();
    await desk.page.mouse.move(x + 120, y, { steps: 4 });
    await desk.page.mouse.up();
    expect(await selected()).toBeNull();
  });
});
