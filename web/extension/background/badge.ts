// What stands on the button: the share of claims with a named source.
import { tellPanels } from '../ask.ts';
import { refusedMark } from '../messages.ts';
import { words } from '../words.ts';

export type ButtonProblem = 'off' | 'closed';

/** `named` of `total` claims have a named source; null: the page is not read. */
export async function showBadge(tab: number, named: number | null, total: number): Promise<void> {
  const { button } = await words();
  const text = named === null || !total ? '' : `${Math.round((100 * named) / total)}%`;
  await Promise.all([
    chrome.action.setBadgeText({ tabId: tab, text }),
    chrome.action.setBadgeBackgroundColor({ tabId: tab, color: '#125a8c' }),
    chrome.action.setTitle({ tabId: tab, title: text ? button.share(named ?? 0, total) : button.title }),
  ]);
}

export async function showProblem(tab: number, problem: ButtonProblem): Promise<void> {
  const { button } = await words();
  await Promise.all([
    chrome.action.setBadgeText({ tabId: tab, text: refusedMark }),
    chrome.action.setTitle({ tabId: tab, title: button[problem] }),
  ]);
  tellPanels({ type: 'refused', tab });
}
