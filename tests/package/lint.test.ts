// What two linters of packages say of the packed package, and what stands in it.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { beforeAll, expect, test } from 'vitest';
import { makePackage, packageFolder, root } from '../../tools/build/package.ts';

let tarball: string;
beforeAll(async () => {
  tarball = await makePackage();
}, 300_000);

test('attw: the types of every export are found, and are right', async () => {
  const result = await checkPackage(createPackageFromTarballData(readFileSync(tarball)));
  if (!result.types) throw new Error('attw finds no types');
  // For modules only, as the package says; files that are no scripts have no types.
  const spared = new Set(['node10', 'node16-cjs']);
  const problems = result.problems.filter((problem) => {
    if ('entrypoint' in problem && /\.(wasm|slm|json)$/.test(problem.entrypoint)) return false;
    return !('resolutionKind' in problem && spared.has(problem.resolutionKind));
  });
  expect(problems).toEqual([]);
  for (const name of ['.', './element', './worker', './inlined', './editable']) {
    expect(Object.keys(result.entrypoints)).toContain(name);
  }
});

test('publint has nothing to say', async () => {
  const { messages } = await publint({ pkgDir: packageFolder, strict: true, pack: 'npm' });
  expect(messages).toEqual([]);
});

test('each embed is a subpath of its own, with types', () => {
  const { exports } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as {
    exports: Record<string, unknown>;
  };
  const embeds = readdirSync(join(root, 'web/embed')).filter((name) =>
    readdirSync(join(root, 'web/embed', name)).includes('index.ts'),
  );
  expect(embeds).toContain('editable');
  for (const name of embeds) {
    expect(exports[`./${name}`]).toEqual({ types: `./${name}.d.ts`, default: `./${name}.js` });
  }
});

test('the package brings no dependencies, and its licences', () => {
  const manifest = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as object;
  expect(manifest).not.toHaveProperty('dependencies');
  expect(manifest).toMatchObject({ name: 'sourcelight', license: 'Apache-2.0', type: 'module' });
  const files = readdirSync(packageFolder);
  for (const name of ['README.md', 'LICENSE', 'THIRD_PARTY.md', 'CHANGELOG.md']) {
    expect(files).toContain(name);
  }
});

test('no script of the package names a file that is not in it', () => {
  const files = new Set(readdirSync(packageFolder));
  for (const name of [...files].filter((file) => file.endsWith('.js'))) {
    const code = readFileSync(join(packageFolder, name), 'utf8');
    expect(code).not.toContain('packageFile(');
    for (const [, named = ''] of code.matchAll(/(?:from |import\(?|new URL\()['"]\.\/([\w.-]+)['"]/g)) {
      expect(files, `${name} names it`).toContain(named);
    }
  }
});

test('the command, the page and the package have one version', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  expect(readFileSync(join(root, 'CMakeLists.txt'), 'utf8')).toContain(`project(sourcelight VERSION ${version} `);
  expect(readFileSync(join(root, 'CHANGELOG.md'), 'utf8')).toContain(`## ${version}`);
  expect(tarball).toMatch(new RegExp(`/dist/sourcelight-${version}\\.tgz$`));
});
