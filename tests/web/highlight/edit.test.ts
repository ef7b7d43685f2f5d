// Offsets across edits: what findEdit() finds, and where moveSpans() puts spans.
import { describe, expect, test } from 'vitest';
import { findEdit, moveSpans } from '../../../web/highlight/edit.ts';

/** The text of `[[...]]` in `before`, after it became `after`. */
function follow(before: string, after: string): string[] {
  const text = before.replaceAll(/\[|\]/g, '');
  const begin = before.indexOf('[');
  const end = before.indexOf(']') - 1;
  const edit = findEdit(text, after);
  const spans = edit ? moveSpans([[begin, end]], edit) : ([[begin, end]] as const);
  return spans.map(([from, to]) => after.slice(from, to));
}

describe('A marked span', () => {
  test.each([
    ['stays when nothing changes', 'a [claim] here', 'a claim here', ['claim']],
    ['moves when text is typed before it', 'a [claim] here', 'a bold claim here', ['claim']],
    ['stays when text is typed after it', 'a [claim] here', 'a claim here too', ['claim']],
    ['grows when text is typed inside it', 'a [claim] here', 'a claXXim here', ['claXXim']],
    ['does not take in what is typed at its end', 'a [claim] here', 'a claim, here', ['claim']],
    ['shrinks when part of it is deleted', 'a [claim] here', 'a clm here', ['clm']],
    ['keeps what is left when its begin goes', 'a [claim] here', 'aaim here', ['aim']],
    ['goes when all of it goes', 'a [claim] here', 'a  here', []],
    ['goes when all text is replaced', 'a [claim] here', '', []],
    ['follows past an emoji', 'a [claim] here', '🌉 a claim here', ['claim']],
  ])('%s', (_, before, after, expected) => {
    expect(follow(before, after)).toEqual(expected);
  });
});

test('An edit is the smallest that explains the change', () => {
  expect(findEdit('one two three', 'one 2 three')).toEqual({ begin: 4, removed: 3, inserted: 1 });
  expect(findEdit('aaa', 'aaaa')).toEqual({ begin: 3, removed: 0, inserted: 1 });
  expect(findEdit('same', 'same')).toBeNull();
});
