// The words of a rewording: what stayed, what came and what went, by the library `diff`.
// tests/web/compare/words.test.ts holds it.
import { diffArrays } from 'diff';
import { foldMarks } from './fold.ts';

export interface WordPart {
  readonly text: string;
  readonly kind: 'same' | 'added' | 'removed';
}

/**
 * Parts in reading order. Without those removed they are `after`; without those added they are
 * `before`, but for case and forms of quotation marks, which are no change.
 */
export function diffWords(before: string, after: string): WordPart[] {
  const [old, now] = [tokens(before), tokens(after)];
  const changes = diffArrays(old, now, {
    comparator: (one, other) => folded(one) === folded(other),
    maxEditLength: 500, // beyond it nothing stayed that a reader could follow
  }) ?? [
    { value: old, removed: true, added: false, count: old.length },
    { value: now, removed: false, added: true, count: now.length },
  ];
  const parts: WordPart[] = [];
  let [removed, added] = ['', ''];
  /** Ends a change, and gives the blank behind it if that stayed. */
  const close = (): string => {
    const blank = added.slice(added.trimEnd().length);
    const stayed = removed.trim() && added.trim() && removed.endsWith(blank) ? blank : '';
    removed = removed.slice(0, removed.length - stayed.length);
    added = added.slice(0, added.length - stayed.length);
    if (removed) parts.push({ text: removed, kind: 'removed' });
    if (added) parts.push({ text: added, kind: 'added' });
    [removed, added] = ['', ''];
    return stayed;
  };
  changes.forEach((change, at) => {
    const text = change.value.join('');
    if (change.removed) removed += text;
    else if (change.added) added += text;
    else if ((removed || added) && !/[\p{L}\p{N}]/u.test(text) && at < changes.length - 1) {
      // A blank between two words that changed is no word that stayed.
      removed += text;
      added += text;
    } else {
      parts.push({ text: close() + text, kind: 'same' });
    }
  });
  const blank = close();
  if (blank) parts.push({ text: blank, kind: 'same' });
  return parts;
}

const folded = (token: string): string => foldMarks(token).toLowerCase();

const tokens = (text: string): string[] =>
  text.match(/[\p{L}\p{M}\p{N}]+(?:['’.,-][\p{L}\p{M}\p{N}]+)*|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? [];
