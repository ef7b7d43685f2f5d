// Keeps the text, its links and parts in this tab, so that a reload loses nothing; they are gone when the
// tab is closed. Where the browser refuses to keep them, the page works on without.
import type { Hyperlink, Part } from '../engine/index.ts';

const key = 'sourcelight.draft';

export interface Draft {
  readonly text: string;
  readonly links: readonly Hyperlink[];
  readonly parts: readonly Part[];
  readonly date?: string;
}

const nothing: Draft = { text: '', links: [], parts: [] };

export function loadDraft(): Draft {
  try {
    const draft = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Draft | null;
    return typeof draft?.text === 'string' && Array.isArray(draft.links) ? { ...nothing, ...draft } : nothing;
  } catch {
    return nothing;
  }
}

export function saveDraft(draft: Draft): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Full or blocked: an older draft would be worse than none.
    try {
      sessionStorage.removeItem(key);
    } catch {
      return;
    }
  }
}
