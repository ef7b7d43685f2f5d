// The controls a claim is reviewed with, in Chromium: by mouse and by keys, and as assistive
// technology has them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Review } from '../../../web/review/index.ts';
import { root } from '../support/serve.ts';
import { Pages } from './pages.ts';

let pages: Pages;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  pages = await Pages.start();
});
beforeEach(async () => {
  context = await pages.context();
  page = await pages.tab(context);
  await page.evaluate(() => window.showControls());
});
afterEach(async () => {
  await context.close();
  expect(pages.complaints.splice(0)).toEqual([]);
});
afterAll(() => pages?.stop());

const button = (name: string) => page.getByRole('button', { name, exact: true });
const note = () => page.getByRole('textbox', { name: 'Note' });
const said = () => page.evaluate(() => window.controls.said);
const pressed = () => page.getByRole('button', { pressed: true }).allTextContents();
const show = (review: Partial<Review> | null, changed = false, claim = 1) =>
  page.evaluate(
    ([review, changed, claim]) => {
      const whole = review && { mark: null, note: '', at: '2026-01-01T00:00:00Z', ...review };
      window.controls.controls.show(whole, changed, claim);
    },
    [review, changed, claim] as const,
  );

describe('The marks', () => {
  test('are a group of three buttons, of which at most one is pressed', async () => {
    const group = page.getByRole('group', { name: 'Your review of this claim' });
    expect(await group.getByRole('button').allTextContents()).toEqual([
      'Checked', 'Needs a source', 'Ignored', 'Add a note',
    ]);
    expect(await pressed()).toEqual([]);
    await button('Checked').click();
    await button('Needs a source').click();
    expect(await pressed()).toEqual(['Needs a source']);
    await button('Needs a source').press('Space');
    expect(await pressed()).toEqual([]);
    expect(await said()).toEqual([['checked', ''], ['needs_source', ''], [null, '']]);
  });

  test('are those of the review shown', async () => {
    await show({ mark: 'needs_source', note: 'ask Lind' });
    expect(await pressed()).toEqual(['Needs a source']);
    expect(await note().inputValue()).toBe('ask Lind');
    await show(null, false, 2);
    expect([await pressed(), await note().isVisible()]).toEqual([[], false]);
    expect(await said()).toEqual([]);
  });

  test('keep the note when another is set', async () => {
    await show({ mark: 'checked', note: 'ask Lind' });
    await button('Ignored').click();
    expect(await said()).toEqual([['ignored', 'ask Lind']]);
  });

  test('are in Spanish where the words are', async () => {
    await page.evaluate(() => window.showControls('es'));
    await button('Comprobada').click();
    expect(await pressed()).toEqual(['Comprobada']);
  });
});

describe('The note', () => {
  test('opens with Ignored, ready to be written, and is saved with Ctrl+Enter', async () => {
    await button('Ignored').click();
    await page.keyboard.type('the writer’s own view');
    await page.keyboard.press('Control+Enter');
    expect(await said()).toEqual([['ignored', ''], ['ignored', 'the writer’s own view']]);
    expect(await page.getByRole('status').textContent()).toBe('Note saved');
  });

  test('opens on demand and is saved when the focus leaves it, once', async () => {
    await button('Add a note').click();
    await page.keyboard.type(' ask Lind ');
    await page.keyboard.press('Tab');
    await note().focus();
    await note().blur();
    expect(await said()).toEqual([[null, 'ask Lind']]);
  });

  test('is as it was before after Escape, and nothing is said', async () => {
    await show({ mark: 'checked', note: 'old' });
    await note().fill('new');
    await note().press('Escape');
    expect(await note().inputValue()).toBe('old');
    expect(await button('Note').evaluate((element) => element.matches(':focus'))).toBe(true);
    expect(await said()).toEqual([]);
  });

  test('being written stays while the same claim is shown again', async () => {
    await show({ mark: 'checked' });
    await button('Add a note').click();
    await page.keyboard.type('half a th');
    await show({ mark: 'checked' });
    await page.keyboard.type('ought');
    expect(await note().inputValue()).toBe('half a thought');
    await show({ mark: 'ignored', note: 'another' }, false, 2);
    expect(await note().inputValue()).toBe('another');
  });

  test('may have several lines', async () => {
    await button('Add a note').click();
    await page.keyboard.type('one');
    await page.keyboard.press('Enter');
    await page.keyboard.type('two');
    await page.keyboard.press('Control+Enter');
    expect(await said()).toEqual([[null, 'one\ntwo']]);
  });
});

describe('When the words have changed since', () => {
  test('that is said, and one press says that the mark stands', async () => {
    await show({ mark: 'checked', note: 'n' }, true);
    expect(await page.getByText('The words have changed since you checked it.').isVisible()).toBe(true);
    await button('Checked again').press('Enter');
    expect(await said()).toEqual([['checked', 'n']]);
    await show({ mark: 'checked', note: 'n' });
    expect(await page.getByText('The words have changed').isVisible()).toBe(false);
    expect(await button('Checked').evaluate((element) => element.matches(':focus'))).toBe(true);
  });
});

describe('For everybody', () => {
  const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

  test.each(['light', 'dark'] as const)('axe finds nothing in %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await page.evaluate((scheme) => (document.documentElement.style.colorScheme = scheme), colorScheme);
    await page.evaluate(() => (document.body.style.background = 'Canvas'));
    await show({ mark: 'ignored', note: 'no matter' }, true);
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: { run(node: Element): Promise<{ violations: { id: string }[] }> } };
      const { violations } = await axe.run(document.querySelector('main') ?? document.body);
      return violations.map(({ id }) => id);
    });
    expect(violations).toEqual([]);
  });

  test('buttons are 44 px high where fingers touch them', async () => {
    const phone = await pages.context({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } });
    page = await pages.tab(phone);
    await page.evaluate(() => window.showControls());
    await show({ mark: 'checked' }, true);
    for (const name of ['Checked', 'Needs a source', 'Ignored', 'Add a note', 'Checked again']) {
      const { height = 0 } = (await button(name).boundingBox()) ?? {};
      expect(Math.round(height), name).toBeGreaterThanOrEqual(44);
    }
    await phone.close();
  });
});
