// The pages of examples/, as somebody who has the npm package would run them: `./dev demo NAME`
// installs one in build/demo/NAME from the tarball and serves it there by Vite.
// tests/package/example.test.ts holds it.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makePackage, root } from './package.ts';

/** Copies an example, without what was installed or built in it. */
export function copyExample(name: string, folder: string): void {
  const made = /[\\/](node_modules|dist)([\\/]|$)/;
  const source = join(root, 'examples', name);
  mkdirSync(folder, { recursive: true });
  for (const old of readdirSync(folder)) {
    if (/^(node_modules|package-lock\.json|\.installed|dist)$/.test(old)) continue;
    rmSync(join(folder, old), { recursive: true });
  }
  cpSync(source, folder, {
    recursive: true,
    filter: (path) => !made.test(path.slice(source.length)),
  });
}

/** Gives the folder in which the example stands, installed with the package as it is now. */
export async function installExample(name: string): Promise<string> {
  const tarball = await makePackage();
  const folder = join(root, 'build/demo', name);
  copyExample(name, folder);
  const path = join(folder, 'package.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as { dependencies: Record<string, string> };
  manifest.dependencies['sourcelight'] = `file:${tarball}`;
  writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`);
  const wanted = createHash('sha256').update(readFileSync(path)).update(readFileSync(tarball)).digest('hex');
  const stamp = join(folder, '.installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return folder;
  // npm would hold on to the tarball of the same name that it knows.
  rmSync(join(folder, 'package-lock.json'), { force: true });
  rmSync(join(folder, 'node_modules/sourcelight'), { recursive: true, force: true });
  console.error(`\n==> Installing examples/${name} (build/demo/${name})`);
  const args = ['install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel', 'error'];
  execFileSync('npm', args, { cwd: folder, stdio: ['ignore', 2, 2] });
  writeFileSync(stamp, wanted);
  return folder;
}

/** Installs the example of that name, and prints where. */
export async function main([name = '']: string[]): Promise<void> {
  console.log(await installExample(name));
}
