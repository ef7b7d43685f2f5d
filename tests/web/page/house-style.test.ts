// The newsroom's house style on the page, in Chromium: its file is chosen or dropped, kept, shown with
// what makes no sense in it, and taken away again.
import { describe, expect, test } from 'vitest';
import { choose, enter, notice, painted } from '../support/article.ts';
import { reportOf } from '../support/browser.ts';
import { openDesk } from '../support/desk.ts';

const desk = openDesk();
/** The computer may have other work. */
const eventually = <Value>(ask: () => Value) => expect.poll(ask, { timeout: 15_000 });
const dialog = () => desk.page.getByRole('dialog', { name: 'House style' });
const text = 'Ada Lind kvetched that the ferry sank. Critics say that it burned. The mill burned.';
const style = {
  name: 'Example Herald',
  verbs: ['kvetch'],
  statuses: ['unnamed'],
  rules: [{ id: 'sink', pattern: 'sank', message: 'How deep?' }],
};

async function openDialog(): Promise<void> {
  await desk.page.getByRole('button', { name: 'House style' }).click();
  await dialog().waitFor();
}

async function load(content: unknown, name = 'newsroom.json'): Promise<void> {
  await openDialog();
  const [chooser] = await Promise.all([
    desk.page.waitForEvent('filechooser'),
    dialog().getByRole('button', { name: 'Load a file…' }).click(),
  ]);
  const json = typeof content === 'string' ? content : JSON.stringify(content, null, 1);
  await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(json) });
}

const findings = async () => (await reportOf(desk.page)).findings.map(({ rule }) => rule);
const close = () => dialog().getByRole('button', { name: 'Close' }).click();

describe('A house style', () => {
  test('is in use from the moment it is loaded, and after a reload, until it is removed', async () => {
    await enter(desk.page, text);
    await eventually(findings).toEqual([]);
    await load(style);
    await dialog().getByText('newsroom.json is in use.').waitFor();
    await close();
    await eventually(findings).toEqual(['sink']);
    await desk.page.reload();
    await eventually(findings).toEqual(['sink']);
    await openDialog();
    await dialog().getByRole('button', { name: 'Remove' }).click();
    await dialog().getByText('None is in use.').waitFor();
    await close();
    await eventually(findings).toEqual([]);
    await desk.page.reload();
    await eventually(findings).toEqual([]);
  });

  test('says which claims are shown at first; who then shows all has all', async () => {
    await load(style);
    await dialog().getByText('is in use').waitFor();
    await close();
    await enter(desk.page, text);
    const marked = async (): Promise<string[]> => {
      const { unsure: _, ...marks } = await painted(desk.page);
      return Object.values(marks).flat();
    };
    await eventually(marked).toEqual(['that it burned']);
    await desk.page.getByRole('button', { name: 'Show all' }).click();
    const { claims } = await enter(desk.page, `${text} It rained.`);
    const shown = claims.filter(({ status }) => status !== 'none');
    expect(new Set(shown.map(({ status }) => status)).size).toBeGreaterThan(1);
    expect(await marked()).toHaveLength(shown.length);
  });

  test('with a part that makes no sense works without it, and says where it stands', async () => {
    await load({ ...style, rules: [...style.rules, { id: 'bad', pattern: '(', message: 'No.' }], statuses: undefined });
    await dialog().getByText('newsroom.json is in use.').waitFor();
    expect(await dialog().getByRole('listitem').allTextContents()).toEqual([
      expect.stringMatching(/^Line 14, rules\[1\]\.pattern This pattern cannot be used: missing \): \(\.$/),
    ]);
    await close();
    await enter(desk.page, text);
    await eventually(findings).toEqual(['sink']);
    expect(await notice(desk.page).textContent()).toMatch(/^1 part of the house style makes no sense and is left out: line 14, rules\[1\]\.pattern/);
  });

  test('that is no JSON is not in use, and the place is named', async () => {
    await load('{"rules": [\n  {"id": "a" "pattern": "b"}]}', 'broken.json');
    await dialog().getByText(/^broken\.json is not in use\. .*line 2, column 14/).waitFor();
  });

  test('that the browser does not keep is in use, and that is said', async () => {
    await desk.page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await load(style);
    await dialog().getByText('is in use').waitFor();
    await dialog().getByText('This browser does not keep it').waitFor();
  });

  test('is told in the language of the page', async () => {
    await desk.page.getByRole('combobox', { name: 'Language' }).selectOption('es');
    await desk.page.getByRole('button', { name: 'Libro de estilo' }).click();
    await desk.page.getByRole('dialog', { name: 'Libro de estilo' }).getByText('No se aplica ninguno.').waitFor();
  });
});

test.each(['en', 'es'])('Beside the other settings its button fits on a phone (%s)', async (language) => {
  await desk.page.setViewportSize({ width: 360, height: 740 });
  await desk.page.locator('#language').selectOption(language);
  await desk.page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
  const { wide, title, button } = await desk.page.evaluate(() => {
    const box = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
    return { wide: document.documentElement.scrollWidth, title: box('h1')?.bottom, button: box('#style')?.top };
  });
  expect(wide).toBe(360);
  expect(button).toBeGreaterThanOrEqual(title ?? Infinity);
});

test('A JSON file that is dropped is a house style, or checks, by what it holds', async () => {
  const drop = (name: string, content: string) =>
    desk.page.evaluate(
      ([called, json]) => {
        const data = new DataTransfer();
        data.items.add(new File([json], called));
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
      },
      [name, content] as const,
    );
  await drop('house.json', JSON.stringify(style));
  await dialog().getByText('house.json is in use.').waitFor();
  await close();
  await enter(desk.page, text);
  const [download] = await Promise.all([desk.page.waitForEvent('download'), choose(desk.page, /^Save my checks/)]);
  const stream = await download.createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  await drop('checks.json', Buffer.concat(chunks).toString());
  await eventually(() => desk.page.locator('#notice').textContent()).not.toBe('');
  expect(await dialog().count()).toBe(0);
});
