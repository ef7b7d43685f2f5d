// `sourcelight/inlined`: the engine with its WebAssembly, weights and worker in one script, for the
// browser and node. tests/package holds it.
import { createEngine as create, type Engine, type EngineOptions } from '../engine/index.ts';

export * from '../engine/index.ts';

export function createEngine(options: EngineOptions = {}): Promise<Engine> {
  const thread = typeof Worker === 'undefined' ? 'same' : 'worker';
  return create({ thread, ...options });
}
