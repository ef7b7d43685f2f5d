// Reviews that are kept, in a real Chromium: through reloads, in several tabs, out to a file and
// in again, and where the browser keeps nothing.
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Pages } from './pages.ts';

const article = [
  'The bridge over the Varn has been closed since 2019. Repairs cost 3 million crowns.',
  'Mayor Mara Lind wants to open it in May. It is not safe. Who will pay?',
  'The old mill burned down in April. It is not safe. Nobody was hurt.',
].join('\n\n');
const other = 'Rents in the old town doubled within five years. Landlords in Tolm deny it.';

let pages: Pages;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  pages = await Pages.start();
});
beforeEach(async () => {
  context = await pages.context();
  page = await pages.tab(context);
});
afterEach(async () => {
  await context.close();
  expect(pages.complaints.splice(0)).toEqual([]);
});
afterAll(() => pages?.stop());

const open = (page: Page, text = article) => page.evaluate((text) => window.desk.open(text), text);
const mark = (page: Page, words: string, note: string, mark: 'checked' | 'ignored' | null = 'checked') =>
  page.evaluate(([words, note, mark]) => window.desk.mark(words, mark, note), [words, note, mark] as const);
const note = (page: Page, words: string) => page.evaluate((words) => window.desk.note(words), words);
const flush = (page: Page) => page.evaluate(() => window.desk.store.flush());
const list = (page: Page) => page.evaluate(() => window.desk.store.list());
const problems = (page: Page) => page.evaluate(() => window.desk.problems);

async function keep(page: Page, words: string, note: string): Promise<void> {
  await mark(page, words, note);
  await flush(page);
}

async function reload(page: Page): Promise<void> {
  await page.reload();
  await pages.ready(page);
}

describe('Reviews that are kept', () => {
  test('are there again when the article is put in after a reload', async () => {
    expect(await open(page)).toBe(false);
    await keep(page, 'Repairs', 'r');
    await reload(page);
    expect(await open(page)).toBe(true);
    expect(await note(page, 'Repairs')).toBe('r');
  });

  test('are written by themselves a moment later', async () => {
    await open(page);
    await mark(page, 'Repairs', 'r');
    await page.waitForTimeout(600);
    expect(await list(await pages.tab(context))).toHaveLength(1);
  });

  test('are kept although the page is reloaded in the same moment', async () => {
    await open(page);
    await keep(page, 'Repairs', 'old');
    await page.evaluate(() => {
      window.desk.mark('Repairs', 'checked', 'new');
      window.desk.mark('Nobody', 'ignored', 'n');
      location.reload();
    });
    await page.waitForFunction(() => 'desk' in window && window.desk.problems.length === 0);
    await page.waitForLoadState();
    await pages.ready(page);
    expect(await open(page)).toBe(true);
    expect([await note(page, 'Repairs'), await note(page, 'Nobody')]).toEqual(['new', 'n']);
  });

  test('are kept although the tab is closed in the same moment', async () => {
    await open(page);
    await mark(page, 'Repairs', 'r');
    const closed = page.waitForEvent('close');
    await page.close({ runBeforeUnload: true }); // Asks the tab to close, and does not wait for it.
    await closed;
    const next = await pages.tab(context);
    expect(await open(next)).toBe(true);
    expect(await note(next, 'Repairs')).toBe('r');
  });

  test('stand in the next version of the article, and not in another article', async () => {
    await open(page);
    await mark(page, 'Repairs', 'r');
    await mark(page, 'The bridge', 'b');
    await mark(page, 'Mayor', 'm');
    await flush(page);
    await reload(page);
    expect(await open(page, other)).toBe(false);
    const next = article.replace('Mayor Mara Lind', 'Deputy Otto Berg').replace('3 million', '5 million');
    expect(await open(page, `Ostby waits.\n\n${next}`)).toBe(true);
    expect([await note(page, 'Repairs'), await note(page, 'The bridge')]).toEqual(['r', 'b']);
    expect(await page.evaluate(() => window.desk.lost())).toEqual(['Mayor Mara Lind wants to open it in May']);
  });

  test('do not stand in a text with less than a third of the reviewed claims', async () => {
    await open(page);
    for (const words of ['The bridge', 'Repairs', 'Mayor', 'The old mill']) await mark(page, words, 'x');
    await flush(page);
    expect(await open(page, `${other} Repairs cost 3 million crowns.`)).toBe(false);
    expect(await open(page, `${other} Repairs cost 3 million crowns. The old mill burned down in April.`)).toBe(true);
  });

  test('of several articles go each with its own', async () => {
    await open(page);
    await keep(page, 'Repairs', 'r');
    await open(page, other);
    await keep(page, 'Rents', 'rents');
    await open(page);
    expect(await note(page, 'Repairs')).toBe('r');
    await open(page, other);
    expect(await note(page, 'Rents')).toBe('rents');
  });

  test('that were taken back stay away', async () => {
    await open(page);
    await mark(page, 'Nobody', 'n');
    await keep(page, 'Repairs', 'r');
    await mark(page, 'Repairs', '', null);
    await flush(page);
    await reload(page);
    await open(page);
    expect([await note(page, 'Repairs'), await note(page, 'Nobody')]).toEqual([null, 'n']);
  });

  test('are listed newest first, with counts, and forgotten one by one or all', async () => {
    await open(page);
    await mark(page, 'Repairs', 'r');
    await mark(page, 'Nobody', 'n', 'ignored');
    await flush(page);
    await page.waitForTimeout(5);
    await open(page, other);
    await keep(page, 'Rents', 'rents');
    await reload(page);
    const [first, second, ...rest] = await list(page);
    expect(rest).toEqual([]);
    expect(first).toMatchObject({ title: other.slice(0, 20), reviews: 1 });
    expect(second).toMatchObject({ counts: { checked: 1, needs_source: 0, ignored: 1 }, reviews: 2 });
    await page.evaluate((id) => window.desk.store.remove(id), second?.id ?? '');
    expect((await list(page)).map(({ id }) => id)).toEqual([first?.id]);
    await page.evaluate(() => window.desk.store.forgetAll());
    expect(await list(page)).toEqual([]);
    await reload(page);
    expect(await open(page)).toBe(false);
  });
});

