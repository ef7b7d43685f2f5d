// The view that compares two versions, on a page of its own in a real Chromium under the page's
// own policy: what a person puts in, sees, hears and can reach without a mouse.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { button, compare, entries, field, openComparing, result, setArticle, summary } from './page.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const onPage = openComparing();

const earlier = `The bridge over the Sill will stay shut until May, Mayor Ilse Varga said on Monday.

The farmer Joren Falk said the reservoir was almost empty.

Twelve people were hurt when a railing gave way on the bridge. The school is shut.`;

const later = `The bridge over the Sill will stay shut until May.

Ilse Varga, the mayor, said the reservoir was almost empty.

At least 14 people were hurt when a railing gave way on the bridge. Bakers in Norre have won three medals.`;

/** Heading and entries of each group, in their order, as they are seen. */
const groups = (page: Page): Promise<[string, string[]][]> =>
  page.locator('.group').evaluateAll((sections) =>
    sections.map((section) => {
      const seen = (element: Element): string => {
        const copy = element.cloneNode(true) as Element;
        for (const hidden of copy.querySelectorAll('.visually-hidden, [aria-hidden]')) hidden.remove();
        for (const side of copy.querySelectorAll('.who, .state.now')) side.prepend(' → ');
        copy.querySelector('.note')?.prepend(' ');
        return (copy.textContent ?? '').replace(/\s+/g, ' ').replace('→ → ', '→ ').trim();
      };
      return [seen(section.querySelector('h3') as Element), [...section.querySelectorAll('.result')].map(seen)];
    }),
  );

describe('With an earlier version', () => {
  const prepared = (run: (page: Page) => Promise<void>) =>
    onPage(async (page) => {
      await setArticle(page, later);
      await compare(page, earlier);
      await run(page);
    });

  test('one sentence says what came of it, and is spoken', () =>
    prepared(async (page) => {
      const expected =
        'Against the earlier version: 1 claim is new, 1 lost its source, 1 changed its source, 1 is reworded and 1 is gone.';
      expect(await summary(page).innerText()).toBe(expected);
      expect(await page.getByRole('status').innerText()).toBe(expected);
    }));

  test('changes stand in groups, lost sources first, with status and sources before and after', () =>
    prepared(async (page) => {
      expect(await groups(page)).toEqual([
        ['Lost their source 1', ['The bridge over the Sill will stay shut until May. → Named source: Ilse Varga → Own voice']],
        ['Changed their source 1', ['the reservoir was almost empty → Named source: Joren Falk → Named source: Ilse Varga']],
        ['New, without a source 1', ['Bakers in Norre have won three medals. → Own voice']],
        ['Reworded 1', ['TwelveAt least 14 people were hurt when a railing gave way on the bridge. → Own voice The numbers differ']],
        ['Gone 1', ['The school is shut. → Own voice']],
      ]);
      expect(await page.locator('.reworded del').innerText()).toContain('Twelve');
      expect(await page.locator('.reworded ins').innerText()).toContain('At least 14');
    }));

  test('what was added and removed is said in words too', () =>
    prepared(async (page) => {
      const name = /removed: Twelve added: At least 14 unchanged: people were hurt/;
      expect(await page.getByRole('button', { name }).count()).toBe(1);
      const lost = /earlier: Named source: Ilse Varga\s+later: Own voice/;
      expect(await page.getByRole('button', { name: lost }).count()).toBe(1);
    }));

  test('an entry leads to its claim in the article; one that is gone leads nowhere', () =>
    prepared(async (page) => {
      await page.getByRole('button', { name: /^Bakers in Norre/ }).click();
      await page.getByRole('button', { name: /^the reservoir/ }).click();
      const words = await page.evaluate(() => window.harness.selected.join());
      expect(words).toBe('3,1');
      expect(await page.getByText('The school is shut.').evaluate((one) => one.closest('button'))).toBeNull();
    }));

  test('the comparison follows the article', () =>
    prepared(async (page) => {
      await setArticle(page, earlier);
      await page.getByText('Both versions are the same, word for word.').first().waitFor();
      expect(await entries(page).count()).toBe(0);
    }));

  test('what is not seen is compared when it is shown', () =>
    prepared(async (page) => {
      await page.evaluate(() => (window.harness.host.hidden = true));
      await setArticle(page, earlier);
      await page.waitForTimeout(800);
      expect(await entries(page).count()).toBe(5);
      await page.evaluate(() => (window.harness.host.hidden = false));
      await page.getByText('Both versions are the same, word for word.').first().waitFor();
    }));

  test('it may turn out to be the later one', () =>
    prepared(async (page) => {
      await page.getByRole('radio', { name: 'later' }).check();
      const expected =
        'In the later version: 1 claim is new, 1 changed its source, 1 got a source, 1 is reworded and 1 is gone.';
      await page.getByText(expected).first().waitFor();
      await page.getByRole('button', { name: /^Bakers in Norre/ }).click(); // gone there, but here
      expect(await page.evaluate(() => window.harness.selected.join())).toBe('3');
    }));

  test('another version can be put in, and comparing stopped', () =>
    prepared(async (page) => {
      await button(page, 'Compare with another version').click();
      expect(await field(page).inputValue()).toBe('');
      await compare(page, later);
      expect(await summary(page).innerText()).toBe('Both versions are the same, word for word.');
      await button(page, 'Stop comparing').click();
      expect(await field(page).evaluate((one) => one.matches(':focus'))).toBe(true);
      expect(await page.evaluate(() => window.harness.view.comparing)).toBe(false);
    }));

  test('all of it can be reached and chosen by keys', () =>
    onPage(async (page) => {
      await setArticle(page, later);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.insertText(earlier);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await result(page);
      expect(await summary(page).evaluate((one) => one.matches(':focus'))).toBe(true);
      for (let i = 0; i < 3; ++i) await page.keyboard.press('Tab');
      const focused = () => page.evaluate(() => window.harness.host.shadowRoot?.activeElement?.textContent ?? '');
      expect(await focused()).toContain('The bridge over the Sill');
      await page.keyboard.press('ArrowDown');
      expect(await focused()).toContain('the reservoir');
      await page.keyboard.press('End');
      expect(await focused()).toContain('people were hurt');
      await page.keyboard.press('Home');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => window.harness.selected.join())).toBe('0');
    }));
});

