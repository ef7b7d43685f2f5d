// The view that compares two versions never blocks the page. Measures, so it runs with no other file.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../support/serve.ts';
import { tasksDuring } from '../support/trace.ts';
import { button, entries, field, openComparing, result, setArticle } from './page.ts';

const onPage = openComparing();

test('no task takes more than 50 ms in a long article', () =>
  onPage(async (page) => {
    const articles = readdirSync(join(root, 'tests/cases/articles')).map((name) => {
      const text = readFileSync(join(root, 'tests/cases/articles', name), 'utf8');
      return text.replace(/^===.*\n/, '').split(/^\.$/m)[0] ?? '';
    });
    const long = [...articles, ...articles].join('\n\n').split(/(?<=\s)/).slice(0, 5000).join('');
    const other = long.split(' ').map((word, i) => (i % 9 === 3 ? `other${i % 40}` : word)).join(' ');
    await setArticle(page, other);
    await field(page).fill(long);
    const tasks = await tasksDuring(page, async () => {
      await button(page, 'Compare').click();
      await result(page);
    });
    console.info(`${await entries(page).count()} entries, tasks: ${tasks.slice(0, 5).join(', ')} ms`);
    expect(await entries(page).count()).toBeGreaterThan(250);
    expect(tasks[0]).toBeLessThan(50);
  }));
