// The page in Chromium: how much what raises a claim is set by the desk, and long work is told and
// can be stopped.
import { describe, expect, test } from 'vitest';
import { sample } from '../../../web/page/sample.ts';
import { english } from '../../../web/words/index.ts';
import { entries, field, openSample } from '../support/article.ts';
import { reportOf } from '../support/browser.ts';
import { openDesk } from '../support/desk.ts';

const desk = openDesk();
const { reading, weights } = english.widget;
const light = () => desk.page.locator('source-light');
const slider = (label: string) => desk.page.getByRole('dialog').getByRole('slider', { name: label, exact: true });
const state = (text: string) => light().getByText(text);

async function openWeights(): Promise<void> {
  await desk.page.getByRole('button', { name: 'Weights' }).click();
  await desk.page.getByRole('dialog', { name: weights.title }).waitFor();
}

async function set(label: string, value: number): Promise<void> {
  await slider(label).fill(String(value));
  await slider(label).blur();
}

/** The words of the first claim in the list, once it begins with `words`. */
const first = (words: string) => entries(desk.page).first().filter({ hasText: words }).waitFor();

describe('Weights', () => {
  test('show what the engine uses, and raise claims in the list at once', async () => {
    await openSample(desk.page);
    await openWeights();
    expect(await slider('accusation').inputValue()).toBe('25');
    await set('accusation', 100);
    await set('number', 0);
    await desk.page.getByRole('button', { name: weights.done, exact: true }).click();
    await first('the mayor of hiding the report');
  });

  test('are there again after a reload, and go back to what they were', async () => {
    await openSample(desk.page);
    await openWeights();
    await set('accusation', 100);
    await desk.page.reload();
    await reportOf(desk.page);
    await first('the mayor of hiding the report');
    await openWeights();
    expect(await slider('accusation').inputValue()).toBe('100');
    await desk.page.getByRole('button', { name: weights.reset }).click();
    expect(await slider('accusation').inputValue()).toBe('25');
    await desk.page.keyboard.press('Escape');
    await desk.page.waitForFunction(() => {
      const light = document.querySelector('source-light');
      return light?.current && Object.keys(light.weights).length === 0;
    });
  });
});

describe('A text that is put in as a whole', () => {
  const many = '\n  “Two  spaces”, a\ttab, <b>no tag</b> &amp; no entity;\u00a0hard, 🌉.\n\n\nEk said so.\n\n';

  test('stands there to the letter, and undo takes it back in one step', async () => {
    await openSample(desk.page);
    for (const text of [many, `${many}${sample}`.repeat(9), `${sample}\n`]) {
      const there = await light().evaluate((element, next) => {
        const desk = element as HTMLElementTagNameMap['source-light'];
        desk.replaceText(next);
        return desk.text;
      }, text);
      expect(there).toBe(text);
      await desk.page.keyboard.press('Control+Z');
      expect(await field(desk.page).inputValue()).toBe(sample);
    }
  });

  test('of 20,000 words is there in less than a second', async () => {
    await openSample(desk.page);
    const milliseconds = await light().evaluate((element, next) => {
      const before = performance.now();
      (element as HTMLElementTagNameMap['source-light']).replaceText(next);
      return performance.now() - before;
    }, sample.repeat(52));
    console.info(`20,000 words put in: ${Math.round(milliseconds)} ms`);
    expect(milliseconds).toBeLessThan(1000);
  });
});

describe('A text that takes long to read', () => {
  // No sentence stands twice: one that was read before would cost nothing.
  const book = Array.from({ length: 150 }, (_, at) => sample.replaceAll('.', ` ${at}.`)).join('\n');

  test('is told with its share, and can be stopped; the next one is read as ever', async () => {
    await openSample(desk.page);
    await light().evaluate((element, text) => {
      (element as HTMLElementTagNameMap['source-light']).replaceText(text);
    }, book);
    await desk.page.waitForFunction((stop) => {
      const shadow = document.querySelector('source-light')?.shadowRoot;
      const bar = shadow?.querySelector<HTMLProgressElement>('.busy progress');
      if (!bar?.checkVisibility() || bar.value < 0.02 || bar.value > 0.9) return false;
      const button = [...(shadow?.querySelectorAll('button') ?? [])].find((one) => one.textContent === stop);
      button?.click();
      return true;
    }, reading.cancel);
    await state(reading.cancelled).waitFor();
    expect(await light().evaluate((element) => (element as HTMLElementTagNameMap['source-light']).current)).toBe(false);
    expect(await field(desk.page).inputValue()).toBe(book);
    await openSample(desk.page);
    expect(await state(reading.cancelled).count()).toBe(0);
    expect(await desk.page.getByRole('progressbar').isVisible()).toBe(false);
  });
});
