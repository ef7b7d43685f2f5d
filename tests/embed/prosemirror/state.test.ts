// The plugin's state alone: decorations follow transactions at once, before anything is read anew.
import { Slice } from 'prosemirror-model';
import { schema } from 'prosemirror-schema-basic';
import { EditorState, type Transaction } from 'prosemirror-state';
import { expect, test } from 'vitest';
import { sourceLight, sourceLightKey } from '../../../web/embed/prosemirror/index.ts';
import type { Mark } from '../../../web/host/index.ts';
import { randomFrom } from '../support/suite.ts';

const paragraph = (words: string) => schema.node('paragraph', null, words ? [schema.text(words)] : []);
const start = EditorState.create({
  doc: schema.node('doc', null, [paragraph('The mill burned.'), paragraph('Rents rose, Ek said.'), paragraph('It rained.')]),
  plugins: [sourceLight()],
});
const text = 'The mill burned.\n\nRents rose, Ek said.\n\nIt rained.';

function marking(state: EditorState, ...words: string[]): EditorState {
  const marks = words.map((one): Mark => {
    const begin = text.indexOf(one);
    return { name: 'named', span: [begin, begin + one.length], claim: 0, finding: null };
  });
  return state.apply(state.tr.setMeta(sourceLightKey, marks));
}

const marked = (state: EditorState): string[] =>
  (sourceLightKey.getState(state)?.decorations.find() ?? []).map(({ from, to }) => state.doc.textBetween(from, to, '|'));

const after = (state: EditorState, edit: (tr: Transaction) => Transaction): string[] => marked(state.apply(edit(state.tr)));

test('marks stand at their words, in each block that they reach into', () => {
  expect(marked(marking(start, 'Rents rose', 'It rained'))).toEqual(['Rents rose', 'It rained']);
  expect(marked(marking(start, 'burned.\n\nRents'))).toEqual(['burned.', 'Rents']);
});

test('what is typed before, after and between marks moves them', () => {
  const state = marking(start, 'Rents rose', 'It rained');
  expect(after(state, (tr) => tr.insertText('Today: ', 1))).toEqual(['Rents rose', 'It rained']);
  expect(after(state, (tr) => tr.insertText('!', 20).insertText('?', 1))).toEqual(['R!ents rose', 'It rained']);
  expect(after(state, (tr) => tr.insertText('Yes. ', 19))).toEqual(['Rents rose', 'It rained']);
});

test('words that are deleted take their marks along', () => {
  const state = marking(start, 'Rents rose', 'It rained');
  expect(after(state, (tr) => tr.delete(18, 40))).toEqual(['It rained']);
  expect(after(state, (tr) => tr.delete(22, 32))).toEqual(['Ren', 'It rained']);
});

test('a document that is put anew for one letter, as Yjs does, keeps its marks', () => {
  const state = marking(start, 'Rents rose', 'It rained');
  const { doc } = state.apply(state.tr.insertText('Oh. ', 1));
  const anew = (tr: Transaction): Transaction => tr.replace(0, tr.doc.content.size, new Slice(doc.content, 0, 0));
  expect(after(state, anew)).toEqual(['Rents rose', 'It rained']);
});

test('a transaction that changes no text leaves the very same marks', () => {
  const state = marking(start, 'Rents rose');
  const next = state.apply(state.tr.setMeta('anything', 1));
  expect(sourceLightKey.getState(next)).toBe(sourceLightKey.getState(state));
});

test('marks never stand at words that were not marked, after whatever edits', () => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
  console.log(`SEED=${seed}`);
  const random = randomFrom(seed);
  for (let round = 0; round < 100; ++round) {
    let state = marking(start, 'mill burned', 'Rents rose', 'rained');
    for (let step = 0; step < 12; ++step) {
      const { tr } = state;
      const from = 1 + Math.floor(random() * (tr.doc.content.size - 2));
      if (random() < 0.5 && tr.doc.resolve(from).parent.isTextblock) tr.insertText('#', from);
      else tr.delete(from, Math.min(from + Math.floor(random() * 4), tr.doc.content.size - 1));
      state = state.apply(tr);
    }
    const letters = marked(state).map((words) => words.replace(/[#|]/g, ''));
    const wanted = ['mill burned', 'Rents rose', 'rained'];
    for (const words of letters) expect(wanted.some((one) => isPartOf(words, one)), words).toBe(true);
  }
});

/** Whether `words` are `all` with letters left out. */
function isPartOf(words: string, all: string): boolean {
  let at = 0;
  for (const letter of all) if (letter === words[at]) ++at;
  return at === words.length;
}
