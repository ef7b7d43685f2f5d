// The page in Chromium is never busy for long. Measures, so it runs with no other file.
import { expect, test } from 'vitest';
import { sample } from '../../../web/page/sample.ts';
import { enter, field } from '../support/article.ts';
import { openDesk } from '../support/desk.ts';
import { tasksDuring } from '../support/trace.ts';

const desk = openDesk();
const article = Array.from({ length: 13 }, () => sample).join('\n');

test('typing in an article of 5,000 words never takes the main thread for more than 50 ms', async () => {
  const { page } = desk;
  expect(article.split(/\s+/).length).toBeGreaterThan(5000);
  await enter(page, article);
  await page.getByRole('tab', { name: 'Claims' }).click();
  await field(page).evaluate((element) => {
    const area = element as HTMLTextAreaElement;
    area.focus();
    area.setSelectionRange(area.value.length / 2, area.value.length / 2);
  });
  const tasks = await tasksDuring(page, async () => {
    await page.keyboard.type('The harbour master said on Friday that nobody asked her.', { delay: 20 });
    await page.keyboard.press('Enter');
    await page.keyboard.type('Officials denied it. ', { delay: 150 });
    // The lists follow half a second after the last letter.
    await page.waitForFunction(() => {
      const light = document.querySelector('source-light');
      const tab = light?.shadowRoot?.querySelector('#tab-claims .count')?.textContent;
      return light?.current && tab === light.report?.claims.length.toLocaleString('en');
    });
  });
  expect(tasks.length).toBeGreaterThan(100);
  console.info(`longest tasks while typing (ms): ${tasks.slice(0, 5).join(', ')}`);
  expect(tasks[0]).toBeLessThan(50);
});
