// The extension's background: hears the button, the menu and the keys, puts the page's script into
// the tab, reads for all tabs, and counts on the button. The browser may stop it at any time, so that
// it keeps nothing it could not make anew. tests/extension hold it.
import type { ToBackground, ToPage, ToPanel } from '../messages.ts';
import { onSettings, readSettings, staysOff } from '../kept/settings.ts';
import { openPanel } from './panel.ts';
import { forget, read, start } from './engine.ts';
import { showBadge, showProblem } from './badge.ts';
import { menuItem, makeMenu } from './menu.ts';
import { paint, unpaint } from './paint.ts';

chrome.runtime.onInstalled.addListener(() => void makeMenu());
onSettings(() => void makeMenu()); // Perhaps in another language.

/** Tabs with marks, and their addresses, so far as this background has heard: their button opens no panel. */
const marked = new Map<number, string>();

chrome.action.onClicked.addListener((tab) => {
  const { id = -1, url = '' } = tab;
  if (!marked.has(id) || marked.get(id) !== url) openPanel(tab);
  void tell(tab, { type: 'button' });
});

chrome.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
  if (menuItemId !== menuItem || !tab) return;
  openPanel(tab);
  void tell(tab, { type: 'selection' });
});

chrome.commands.onCommand.addListener((command, tab) => {
  if (!tab) return;
  const by = command === 'next-claim' ? 1 : command === 'previous-claim' ? -1 : null;
  if (by !== null && tab.id !== undefined) void hand(tab.id, { type: 'step', by });
});

chrome.tabs.onRemoved.addListener((tab) => {
  marked.delete(tab);
  forget(tab);
});

chrome.runtime.onMessage.addListener((message: ToBackground | ToPanel, { tab, url = '' }, answer) => {
  if (message.type === 'here' || message.type === 'refused') return false;
  if (message.type === 'paint' && tab?.id !== undefined) marked.set(tab.id, url);
  const answering = message.type === 'start' ? start() : tab?.id === undefined ? null : answerTo(message, tab.id);
  void answering?.then((given) => answer(given ?? true), () => answer(null));
  return answering !== null; // The answer comes later.
});

async function answerTo(message: Exclude<ToBackground, { type: 'start' }>, tab: number): Promise<unknown> {
  switch (message.type) {
    case 'read':
      return read(tab, message.article);
    case 'paint':
      return paint(tab, message.dark, await readSettings());
    case 'badge':
      return showBadge(tab, message.named, message.total);
    case 'left':
      marked.delete(tab);
      forget(tab);
      return Promise.all([unpaint(tab, await readSettings()), showBadge(tab, null, 0)]);
  }
}

/** Puts the page's script into the tab, unless it is there, and tells it. */
async function tell(tab: chrome.tabs.Tab, message: ToPage): Promise<void> {
  if (tab.id === undefined) return;
  try {
    const host = URL.parse(tab.url ?? '')?.hostname ?? '';
    if (staysOff(await readSettings(), host)) return await showProblem(tab.id, 'off');
    if (await hand(tab.id, message)) return;
    void start(); // While the script is put there.
    await putScript(tab.id, /^(?:https?|file):/.test(tab.url ?? '') ? pauses : []);
    await chrome.tabs.sendMessage(tab.id, message);
  } catch {
    // The browser's own pages, its store, and files it was not allowed to read.
    await showProblem(tab.id, 'closed');
  }
}

/** A busy browser may know of the click, and yet let the script in only so many milliseconds later. */
const pauses = [50, 200, 800];

async function putScript(tabId: number, [pause, ...more]: readonly number[]): Promise<void> {
  try {
    await chrome.scripting.executeScript({ target: { tabId }, files: ['page.js'] });
  } catch (reason) {
    if (pause === undefined) throw reason;
    await new Promise((resolve) => setTimeout(resolve, pause));
    await putScript(tabId, more);
  }
}

/** Whether there is a script in the tab that took the message. */
function hand(tab: number, message: ToPage): Promise<boolean> {
  return chrome.tabs.sendMessage<ToPage, boolean>(tab, message).then((taken) => taken === true, () => false);
}
