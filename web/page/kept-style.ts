// The file of the newsroom's house style, kept in this browser under its name.
// tests/web/page/house-style.test.ts holds it.

const key = 'sourcelight.house-style';

export interface StyleFile {
  readonly name: string;
  readonly text: string;
}

/** null: there is none, or this browser keeps nothing. */
export function keptStyle(): StyleFile | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<StyleFile> | null;
    return typeof kept?.name === 'string' && typeof kept.text === 'string' ? (kept as StyleFile) : null;
  } catch {
    return null;
  }
}

/** Keeps it in place of the one before; null: none. Gives whether the browser did. */
export function keepStyle(file: StyleFile | null): boolean {
  try {
    if (file) localStorage.setItem(key, JSON.stringify(file));
    else localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

/** Whether a JSON file holds checks that were saved, not a house style. */
export const holdsChecks = (text: string): boolean => /"schema"\s*:\s*"sourcelight\.review/.test(text);
