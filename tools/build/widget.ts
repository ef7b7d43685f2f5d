// The entry of dist/source-light.js, the widget for other pages. Its address stands in those pages
// and has no hash, so it only names the hashed file that has the widget, and no cache mixes two
// versions. Beside it lie the examples of docs/widget.md. tests/web/build/widget.test.ts holds it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

export const widgetEntry = 'virtual:source-light';

export function widget(root: string): Plugin {
  return {
    name: 'sourcelight:widget',
    resolveId: (source) => (source === widgetEntry ? `\0${source}` : null),
    load: (id) =>
      id === `\0${widgetEntry}`
        ? `export * from ${JSON.stringify(join(root, 'web/widget/index.ts'))};`
        : null,
    generateBundle() {
      const source = readFileSync(join(root, 'examples/widget.html'));
      this.emitFile({ type: 'asset', fileName: 'widget.html', source });
    },
  };
}
