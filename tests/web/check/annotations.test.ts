// Files of notes from elsewhere: each kind is read, and what is none is refused with the reason.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { notesOf, readNotes, rowsToNotes, type Note, type ReadNotes } from '../../../web/check/annotations.ts';
import { NotesError } from '../../../web/check/notes-error.ts';
import { atOnce } from '../../../web/check/slices.ts';
import { createEngine } from '../../../web/engine/index.ts';

const root = new URL('../../../', import.meta.url);
const file = (data: unknown, name = 'notes.json'): File =>
  new File([typeof data === 'string' ? data : JSON.stringify(data)], name);
const read = (data: unknown, name?: string): Promise<ReadNotes> => readNotes(file(data, name));
const target = (exact: string, more: object = {}): object => ({
  source: 'https://news.example/lock',
  selector: [{ type: 'TextQuoteSelector', exact, ...more }],
});
const plain = (note: Partial<Note>): Note => ({ body: '', isHtml: false, tags: [], author: '', date: '', link: '', quotes: [], ...note });
const quote = (exact: string) => ({ exact, prefix: '', suffix: '', start: null });

describe('A file of W3C Web Annotation', () => {
  const annotation = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'https://notes.example/1',
    type: 'Annotation',
    created: '2031-05-01T08:00:00Z',
    creator: { type: 'Person', name: 'Olan Reed' },
    body: [
      { type: 'TextualBody', value: 'Who counted the days?', purpose: 'commenting' },
      { type: 'TextualBody', value: 'dates', purpose: 'tagging' },
    ],
    target: target('shut for nine days', { prefix: 'will be ', suffix: ', the' }),
  };
  const wanted = plain({
    body: 'Who counted the days?', tags: ['dates'], author: 'Olan Reed', date: '2031-05-01T08:00:00Z', link: 'https://notes.example/1',
    quotes: [{ exact: 'shut for nine days', prefix: 'will be', suffix: ', the', start: null }],
  });

  const shapes: [string, unknown][] = [
    ['a single annotation', annotation],
    ['a list', [annotation]],
    ['a page', { type: 'AnnotationPage', items: [annotation] }],
    ['a collection with its page', { type: 'AnnotationCollection', first: { type: 'AnnotationPage', items: [annotation] } }],
    ['a graph', { '@graph': [{ ...annotation, type: undefined, '@type': 'oa:Annotation' }] }],
    ['a byte order mark before it', `\ufeff${JSON.stringify([annotation], null, 2)}`],
  ];
  test.each(shapes)('may be %s', async (_, data) => {
    expect(await read(data)).toEqual({ notes: [wanted], leftOut: [] });
  });

  test('may have a body of HTML, a text alone, a choice, or none', async () => {
    const bodies = [
      { body: { type: 'TextualBody', format: 'text/html', value: '<p>So <b>long</b>?</p>' } },
      { bodyValue: 'So long?' },
      { body: { type: 'Choice', items: [{ value: 'So long?' }, { value: 'Tan largo' }] } },
      { body: 'https://notes.example/reply.html' },
      {},
    ];
    const { notes } = await read(bodies.map((one) => ({ ...annotation, body: undefined, ...one })));
    expect(notes.map(({ body, isHtml }) => [body, isHtml])).toEqual([
      ['<p>So <b>long</b>?</p>', true], ['So long?', false], ['So long?', false], ['https://notes.example/reply.html', false], ['', false],
    ]);
  });

  test('may have selectors that refine each other, of which others are passed over', async () => {
    const selector = {
      type: 'RangeSelector', startSelector: {},
      refinedBy: [{ type: 'TextPositionSelector', start: 31, end: 49 }, { type: 'TextQuoteSelector', exact: 'nine days' }],
    };
    const { notes } = await read([{ ...annotation, target: { selector } }, { ...annotation, target: 'https://news.example/lock' }]);
    expect(notes.map(({ quotes }) => quotes)).toEqual([[{ ...quote('nine days'), start: 31 }], []]);
  });

  test('may be Sourcelight’s own export', async () => {
    const engine = await createEngine({
      thread: 'same',
      wasmBinary: readFileSync(new URL('build/wasm/sourcelight.wasm', root)),
      model: readFileSync(new URL('core/models/en.slm', root)),
    });
    const report = await engine.analyze('The lock will be shut for nine days, Mayor Mara Lind said. The mill burned down.');
    const { notes, leftOut } = await read(await engine.render('annotation'));
    engine.close();
    expect(leftOut).toEqual([]);
    expect(notes.map(({ body }) => body)).toEqual(report.claims.map(({ why }) => why));
    expect(notes[0]?.tags[0]).toBe('named');
    expect(notes[0]?.quotes[0]?.exact).toBe('The lock will be shut for nine days');
  });

  test('names items that are no annotations, and leaves them out', async () => {
    expect((await read([annotation, 7, { type: 'Person' }, annotation])).leftOut).toEqual([2, 3]);
  });

  test('gives no link that could run', async () => {
    const { notes } = await read([{ ...annotation, id: 'javascript:alert(1)' }]);
    expect(notes[0]?.link).toBe('');
  });
});

