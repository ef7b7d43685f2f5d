// The page in Chromium: what a pointer that rests on a claim is told, and all that its card says.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Report } from '../../../web/engine/index.ts';
import { card, painted, pointAt } from '../support/article.ts';
import { reportOf } from '../support/browser.ts';
import { openDesk } from '../support/desk.ts';
import { article, linked } from '../support/lock.ts';

const desk = openDesk();
let report: Report;

beforeEach(async () => {
  const begin = article.indexOf(linked.words);
  const link = { span: [begin, begin + linked.words.length] as const, target: linked.target };
  await desk.page.evaluate(
    ([text, links]) => document.querySelector('source-light')?.replaceText(text, links),
    [article, [link]] as const,
  );
  report = await reportOf(desk.page);
});

/** The index of the claim that `words` stand in; the last one if there are several. */
function claimOf(words: string): number {
  const at = article.lastIndexOf(words);
  const claim = report.claims.findIndex(({ spans }) => spans.some(([begin, end]) => begin <= at && at < end));
  if (at < 0 || claim < 0) throw new Error(`no claim: ${words}`);
  return claim;
}

async function openCard(words: string): Promise<void> {
  await desk.page.evaluate((claim) => document.querySelector('source-light')?.selectClaim(claim), claimOf(words));
}

const selected = () => desk.page.evaluate(() => document.querySelector('source-light')?.selectedClaim);
const section = (title: string) =>
  card(desk.page).locator('section', { has: desk.page.getByRole('heading', { name: title, exact: true }) });

describe('A pointer that rests on a claim', () => {
  const peek = () => desk.page.locator('source-light .peek');

  async function hover(words: string): Promise<{ x: number; y: number }> {
    const point = await pointAt(desk.page, article.lastIndexOf(words));
    await desk.page.mouse.move(point.x, point.y);
    await desk.page.mouse.move(point.x + 1, point.y);
    return point;
  }

  test('is told who says so, without another step', async () => {
    await hover('that boats had queued');
    await peek().waitFor();
    expect((await peek().textContent())?.trim()).toBe('Named sourceRuna Teller, owns the barge Sofie');
    await hover('Will the lock');
    await peek().waitFor({ state: 'hidden' });
  });

  test('is told why where nobody is given', async () => {
    await hover('and it is the oldest');
    await peek().waitFor();
    expect(await peek().textContent()).toContain(report.claims[claimOf('and it is the oldest')]?.why);
  });

  test('gets rid of it with Escape, and the text keeps the focus', async () => {
    await hover('that boats had queued');
    await peek().waitFor();
    await desk.page.keyboard.press('Escape');
    expect(await peek().isVisible()).toBe(false);
  });

  test('can go onto it, and a click there opens the card', async () => {
    await hover('that boats had queued');
    await peek().waitFor();
    const box = await peek().boundingBox();
    await desk.page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 12, { steps: 8 });
    await desk.page.waitForTimeout(500);
    expect(await peek().isVisible()).toBe(true);
    await desk.page.mouse.down();
    await desk.page.mouse.up();
    expect(await peek().isVisible()).toBe(false);
    expect(await selected()).toBe(claimOf('that boats had queued'));
  });

  test('is told nothing while letters are typed', async () => {
    await hover('that boats had queued');
    await peek().waitFor();
    await desk.page.keyboard.type('So');
    expect(await peek().isVisible()).toBe(false);
  });
});

