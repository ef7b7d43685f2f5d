// 10,000 notes from elsewhere, half of them on words that have changed, hold the page up for no time that
// would be felt: while they are read, placed and shown, and while an article is typed.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { enter } from '../../support/article.ts';
import { openDesk } from '../../support/desk.ts';
import { article } from '../../support/lock.ts';
import { tasksDuring } from '../../support/trace.ts';

const desk = openDesk();

test('10,000 notes take the main thread for no more than 50 ms at a stretch', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'notes-'));
  const notes = Array.from({ length: 10_000 }, (_, index) => ({
    type: 'Annotation',
    bodyValue: `Note ${index}. ${'Long words follow. '.repeat(20)}`,
    target: {
      source: 'https://news.example/lock',
      selector: { type: 'TextQuoteSelector', exact: index % 2 ? 'Repairs to the gates will cost 4.2 million crowns' : 'The lock at Marle will be shut for many long days' },
    },
  }));
  writeFileSync(join(folder, 'notes.json'), JSON.stringify(notes));
  try {
    await enter(desk.page, article);
    await desk.page.getByRole('tab', { name: 'Check' }).click();
    const part = desk.page.getByRole('region', { name: 'Notes from elsewhere' });
    const picker = part.locator('input[type=file]');
    await picker.waitFor({ state: 'attached' });
    const tasks = await tasksDuring(desk.page, async () => {
      await picker.setInputFiles(join(folder, 'notes.json'));
      await expect.poll(() => part.getByRole('status').textContent(), { timeout: 30_000 }).toBe('10,000 notes, all at claims of this article.');
    });
    console.log(`longest tasks: ${tasks.slice(0, 3).join(', ')} ms`);
    expect(tasks[0]).toBeLessThan(50);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);
