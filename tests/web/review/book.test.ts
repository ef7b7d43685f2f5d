// Reviews and their claims through edits: a review stays on its claim, is kept where the claim is
// gone, and comes back with its words.
import { describe, expect, test } from 'vitest';
import { ReviewBook } from '../../../web/review/book.ts';
import { ReviewFileError } from '../../../web/review/format.ts';
import { Desk } from './desk.ts';

const article = [
  'The bridge over the Varn has been closed since 2019. Repairs cost 3 million crowns.',
  'Mayor Mara Lind wants to open it in May. It is not safe. Who will pay?',
  'The old mill burned down in April. It is not safe. Nobody was hurt.',
].join('\n\n');

describe('A review', () => {
  test('has the mark, the note and the time it was given', () => {
    const desk = new Desk(article);
    desk.book.set(0, 'needs_source', 'ask the harbour office');
    expect(desk.book.reviewOf(0)).toEqual({
      mark: 'needs_source',
      note: 'ask the harbour office',
      at: '2026-01-01T00:00:01.000Z',
    });
    expect(desk.book.reviewOf(1)).toBeNull();
  });

  test('may be a note alone, and is gone without mark and note', () => {
    const desk = new Desk(article);
    desk.book.set(0, null, 'a thought');
    expect(desk.book.reviewOf(0)?.mark).toBeNull();
    desk.book.set(0, null, '');
    expect(desk.book.reviewOf(0)).toBeNull();
    expect(desk.book.toJSON().cleared).toHaveLength(1);
  });

  test('is on the claim at once and after a reload', () => {
    const desk = new Desk(article).mark('Repairs', 'r').mark('The old mill', 'm');
    expect(desk.reload().note('Repairs')).toBe('r');
    expect(desk.note('The old mill')).toBe('m');
    expect(desk.attached).toBe(2);
  });

  test('of no claim is not made', () => {
    const desk = new Desk(article);
    desk.book.set(99, 'checked', '');
    expect(desk.book.isEmpty).toBe(true);
  });
});

describe('When the text is edited', () => {
  test('a review follows its claim before the new report is there', () => {
    const desk = new Desk(article).mark('Repairs', 'r');
    desk.type(`Exclusive.\n\n${article}`);
    expect(desk.book.reviewOf(1)?.note).toBe('r');
    expect(desk.book.changed(1)).toBe(false);
    expect(desk.read().note('Repairs')).toBe('r');
  });

  test('a number typed over keeps the review and says that the words have changed', () => {
    const desk = new Desk(article).mark('Repairs', 'r');
    desk.type(article.replace('3 million', '5 million'));
    expect(desk.changed('Repairs')).toBe(true);
    desk.read();
    expect(desk.note('Repairs')).toBe('r');
    expect(desk.changed('Repairs')).toBe(true);
    expect(desk.book.counts).toMatchObject({ checked: 1, changed: 1, done: 0 });
  });

  test('words that come back are those that were checked', () => {
    const desk = new Desk(article).mark('Repairs', 'r').replace('3 million', '5 million').reload();
    expect(desk.changed('Repairs')).toBe(true);
    expect(desk.edit(article).changed('Repairs')).toBe(false);
  });

  test('marking again counts the new words as checked, a new note does not', () => {
    const desk = new Desk(article).mark('Repairs', 'r').replace('3 million', '5 million');
    desk.mark('Repairs', 'another note');
    expect(desk.changed('Repairs')).toBe(true);
    desk.mark('Repairs', 'another note');
    expect(desk.changed('Repairs')).toBe(false);
  });

  test('a claim of little words is found after a reload, in the words it has now', () => {
    const desk = new Desk('The jury left. He did it. Nobody saw him go.').mark('He did it', 'h');
    desk.replace('He did it', 'He did do it').reload();
    expect([desk.note('He did do it'), desk.changed('He did')]).toEqual(['h', true]);
  });

  test('a claim written over letter by letter keeps its review', () => {
    const desk = new Desk(article).mark('Repairs', 'r');
    const [from, to] = ['Repairs cost 3 million crowns', 'Repairs have cost 3 million crowns so far'];
    for (let typed = 12; typed <= to.length; ++typed) {
      desk.edit(article.replace(from, `${to.slice(0, typed)}${typed < 25 ? from.slice(7) : ''}`));
    }
    expect(desk.text).toContain(to);
    expect(desk.note('Repairs')).toBe('r');
  });

  test('two claims made one have one review, the other is lost; undo brings it back', () => {
    const desk = new Desk('Rents doubled in Ostby. Wages fell in Varna.').mark('Rents', 'r').mark('Wages', 'w');
    const before = desk.text;
    desk.edit('Rents doubled in Ostby and wages fell in Varna.');
    expect([desk.attached, desk.lost.length]).toEqual([1, 1]);
    desk.edit(before);
    expect([desk.note('Rents'), desk.note('Wages'), desk.lost]).toEqual(['r', 'w', []]);
  });

  test('a claim cut in two leaves its review on one of them', () => {
    const desk = new Desk('The ferry is late and the bridge over the Varn is closed.').mark('The ferry', 'f');
    desk.edit('The ferry is late. The bridge over the Varn is closed.');
    expect([desk.attached, desk.lost.length]).toEqual([1, 0]);
  });

  test('text that only begins like the claim does not get its review', () => {
    const desk = new Desk(article).mark('The bridge over', 'b');
    desk.edit('The council met on Friday. The bridge of the ship broke in a storm near Tolm.');
    expect([desk.attached, desk.lost]).toEqual([0, ['b']]);
  });
});