describe('The card', () => {
  test('says whom a pronoun means', async () => {
    await openCard('that boats had queued');
    expect(await card(desk.page).textContent()).toContain('“She” means Runa Teller');
  });

  test('says in which words a source is given where that is not its name', async () => {
    await openCard('We will keep one gate');
    expect(await card(desk.page).textContent()).toContain('here “Teller”');
  });

  test('lists what is worth a check, with the words', async () => {
    await openCard('and it is the oldest');
    expect(await section('Worth a check').textContent()).toContain('superlative oldest');
  });

  test('tells numbers that differ, and leads to the other place', async () => {
    await openCard('3.1 million crowns');
    const differ = section('The numbers differ');
    expect(await differ.textContent()).toContain('“3.1 million” here, “4.2 million” there');
    await differ.getByRole('button').click();
    expect(await selected()).toBe(claimOf('4.2 million'));
    expect(await section('The numbers differ').textContent()).toContain('“4.2 million” here, “3.1 million” there');
  });

  test('tells what the article says elsewhere too, and leads there', async () => {
    await openCard('4.2 million crowns');
    await section('The article says the same elsewhere').getByRole('button').click();
    expect(await selected()).toBe(claimOf('3.1 million crowns'));
  });

  test('leads to what else the source says, and can show all of it', async () => {
    await openCard('We will keep one gate');
    const elsewhere = section('Runa Teller also says');
    const others = elsewhere.locator('.other');
    expect(await others.allTextContents()).toEqual([
      'Paragraph 4 “Nobody told us,”',
      'Paragraph 4 that boats had queued since noon and that two of her crew were hurt in a collision',
      'Paragraph 7 that the board owed her an answer',
      'Paragraph 7 the plan a disgrace',
    ]);
    await others.nth(1).click();
    expect(await selected()).toBe(claimOf('that boats had queued'));
    await elsewhere.getByRole('button', { name: 'Show all 5 in the text' }).click();
    const marks = await painted(desk.page);
    expect(marks['named']?.length).toBe(5);
    expect(marks['unsourced']).toBeUndefined();
    expect(await desk.page.getByText('Showing only: Runa Teller.').isVisible()).toBe(true);
  });

  test('of a claim with a link names its host and leads there in a new tab', async () => {
    await openCard(linked.words);
    const link = card(desk.page).getByRole('link');
    expect(await link.getAttribute('href')).toBe(linked.target);
    expect(await section('Links to council.example').isVisible()).toBe(true);
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await link.getAttribute('rel')).toContain('noopener');
  });

  test('gives its facts in one order, the why among them', async () => {
    await openCard('3.1 million crowns');
    const claim = report.claims[claimOf('3.1 million crowns')];
    const text = (await card(desk.page).textContent()) ?? '';
    const order = ['Claim 7 of 15', 'Named source', '3.1 million', 'Who', 'In which words', 'How', claim?.why ?? '-', 'Worth a check'];
    const places = order.map((words) => text.indexOf(words));
    expect(places).not.toContain(-1);
    expect([...places].sort((one, other) => one - other)).toEqual(places);
  });

  test('is left by its button, and the focus goes back to the text', async () => {
    await openCard('3.1 million crowns');
    await card(desk.page).getByRole('button', { name: 'Close' }).click();
    expect(await card(desk.page).isVisible()).toBe(false);
    expect(await selected()).toBeNull();
    expect((await painted(desk.page))['selected']).toBeUndefined();
    await desk.page.keyboard.type('X');
    expect(await desk.page.evaluate(() => document.querySelector('source-light')?.text)).toContain('X');
  });

  test('goes on and back by its buttons', async () => {
    await openCard('“Nobody told us');
    const at = claimOf('“Nobody told us');
    await card(desk.page).getByRole('button', { name: 'Next claim' }).click();
    expect(await selected()).toBe(at + 1);
    await card(desk.page).getByRole('button', { name: 'Previous claim' }).click();
    expect(await selected()).toBe(at);
  });
});

describe('A claim to send on', () => {
  const words = 'that boats had queued';
  const sentence = (): string => {
    const { standalone } = report.claims[claimOf(words)] ?? {};
    return `${standalone?.who}: ${standalone?.text}`;
  };
  const clipboard = () => desk.page.evaluate(() => navigator.clipboard.readText());

  test('has who says so in front, and goes to the clipboard', async () => {
    await desk.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await openCard(words);
    expect(sentence()).toMatch(/^Runa Teller, .*: Boats had queued/);
    const part = section('To send on');
    expect(await part.locator('p').first().textContent()).toBe(sentence());
    await part.getByRole('button', { name: 'Copy' }).click();
    await part.getByText('Copied.').waitFor();
    expect(await part.getByRole('status').textContent()).toBe('Copied.');
    expect(await clipboard()).toBe(sentence());
  });

  test('is copied by key where the page may not write to the clipboard itself, and the focus stays', async () => {
    await desk.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await desk.page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('No.', 'NotAllowedError'));
    });
    await openCard(words);
    const button = section('To send on').getByRole('button', { name: 'Copy' });
    await button.press('Enter');
    await section('To send on').getByText('Copied.').waitFor();
    expect(await clipboard()).toBe(sentence());
    expect(await button.evaluate((one) => one.matches(':focus'))).toBe(true);
    await desk.page.evaluate(() => {
      document.execCommand = () => false;
    });
    await button.press('Enter');
    await section('To send on').getByText('It could not be copied.').waitFor();
  });

  test('says which day it was where the article’s date is known, as from a web page that is opened', async () => {
    const page = `<html><head><title>Lock</title><meta property="article:published_time" content="2026-03-05T08:00:00Z"></head>
      <body><article><h1>The lock is shut</h1><p>The lock at Ostby was shut on Tuesday, Mayor Mara Lind said, after a barge had hit its gates
      and broken two of the beams that hold them.</p><p>Nobody was hurt, and the barge was towed to the yard, where it will be mended.</p></article></body></html>`;
    const [chooser] = await Promise.all([desk.page.waitForEvent('filechooser'), desk.page.getByRole('button', { name: 'Open…' }).click()]);
    await chooser.setFiles({ name: 'lock.html', mimeType: 'text/html', buffer: Buffer.from(page) });
    const sentences = () => desk.page.evaluate(() => document.querySelector('source-light')?.report?.claims.map(({ standalone }) => standalone?.text).join(' '));
    await expect.poll(sentences).toContain('[3 March 2026]');
    await desk.page.evaluate(() => document.querySelector('source-light')?.setAttribute('date', '2026-02-31'));
    await expect.poll(sentences).not.toContain('2026');
  });

  test('is not there where nothing is claimed', async () => {
    await openCard('Will the lock');
    expect(await section('To send on').count()).toBe(0);
  });
});
