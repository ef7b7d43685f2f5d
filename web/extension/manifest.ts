// What the extension tells each browser of itself (manifest.json and _locales), from one description.
// Nothing here needs a browser. tests/extension hold it.
import { extension as en } from '../words/en/extension.ts';
import { extension as es } from '../words/es/extension.ts';

export const browsers = ['chromium', 'firefox'] as const;
export type Browser = (typeof browsers)[number];

export const iconSizes = [16, 32, 48, 128] as const;

const icons = Object.fromEntries(iconSizes.map((size) => [size, `icons/${size}.png`]));
const sidePage = 'panel.html';

/** No host permissions: a page is read when its button is pressed, and only then. */
const permissions = ['activeTab', 'scripting', 'storage', 'contextMenus'];

// Chromium gives Alt+Shift+N and P to nobody.
const commands = {
  _execute_action: { suggested_key: { default: 'Alt+Shift+S' } },
  'next-claim': { suggested_key: { default: 'Alt+Shift+J' }, description: '__MSG_next__' },
  'previous-claim': { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_previous__' },
};

// The engine is WebAssembly; all else that could run, or be asked for, is the extension's own.
const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; connect-src 'self'; " +
  "style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

const ofBrowser: Readonly<Record<Browser, object>> = {
  chromium: {
    permissions: [...permissions, 'sidePanel'],
    background: { service_worker: 'background.js' },
    side_panel: { default_path: sidePage },
    minimum_chrome_version: '126',
  },
  firefox: {
    permissions,
    background: { scripts: ['background.js'] },
    sidebar_action: { default_panel: sidePage, default_title: '__MSG_name__', default_icon: icons, open_at_install: false },
    browser_specific_settings: {
      gecko: {
        id: 'sourcelight@sourcelight.example',
        strict_min_version: '128.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  },
};

export function manifestFor(browser: Browser, version: string): object {
  return {
    manifest_version: 3,
    name: '__MSG_name__',
    description: '__MSG_description__',
    version,
    default_locale: 'en',
    icons,
    action: { default_title: '__MSG_button__', default_icon: icons },
    options_ui: { page: 'options.html', open_in_tab: true },
    content_security_policy: { extension_pages: policy },
    commands,
    ...ofBrowser[browser],
  };
}

/** The files of _locales, by their folder. */
export const locales: Readonly<Record<string, object>> = { en: messagesOf(en), es: messagesOf(es) };

function messagesOf({ name, description, button, commands: { next, previous } }: typeof en): object {
  const messages = { name, description, button: button.title, next, previous };
  return Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, { message }]));
}
