// Holds web/widget/kept-links.ts: links and parts move with the words, and come back with them.
import { describe, expect, test } from 'vitest';
import type { Part } from '../../../web/engine/index.ts';
import { findEdit } from '../../../web/highlight/index.ts';
import { Kept } from '../../../web/widget/kept-links.ts';

describe('What is kept of a text', () => {
  const before = 'The bridge is closed.\n\nIt rained.';
  const part = (begin: number, end: number): Part => ({ span: [begin, end], kind: 'item' });

  function change(kept: Kept<Part>, from: string, to: string): void {
    const edit = findEdit(from, to);
    if (edit) kept.move(from, edit, to);
  }

  test('moves with the words, and what undo brings back brings it back', () => {
    const kept = new Kept<Part>();
    kept.reset([part(0, 21), part(23, 33)]);
    const after = `So. ${before}`;
    change(kept, before, after);
    expect(kept.all).toEqual([part(4, 25), part(27, 37)]);
    change(kept, after, 'So. It rained.');
    expect(kept.all).toEqual([part(4, 14)]);
    change(kept, 'So. It rained.', after);
    expect(kept.all).toEqual([part(4, 25), part(27, 37)]);
  });

  test('gives way to what comes with another text, and comes back when that is undone', () => {
    const kept = new Kept<Part>();
    kept.reset([part(0, 21)]);
    change(kept, before, 'A draft.');
    kept.replace([part(2, 7)], 'A draft.');
    expect(kept.all).toEqual([part(2, 7)]);
    change(kept, 'A draft.', before);
    expect(kept.all).toEqual([part(0, 21)]);
    change(kept, before, 'A draft.');
    expect(kept.all).toEqual([part(2, 7)]);
  });
});
