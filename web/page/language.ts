// The choice of language: what was chosen before, else what the browser asks for.
// tests/web/page/words.test.ts holds it.
import { english, languageFor, languages, loadWords, type Language, type Words } from '../words/index.ts';
import { remember, remembered } from './remembered.ts';

const key = 'sourcelight.language';

/** Fills `select`; calls `speak` with every catalogue but the English one that is there at first. */
export function startLanguage(select: HTMLSelectElement, speak: (words: Words) => void): void {
  for (const [value, name] of Object.entries(languages)) {
    const option = document.createElement('option');
    option.value = option.lang = value;
    option.textContent = name;
    select.append(option);
  }
  select.value = languageFor(remembered(key) ?? navigator.language);
  const load = async (): Promise<void> => {
    const words = await loadWords(select.value as Language).catch(() => english);
    select.value = words.language;
    speak(words);
  };
  select.addEventListener('change', () => {
    remember(key, select.value);
    void load();
  });
  if (select.value !== english.language) void load();
}
