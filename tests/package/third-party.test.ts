// THIRD_PARTY.md is what the bundles hold, with the text of each licence.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { makeExtension } from '../../tools/build/extension.ts';
import { makePackage, root } from '../../tools/build/package.ts';
import { collect, pageOf, type Part } from '../../tools/build/third-party.ts';

let parts: Part[];
beforeAll(async () => {
  await makePackage();
  await makeExtension();
  parts = collect();
}, 300_000);

test('THIRD_PARTY.md names what is built in (./dev licences writes it)', () => {
  expect(readFileSync(join(root, 'THIRD_PARTY.md'), 'utf8')).toBe(pageOf(parts));
});

test('it names what opens files, keeps reviews and works offline, and who wrote it', () => {
  const named = (name: string): Part | undefined => parts.find((part) => part.name === name);
  expect(named('mammoth')?.holders).toEqual(['npm package', 'page', 'browser extension']);
  expect(named('idb')?.holders).toContain('shared files');
  expect(named('workbox-precaching')?.holders).toEqual(['service worker']);
  expect(named('pako')?.text).toContain('Vitaly Puzrin');
  expect(named('RE2')?.text).toContain('The RE2 Authors');
});

test('it names no editor, and no licence that asks for more than a notice', () => {
  const editors = /ckeditor|tinymce|wordpress|prosemirror|codemirror|tiptap|lexical|quill/i;
  expect(parts.filter(({ name }) => editors.test(name))).toEqual([]);
  const fine = /^\(?(MIT|ISC|Apache-2\.0|BSD-[23]-Clause)\b/;
  expect(parts.filter(({ licence }) => !fine.test(licence))).toEqual([]);
});