describe('A file of Hypothesis', () => {
  const row = {
    id: 'a1', created: '2031-05-01T08:00:00Z', updated: '2031-05-02T08:00:00Z', user: 'acct:olan@hypothes.is',
    user_info: { display_name: null }, uri: 'https://news.example/lock', text: 'Who *counted*?', tags: ['dates'], references: [],
    target: [{ source: 'https://news.example/lock', selector: [
      { type: 'RangeSelector', startContainer: '/p[1]', endContainer: '/p[1]', startOffset: 1, endOffset: 9 },
      { type: 'TextPositionSelector', start: 31, end: 49 },
      { type: 'TextQuoteSelector', exact: 'nine days', prefix: 'shut for ', suffix: ', the' },
    ] }],
    links: { html: 'https://hypothes.is/a/a1', incontext: 'https://hyp.is/a1/news.example/lock' },
  };
  const reply = { ...row, id: 'a2', user: 'acct:mia@hypothes.is', user_info: { display_name: 'Mia Sund' }, text: 'The board did.', references: ['a1'], target: [{ source: row.uri }] };
  const page = { ...row, id: 'a3', text: 'A good page.', target: [{ source: row.uri }] };

  test.each(['rows', 'annotations'])('may be JSON with %s, and answers stand where what they answer does', async (name) => {
    const { notes } = await read({ total: 3, [name]: [row, reply, page] });
    const quotes = [{ exact: 'nine days', prefix: 'shut for', suffix: ', the', start: 31 }];
    expect(notes.map(({ author, body, quotes: found }) => [author, body, found])).toEqual([
      ['olan', 'Who *counted*?', quotes], ['Mia Sund', 'The board did.', quotes], ['olan', 'A good page.', []],
    ]);
    expect(notes[0]).toMatchObject({ date: '2031-05-02T08:00:00Z', link: 'https://hyp.is/a1/news.example/lock', tags: ['dates'] });
  });

  const csv: [string, string][] = [
    ['new', 'Created at,Author,Page,URL,Group,Type,Quote,Comment,Tags\n2031-05-01 08:00,olan,,https://news.example/lock,Public,Annotation,"nine days, the","Who ""counted""?\nAnd how?","a,b"'],
    ['old', 'Creation Date,URL,Group,Annotation/Reply Type,Quote,User,Body,Tags,Page\n2031-05-01 08:00,https://news.example/lock,Public,Annotation,"nine days, the",olan,"Who ""counted""?\nAnd how?","a,b",'],
    ['semicolons', 'Created at;Author;URL;Quote;Comment;Tags\r\n2031-05-01 08:00;olan;https://news.example/lock;nine days, the;"Who ""counted""?\nAnd how?";a,b\r\n'],
  ];
  test.each(csv)('may be CSV (%s)', async (_, text) => {
    const { notes } = await read(`\ufeff${text}`, 'notes.csv');
    expect(notes).toEqual([plain({
      body: 'Who "counted"?\nAnd how?', tags: ['a', 'b'], author: 'olan', date: '2031-05-01 08:00', link: 'https://news.example/lock',
      quotes: [quote('nine days, the')],
    })]);
  });
});

