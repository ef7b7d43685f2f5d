// The package.json of the npm package. tests/package/lint.test.ts holds it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { engineFiles } from './package-files.ts';

export interface Entry {
  /** The subpath of the export, and the name of its script; "index": the package itself. */
  readonly name: string;
  /** The module in this repository. */
  readonly source: string;
}

/** Packages of editors, which whoever uses their embed has already, with what is asked of them. */
const peers: Readonly<Record<string, string>> = {
  '@codemirror/lint': '^6.4.0',
  '@codemirror/state': '^6.0.0',
  '@codemirror/view': '^6.0.0',
  'prosemirror-model': '^1.0.0',
  'prosemirror-state': '^1.0.0',
  'prosemirror-view': '^1.0.0',
};

export const peerPackages = Object.keys(peers);

type Target = string | Readonly<Record<string, string>>;

/** `effects`: the scripts that do something when they are only imported. */
export function manifestOf(root: string, entries: readonly Entry[], effects: readonly string[]): object {
  const { version, description, license } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ) as Record<string, string>;
  return {
    name: 'sourcelight',
    version,
    description,
    license,
    keywords: [
      'attribution', 'claims', 'cms', 'editor', 'fact-checking', 'journalism', 'news', 'newsroom',
      'quotes', 'sources', 'wasm', 'web-component',
    ],
    type: 'module',
    customElements: 'custom-elements.json',
    sideEffects: effects.map((name) => `./${name}`),
    exports: exportsOf(entries),
    engines: { node: '>=18' },
    peerDependencies: peers,
    peerDependenciesMeta: Object.fromEntries(
      peerPackages.map((name) => [name, { optional: true }]),
    ),
  };
}

function exportsOf(entries: readonly Entry[]): Readonly<Record<string, Target>> {
  const found: Record<string, Target> = {};
  for (const { name } of entries) {
    const types = `./${name}.d.ts`;
    if (name === 'index') found['.'] = { types, node: './node.js', default: './index.js' };
    else found[`./${name}`] = { types, default: `./${name}.js` };
  }
  for (const name of [...Object.keys(engineFiles), 'custom-elements.json', 'package.json']) {
    found[`./${name}`] = `./${name}`;
  }
  return found;
}