describe('Two tabs with one article', () => {
  test('keep the reviews of both, the last where both reviewed a claim', async () => {
    await open(page);
    await keep(page, 'Repairs', 'first');
    const second = await pages.tab(context);
    await open(second);
    await mark(second, 'Repairs', 'last');
    await keep(second, 'Nobody', 'n');
    await keep(page, 'Mayor', 'm');
    await reload(page);
    await open(page);
    const notes = await Promise.all(['Repairs', 'Nobody', 'Mayor'].map((words) => note(page, words)));
    expect(notes).toEqual(['last', 'n', 'm']);
    expect(await list(page)).toHaveLength(1);
  });

  test('that began at the same time end as one article, and one review a claim', async () => {
    const second = await pages.tab(context);
    await open(page);
    await open(second);
    await keep(page, 'Repairs', 'first');
    await mark(second, 'Nobody', 'n');
    await keep(second, 'Repairs', 'last');
    expect(await list(page)).toHaveLength(2);
    await reload(page);
    await open(page);
    expect([await note(page, 'Repairs'), await note(page, 'Nobody')]).toEqual(['last', 'n']);
    expect(await page.evaluate(() => window.desk.lost())).toEqual([]);
    expect(await list(page)).toHaveLength(1);
  });

  test('do not bring back what one of them forgot', async () => {
    await open(page);
    await keep(page, 'Repairs', 'r');
    const second = await pages.tab(context);
    await open(second);
    await page.evaluate(() => window.desk.store.forgetAll());
    await keep(second, 'Nobody', 'n');
    await reload(page);
    await open(page);
    expect([await note(page, 'Repairs'), await note(page, 'Nobody')]).toEqual([null, 'n']);
  });
});

