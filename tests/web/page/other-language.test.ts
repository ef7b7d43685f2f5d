// A text in a language that is not read yet, in the page in Chromium: told in one sentence, nothing listed.
import { expect, test } from 'vitest';
import { enter, entries, field, painted } from '../support/article.ts';
import { open } from '../support/browser.ts';
import { openDesk } from '../support/desk.ts';

const german = 'Der Stadtrat teilte am Montag mit, dass die Brücke bis zum Frühjahr gesperrt bleibt. Die Anwohner ' +
  'warten seit zwei Jahren und erfuhren nun, dass die Arbeiten nicht bezahlt sind.';
const english = 'The bridge is closed. Mayor Ilse Varga said the ferry would run until the spring.';

const desk = openDesk();

test('A text in German has no marks, and the page says why, until it is English again', async () => {
  const { page } = desk;
  const problem = page.getByRole('alert').filter({ visible: true });
  await enter(page, english);
  await expect.poll(() => entries(page).count()).toBe(2);
  await field(page).fill(german);
  await expect.poll(() => problem.allInnerTexts()).toEqual([
    'This text does not seem to be in English, the one language that Sourcelight reads so far.',
  ]);
  expect(await problem.getByRole('button').filter({ visible: true }).count()).toBe(0);
  expect(Object.values(await painted(page)).flat()).toEqual([]);
  await expect.poll(() => entries(page).count()).toBe(0);
  await enter(page, english);
  expect(await problem.count()).toBe(0);
  await expect.poll(() => entries(page).count()).toBe(2);
});

test('A page in Spanish says so in Spanish', async () => {
  const { page } = await open(desk.browser, desk.site.url, { locale: 'es-AR' });
  await page.locator('source-light .surface textarea').fill(german);
  const problem = page.getByRole('alert').filter({ visible: true });
  await expect.poll(() => problem.allInnerTexts()).toEqual([
    'Este texto no parece estar en inglés, el único idioma que Sourcelight lee por ahora.',
  ]);
  await page.context().close();
});
