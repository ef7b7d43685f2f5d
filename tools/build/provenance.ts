// Notes which npm packages have code in what a build makes, in build/third-party/NAME.json, of which
// tools/build/third-party.ts makes THIRD_PARTY.md. tests/package/third-party.test.ts holds it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Plugin } from 'vite';

export const notes = 'build/third-party';

/** For one build, or several that belong together. */
export function provenance(root: string, name: string): Plugin {
  const folders = new Set<string>();
  let isOurs = false;
  return {
    name: 'sourcelight:provenance',
    apply: 'build',
    // Tests build pages of their own by the same configuration.
    configResolved: (config) => void (isOurs = config.root === root),
    generateBundle(_, bundle) {
      if (!isOurs) return;
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        for (const [id, { renderedLength }] of Object.entries(file.modules)) {
          const folder = renderedLength > 0 ? packageOf(id) : null;
          if (folder) folders.add(relative(root, folder));
        }
      }
      mkdirSync(join(root, notes), { recursive: true });
      writeFileSync(join(root, notes, `${name}.json`), JSON.stringify([...folders].sort(), null, 2));
    },
  };
}

/** The folder of the package that a module is of; null: it is ours. */
function packageOf(id: string): string | null {
  return /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? null;
}
