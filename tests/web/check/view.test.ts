// Checking quotations on the built page, in Chromium under the page's own policy: documents come in, what
// came of each quotation is seen, heard and reached by keys, and PDF is fetched and read when one is opened.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { describe, expect, test } from 'vitest';
import { enter } from '../support/article.ts';
import { reportOf } from '../support/browser.ts';
import { openDesk } from '../support/desk.ts';
import { makePdf } from './make-pdf.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const desk = openDesk();

const article = `“We waited four years for the second gate of the barrier,” Anna Lee said on Monday.

“The auditor never saw the missing invoices,” Bo Holm said.

“Nobody on the quay was hurt that night,” Anna Lee said.

“The bakery will open again in the spring,” Bo Holm said.`;

const hearing = `ANNA LEE: We waited four years for the second gate of the barrier. It rained.
BO HOLM: Nobody on the quay was hurt that night. The auditor has never seen the missing invoices.`;

const part = () => desk.page.locator('section.quotations:has(.intake)');
const entries = () => part().locator('.result');
const state = () => part().getByRole('status');

interface Given {
  readonly name: string;
  readonly content: string | Buffer;
}

async function openCheck(): Promise<void> {
  await desk.page.getByRole('tab', { name: 'Check', exact: true }).click();
  await part().waitFor();
}

async function choose(...files: Given[]): Promise<void> {
  const [chooser] = await Promise.all([desk.page.waitForEvent('filechooser'), part().getByRole('button', { name: 'Open files…' }).click()]);
  await chooser.setFiles(files.map(({ name, content }) => ({ name, mimeType: '', buffer: Buffer.from(content) })));
}

