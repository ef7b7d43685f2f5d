// The card beside a mark, in Chromium: where it stands, how it goes, and for whom.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';
import { openHostPage } from './open.ts';

const here = openHostPage();
const card = () => here.page.locator('[data-sourcelight=card]');
const show = (x: number, y: number) =>
  here.page.evaluate(async ([x, y]) => {
    // What the test before has scrolled is told in the next frame, and would close it.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    window.host.showCard(x, y);
  }, [x, y] as const);
const closed = () => here.page.evaluate(() => window.host.closed);
const place = async () => {
  const box = await card().boundingBox();
  if (!box) throw new Error('The card is not to be seen.');
  return { left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height };
};

afterEach(() => here.page.evaluate(() => window.host.clear()));

describe('The card stands', () => {
  test('below its words', async () => {
    await show(200, 100);
    const { left, top } = await place();
    expect([left, top]).toEqual([200, 128]);
  });

  test('above them where the window ends', async () => {
    await show(200, 860);
    const { bottom } = await place();
    expect(bottom).toBeLessThanOrEqual(860);
    expect(bottom).toBeGreaterThan(845);
  });

  test.each([[-500, 100], [1270, 100], [200, -300], [200, 2000]])('inside the window for words at %i, %i', async (x, y) => {
    await show(x, y);
    const { left, top, right, bottom } = await place();
    expect(Math.min(left, top)).toBeGreaterThanOrEqual(8);
    expect(right).toBeLessThanOrEqual(1280 - 8);
    expect(bottom).toBeLessThanOrEqual(900);
  });

  test('inside a narrow window', async () => {
    await here.page.setViewportSize({ width: 320, height: 500 });
    await show(250, 100);
    const { left, right } = await place();
    await here.page.setViewportSize({ width: 1280, height: 900 });
    expect(left).toBeGreaterThanOrEqual(8);
    expect(right).toBeLessThanOrEqual(320);
  });

  test('in front of a dialog that is open', async () => {
    await here.page.evaluate(() => {
      const dialog = document.querySelector('main')?.appendChild(document.createElement('dialog'));
      dialog?.append('A dialog as large as the window.');
      if (dialog) dialog.style.cssText = 'width: 100vw; height: 100vh';
      dialog?.show();
    });
    await show(200, 100);
    const top = await here.page.evaluate(() => document.elementFromPoint(250, 150)?.getAttribute('data-sourcelight'));
    expect(top).toBe('card');
  });
});

describe('The card says', () => {
  test('what the claim rests on, and what a rule of the newsroom found', async () => {
    await show(200, 100);
    expect(await card().locator('.status').innerText()).toBe('Own voice');
    expect(await card().locator('p').allInnerTexts()).toContain('Two sources, please.');
    expect(await card().locator('.doubt').innerText()).toBe('How sure: sure of the mark (more than nine in ten are right).');
  });
});

describe('The card goes', () => {
  test('with Escape, which nobody else hears', async () => {
    await here.page.evaluate(() => {
      Object.assign(window, { heard: 0 });
      document.body.onkeydown = () => ++(window as unknown as { heard: number }).heard;
    });
    await show(200, 100);
    await here.page.keyboard.press('Escape');
    expect([await card().count(), await closed(), await here.page.evaluate('heard')]).toEqual([0, [true], 0]);
    await here.page.keyboard.press('Escape');
    expect([await closed(), await here.page.evaluate('heard')]).toEqual([[true], 1]);
    await here.page.evaluate(() => (document.body.onkeydown = null));
  });

  test('with its button, and not with a press inside it', async () => {
    await show(200, 100);
    await card().locator('.status').click();
    expect(await card().count()).toBe(1);
    await card().locator('.close').click();
    expect([await card().count(), await closed()]).toEqual([0, [true]]);
  });

  test('with a press elsewhere, which keeps the keyboard where it was put', async () => {
    await show(200, 100);
    await here.page.mouse.click(1200, 800);
    expect([await card().count(), await closed()]).toEqual([0, [false]]);
  });

  test('when the page is scrolled from under it, and not when it is scrolled itself', async () => {
    await here.page.evaluate(() => (document.body.style.height = '3000px'));
    await show(200, 100);
    await card().locator('section').evaluate((section) => {
      section.style.height = '40px';
      section.scrollTop = 20;
    });
    await here.page.waitForTimeout(100);
    expect(await card().count()).toBe(1);
    await here.page.mouse.move(1000, 700);
    await here.page.mouse.wheel(0, 50);
    await expect.poll(() => card().count()).toBe(0);
    await here.page.evaluate(() => (document.body.style.height = ''));
  });

  test('when another opens: there is one at a time', async () => {
    await show(200, 100);
    await show(400, 300);
    expect(await card().count()).toBe(1);
    expect((await place()).left).toBe(400);
  });
});

describe('The card leaves', () => {
  test('the keyboard in the text, until it is asked to take it', async () => {
    await show(200, 100);
    expect(await here.page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    await here.page.evaluate(() => window.host.card.focus());
    expect(await card().evaluate((element) => element.shadowRoot?.activeElement?.className)).toBe('close');
  });
});

describe('The card can be read', () => {
  test.each(['light', 'dark'] as const)('in a %s page: axe finds nothing', async (scheme) => {
    const { page } = here;
    await page.evaluate((scheme) => (document.documentElement.style.colorScheme = scheme), scheme);
    await show(200, 100);
    const ground = await card().locator('section').evaluate((section) => getComputedStyle(section).backgroundColor);
    const light = (/\d+/.exec(ground)?.[0] ?? 0) as number;
    expect(light > 128).toBe(scheme === 'light');
    await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
    const { violations } = (await page.evaluate(`axe.run('[data-sourcelight=card]')`)) as AxeResults;
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });
});
