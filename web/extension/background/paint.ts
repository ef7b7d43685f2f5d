// Lets highlights be seen in a tab: a style sheet of the reader's own (origin USER), which reaches
// into shadow roots, changes no DOM, and is taken away whole.
import { looksOf } from '../looks.ts';
import type { Settings } from '../kept/settings.ts';

const key = (tab: number): string => `painted-${tab}`;

/** One after the other: a page may be left while it is painted. */
let last: Promise<unknown> = Promise.resolve();

export const paint = (tab: number, dark: boolean, settings: Settings): Promise<void> => inTurn(() => put(tab, dark, settings));
export const unpaint = (tab: number, settings: Settings): Promise<void> => inTurn(() => take(tab, settings));

function inTurn(work: () => Promise<void>): Promise<void> {
  const working = last.then(work);
  last = working.catch(() => {});
  return working;
}

async function put(tab: number, dark: boolean, settings: Settings): Promise<void> {
  await take(tab, settings);
  const css = looksOf(settings.colours, dark);
  // Kept where a stopped background finds it: only the same text takes a sheet away.
  await chrome.storage.session.set({ [key(tab)]: css });
  await chrome.scripting.insertCSS({ ...place(tab), css });
}

async function take(tab: number, { colours }: Settings): Promise<void> {
  const { [key(tab)]: css } = await chrome.storage.session.get(key(tab));
  await chrome.storage.session.remove(key(tab));
  // An extension that was replaced knows nothing of the sheets of the one before it.
  const sheets = typeof css === 'string' ? [css] : [looksOf(colours, false), looksOf(colours, true)];
  // Gone with its page, perhaps.
  for (const sheet of sheets) await chrome.scripting.removeCSS({ ...place(tab), css: sheet }).catch(() => {});
}

const place = (tabId: number) => ({ target: { tabId, allFrames: true }, origin: 'USER' }) as const;