describe('A claim that is gone', () => {
  test('leaves its review among the lost, with the words it was made of', () => {
    const desk = new Desk(article).mark('The old mill', 'm').replace('The old mill burned down in April. ', '');
    expect(desk.book.lost).toMatchObject([
      { words: 'The old mill burned down in April', review: { mark: 'checked', note: 'm' } },
    ]);
    expect(desk.reload().lost).toEqual(['m']);
  });

  test('has its review again when undo brings the words back', () => {
    const desk = new Desk(article).mark('The old mill', 'm').edit('').reload().edit(article);
    expect([desk.note('The old mill'), desk.lost]).toEqual(['m', []]);
  });

  test('has its review again after it was deleted letter by letter', () => {
    const desk = new Desk(article).mark('The old mill', 'm');
    for (let left = 33; left >= 0; --left) {
      const words = 'The old mill burned down in April.';
      desk.edit(article.replace(words, words.slice(0, left)));
    }
    expect(desk.lost).toEqual(['m']);
    expect(desk.edit(article).note('The old mill')).toBe('m');
  });

  test('and was written anew, a bit otherwise, has its review again', () => {
    const desk = new Desk(article).mark('The old mill', 'm');
    const words = 'The old mill burned down in April.';
    for (let left = words.length; left >= 0; --left) desk.edit(article.replace(words, words.slice(0, left)));
    desk.edit(article.replace(words, 'The old mill has burned down in April.'));
    expect([desk.note('The old mill'), desk.lost]).toEqual(['m', []]);
  });

  test('can be forgotten, and does not come back', () => {
    const desk = new Desk(article).mark('The old mill', 'm').edit('');
    desk.book.forget(desk.book.lost[0]?.id ?? '');
    expect(desk.edit(article).attached).toBe(0);
  });

  test('and was cut and put in elsewhere takes its review along', () => {
    const desk = new Desk(article).mark('The old mill', 'm').mark('Repairs', 'r');
    const words = 'The old mill burned down in April.';
    desk.edit(article.replace(words, '')).edit(`${words}\n\n${article.replace(words, '')}`);
    expect([desk.note('The old mill'), desk.note('Repairs'), desk.lost]).toEqual(['m', 'r', []]);
  });

  test('does not give its review to the same few words about something else', () => {
    const desk = new Desk(article).mark('It is not safe', 'bridge');
    desk.replace(' It is not safe. Who will pay?', '');
    expect([desk.note('It is not safe'), desk.lost]).toEqual([null, ['bridge']]);
  });
});

