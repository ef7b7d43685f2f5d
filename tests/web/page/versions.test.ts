// The page in Chromium: the article is compared with another version of it, and what changed leads
// to its claim.
import { beforeEach, describe, expect, test } from 'vitest';
import { card, enter, field, pointAt } from '../support/article.ts';
import { reportOf } from '../support/browser.ts';
import { openDesk } from '../support/desk.ts';
import { article } from '../support/lock.ts';

const desk = openDesk();

/** Before: one claim had a source, one had another, one had none, one was not there. */
const earlier = article
  .replace('Repairs to the gates will cost 4.2 million crowns.', 'Repairs to the gates will cost 4.2 million crowns, engineer Odo Falk said.')
  .replace('“Nobody told us,” said Runa Teller', '“Nobody told us,” said Piet Aker')
  .replace(', the canal board said on Friday', '')
  .replace(' Critics say the board ignored warnings for years.', '');

beforeEach(async () => {
  await enter(desk.page, article);
  await desk.page.getByRole('tab', { name: 'Versions' }).click();
});

const view = () => desk.page.getByRole('region', { name: 'Compare two versions' });
const group = (name: string) =>
  view().locator('section, div', { has: desk.page.getByRole('heading', { name: new RegExp(`^${name}`) }) }).last();
const other = () => view().getByRole('textbox', { name: 'Paste the other version here' });

async function compare(text: string): Promise<void> {
  await other().fill(text);
  await view().getByRole('button', { name: 'Compare', exact: true }).click();
  await view().locator('.compare-result').waitFor();
}

describe('Another version', () => {
  test('that is pasted shows which claims lost, changed or got a source, and which are new', async () => {
    await compare(earlier);
    expect(await view().locator('.outcome').textContent()).toContain('Against the earlier version');
    expect(await group('Lost their source').textContent()).toContain('4.2 million crowns');
    expect(await group('Lost their source').textContent()).toContain('Odo Falk');
    expect(await group('Changed their source').textContent()).toMatch(/Piet Aker[^]*Runa Teller/);
    expect(await group('Got a source').textContent()).toContain('The lock at Marle will be shut');
    expect(await group('New').textContent()).toContain('ignored warnings');
  });

  test('leads from a change to its claim, whose card says the rest', async () => {
    await compare(earlier);
    await group('Lost their source').getByRole('button').first().click();
    expect(await card(desk.page).textContent()).toContain('Repairs to the gates will cost 4.2 million crowns.');
    expect(await card(desk.page).textContent()).toContain('Own voice');
  });

  test('is compared anew when the article is edited', async () => {
    await compare(earlier);
    await desk.page.evaluate(() => {
      const area = document.querySelector('source-light')?.shadowRoot?.querySelector('textarea');
      const at = area?.value.indexOf('4.2 million crowns.') ?? 0;
      area?.focus();
      area?.setSelectionRange(at + 18, at + 18);
      document.execCommand('insertText', false, ', engineer Odo Falk said');
    });
    await reportOf(desk.page);
    await group('Lost their source').waitFor({ state: 'hidden' });
  });

  test('that is the same is said to be', async () => {
    await compare(article);
    expect(await view().locator('.outcome').textContent()).toBe('Both versions are the same, word for word.');
  });

  test('stays while other views are looked at', async () => {
    await compare(earlier);
    await desk.page.getByRole('tab', { name: 'Sources' }).click();
    await desk.page.getByRole('tab', { name: 'Versions' }).click();
    expect(await group('Lost their source').isVisible()).toBe(true);
  });

  test('is opened as a file, and what cannot be opened is said in words', async () => {
    const choose = async (name: string, text: string): Promise<void> => {
      const [chooser] = await Promise.all([
        desk.page.waitForEvent('filechooser'),
        view().getByRole('button', { name: 'Open a file' }).click(),
      ]);
      await chooser.setFiles({ name, mimeType: '', buffer: Buffer.from(text) });
    };
    await choose('old.pdf', '%PDF-1.7');
    const alert = view().getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toContain('cannot open PDF files');
    await choose('old.txt', earlier);
    await view().locator('.compare-result').waitFor();
    expect(await group('Lost their source').isVisible()).toBe(true);
    expect(await field(desk.page).inputValue()).toBe(article);
  });

  test('dropped on the view is compared, not opened in place of the article', async () => {
    await other().evaluate((element, text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'old.txt', { type: 'text/plain' }));
      for (const type of ['dragenter', 'dragover', 'drop']) {
        element.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true, composed: true }));
      }
    }, earlier);
    await view().locator('.compare-result').waitFor();
    expect(await field(desk.page).inputValue()).toBe(article);
  });

  test('keeps being read by its own: the article goes on being marked', async () => {
    await compare(earlier);
    await enter(desk.page, 'Critics said that it rained.');
    await desk.page.getByRole('tab', { name: 'Claims' }).click();
    const { x, y } = await pointAt(desk.page, 14);
    await desk.page.mouse.click(x, y);
    expect(await card(desk.page).textContent()).toContain('Unnamed source');
  });
});

test('Without an article there is nothing to compare with, which is said', async () => {
  await desk.page.getByRole('button', { name: 'Clear' }).click();
  await other().fill(earlier);
  await view().getByRole('button', { name: 'Compare', exact: true }).click();
  await view().locator('.compare-result').waitFor();
  expect(await view().locator('.outcome').textContent()).toBe('There is no article on the page to compare it with.');
});
