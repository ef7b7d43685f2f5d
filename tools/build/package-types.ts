// The types of the npm package: what tsc declares of each module that an export's types lead to, in
// its folder `types`, and a file beside each script that names them. tests/package/node.test.ts
// holds it.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import type { Entry } from './package-json.ts';

export function writeTypes(root: string, folder: string, entries: readonly Entry[]): void {
  const declared = join(root, 'build/types');
  rmSync(declared, { recursive: true, force: true });
  const options = ['--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--rootDir', 'web'];
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', root, ...options, '--outDir', declared], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const written = new Set<string>();
  for (const { name, source } of entries) {
    const path = relative('web', source).replace(/\.ts$/, '.d.ts');
    copy(declared, folder, path, written);
    const from = `./types/${path.replace(/\.d\.ts$/, '.js')}`;
    const text = `/// <reference path="./types/globals.d.ts" />\nexport * from '${from}';\n`;
    writeFileSync(join(folder, `${name}.d.ts`), text);
  }
  copyFileSync(join(root, 'web/package/globals.d.ts'), join(folder, 'types/globals.d.ts'));
}

/** Copies a file and all that it names, with the names that they have once they are compiled. */
function copy(declared: string, folder: string, path: string, written: Set<string>): void {
  if (written.has(path)) return;
  written.add(path);
  const named: string[] = [];
  const text = readFileSync(join(declared, path), 'utf8').replace(
    /(\bfrom |\bimport\(|\bimport )(['"])(\.[^'"]+)\.ts\2/g,
    (_, before: string, quote: string, name: string) => {
      named.push(normalize(join(dirname(path), `${name}.d.ts`)));
      return `${before}${quote}${name}.js${quote}`;
    },
  );
  const target = join(folder, 'types', path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
  for (const name of named) {
    if (existsSync(join(declared, name))) copy(declared, folder, name, written);
    else throw new Error(`${path} names ${name}, which is not declared`);
  }
}
