// A view that is fetched when it is first drawn, in a document made for it.
import { parseHTML } from 'linkedom';
import { beforeAll, expect, test, vi } from 'vitest';
import { LateView } from '../../../web/widget/late-view.ts';

beforeAll(() => {
  vi.stubGlobal('document', parseHTML('<!doctype html><html><body></body></html>').document);
});

interface Drawn {
  readonly element: HTMLElement;
  readonly said: string[];
}

const made = (): Drawn => ({ element: document.createElement('section'), said: [] });
const rest = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 5));

test('only the newest drawing is done when the view comes, and each after it at once', async () => {
  const one = made();
  const view = new LateView(() => Promise.resolve(one), 'Not there.');
  for (const words of ['first', 'second']) view.draw(({ said }) => said.push(words));
  expect(view.view).toBeNull();
  await rest();
  view.draw(({ said }) => said.push('third'));
  expect(one.said).toEqual(['second', 'third']);
  expect(view.element.firstChild).toBe(one.element);
});

test('what cannot be fetched is said, and the next drawing tries again', async () => {
  const one = made();
  let tries = 0;
  const view = new LateView(() => (++tries === 1 ? Promise.reject(new Error('no net')) : Promise.resolve(one)), 'Not there.');
  view.draw(({ said }) => said.push('first'));
  await rest();
  expect(view.element.textContent).toBe('Not there.');
  expect(view.element.firstElementChild?.getAttribute('role')).toBe('alert');
  view.draw(({ said }) => said.push('again'));
  await rest();
  expect(one.said).toEqual(['again']);
  expect(view.element.textContent).toBe('');
});
