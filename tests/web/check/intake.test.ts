// Wherever other material is put in, it is put in alike: by keys, by drop anywhere in the part, never as the
// article; and what is no such file is said in words. The list of what is open keeps the focus.
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { enter, field } from '../support/article.ts';
import { openDesk } from '../support/desk.ts';

const desk = openDesk();
const article = '“We waited four years,” Anna Lee said on Monday. The ferry to Varn was closed in May.';

/** Which tab, which part, its button, and what it says of a picture. */
const places: [tab: string, part: string, button: string, refused: RegExp][] = [
  ['Check', 'Check quotations', 'Open files…', /^picture\.png: This is a picture\./],
  ['Check', 'Already checked?', 'Load fact-checks…', /^picture\.png was not loaded\. Only \.json/],
  ['Check', 'Notes from elsewhere', 'Open notes…', /^picture\.png is not whole JSON/],
  ['Versions', 'Compare two versions', 'Open a file', /^This is a picture\./],
];

const dragged = (place: Locator, type: string, names: readonly string[]): Promise<void> =>
  place.evaluate((element, [kind, all]) => {
    const dataTransfer = new DataTransfer();
    for (const name of all) dataTransfer.items.add(new File(['x'], name));
    element.dispatchEvent(new DragEvent(kind, { bubbles: true, composed: true, cancelable: true, dataTransfer }));
  }, [type, names] as const);

test.each(places)('%s, %s: a file is chosen by keys or dropped, and a wrong one is told', async (tab, name, button, refused) => {
  const { page } = desk;
  await enter(page, article);
  await page.getByRole('tab', { name: tab, exact: true }).click();
  const part = page.getByRole('region', { name });
  const open = part.getByRole('button', { name: button });
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), open.press('Enter')]);
  await chooser.setFiles({ name: 'picture.png', mimeType: '', buffer: Buffer.from('x') });
  const alert = part.getByRole('alert').filter({ visible: true });
  await expect.poll(() => alert.innerText()).toMatch(refused);

  const heading = part.getByRole('heading', { level: 2 });
  const marked = () => part.evaluate((element) => element.classList.contains('over'));
  await dragged(heading, 'dragover', ['picture.png']);
  expect(await marked()).toBe(true);
  await dragged(part, 'dragleave', ['picture.png']);
  expect(await marked()).toBe(false);
  await dragged(heading, 'drop', ['picture.png']);
  await expect.poll(() => alert.innerText()).toMatch(refused);
  expect(await field(page).inputValue()).toBe(article);
  expect(await page.locator('#notice').textContent()).toBe('');
});

test('the list of what is open keeps the focus when something is removed', async () => {
  const { page } = desk;
  await enter(page, article);
  await page.getByRole('tab', { name: 'Check', exact: true }).click();
  const part = page.getByRole('region', { name: 'Check quotations' });
  await part.locator('input[type=file]').setInputFiles(['a', 'b'].map((name) => ({ name: `${name}.txt`, mimeType: '', buffer: Buffer.from('We waited four years.') })));
  const focused = () => part.locator(':focus').evaluate((one) => one.ariaLabel ?? one.textContent);
  await part.getByRole('button', { name: 'Remove a.txt' }).press('Enter');
  expect(await focused()).toBe('Remove b.txt');
  await page.keyboard.press('Enter');
  expect(await focused()).toBe('Open files…');
});
