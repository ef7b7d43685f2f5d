// The extension's words, in the language that the reader set, or the browser's.
import { languageFor, type Language } from '../words/index.ts';
import { extension as en } from '../words/en/extension.ts';
import { extension as es } from '../words/es/extension.ts';
import { readSettings } from './kept/settings.ts';

export type ExtensionWords = typeof en;

const catalogues: Readonly<Record<Language, ExtensionWords>> = { en, es };

export async function language(): Promise<Language> {
  return (await readSettings()).language ?? languageFor(chrome.i18n.getUILanguage());
}

export async function words(): Promise<ExtensionWords> {
  return catalogues[await language()];
}
