// Pages in a language that Sourcelight does not read yet, in real Chromium: nothing of them is marked.
import { expect, test } from 'vitest';
import { chromiumDesk } from './support/desk.ts';
import { mark, painted, site, stateOf } from './support/page.ts';

const desk = chromiumDesk();
const sentence = 'This text does not seem to be in English, the one language that Sourcelight reads so far.';
const told = (): Promise<string> => desk.visitor.inPanel(() => document.querySelector('.told')?.textContent ?? '', null);
const marks = async (): Promise<string[]> => Object.values(await painted(desk.visitor)).flat();

test('A page in Japanese shows nothing marked, no number on the button, and the panel says why', async () => {
  const { visitor } = desk;
  await visitor.open(`${site}/japanese.html`);
  await visitor.press();
  await expect.poll(told).toBe(sentence);
  expect(await marks()).toEqual([]);
  expect((await visitor.button()).text).toBe('');
  expect(await stateOf(visitor)).toMatchObject({ phase: 'other_language', report: null });
  expect(await visitor.inPanel(() => document.querySelector('source-light'), null)).toBeNull();
});

test('An article that another takes the place of loses its marks, and has them again when it is back', async () => {
  const { visitor } = desk;
  await mark(visitor, 'semantic.html', 'The work will cost 6.3 million crowns');
  const english = await marks();
  await visitor.run(() => {
    for (const paragraph of document.querySelectorAll('article p')) {
      paragraph.setAttribute('data-before', paragraph.textContent ?? '');
      paragraph.textContent = 'Der Stadtrat teilte am Montag mit, dass die Brücke bis zum Frühjahr gesperrt bleibt, weil das Geld noch immer fehlt.';
    }
  }, null);
  await expect.poll(told, { timeout: 10_000 }).toBe(sentence);
  expect(await marks()).toEqual([]);
  expect((await visitor.button()).text).toBe('');
  await visitor.run(() => {
    for (const paragraph of document.querySelectorAll('article p')) paragraph.textContent = paragraph.getAttribute('data-before');
  }, null);
  await expect.poll(marks, { timeout: 10_000 }).toEqual(english);
  await expect.poll(told).not.toContain(sentence);
});
