// What must hold in every browser where words cannot be marked on the page.
import { expect } from 'vitest';
import type {} from '../../../web/widget/source-light.ts';
import { forbidHighlights, leave, mark, painted, snapshot, stateOf } from './page.ts';
import type { Visitor } from './visitor.ts';

export async function checkWithoutHighlights(visitor: Visitor): Promise<void> {
  await mark(visitor, 'wire.html', 'The quake was the strongest in Marenia');
  await leave(visitor);
  await forbidHighlights(visitor);
  const before = await snapshot(visitor);
  await visitor.press();
  const panelText = (): Promise<string> => visitor.inPanel(() => document.body.innerText, null);
  await expect.poll(panelText).toContain('This browser cannot mark words on a page');
  expect((await stateOf(visitor)).canMark).toBe(false);
  const shown = (): Promise<string> => visitor.inPanel(() =>
    document.querySelector('source-light')?.shadowRoot?.querySelector<HTMLElement>('.sheet')?.innerText ?? '', null);
  await expect.poll(shown).toContain('The quake was the strongest in Marenia');
  const marked = (): Promise<string[]> => visitor.inPanel(() => [...CSS.highlights.keys()], null);
  await expect.poll(marked).toContain('sourcelight-unsourced');
  expect(await snapshot(visitor)).toEqual(before);
  expect(Object.values(await painted(visitor)).flat()).toEqual([]);
  await leave(visitor);
}