describe('Claims with the same words', () => {
  test('keep their own reviews through edits, a reload and undo', () => {
    const desk = new Desk(article).mark('It is not safe', 'bridge').mark('It is not safe', 'mill', 1);
    desk.edit(`New today.\n\n${article}`).reload();
    expect([desk.note('It is not safe'), desk.note('It is not safe', 1)]).toEqual(['bridge', 'mill']);
    desk.edit('').reload().edit(article);
    expect([desk.note('It is not safe'), desk.note('It is not safe', 1)]).toEqual(['bridge', 'mill']);
  });

  test('keep their own reviews when one of them is deleted', () => {
    const desk = new Desk(article).mark('It is not safe', 'bridge').mark('It is not safe', 'mill', 1);
    desk.replace('It is not safe. Who', 'Who');
    expect([desk.note('It is not safe'), desk.lost]).toEqual(['mill', ['bridge']]);
    expect(desk.reload().note('It is not safe')).toBe('mill');
    desk.edit(article);
    expect([desk.note('It is not safe'), desk.note('It is not safe', 1)]).toEqual(['bridge', 'mill']);
  });

  test('keep their own reviews in a text that stands there twice', () => {
    const desk = new Desk(`${article}\n\n${article}`).mark('Repairs', 'first').mark('Repairs', 'second', 1);
    desk.reload();
    expect([desk.note('Repairs'), desk.note('Repairs', 1)]).toEqual(['first', 'second']);
  });

  test('keep their own reviews among many, whose surroundings are the same too', () => {
    const desk = new Desk('It rained in Ostby all day. '.repeat(9)).mark('It rained', 'fifth', 4).reload();
    expect([desk.attached, desk.note('It rained', 4)]).toEqual([1, 'fifth']);
  });

  test('that are not reviewed do not draw the review of one that is written over', () => {
    const twice = `${article}\n\n${article}`;
    const desk = new Desk(twice).mark('Repairs', 'first').replace('Repairs cost 3', 'Repairs cost 5');
    expect([desk.note('Repairs'), desk.note('Repairs', 1)]).toEqual(['first', null]);
  });
});

describe('A sentence put in before a claim that begins like it', () => {
  const claim = 'The mayor spoke of the harbour on Monday.';
  const desk = (): Desk => new Desk(`Ostby waits. ${claim} Nobody was hurt.`).mark('The mayor', 'm');

  test('does not get its review', () => {
    const put = 'The mayor spoke at length of the budget, and of much else besides. ';
    const edited = desk().edit(`Ostby waits. ${put}${claim} Nobody was hurt.`);
    expect([edited.note('The mayor'), edited.note('The mayor', 1)]).toEqual([null, 'm']);
  });

  test('does not get its review when the text after it is another too', () => {
    const put = 'The mayor spoke of the harbour in May, too. ';
    const edited = desk().edit(`Ostby waits. ${put}${claim} Three people died.`);
    expect([edited.note('The mayor'), edited.note('The mayor', 1)]).toEqual([null, 'm']);
  });

  test('does not get its review when that claim is reworded besides', () => {
    const put = 'The mayor will go. ';
    const reworded = claim.replace('spoke', 'talked');
    const edited = desk().edit(`Ostby waits. ${put}${reworded} Three people died.`);
    expect([edited.note('The mayor'), edited.note('The mayor', 1)]).toEqual([null, 'm']);
  });
});

