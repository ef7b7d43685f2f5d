// Builds examples/NAME against the packed npm package, as somebody who has it would, and serves
// what Vite made of it. The editors are resolved from the root's node_modules.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { copyExample } from '../../../tools/build/examples.ts';
import { makePackage, root } from '../../../tools/build/package.ts';
import { inTurn } from '../../../tools/build/turn.ts';
import { serve } from '../../web/support/serve.ts';

export interface Example {
  readonly url: string;
  close(): Promise<void>;
}

const folder = join(root, 'build/examples');
/** What an example has that has none of its own. */
const page = join(root, 'examples/page');

/** Files of tests that run at once may open the same one. */
export async function openExample(name: string): Promise<Example> {
  const tarball = await makePackage();
  await inTurn('examples', () => makeExample(name, tarball));
  const { url, close } = await serve(join(folder, name, 'dist'), '');
  return { url, close };
}

async function makeExample(name: string, tarball: string): Promise<void> {
  unpack(tarball);
  const example = join(folder, name);
  const source = join(root, 'examples', name);
  const made = `${changed(tarball)} ${digest(source)} ${digest(page)}`;
  const stamp = join(folder, `${name}.stamp`);
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== made) {
    rmSync(stamp, { force: true });
    copyExample(name, example);
    cpSync(page, example, { recursive: true, force: false });
    await build({
      root: example,
      logLevel: 'error',
      build: { outDir: 'dist', emptyOutDir: true, reportCompressedSize: false, chunkSizeWarningLimit: 1e5 },
    });
    writeFileSync(stamp, made);
  }
}

/** Unpacks the package where each example finds it, unless it lies there. */
function unpack(tarball: string): void {
  const modules = join(folder, 'node_modules');
  const stamp = join(modules, 'sourcelight.stamp');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === changed(tarball)) return;
  rmSync(modules, { recursive: true, force: true });
  const target = join(modules, 'sourcelight');
  mkdirSync(target, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '-C', target, '--strip-components', '1']);
  writeFileSync(stamp, changed(tarball));
}

const changed = (path: string): string => String(statSync(path).mtimeMs);

function digest(path: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' }).sort()) {
    if (/(^|[\\/])(node_modules|dist)([\\/]|$)/.test(name)) continue;
    const file = join(path, name);
    if (statSync(file).isFile()) hash.update(name).update(readFileSync(file));
  }
  return hash.digest('hex');
}
