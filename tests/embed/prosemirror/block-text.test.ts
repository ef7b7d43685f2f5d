// What is read of a textblock, and the way back to positions.
import { Schema, type Node } from 'prosemirror-model';
import { expect, test } from 'vitest';
import { BlockText } from '../../../web/embed/prosemirror/block-text.ts';
import { randomFrom } from '../support/suite.ts';

const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { group: 'block', content: 'inline*' },
    text: { group: 'inline' },
    hard_break: { group: 'inline', inline: true },
    image: { group: 'inline', inline: true },
    mention: { group: 'inline', inline: true, attrs: { name: {} }, leafText: ({ attrs }) => `@${String(attrs['name'])}` },
    place: { group: 'inline', inline: true, content: 'text*' },
    footnote: { group: 'inline', inline: true, content: 'text*', atom: true },
    tag: { group: 'inline', inline: true, toText: ({ node }: { node: Node }) => `#${node.type.name}` },
  },
});
const make = (name: string, ...content: Node[]): Node => schema.node(name, null, content);
const text = (words: string): Node => schema.text(words);
const mention = (name: string): Node => schema.node('mention', { name });

const samples: [what: string, block: Node, read: string][] = [
  ['text is read as it is', make('paragraph', text('It rained.')), 'It rained.'],
  ['a hard break is a line end', make('paragraph', text('One'), make('hard_break'), text('two')), 'One\ntwo'],
  ['a picture is nothing', make('paragraph', text('A '), make('image'), text('mill')), 'A mill'],
  ['a mention is its words', make('paragraph', mention('Mara Lind'), text(' said no.')), '@Mara Lind said no.'],
  ['Tiptap’s way to tell words works', make('paragraph', text('See '), make('tag')), 'See #tag'],
  ['content inside a line belongs to it', make('paragraph', text('In '), make('place', text('Varn')), text(', rain')), 'In Varn, rain'],
  ['a footnote is not read', make('paragraph', text('Rents rose'), make('footnote', text('Ask him')), text('.')), 'Rents rose.'],
];

test.each(samples)('%s', (_what, block, read) => {
  expect(BlockText.of(block).text).toBe(read);
});

test('every span of words stands between its positions, whatever stands in the line', () => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
  console.log(`SEED=${seed}`);
  const random = randomFrom(seed);
  const inline: (() => Node)[] = [
    () => text('rents '), () => text('said'), () => make('hard_break'), () => make('image'),
    () => mention('Ek'), () => make('place', text('Varn')), () => make('place'),
    () => make('footnote', text('a note')), () => make('tag'),
  ];
  for (let round = 0; round < 300; ++round) {
    const count = Math.floor(random() * 8);
    const block = make('paragraph', ...Array.from({ length: count }, () => inline[Math.floor(random() * inline.length)]?.() ?? text('x')));
    const read = BlockText.of(block);
    for (let begin = 0; begin < read.text.length; ++begin) {
      const end = begin + 1 + Math.floor(random() * (read.text.length - begin));
      const [from, to] = [read.begin(begin), read.end(end)];
      expect(from).toBeLessThan(to);
      expect(to).toBeLessThanOrEqual(block.content.size);
      // What is atomic is marked whole or not at all, so that more may stand there, never less.
      const between = wordsBetween(block, from, to);
      expect(between).toContain(read.text.slice(begin, end));
      if (!/[@#]/.test(read.text)) expect(between).toBe(read.text.slice(begin, end));
      if (!/[@#]/.test(read.text)) expect(read.offset(from)).toBe(begin);
    }
    expect(read.offset(block.content.size)).toBe(read.text.length);
  }
});

/** Found in another way: node by node. */
function wordsBetween(block: Node, from: number, to: number): string {
  let words = '';
  block.nodesBetween(from, to, (node, position) => {
    if (node.isText) words += (node.text ?? '').slice(Math.max(0, from - position), to - position);
    if (node.type.name === 'hard_break') words += '\n';
    if (node.type.name === 'mention') words += `@${String(node.attrs['name'])}`;
    if (node.type.name === 'tag') words += '#tag';
    return node.type.name !== 'footnote';
  });
  return words;
}
