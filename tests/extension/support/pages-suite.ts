// What must hold on every page of tests/extension/pages, in every browser.
import { expect, test, vi } from 'vitest';
import { expected, type Expected } from './expected.ts';
import { leave, mark, marksOn, noticed, painted, site, snapshot, stateOf, traces } from './page.ts';
import type { Visitor } from './visitor.ts';

/** `visitor()`: a browser whose panel is open already, so that opening it moves nothing. */
export function pagesSuite(visitor: () => Visitor): void {
  for (const page of expected) {
    test(`${page.structure} is read and marked, and left as it was`, () => check(visitor(), page), 20_000);
  }
}

/** Opens the panel: from then on the window keeps its width. */
export async function openPanel(visitor: Visitor): Promise<void> {
  await mark(visitor, 'semantic.html', 'The work will cost 6.3 million crowns');
  await visitor.inPanel(() => document.readyState, null);
  await leave(visitor);
}

async function check(visitor: Visitor, { file, has, hasNot, marks }: Expected): Promise<void> {
  await visitor.open(`${site}/${file}`);
  const before = await snapshot(visitor);
  visitor.net.requests.length = 0;

  await visitor.press();
  await vi.waitFor(async () => {
    const all = await painted(visitor);
    for (const [status, words] of Object.entries(marks)) {
      for (const one of words) expect(marksOn(all, one), `marks on “${one}” in ${visitor.name}`).toEqual([status]);
    }
  }, { timeout: 12_000, interval: 50 });
  expect(await snapshot(visitor), 'with marks').toEqual(before);
  expect((await traces(visitor)).join(), 'what leaving takes away').toMatch(/highlight .*a style sheet/);
  await expect.poll(async () => (await visitor.button()).text).toMatch(/^\d+%$/);

  const { text } = await stateOf(visitor);
  const words = text.replace(/\s+/g, ' ');
  for (const sentence of has) expect(words).toContain(sentence);
  for (const one of hasNot) expect(words).not.toContain(one);

  await leave(visitor);
  expect(await snapshot(visitor), 'after leaving').toEqual(before);
  expect(await noticed(visitor), 'what the page noticed').toEqual([]);
  expect(visitor.net.requests, 'what was requested').toEqual([]);
}
