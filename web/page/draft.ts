// Keeps the text in this tab, so that a reload loses nothing; it is gone when the tab is closed.
// Where the browser refuses to keep it, the page works on without.

const key = 'sourcelight.draft';

export function loadDraft(): string {
  try {
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

export function saveDraft(text: string): void {
  try {
    sessionStorage.setItem(key, text);
  } catch {
    // Full or blocked: an older draft would be worse than none.
    try {
      sessionStorage.removeItem(key);
    } catch {
      return;
    }
  }
}
