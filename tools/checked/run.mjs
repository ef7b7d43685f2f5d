// Measures the search in an archive of fact-checks, or learns its weights: bundles the TypeScript of web/check
// as the page has it, and runs it in node.
//
// usage: node tools/checked/run.mjs measure ARCHIVE.json.gz [SENTENCES.txt]
//        node tools/checked/run.mjs learn ARCHIVE.json.gz SENTENCES.txt
//        node tools/checked/run.mjs words SENTENCES.txt
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));
const [verb, ...paths] = process.argv.slice(2);

if (!['measure', 'learn', 'words'].includes(verb) || paths.length < (verb === 'learn' ? 2 : 1) || paths.length > 2) {
  process.stderr.write('usage: ./dev eval-checked ARCHIVE.json.gz [SENTENCES.txt]\n');
  process.exit(2);
}
mkdirSync(join(root, 'build'), { recursive: true });
const outfile = join(root, 'build/checked.mjs');
await build({
  entryPoints: [join(root, 'tools/checked/main.ts')], outfile, bundle: true, format: 'esm', platform: 'node', target: 'node18',
});
const { main } = await import(pathToFileURL(outfile).href);
try {
  main(root, [verb, ...paths]);
} catch (reason) {
  process.stderr.write(`${paths.join(', ')}: ${reason instanceof Error ? reason.message : reason}\n`);
  process.exit(1);
}
