// Random data such as a hostile or broken page might send: often nearly a message.

export type Random = () => number;

/** mulberry32: numbers from 0 to 1 by a seed. */
export function random(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const types = ['text', 'settings', 'statuses', 'language', 'select', 'report', 'edited', 'selected', 'problem', 'refused', 'hello', 'ready', 'connect', '__proto__'];
const fields = ['id', 'text', 'links', 'settings', 'statuses', 'language', 'claim', 'report', 'message', 'parts', 'constructor', 'toString'];

/** It can be cloned, but not always be written as JSON. */
export function garbage(next: Random): unknown {
  if (next() < 0.1) return value(next, 0);
  const message: Record<string, unknown> = { sourcelight: next() < 0.9 ? 1 : value(next, 1) };
  if (next() < 0.95) message['type'] = next() < 0.9 ? pick(next, types) : value(next, 1);
  for (const field of fields) if (next() < 0.4) message[field] = value(next, 0);
  if (next() < 0.1) message['settings'] = message;
  return message;
}

const pick = <Item>(next: Random, items: readonly Item[]): Item => items[Math.floor(next() * items.length)] as Item;

function value(next: Random, depth: number): unknown {
  const simple = [
    null, undefined, true, NaN, -1, 0.5, 3, 2 ** 53, 10n, '', 'It rained.', 'named', '{"rules": [', '<img src=x onerror=alert(1)>',
    '\ud800', new Date(0), /a/, new Map([[1, 2]]), new Set(['named']), new Uint8Array(3), new Error('no'),
  ];
  const kind = next();
  if (depth > 3 || kind < 0.6) return pick(next, simple);
  const size = Math.floor(next() * 4);
  if (kind < 0.8) return Array.from({ length: size }, () => value(next, depth + 1));
  const names = ['span', 'target', 'rules', 'verbs', 'schema', 'claims', ...fields];
  return Object.fromEntries(Array.from({ length: size }, () => [pick(next, names), value(next, depth + 1)]));
}
