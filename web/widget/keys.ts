// All keys, in a dialog. tests/web/page hold it.
import type { Words } from '../words/index.ts';
import { makeDialog } from './dialog.ts';
import { h } from './dom.ts';

export function makeKeysDialog({ widget: { keys } }: Words): HTMLDialogElement {
  const { key, names } = keys;
  const section = (title: string, ...rows: [combinations: string[][], meaning: string][]): Node =>
    h(
      'section',
      {},
      h('h3', {}, title),
      h('dl', { class: 'keys' }, ...rows.flatMap(([combinations, meaning]) => describe(combinations, meaning))),
    );
  return makeDialog(
    keys.title,
    keys.close,
    section(
      keys.anywhere,
      [[['n']], names.next],
      [[['p']], names.previous],
      [[['1'], ['2'], ['3'], ['4'], ['5']], names.filter],
      [[['e']], names.correct],
      [[[key.escape]], names.close],
      [[['?']], names.help],
    ),
    section(
      keys.writing,
      [[['F8']], names.next],
      [[[key.shift, 'F8']], names.previous],
      [[[key.alt, key.enter]], names.card],
      [[[key.escape]], names.close],
      [[[key.control, 'Z'], [key.control, key.shift, 'Z']], names.undo],
    ),
    section(
      keys.inLists,
      [[['↑'], ['↓']], names.walk],
      [[[key.enter]], names.open],
      [[['c']], names.checked],
      [[['s']], names.needs_source],
      [[['i']], names.ignored],
    ),
  );
}

function describe(combinations: readonly string[][], meaning: string): HTMLElement[] {
  const keys = combinations.map((keys) =>
    h('span', {}, ...keys.flatMap((name, at) => [at ? '+' : '', h('kbd', {}, name)])),
  );
  return [h('dt', {}, ...keys), h('dd', {}, meaning)];
}
