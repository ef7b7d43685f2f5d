// The message catalogue: every word people read, a folder a language, a file a section. English is
// built in and shapes the others; they are loaded when chosen. tests/web/words hold it.
import { en } from './en/index.ts';

export type Words = typeof en;

export const languages = { en: 'English', es: 'Español' } as const;
export type Language = keyof typeof languages;

export { en as english };

/** The catalogue of `language`; rejects if it cannot be fetched. */
export async function loadWords(language: Language): Promise<Words> {
  if (language === 'en') return en;
  return (await import('./es/index.ts')).es;
}

/** The language of the catalogue that suits `tag` ("es-MX") best; English if none does. */
export function languageFor(tag: string): Language {
  const [main = ''] = tag.toLowerCase().split('-');
  return Object.hasOwn(languages, main) ? (main as Language) : 'en';
}