describe('Putting a version in', () => {
  test('a file can be opened, and dropped', () =>
    onPage(async (page) => {
      await setArticle(page, later);
      const chooser = page.waitForEvent('filechooser');
      await button(page, 'Open a file').click();
      const file = { name: 'earlier.txt', mimeType: 'text/plain', buffer: Buffer.from(earlier) };
      await (await chooser).setFiles(file);
      await page.getByText('1 lost its source').first().waitFor();
      await button(page, 'Compare with another version').click();
      await drop(page, 'same.txt', later);
      await page.getByText('Both versions are the same, word for word.').first().waitFor();
    }));

  test('a file that cannot be opened is said in words', () =>
    onPage(async (page) => {
      await setArticle(page, later);
      await drop(page, 'picture.png', 'x');
      await page.getByRole('alert').getByText('Only text files, please.').waitFor();
    }));

  test('nothing to compare with is said in words', () =>
    onPage(async (page) => {
      await button(page, 'Compare').click();
      expect(await page.getByRole('alert').innerText()).toBe('Paste or open the other version first.');
      await compare(page, earlier);
      expect(await summary(page).innerText()).toBe('There is no article on the page to compare it with.');
      await setArticle(page, earlier);
      await page.getByText('Both versions are the same, word for word.').first().waitFor();
    }));

  test.each([
    ['text_too_long', 'The other version is too long to be read in one piece.'],
    ['engine_failed', 'The other version could not be read. Try again, or reload the page.'],
  ])('a reading that fails with %s is said in words, and can be tried again', (code, words) =>
    onPage(async (page) => {
      await setArticle(page, later);
      await page.evaluate((failure) => window.harness.fail(failure), code);
      await field(page).fill(earlier);
      await button(page, 'Compare').click();
      await page.getByRole('alert').getByText(words).waitFor();
      await page.evaluate(() => window.harness.fail(null));
      await compare(page, await field(page).inputValue());
      expect(await page.getByRole('alert').count()).toBe(0);
    }),
  );

  test('reading shows that it goes on, and can be cancelled', () =>
    onPage(async (page) => {
      await setArticle(page, later);
      await page.evaluate(() => window.harness.hold());
      await field(page).fill(earlier);
      await button(page, 'Compare').click();
      await page.getByRole('progressbar').waitFor();
      expect(await button(page, 'Cancel').evaluate((one) => one.matches(':focus'))).toBe(true);
      await page.keyboard.press('Enter');
      await page.evaluate(() => window.harness.release());
      expect(await page.getByRole('status').innerText()).toBe('Cancelled.');
      await page.waitForTimeout(300);
      expect(await page.locator('.compare').getAttribute('data-state')).toBe('form');
      expect(await field(page).inputValue()).toBe(earlier);
    }));

  test('markup in an article stays text', () =>
    onPage(async (page) => {
      await setArticle(page, 'The council closed <b>the bridge</b> on Monday after a storm, the mayor, Mara Lind, said.\n\n<img src=x onerror=alert(1)>');
      await compare(page, 'Bakers in Norre have won three medals.');
      expect(await page.locator('.groups :is(b, img)').count()).toBe(0);
      expect(await page.locator('.groups').innerText()).toContain('<b>the bridge</b>');
    }));
});