describe('A file of reviews', () => {
  const exported = (page: Page) => page.evaluate(() => window.desk.store.exportFile());
  const take = (page: Page, file: string) => page.evaluate((file) => window.desk.import(file), file);

  test('brings them to another browser', async () => {
    await open(page);
    await mark(page, 'Repairs', 'r “£”');
    await mark(page, 'Nobody', 'n');
    const file = await exported(page);
    expect(JSON.parse(file)).toMatchObject({ schema: 'sourcelight.review/2' });
    const elsewhere = await pages.context();
    const far = await pages.tab(elsewhere);
    expect(await take(far, file)).toEqual({ articles: 1, reviews: 2 });
    await reload(far);
    expect(await open(far)).toBe(true);
    expect([await note(far, 'Repairs'), await note(far, 'Nobody')]).toEqual(['r “£”', 'n']);
    await elsewhere.close();
  });

  test('that is older changes no later review, and adds what is missing', async () => {
    await open(page);
    await mark(page, 'Repairs', 'old');
    await mark(page, 'Nobody', 'n');
    const file = await exported(page);
    await page.waitForTimeout(5);
    await mark(page, 'Repairs', 'new');
    await flush(page);
    await take(page, file);
    await open(page);
    expect([await note(page, 'Repairs'), await note(page, 'Nobody')]).toEqual(['new', 'n']);
    await page.evaluate(() => window.desk.store.forgetAll());
    await take(page, file);
    await open(page);
    expect([await note(page, 'Repairs'), await note(page, 'Nobody')]).toEqual(['old', 'n']);
  });

  test('that is none is refused with what is wrong, and changes nothing', async () => {
    await open(page);
    await keep(page, 'Repairs', 'r');
    const file = await exported(page);
    const refusals = {
      'not json': { code: 'not_json', where: '' },
      '{"schema":"sourcelight.report/1","claims":[]}': { code: 'other_file', where: '' },
      '[1]': { code: 'other_file', where: '' },
      [file.replace('review/2', 'review/3')]: { code: 'later_file', where: '' },
      [file.replace('"checked"', '"done"')]: { code: 'bad_field', where: 'articles[0].reviews[0].mark' },
      [file.replace(/"at": "[^"]+"/, '"at": "soon"')]: { code: 'bad_field', where: 'articles[0].reviews[0].at' },
      [file.replace('"reviews": [', '"reviews": [7,')]: { code: 'bad_field', where: 'articles[0].reviews[0]' },
    };
    for (const [wrong, refusal] of Object.entries(refusals)) expect(await take(page, wrong)).toEqual(refusal);
    expect(JSON.parse(await exported(page)).articles).toEqual(JSON.parse(file).articles);
  });
});

describe('Where the browser keeps nothing', () => {
  const ways: [string, () => void][] = [
    ['has no IndexedDB', () => Object.defineProperty(window, 'indexedDB', { value: undefined })],
    ['forbids it', () => {
      const get = () => {
        throw new DOMException('denied', 'SecurityError');
      };
      Object.defineProperty(window, 'indexedDB', { get });
    }],
    ['fails to open it', () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('private', 'InvalidStateError');
      };
    }],
  ];
  test.each(ways)('as one that %s, reviews last as long as the page, and it says so once', async (_, first) => {
    const tab = await pages.tab(context, first);
    expect(await open(tab)).toBe(false);
    await keep(tab, 'Repairs', 'r');
    await keep(tab, 'Nobody', 'n');
    expect(await problems(tab)).toEqual(['blocked']);
    expect(await list(tab)).toMatchObject([{ reviews: 2 }]);
    await open(tab, other);
    expect(await open(tab)).toBe(true);
    expect(await note(tab, 'Repairs')).toBe('r');
    const file = await tab.evaluate(() => window.desk.store.exportFile());
    expect(JSON.parse(file)).toMatchObject({ articles: [{ reviews: [{ note: 'r' }, { note: 'n' }] }] });
  });

  test('for want of room, it says so, and keeps them when there is room again', async () => {
    const session = await context.newCDPSession(page);
    const { origin } = pages;
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    await open(page);
    await mark(page, 'Repairs', 'r');
    await keep(page, 'Nobody', 'n'.repeat(200_000));
    expect(await problems(page)).toEqual(['full']);
    expect(await list(page)).toMatchObject([{ reviews: 2 }]);
    await session.send('Storage.overrideQuotaForOrigin', { origin });
    await keep(page, 'Mayor', 'm');
    expect(await problems(page)).toEqual(['full', null]);
    await reload(page);
    await open(page);
    expect([(await note(page, 'Nobody'))?.length, await note(page, 'Mayor')]).toEqual([200_000, 'm']);
  });

  /** A later Sourcelight makes the store anew, and leaves something there. */
  const upgrade = (page: Page) =>
    page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.open('sourcelight-reviews', 9);
          request.onupgradeneeded = () => request.result.createObjectStore('later').put('kept', 'key');
          request.onsuccess = () => resolve(request.result.close());
          request.onerror = () => reject(request.error);
          request.onblocked = () => reject(new Error('blocked'));
        }),
    );

  test('a later Sourcelight in another tab is not held up, and this page says so', async () => {
    await open(page);
    await keep(page, 'Repairs', 'r');
    const later = await pages.tab(context);
    await upgrade(later);
    await keep(page, 'Nobody', 'n');
    expect(await problems(page)).toEqual(['newer']);
    expect(await list(page)).toMatchObject([{ reviews: 2 }]);
  });

  test('because a later Sourcelight was here, what that keeps is left alone', async () => {
    await upgrade(page);
    await reload(page);
    await open(page);
    await keep(page, 'Repairs', 'r');
    await page.evaluate(() => window.desk.store.forgetAll());
    expect(await problems(page)).toEqual(['newer']);
    const kept = await page.evaluate(
      () =>
        new Promise((resolve) => {
          const request = indexedDB.open('sourcelight-reviews');
          request.onsuccess = () => {
            const { result } = request;
            const value = result.transaction('later').objectStore('later').get('key');
            value.onsuccess = () => resolve([result.version, value.result]);
          };
        }),
    );
    expect(kept).toEqual([9, 'kept']);
  });

  test('any more, because somebody cleared it, the next review makes it anew', async () => {
    await open(page);
    await keep(page, 'Repairs', 'r');
    const second = await pages.tab(context);
    await second.evaluate(() => new Promise<void>((resolve, reject) => {
      const request = indexedDB.deleteDatabase('sourcelight-reviews');
      request.onsuccess = () => resolve();
      request.onblocked = request.onerror = () => reject(new Error('not deleted'));
    }));
    await keep(page, 'Nobody', 'n');
    expect(await problems(page)).toEqual([]);
    await reload(page);
    await open(page);
    expect([await note(page, 'Repairs'), await note(page, 'Nobody')]).toEqual([null, 'n']);
  });
});