describe('Refused, with the reason, is', () => {
  const refused: [string, unknown, string, NotesError['code'], number | null][] = [
    ['what is no JSON', '[\n{"type": "Annotation",\n oops}]', 'a.json', 'no_json', 3],
    ['JSON that ends too soon', '{"rows": [\n{"id": 1}', 'a.json', 'no_json', 2],
    ['text behind the JSON', '[]\n[]', 'a.json', 'no_json', 2],
    ['another JSON', { schema: 'x' }, 'a.json', 'no_notes', null],
    ['a list of other things', [1, 2], 'a.json', 'no_notes', null],
    ['a collection whose pages are elsewhere', { type: 'AnnotationCollection', first: 'https://notes.example/page1' }, 'a.json', 'elsewhere', null],
    ['another CSV', 'Name,Age\nMia,3', 'a.csv', 'no_notes', 1],
    ['a CSV with no row', 'Quote,Comment\n', 'a.csv', 'empty', null],
    ['an empty file', ' \n', 'a.json', 'empty', null],
  ];
  test.each(refused)('%s', async (_, data, name, code, line) => {
    const reason: unknown = await read(data, name).catch((error: unknown) => error);
    expect(reason).toBeInstanceOf(NotesError);
    expect(reason).toMatchObject({ code, line });
  });

  test('nothing that nests without end', async () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    await expect(read(deep)).rejects.toBeInstanceOf(NotesError);
    let selector: object = { type: 'TextQuoteSelector', exact: 'x' };
    for (let depth = 0; depth < 1000; ++depth) selector = { type: 'CssSelector', refinedBy: selector };
    expect(atOnce(notesOf([{ type: 'Annotation', target: { selector } }])).notes[0]?.quotes).toEqual([]);
  });
});

test('A large file is read whole, wherever it is cut, and its faults are found in it', async () => {
  const body = '🚢é€'.repeat(9_000);
  const item = { type: 'Annotation', bodyValue: `a${body}` };
  const { notes } = await read([item, { ...item, bodyValue: body }, item]);
  expect(notes.map((note) => note.body)).toEqual([`a${body}`, body, `a${body}`]);
  const text = `[\n${JSON.stringify(item)},\n${JSON.stringify(item)},\n{"type": é}]`;
  await expect(read(text)).rejects.toMatchObject({ code: 'no_json', line: 4 });
});

test('Rows that say nothing are left out', () => {
  const { notes, leftOut } = rowsToNotes([['Quote', 'Comment', 'User'], ['nine', '', 'a'], ['', '', 'b'], ['', '', '']]);
  expect([notes.length, leftOut]).toEqual([1, [2]]);
});

describe('Whatever a JSON file holds', () => {
  const seed = Date.now() % 1_000_000;
  let state = seed;
  const random = (below: number): number => (state = (state * 48_271 + 11) % 2_147_483_647) % below;
  const words = ['type', 'Annotation', 'selector', 'TextQuoteSelector', 'exact', 'target', 'body', 'rows', 'user', 'items', 'refinedBy', 'value'];
  const make = (depth: number): unknown => {
    const kind = random(depth > 4 ? 4 : 6);
    if (kind < 4) return [null, random(9), words[random(words.length)], true][kind];
    const size = random(5);
    if (kind === 4) return Array.from({ length: size }, () => make(depth + 1));
    return Object.fromEntries(Array.from({ length: size }, () => [words[random(words.length)], make(depth + 1)]));
  };

  test('it gives notes or a reason', async () => {
    for (let round = 0; round < 300; ++round) {
      const data = make(0);
      const told = await read(data ?? 'null').then(({ notes }) => notes, (reason: unknown) => reason);
      expect(Array.isArray(told) || told instanceof NotesError, `seed ${seed}, round ${round}: ${JSON.stringify(data)} ${String(told)}`).toBe(true);
    }
  });
});
