// Words of what is fetched when it is used: each language a file, of which only the one is fetched
// that is spoken.
import type { Language } from './index.ts';

/** The words of `language`; the English ones where those cannot be fetched. Rejects if neither can. */
export function loadLate<Words>(
  loaders: Readonly<Record<Language, () => Promise<Words>>>,
  language: Language,
): Promise<Words> {
  return loaders[language]().catch(() => loaders.en());
}