/** Group and words of each entry, as they are seen. */
const seen = (): Promise<string[]> =>
  entries().evaluateAll((items) =>
    items.map((item) => {
      const copy = item.cloneNode(true) as Element;
      for (const hidden of copy.querySelectorAll('.visually-hidden, [aria-hidden]')) hidden.remove();
      const words = (selector: string): string => (copy.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
      return `${words('.verdict')} | ${words('.quoted')} | ${words('.hit .meta')}`;
    }),
  );

describe('With an article and a transcript', () => {
  async function prepared(): Promise<void> {
    await enter(desk.page, article);
    await reportOf(desk.page);
    await openCheck();
    await choose({ name: 'hearing.txt', content: hearing });
    await state().getByText('4 quotations').waitFor();
  }

  test('each quotation is word for word, changed or not found, with its place and who speaks there', async () => {
    await prepared();
    expect(await state().innerText()).toBe('4 quotations: 1 changed, 1 not found, 2 word for word. In 1 somebody else speaks.');
    expect(await seen()).toEqual([
      'Changed: words left out, another word | “The auditor has never seen saw the missing invoices,” | hearing.txt, BO HOLM',
      'Word for word | “Nobody on the quay was hurt that night,” | hearing.txt, BO HOLM',
      'Not found | “The bakery will open again in the spring,” | ',
      'Word for word | “We waited four years for the second gate of the barrier,” | hearing.txt, ANNA LEE',
    ]);
    expect(await part().locator('h3').allInnerTexts()).toEqual(['Changed 1', 'Somebody else says it 1', 'Not found 1', 'Word for word 1']);
    expect(await part().getByText('In the document BO HOLM says it, not Anna Lee.').count()).toBe(1);
    expect(await part().locator('.opened').innerText()).toMatch(/hearing\.txt\s+29 words\s+Remove/);
    expect(await entries().first().getAttribute('aria-label')).toBeNull();
    expect(await entries().first().textContent()).toMatch(/left out: .*added: /);
  });

  test('an entry leads to its claim; card and list of claims tell it too', async () => {
    await prepared();
    await entries().first().focus();
    await desk.page.keyboard.press('ArrowDown');
    await desk.page.keyboard.press('Home');
    await desk.page.keyboard.press('Enter');
    const card = desk.page.locator('.card');
    await card.getByRole('heading', { name: 'Against the documents' }).waitFor();
    expect((await card.locator('.quotations del').allInnerTexts()).join('')).toMatch(/has\s.*seen/s);
    await desk.page.getByRole('tab', { name: /^Claims/ }).click();
    await desk.page.locator('.entries').getByText('quotation changed').waitFor();
    expect(await desk.page.locator('.entries').getByText('quotation not found').count()).toBe(1);
  });

  test('an edit is followed, and a removed document is forgotten', async () => {
    await prepared();
    await enter(desk.page, article.replace('never saw', 'has never seen'));
    await state().getByText('1 not found, 3 word for word').waitFor();
    await part().getByRole('button', { name: 'Remove hearing.txt' }).click();
    await expect.poll(() => entries().count()).toBe(0);
    expect(await part().locator('.opened li').count()).toBe(0);
  });

  test('a house rule that asks for it finds the changed one', async () => {
    await desk.page.evaluate(() => {
      const light = document.querySelector('source-light');
      const rules = [{ id: 'quotes', check: 'changed_quotation', severity: 'error', message: 'Quote word for word.' }, { id: 'rain', pattern: 'hail', message: 'Hail.' }];
      if (light) light.houseStyle = { rules };
    });
    await prepared();
    await desk.page.getByRole('tab', { name: 'Report' }).click();
    await desk.page.locator('.remarks').getByText('Quote word for word.').waitFor();
    expect(await desk.page.locator('.remarks').getByText('Quote word for word.').count()).toBe(1);
  });

  test('it is accessible, light and dark, and speaks Spanish', async () => {
    await prepared();
    await desk.page.evaluate(axe);
    for (const colorScheme of ['light', 'dark'] as const) {
      await desk.page.emulateMedia({ colorScheme });
      const { violations } = await desk.page.evaluate(() => (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    }
    await desk.page.locator('#language').selectOption('es');
    await part().getByText('4 citas: 1 cambiada, 1 no encontrada, 2 palabra por palabra. En 1 habla otra persona.').waitFor();
    expect(await part().getByRole('heading', { level: 2 }).innerText()).toBe('Cotejar las citas');
  });
});

test('text is pasted; an empty field says so, and what was typed stays until it is taken', async () => {
  await enter(desk.page, article);
  await openCheck();
  await part().getByRole('button', { name: 'Paste a transcript' }).click();
  await part().getByRole('button', { name: 'Add' }).click();
  await part().getByRole('alert').getByText('Paste a transcript first.').waitFor();
  const field = part().getByRole('textbox');
  await field.fill(hearing);
  await part().getByRole('button', { name: 'Add' }).click();
  await state().getByText('4 quotations').waitFor();
  expect(await field.inputValue()).toBe('');
  expect(await part().locator('.opened').innerText()).toContain('Pasted text 1');
});

test('what cannot be opened says why, and what can be opened counts', async () => {
  await enter(desk.page, article);
  await openCheck();
  const before = desk.site.requests.length;
  await choose(
    { name: 'picture.png', content: 'x' },
    { name: 'talk.vtt', content: 'WEBVTT\n\n00:12:31.000 --> 00:12:35.000\n<v Bo Holm>Nobody on the quay was\n\n00:12:35.000 --> 00:12:36.000\n<v Bo Holm>hurt that night.\n' },
    { name: 'fake.pdf', content: 'no PDF at all' },
  );
  await state().getByText('4 quotations').waitFor();
  expect(await part().getByRole('alert').innerText()).toMatch(/^picture\.png: This is a picture\..*\nfake\.pdf: This PDF is damaged, or not a PDF\./);
  expect((await seen())[0]).toBe('Word for word | “Nobody on the quay was hurt that night,” | talk.vtt, Bo Holm, at 00:12:31');
  expect(desk.site.requests.slice(before).filter((path) => path.includes('pdf-worker'))).toEqual([]);
});

test('PDF is read page by page; its reader is fetched when the first one is opened', async () => {
  await enter(desk.page, article);
  await openCheck();
  await choose(
    { name: 'minutes.pdf', content: makePdf([['Ostby Council', 'ANNA LEE: We waited four years for the sec-', 'ond gate of the barrier.'], ['BO HOLM: Nobody on the (old) quay', 'was hurt that night.']]) },
    { name: 'scan.pdf', content: makePdf([[], []]) },
    { name: 'broken.pdf', content: '%PDF-1.4\nand nothing else' },
  );
  await state().getByText('4 quotations').waitFor({ timeout: 60_000 });
  expect(await part().getByRole('alert').innerText()).toMatch(/^scan\.pdf: This PDF holds no text.*\nbroken\.pdf: This PDF is damaged/);
  const found = await seen();
  expect(found).toContain('Word for word | “We waited four years for the second gate of the barrier,” | minutes.pdf, ANNA LEE, page 1');
  expect(found.join('\n')).toContain('minutes.pdf, BO HOLM, page 2');
  expect(desk.site.requests.filter((path) => /\/pdf-worker-[^/]*\.js$/.test(path)).length).toBeGreaterThan(0);
});

test('files that are dropped are documents, not the article', async () => {
  await enter(desk.page, article);
  await openCheck();
  await part().locator('.intake').evaluate((intake, text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'dropped.txt'));
    data.items.add(new File(['<p><b>Bo Holm</b> The auditor never saw the missing invoices.</p>'], 'dropped.html'));
    intake.dispatchEvent(new DragEvent('drop', { bubbles: true, composed: true, cancelable: true, dataTransfer: data }));
  }, hearing);
  await state().getByText('1 not found, 3 word for word').waitFor();
  expect(await part().locator('.opened li').count()).toBe(2);
  expect((await reportOf(desk.page)).length).toBe(article.length);
});
