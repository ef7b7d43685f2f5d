// An empty project with nothing in it but what its files say and the packed package, which npm
// installed; and the text that it reads.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makePackage, root } from '../../../tools/build/package.ts';

/** Gives the project's folder. */
export async function makeProject(
  name: string,
  files: Readonly<Record<string, string>>,
): Promise<string> {
  const tarball = await makePackage();
  const folder = join(root, 'build/projects', name);
  rmSync(folder, { recursive: true, force: true });
  const manifest = { name, private: true, type: 'module', dependencies: { sourcelight: `file:${tarball}` } };
  writeFiles(folder, { 'package.json': JSON.stringify(manifest), ...files });
  const args = ['install', '--offline', '--no-audit', '--no-fund', '--loglevel', 'error'];
  execFileSync('npm', args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  return folder;
}

export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

export const text =
  'The ferry to Olm will stop in March, harbour chief Ida Brandt said.\n\n' +
  'Fares rose by 12 percent last year. “Nobody asked us,” said a deckhand who declined to be named.';

/** A script that reads the text twice: with the files of the package, and with none. */
export const readsTwice = (engine = 'sourcelight', inlined = 'sourcelight/inlined'): string => `
import { createEngine } from '${engine}';
import { createEngine as createInlined } from '${inlined}';

async function read(engine) {
  const report = await engine.analyze(${JSON.stringify(text)});
  engine.close();
  return { report };
}

globalThis.readings = (async () => [await read(await createEngine()), await read(await createInlined())])();
`;

export const page = (script: string, head = ''): string => `<!doctype html>
<title>A newsroom's page</title>
<link rel="icon" href="data:," />
${head}
<script type="module" src="${script}"></script>
`;
