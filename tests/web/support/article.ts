// What tests do on the page: put an article in, look at its marks, point at a claim.
import type { Locator, Page } from 'playwright-core';
import type { ClaimStatus, Report } from '../../../web/engine/index.ts';
import { reportOf } from './browser.ts';

/** Opens the sample article and waits until it has been read. */
export async function openSample(page: Page): Promise<Report> {
  await page.getByRole('button', { name: 'Try the sample article' }).click();
  return reportOf(page);
}

/** Puts `text` in the field as a paste does, and waits until it has been read. */
export async function enter(page: Page, text: string): Promise<Report> {
  await field(page).focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
  return reportOf(page);
}

export const field = (page: Page) => page.getByRole('textbox', { name: 'Article text' });

/**
 * Presses `keys` in `area`, undo's or redo's, once and then until `text` stands there; gives what does
 * at last. How many steps it takes is the browser's business: a pause in typing begins a new one, and
 * on a busy machine there are pauses.
 */
export async function pressUntil(area: Locator, keys: string, text: string): Promise<string> {
  let there: string;
  let times = 0;
  do {
    await area.press(keys);
    there = await area.inputValue();
  } while (there !== text && ++times < 40);
  return there;
}

/** The legend's button for the status with this label. */
export const filter = (page: Page, label: string) =>
  page.getByRole('group', { name: 'Show only' }).getByRole('button', { name: new RegExp(`^${label}`) });

/** The entries of the list of claims or of sources. */
export const entries = (page: Page) => page.getByRole('tabpanel').locator('.item');

/** What <source-light> has to tell above the text. */
export const notice = (page: Page) => page.locator('source-light .notice');

/** Does what the page's menu "Save as" offers; gives the file it saves, as text. */
export async function save(page: Page, name: RegExp): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), choose(page, name)]);
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(part as Buffer);
  return { name: download.suggestedFilename(), text: Buffer.concat(parts).toString() };
}

/** Chooses from the page's menu "Save as". */
export async function choose(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Save as' }).click();
  await page.locator('#menu').getByRole('button', { name }).click();
}

export const card = (page: Page) => page.getByRole('region', { name: 'Selected claim' });

/** The words that are painted with each highlight, in the order of the text. */
export function painted(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...CSS.highlights].map(([name, highlight]) => {
        const ranges = [...highlight] as Range[];
        ranges.sort((one, other) => one.compareBoundaryPoints(Range.START_TO_START, other));
        return [name.replace('sourcelight-', ''), ranges.map(String)];
      }),
    ),
  );
}

/** The statuses whose lines are painted, sorted; whether anything of them is unsure besides is not told. */
export const paintedStatuses = async (page: Page): Promise<string[]> =>
  Object.keys(await painted(page)).filter((name) => name !== 'unsure').sort();

/** The words of all claims of `status`, span by span. */
export function wordsOf(report: Report, text: string, status: ClaimStatus): string[] {
  const claims = report.claims.filter((claim) => claim.status === status);
  return claims.flatMap(({ spans }) => spans.map(([begin, end]) => text.slice(begin, end)));
}

/** A point on the screen in the middle of the first word of [begin, end). */
export function pointAt(page: Page, begin: number): Promise<{ x: number; y: number }> {
  return page.evaluate((offset) => {
    const sheet = document.querySelector('source-light')?.shadowRoot?.querySelector('.sheet');
    const walker = document.createTreeWalker(sheet as Node, NodeFilter.SHOW_TEXT);
    let before = 0;
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      if (offset < before + node.length) {
        const range = new Range();
        range.setStart(node, offset - before);
        range.setEnd(node, Math.min(offset - before + 3, node.length));
        (node.parentElement as Element).scrollIntoView({ block: 'center' });
        const rect = range.getClientRects()[0] as DOMRect;
        return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
      }
      before += node.length;
    }
    throw new Error(`no text at ${offset}`);
  }, begin);
}
