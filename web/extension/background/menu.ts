// The entry in the menu over selected words.
import { words } from '../words.ts';

export const menuItem = 'sourcelight-selection';

export async function makeMenu(): Promise<void> {
  const { menu } = await words();
  await chrome.contextMenus.removeAll();
  chrome.contextMenus.create({ id: menuItem, title: menu.selection, contexts: ['selection'] });
}
