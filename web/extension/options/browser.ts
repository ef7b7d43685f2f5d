// Options: language, and the keyboard shortcuts, which the browser itself keeps. tests/extension
// hold it.
import { h } from '../../widget/dom.ts';
import { languages, type Language } from '../../words/index.ts';
import { button, section, type Desk } from './section.ts';

/** Firefox opens its own list of shortcuts, since 137. */
interface Commands {
  openShortcutSettings?(): Promise<void>;
}

declare const browser: { readonly commands: Commands } | undefined;

/** Chromium's; other browsers made of it lead it to theirs. */
const chromiumShortcuts = 'chrome://extensions/shortcuts';

export function languageSection(desk: Desk): HTMLElement {
  const { language: words } = desk.words.options;
  const select = h('select', { 'aria-label': words.title }, h('option', { value: '' }, words.browser));
  for (const [tag, name] of Object.entries(languages)) select.append(h('option', { value: tag, lang: tag }, name));
  select.value = desk.settings.language ?? '';
  select.addEventListener('change', () => void desk.change({ language: (select.value || null) as Language | null }));
  return section(words.title, select);
}

export function shortcutSection(desk: Desk): HTMLElement {
  const { options, button: action, commands } = desk.words;
  const { shortcuts: words } = options;
  const names: Readonly<Record<string, string>> = {
    _execute_action: action.title,
    'next-claim': commands.next,
    'previous-claim': commands.previous,
  };
  const list = h('dl', { class: 'keys' });
  void chrome.commands.getAll().then((all) => {
    for (const { name = '', shortcut } of all) {
      list.append(h('dt', {}, names[name] ?? name), h('dd', {}, shortcut ? h('kbd', {}, shortcut) : words.none));
    }
  });
  return section(words.title, list, way(words));
}

function way(words: Desk['words']['options']['shortcuts']): HTMLElement {
  // Chromium knows `browser` too.
  if (!chrome.runtime.getURL('').startsWith('moz-')) {
    return h('p', {}, button(words.open, () => void chrome.tabs.create({ url: chromiumShortcuts })));
  }
  const commands = typeof browser === 'undefined' ? null : browser.commands;
  if (!commands?.openShortcutSettings) return h('p', {}, words.firefox);
  return h('p', {}, button(words.open, () => void commands.openShortcutSettings?.()));
}
