// Blocks as one text, and back.
import { describe, expect, test } from 'vitest';
import { betweenBlocks, FlatText } from '../../../web/host/flat-text.ts';
import { randomFrom } from '../support/suite.ts';

const flat = new FlatText([{ text: 'One.', place: 'a' }, { text: '', place: 'b' }, { text: 'Three.', place: 'c' }]);

describe('Blocks as one text', () => {
  test('stand with a blank line between them, empty ones too', () => {
    expect(flat.text).toBe('One.\n\n\n\nThree.');
  });

  test('a span that lies over several blocks has a piece in each that it has letters of', () => {
    expect(flat.pieces([2, 12])).toEqual([{ place: 'a', from: 2, to: 4 }, { place: 'c', from: 0, to: 4 }]);
  });

  test('a span between blocks has no piece', () => {
    expect(flat.pieces([4, 8])).toEqual([]);
  });

  test('a place in a block is an offset, and is held inside it', () => {
    expect(flat.offset(2, 3)).toBe(11);
    expect(flat.offset(0, 99)).toBe(4);
    expect(flat.offset(0, -1)).toBe(0);
    expect(flat.offset(1, 1)).toBe(6);
  });

  test('no blocks are an empty text', () => {
    const none = new FlatText<string>([]);
    expect([none.text, none.pieces([0, 5]), none.findBlock(() => true), none.place(0)]).toEqual(['', [], -1, undefined]);
  });

  test('a block is found by its place', () => {
    expect(flat.findBlock((place) => place === 'c')).toBe(2);
    expect(flat.place(2)).toBe('c');
  });

  test('the pieces of every span are its letters, and lead back to their offsets', () => {
    const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
    const random = randomFrom(seed);
    for (let count = 0; count < 200; ++count) {
      const texts = Array.from({ length: 1 + Math.floor(random() * 5) }, () => 'letters🌉'.slice(0, Math.floor(random() * 9)));
      const some = new FlatText(texts.map((text, place) => ({ text, place })));
      const begin = Math.floor(random() * (some.text.length + 1));
      const end = begin + Math.floor(random() * (some.text.length + 1 - begin));
      const pieces = some.pieces([begin, end]);
      const letters = pieces.map(({ place, from, to }) => texts[place]?.slice(from, to)).join('');
      expect(letters, `SEED=${seed}`).toBe(some.text.slice(begin, end).replaceAll('\n', ''));
      for (const { place, from, to } of pieces) {
        expect(to, `SEED=${seed}`).toBeGreaterThan(from);
        expect(some.text.slice(some.offset(place, from), some.offset(place, to)), `SEED=${seed}`).toBe(texts[place]?.slice(from, to));
      }
    }
    expect(betweenBlocks).toBe('\n\n');
  });
});
