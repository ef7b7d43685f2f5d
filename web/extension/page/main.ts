// The script that the background puts into a page when its button is pressed, once a page: hears what
// the background tells. tests/extension hold it.
import type { ToPage } from '../messages.ts';
import { LivePage } from './live-page.ts';

/** Of the extension's own world, which the page's scripts do not see. */
const world = globalThis as typeof globalThis & { sourcelightPage?: LivePage };

if (!world.sourcelightPage) {
  const page = new LivePage();
  world.sourcelightPage = page;
  chrome.runtime.onMessage.addListener((message: ToPage, _sender, answer: (taken: boolean) => void) => {
    page.hear(message);
    answer(true);
  });
}
