// Takes the folder of a built page; gives the paths of the files that a first visitor fetches before
// doing anything: the page, what it names, the scripts these import at once, the worker, the engine
// with SIMD and the weights. What is loaded when used, and what is kept for offline use, is left out.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export function filesOfVisitor(dist, { scalar }) {
  const index = join(dist, 'index.html');
  const found = new Set([index]);
  const add = (path) => {
    if (found.has(path) || !existsSync(path)) return;
    found.add(path);
    if (!path.endsWith('.js')) return;
    // Scripts as the bundler writes them: import{a as b}from"./c.js", import"./c.js".
    const code = readFileSync(path, 'utf8');
    for (const [, name] of code.matchAll(/(?:\bfrom|\bimport)\s*"(\.[^"]+\.js)"/g)) add(join(dirname(path), name));
  };
  const html = readFileSync(index, 'utf8');
  for (const [, name] of html.matchAll(/\s(?:src|href)="(\.\/[^"#]+)"/g)) add(join(dist, name));
  const assets = join(dist, 'assets');
  for (const name of readdirSync(assets)) {
    const path = join(assets, name);
    if (/^worker-.*\.js$/.test(name) || name.endsWith('.slm')) add(path);
    if (name.endsWith('.wasm') && !readFileSync(path).equals(scalar)) add(path);
  }
  return [...found];
}