test('in Spanish, no word is English', () =>
  onPage(
    async (page) => {
      await setArticle(page, later);
      await page.getByRole('textbox', { name: 'Pegue aquí la otra versión' }).fill(earlier);
      await button(page, 'Comparar').click();
      await result(page);
      expect(await summary(page).innerText()).toBe(
        'Frente a la versión anterior: 1 afirmación es nueva, 1 perdió su fuente, 1 cambió de fuente, ' +
          '1 está redactada de otro modo y 1 ya no está.',
      );
      const all = await page.locator('.compare').evaluate((one) => one.textContent ?? '');
      expect(all).not.toMatch(/source|version\b|own voice|earlier|later|removed|added|compare\b/i);
    },
    {},
    '?lang=es',
  ));

describe('axe-core finds nothing', () => {
  const views: [string, BrowserContextOptions, (page: Page) => Promise<void>][] = [
    ['the form with a problem', {}, (page) => button(page, 'Compare').click()],
    ['the result', {}, (page) => setArticle(page, later).then(() => compare(page, earlier))],
    ['the result on a phone', { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
      (page) => setArticle(page, later).then(() => compare(page, earlier))],
    ['while it is read', {}, async (page) => {
      await page.evaluate(() => window.harness.hold());
      await field(page).fill(earlier);
      await button(page, 'Compare').click();
    }],
  ];
  const all = views.flatMap((view) => (['light', 'dark'] as const).map((scheme) => [view[0], scheme, view] as const));
  test.each(all)('in %s, %s', (_, colorScheme, [, options, prepare]) =>
    onPage(
      async (page) => {
        await prepare(page);
        await page.evaluate(axe);
        const results: AxeResults = await page.evaluate(() => window.axe.run());
        expect(results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
        const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(width).toBeLessThanOrEqual(0);
      },
      { ...options, colorScheme },
    ),
  );

  test('on a touch screen, what is tapped is 44 pixels high', () =>
    onPage(async (page) => {
      await setArticle(page, later);
      await compare(page, earlier);
      const low = await page.locator('button:visible, label:has(input)').evaluateAll((all) =>
        all.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.textContent),
      );
      expect(low).toEqual([]);
    }, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }));
});

async function drop(page: Page, name: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(([file, content]) => {
    const data = new DataTransfer();
    data.items.add(new File([content], file));
    return data;
  }, [name, text] as const);
  await page.locator('.intake').dispatchEvent('drop', { dataTransfer: transfer });
}

declare global {
  interface Window {
    axe: typeof import('axe-core');
  }
}
