// The messages of the framed Sourcelight: whatever comes, reading it gives a message, what is wrong
// with it, or nothing; and never throws.
import { describe, expect, test } from 'vitest';
import { readFromFrame, readHandshake, readToFrame, sent } from '../../../web/embed/frame/protocol.ts';
import { garbage, random } from './garbage.ts';

const report = { schema: 'sourcelight.report/1', sentences: [], attributions: [], sources: [], claims: [], findings: [] };
const links = [{ span: [0, 2], target: 'https://a.example/' }];

describe('To the frame', () => {
  test.each([
    { type: 'text', id: 0, text: '', links: [] },
    { type: 'text', id: 7, text: 'It rained.', links },
    { type: 'text', id: 8, text: 'It rained.', links: links.map((link) => ({ ...link, within: true })) },
    { type: 'settings', settings: '{}' },
    { type: 'settings', settings: null },
    { type: 'statuses', statuses: ['named', 'none'] },
    { type: 'language', language: 'es-MX' },
    { type: 'select', claim: 3 },
  ])('$type is read as it was sent', (message) => {
    expect(readToFrame(structuredClone(sent(message)))).toEqual(message);
  });

  test('settings may be an object, which becomes JSON that names lines', () => {
    expect(readToFrame(sent({ type: 'settings', settings: { name: 'Herald' } }))).toEqual({
      type: 'settings',
      settings: '{\n  "name": "Herald"\n}',
    });
  });

  const cyclic: Record<string, unknown> = {};
  cyclic['self'] = cyclic;
  test.each([
    [{ type: 'text', text: 'a' }, 'id'],
    [{ type: 'text', id: -1, text: 'a' }, 'id'],
    [{ type: 'text', id: 1, text: 7 }, 'text'],
    [{ type: 'text', id: 1, text: 'a'.repeat(2 ** 24 + 1) }, 'text'],
    [{ type: 'text', id: 1, text: 'a', links }, 'links'],
    [{ type: 'text', id: 1, text: 'abc', links: [{ span: [0, 1] }] }, 'links'],
    [{ type: 'text', id: 1, text: 'abc', links: [{ span: [0, 1], target: '#a', within: 1 }] }, 'links'],
    [{ type: 'settings', settings: 7 }, 'settings'],
    [{ type: 'settings', settings: cyclic }, 'settings'],
    [{ type: 'settings', settings: { n: 1n } }, 'settings'],
    [{ type: 'statuses', statuses: ['ghost'] }, 'statuses'],
    [{ type: 'language', language: '<b>' }, 'language'],
    [{ type: 'select', claim: 1.5 }, 'claim'],
    [{ type: 'report' }, 'type'],
    [{}, 'type'],
    [{ type: 'select', claim: 1, sourcelight: 2 }, 'version 1'],
  ])('%o is refused with its field', (message, field) => {
    expect(readToFrame({ sourcelight: 1, ...message })).toEqual({ wrong: expect.stringContaining(field) });
  });
});

describe('From the frame', () => {
  test.each([
    { type: 'report', id: 1, report },
    { type: 'report', id: null, report },
    { type: 'edited', text: 'It rained.' },
    { type: 'selected', claim: null },
    { type: 'problem', message: null, parts: [{ field: 'rules', line: 3, message: 'No.' }] },
    { type: 'refused', message: 'No.' },
  ])('$type is read as it was sent', (message) => {
    expect(readFromFrame(structuredClone(sent(message)))).toEqual(message);
  });

  test('a Report of another version is refused', () => {
    const message = { type: 'report', id: 1, report: { ...report, schema: 'sourcelight.report/2' } };
    expect(readFromFrame(sent(message))).toEqual({ wrong: expect.stringContaining('a Report') });
  });
});

test('What is none of ours is nobody’s business', () => {
  for (const data of [null, undefined, 1, 'sourcelight', [], {}, { type: 'text' }, new Map([['sourcelight', 1]])]) {
    expect([readToFrame(data), readFromFrame(data), readHandshake(data)]).toEqual([null, null, null]);
  }
});

test('Two thousand random messages are read, refused or left alone; none throws', () => {
  const seed = Date.now() % 2 ** 31;
  console.info(`garbage of seed ${seed}`);
  const next = random(seed);
  for (let i = 0; i < 2000; ++i) {
    const data = structuredClone(garbage(next));
    for (const read of [readToFrame(data), readFromFrame(data)]) {
      if (read === null) continue;
      if ('wrong' in read) expect(read.wrong).toMatch(/^\S.*\.$/);
      else expect(typeof read.type).toBe('string');
    }
    readHandshake(data);
  }
});