describe('The next version, pasted', () => {
  const next = [
    'Ostby waits for its bridge.',
    'The bridge over the Varn has been shut since 2019. Repairs cost 5 million crowns.',
    'Mayor Otto Berg wants to open it in May. It is not safe. Nobody was hurt.',
  ].join('\n\n');

  test('has the reviews of claims reworded or with another number, and says they changed', () => {
    const desk = new Desk(article).mark('The bridge', 'b').mark('Repairs', 'r').mark('Nobody', 'n').reload(next);
    expect([desk.note('The bridge'), desk.note('Repairs'), desk.note('Nobody')]).toEqual(['b', 'r', 'n']);
    expect(['The bridge', 'Repairs', 'Nobody'].map((words) => desk.changed(words))).toEqual([true, true, false]);
  });

  test('has the reviews of claims reworded twice, step by step', () => {
    const edited = 'Repairs of the bridge and its northern piers cost 3 million crowns until March';
    const desk = new Desk(article).mark('Repairs', 'r').replace('Repairs cost 3 million crowns', edited);
    desk.reload(`Repairs of the bridge and its northern piers have cost 3 million crowns by March. ${next.slice(0, 40)}`);
    expect(desk.note('Repairs')).toBe('r');
  });

  test('does not have that of a claim about somebody else', () => {
    const desk = new Desk(article).mark('Mayor', 'm').reload(next);
    expect([desk.note('Mayor'), desk.lost]).toEqual([null, ['m']]);
  });
});

describe('Counts', () => {
  test('are of claims that could be checked and of those marked', () => {
    const desk = new Desk(article);
    expect(desk.book.counts).toEqual({
      checked: 0, needs_source: 0, ignored: 0, changed: 0, done: 0, total: 7,
    });
    desk.book.set(0, 'checked');
    desk.book.set(1, 'needs_source');
    desk.book.set(2, 'ignored', 'no matter');
    desk.book.set(3, null, 'only a note');
    desk.book.set(4, 'ignored', 'a question');
    expect(desk.book.counts).toEqual({
      checked: 1, needs_source: 1, ignored: 2, changed: 0, done: 4, total: 8,
    });
  });
});

describe('Two states of one article, merged', () => {
  function twoTabs(): [Desk, Desk] {
    const desk = new Desk(article).mark('Repairs', 'old').mark('Nobody', 'n');
    const other = new Desk(article);
    other.book = ReviewBook.fromJSON(desk.book.toJSON(), () => desk.now());
    return [desk, other.read()];
  }

  test('have the reviews of both, the later where both have one', () => {
    const [desk, other] = twoTabs();
    other.mark('Repairs', 'new').mark('The bridge', 'b');
    desk.mark('The old mill', 'm');
    desk.book.merge(other.book.toJSON());
    desk.read();
    const notes = ['Repairs', 'Nobody', 'The bridge', 'The old mill'].map((words) => desk.note(words));
    expect([notes, desk.attached, desk.lost]).toEqual([['new', 'n', 'b', 'm'], 4, []]);
  });

  test('have no review that either took back, and one that was made again', () => {
    const [desk, other] = twoTabs();
    desk.book.clear(desk.claim('Repairs'));
    desk.book.merge(other.book.toJSON());
    expect(desk.read().note('Repairs')).toBeNull();
    desk.mark('Repairs', 'again');
    other.book.merge(desk.book.toJSON());
    expect([other.read().note('Repairs'), other.attached]).toEqual(['again', 2]);
  });

  test('have one review of a claim that both reviewed for themselves', () => {
    const [desk, other] = twoTabs();
    desk.mark('The bridge', 'first');
    other.mark('The bridge', 'later');
    desk.book.merge(other.book.toJSON());
    expect([desk.read().note('The bridge'), desk.attached, desk.lost]).toEqual(['later', 3, []]);
  });
});

test('What is no book is refused with the field that is wrong', () => {
  const { reviews } = new Desk(article).mark('Repairs', 'r').book.toJSON();
  const wrong = { reviews: [{ ...reviews[0], mark: 'done' }], cleared: [] };
  expect(() => ReviewBook.fromJSON(wrong)).toThrow(new ReviewFileError('bad_field', 'reviews[0].mark'));
});
