// `sourcelight` under node: the engine reads on the thread of its caller, as node has no web
// workers. tests/package/node.test.ts holds it.
import { createEngine as create, type Engine, type EngineOptions } from '../engine/index.ts';

export * from '../engine/index.ts';

export function createEngine(options: EngineOptions = {}): Promise<Engine> {
  return create({ thread: 'same', ...options });
}
