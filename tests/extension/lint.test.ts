// Both builds as the stores take them: Firefox's own linter finds no error, what each manifest asks for is
// no more than what docs/privacy.md tells, and all that it names is there.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { folderOf, makeExtension, zipOf } from '../../tools/build/extension.ts';
import { root } from '../../tools/build/package.ts';
import { browsers } from '../../web/extension/manifest.ts';

interface Message {
  readonly code: string;
  readonly message: string;
  readonly description: string;
}

interface Found {
  readonly errors: readonly Message[];
  readonly warnings: readonly Message[];
}

beforeAll(makeExtension);

/** The linter wants a newer node than all else here. */
const node = Number(process.versions.node.split('.')[0]);

test.skipIf(node < 20)('Firefox’s linter finds no error, and warns of nothing but what is meant', () => {
  const linter = join(root, 'node_modules/addons-linter/bin/addons-linter');
  const { stdout, stderr } = spawnSync(process.execPath, [linter, '--output', 'json', zipOf('firefox')], { encoding: 'utf8' });
  expect(stdout, stderr).toMatch(/^\{/);
  const { errors, warnings } = JSON.parse(stdout) as Found;
  expect(errors).toEqual([]);
  const meant = [
    /data_collection_permissions/, // Older Firefox leave it alone.
    /sidePanel\.open|dom\.openOrClosedShadowRoot/, // Chromium's, asked for only where they are.
    /Unsafe assignment to innerHTML/, // Readability's, in a copy that is never shown.
  ];
  expect(warnings.map(({ message, description }) => `${message}: ${description}`).filter((one) => !meant.some((known) => known.test(one)))).toEqual([]);
});

describe.each(browsers)('For %s', (browser) => {
  const manifest = (): Readonly<Record<string, unknown>> =>
    JSON.parse(readFileSync(join(folderOf(browser), 'manifest.json'), 'utf8')) as Record<string, unknown>;

  test('it asks for no more than the privacy statement tells, and for no site', () => {
    const told = [...readFileSync(join(root, 'docs/privacy.md'), 'utf8').matchAll(/^\| `(\w+)`( \(Chromium\))? \|/gm)];
    const wanted = told.filter(([, , chromiumOnly]) => browser === 'chromium' || !chromiumOnly).map(([, name]) => name);
    expect(wanted.length).toBeGreaterThan(3);
    expect([...(manifest()['permissions'] as string[])].sort()).toEqual(wanted.sort());
    for (const wider of ['host_permissions', 'optional_permissions', 'optional_host_permissions', 'content_scripts', 'externally_connectable', 'web_accessible_resources']) {
      expect(manifest(), wider).not.toHaveProperty(wider);
    }
  });

  test('all files that it names are there, and its words in each language', () => {
    const files = JSON.stringify(manifest()).match(/[\w/]+\.(?:html|js|png)/g) ?? [];
    expect(files.length).toBeGreaterThan(5);
    expect(files.filter((name) => !existsSync(join(folderOf(browser), name)))).toEqual([]);
    const words = JSON.stringify(manifest()).match(/(?<=__MSG_)\w+(?=__)/g) ?? [];
    for (const language of ['en', 'es']) {
      const messages = JSON.parse(readFileSync(join(folderOf(browser), `_locales/${language}/messages.json`), 'utf8')) as Record<string, { message: string }>;
      expect(words.filter((word) => !messages[word]?.message)).toEqual([]);
      expect(messages['description']?.message.length, 'the stores take 132 letters').toBeLessThanOrEqual(132);
    }
  });

  test('no script of it makes code of text, or names another address to load from', () => {
    const parts = readdirSync(join(folderOf(browser), 'panel')).map((name) => `panel/${name}`);
    expect(parts.length).toBeGreaterThan(5);
    for (const name of ['background.js', 'page.js', 'panel.js', 'options.js', ...parts]) {
      const script = readFileSync(join(folderOf(browser), name), 'utf8');
      const found = script.match(/.{0,40}(?:\beval\(|new Function\(|importScripts\(|(?<!async |\.)\bimport\((?!["'`]\.{1,2}\/)|(?:fetch|Socket|Source)\(["'`]https?:).{0,40}/g);
      expect(found ?? [], name).toEqual([]);
    }
  });
});
