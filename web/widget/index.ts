// Defines <source-light>, with an engine that reads in a worker: what a page loads as one module.
//   <script type="module" src="source-light.js"></script>
//   <source-light editable></source-light>
import { createEngine, warmUp, type Engine } from '../engine/index.ts';
import { SourceLight } from './source-light.ts';
import { tools, type Tools } from './tools.ts';

class ReadingSourceLight extends SourceLight {
  protected override get canRead(): boolean {
    return true;
  }

  protected override get tools(): Tools {
    return tools;
  }

  protected override startEngine(): Promise<Engine> {
    const { engineOptions, houseStyle } = this;
    return createEngine({ ...engineOptions, houseStyle: houseStyle ?? engineOptions.houseStyle ?? null });
  }
}

// Where the page says that its engine is the usual one, it starts while the views are built.
if (document.querySelector('source-light[warm]')) warmUp();
if (!customElements.get('source-light')) customElements.define('source-light', ReadingSourceLight);

export { SourceLight };
export type { SourceLightEvents } from './events.ts';
export type { Filter } from './filter.ts';
