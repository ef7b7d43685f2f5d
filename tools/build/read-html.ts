// Makes build/read-html.mjs, which the command runs for --html, unless what it is made of is older.
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/, '');
const made = join(root, 'build/read-html.mjs');
const sources = ['tools/html', 'web/article', 'web/engine', 'web/files'];

export async function main(): Promise<void> {
  if (existsSync(made) && statSync(made).mtimeMs > newestSource()) return;
  mkdirSync(join(root, 'build'), { recursive: true });
  await build({
    entryPoints: [join(root, 'tools/html/read-html.ts')],
    outfile: made,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node18',
    // linkedom draws with it where it is there.
    external: ['canvas'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
}

function newestSource(): number {
  const times = sources.flatMap((folder) => readdirSync(join(root, folder)).map((name) => statSync(join(root, folder, name)).mtimeMs));
  return Math.max(statSync(join(root, 'package-lock.json')).mtimeMs, ...times);
}
