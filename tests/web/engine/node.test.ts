// The engine in node, on the thread of its caller: the suite that every engine passes.
import { readFileSync } from 'node:fs';
import { describe, test } from 'vitest';
import { createEngine } from '../../../web/engine/index.ts';
import { rejection, same } from '../support/case.ts';
import type { EngineContext } from './articles.ts';
import { engineSuite } from './suite.ts';

const file = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url));
const wasmBinary = file('build/wasm/sourcelight.wasm');
const bytes = file('core/models/en.slm');
const missingModel = 'http://127.0.0.1:1/missing.slm';

const makeEngine: EngineContext['makeEngine'] = ({ model = bytes, ...options } = {}) =>
  createEngine({ thread: 'same', wasmBinary, model, ...options });

describe('The engine on one thread in node', () => {
  for (const { name, run } of engineSuite) test(name, () => run({ makeEngine, missingModel }));

  test('says that it could not be loaded when the module is broken', async () => {
    const wasmBinary = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 99]);
    const reason = await rejection(createEngine({ thread: 'same', wasmBinary, model: bytes }));
    same((reason as { code?: string }).code, 'engine_failed', 'the code');
  });

  test('says what to do where there are no workers', async () => {
    const reason = await rejection(createEngine());
    same(/thread: 'same'/.test(String(reason)), true, 'the advice');
  });
});
