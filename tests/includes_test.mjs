// Holds the house's table of folders: who may include or import whom (the C++ stages in their
// order stand in CMakeLists.txt, the rest here), and that the tests which files say hold them are
// there. Shows that it finds what breaks either.
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';
import { filesBelow, read, root } from './house.mjs';

const publicHeader = 'sourcelight/sourcelight.h';
const generated = ['lexicon_data.h', 'rules_data.h', 'language_tagger.h', 'role_names.h', 'message_names.h'];
const systemHeader = /^([a-z_]+|unistd\.h|emscripten\/[a-z]+\.h|nlohmann\/json\.hpp)$/;
const simdHeader = /^(emmintrin|wasm_simd128)\.h$/; // for core/src/model alone
const patternHeader = 're2/re2.h'; // for core/src/patterns alone

/** What a web folder may import besides itself. */
const webTable = {
  engine: ['#wasm', '../../build/wasm/sourcelight.wasm', '../../build/wasm/scalar/sourcelight.wasm', '../../core/models/en.slm',
    '../highlight/edit.ts', // which knows of no DOM
    'tldts'],
  highlight: [],
  article: ['engine', 'highlight'],
  words: ['engine', 'check'],
  files: ['engine', 'words', 'article', 'jszip', 'mammoth', 'marked', 'pdfjs-dist/legacy/build/pdf.mjs', 'pdfjs-dist/legacy/build/pdf.worker.mjs'],
  review: ['engine', 'highlight', 'idb'],
  compare: ['engine', 'diff'],
  publish: ['engine', 'words'],
  check: ['engine', 'files', 'idb', 'papaparse', 'stemmer', '@streamparser/json'],
  widget: ['engine', 'highlight', 'words', 'files', 'review', 'compare', 'publish', 'check'],
  viewer: ['engine', 'words', 'review', 'widget', 'virtual:viewer'],
  pwa: ['engine', 'workbox-precaching', 'virtual:precache'],
  'one-file': ['engine', 'viewer'],
  page: ['engine', 'highlight', 'words', 'files', 'review', 'compare', 'publish', 'widget', 'viewer', 'pwa'],
  host: ['engine', 'highlight', 'words', 'widget'],
  embed: ['engine', 'highlight', 'host', 'words', 'widget', 'prosemirror-model', 'prosemirror-state', 'prosemirror-view', '@codemirror/lint', '@codemirror/state', '@codemirror/view'],
  package: ['engine', '#wasm', 'virtual:packed', 'node:fs/promises'],
  extension: ['engine', 'words', 'article', 'review', 'widget', 'host'],
};

export function stagesIn(cmake) {
  return /set\(SOURCELIGHT_STAGES ([a-z\s]+)\)/.exec(cmake)[1].split(/\s+/);
}

const includesIn = (code) =>
  [...code.matchAll(/^\s*#\s*include\s*([<"])([^>"]+)[>"]/gm)].map(([, mark, name]) => ({
    own: mark === '"',
    name,
  }));

/** What is wrong with the includes of one C++ file; [] if nothing is. */
export function faultsOfCpp(path, code, stages) {
  const folder = dirname(path);
  const stage = /^core\/src\/([^/]+)\//.exec(path)?.[1];
  if (stage && !stages.includes(stage)) return [`${path}: ${stage} is no stage of CMakeLists.txt`];
  const isWay = path === 'core/src/analyze.cpp';
  const mayInclude = (name) => {
    if (name === publicHeader) return true;
    if (path.startsWith('core/include/')) return false;
    const parts = name.split('/');
    if (isWay) return parts.length === 2 && stages.includes(parts[0]);
    if (!stage) return !name.includes('/') && folder.startsWith('tools/cli');
    if (generated.includes(name)) return true;
    const other = stages.indexOf(parts[0]);
    return parts.length === 2 && other >= 0 && other <= stages.indexOf(stage);
  };
  return includesIn(code)
    .filter(({ own, name }) => {
      if (own) return !mayInclude(name);
      if (stage === 'model' && simdHeader.test(name)) return false;
      if (stage === 'patterns' && name === patternHeader) return false;
      return !systemHeader.test(name);
    })
    .map(({ name }) => `${path} includes ${name}`);
}

const importsIn = (code) =>
  [...code.matchAll(/(?:^|[;\s])(?:import|export)\s(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]/g),
    ...code.matchAll(/\b(?:import|URL)\(\s*['"]([^'"]+)['"]/g)].map(([, name]) => name);

/** What is wrong with the imports of one file of web/; [] if nothing is. */
export function faultsOfWeb(path, code) {
  const folder = path.split('/')[1];
  const isDeclaration = folder.endsWith('.d.ts'); // of no folder, so it may import nothing
  const allowed = isDeclaration ? [] : webTable[folder];
  if (!allowed) return [`${path}: ${folder} is no folder of the table`];
  const mayImport = (name) => {
    if (allowed.includes(name)) return true;
    if (!name.startsWith('.')) return false;
    const target = normalize(join(dirname(path), name)).split('/');
    return target[0] === 'web' && (target[1] === folder || allowed.includes(target[1]));
  };
  return importsIn(code)
    .filter((name) => !mayImport(name))
    .map((name) => `${path} imports ${name}`);
}

/** The tests that a file names and that are not there; "tests/cases/verb*" names all that begin so. */
export function missingTests(code) {
  const named = [...code.matchAll(/\btests\/[\w./-]*[\w*]/g)].map(([path]) => path);
  return named.filter((path) => {
    if (!path.endsWith('*')) return !['', '.ts', '.txt'].some((end) => existsSync(join(root, path + end)));
    const folder = join(root, dirname(path));
    const begin = path.slice(path.lastIndexOf('/') + 1, -1);
    return !existsSync(folder) || !readdirSync(folder).some((name) => name.startsWith(begin));
  });
}

const stages = stagesIn(read('CMakeLists.txt'));

test('C++ includes keep to the table', () => {
  const files = ['core', 'wasm', 'tools/cli'].flatMap((folder) => filesBelow(folder, /\.(cpp|h)$/));
  assert.ok(files.length > 20);
  assert.deepEqual(files.flatMap((path) => faultsOfCpp(path, read(path), stages)), []);
});

test('web imports keep to the table', () => {
  const files = filesBelow('web', /\.(ts|js)$/);
  assert.ok(files.length > 5);
  assert.deepEqual(files.flatMap((path) => faultsOfWeb(path, read(path))), []);
});

test('every embed is under 300 lines of code', () => {
  const isCode = (line) => line.trim() && !/^\s*(?:\/\/|\/?\*)/.test(line);
  const folders = readdirSync(join(root, 'web/embed'));
  const long = folders
    .map((name) => [name, filesBelow(`web/embed/${name}`, /\.ts$/).flatMap((path) => read(path).split('\n').filter(isCode)).length])
    .filter(([, lines]) => lines >= 300);
  assert.ok(folders.length >= 7);
  assert.deepEqual(long, []);
});

test('the tests that files say hold them are there', () => {
  const folders = ['core', 'wasm', 'web', 'tools'];
  const files = folders.flatMap((folder) => filesBelow(folder, /\.(ts|mjs|cpp|h|css|py)$/));
  const missing = files.flatMap((path) => missingTests(read(path)).map((test) => `${path} names ${test}`));
  assert.deepEqual(missing, []);
});

test('a test that is named and is not there is found', () => {
  assert.deepEqual(missingTests('// tests/nowhere/a.test.ts holds it.'), ['tests/nowhere/a.test.ts']);
  assert.deepEqual(missingTests('// tests/web/nothing* hold it.'), ['tests/web/nothing*']);
  assert.deepEqual(missingTests('// tests/includes_test.mjs, tests/web/engine/suite, tests/web and tests/inc* hold it.'), []);
});

test('every folder of core/src is a stage, in the order of the way through', () => {
  const folders = readdirSync(join(root, 'core/src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  assert.deepEqual(folders.sort(), [...stages].sort());
});

const order = ['base', 'text', 'model', 'report'];
const cpp = (path, ...lines) => faultsOfCpp(path, lines.join('\n'), order);

test('an include against the order is found', () => {
  assert.equal(cpp('core/src/base/utf.cpp', '#include "text/document.h"').length, 1);
  assert.equal(cpp('core/src/text/a.h', '  #  include "report/report.h"').length, 1);
  assert.equal(cpp('core/src/text/a.cpp', '#include "analyze.h"').length, 1);
  assert.equal(cpp('core/src/text/a.cpp', '#include "../report/report.h"').length, 1);
  assert.equal(cpp('core/src/text/a.cpp', '#include <re2/re2.h>').length, 1);
  assert.equal(cpp('core/src/text/a.cpp', '#include <emmintrin.h>').length, 1);
  assert.equal(cpp('core/src/style/a.cpp', '').length, 1);
  assert.equal(cpp(`core/include/${publicHeader}`, '#include "base/utf.h"').length, 1);
});

test('an include of core from wasm or tools/cli is found', () => {
  assert.equal(cpp('wasm/bindings.cpp', '#include "report/report.h"').length, 1);
  assert.equal(cpp('tools/cli/main.cpp', '#include "base/utf.h"').length, 1);
  assert.equal(cpp('tools/cli/main.cpp', '#include "language_tagger.h"', '#include "en/x.h"').length, 1);
});

test('an include that the table allows is no fault', () => {
  assert.deepEqual(cpp('core/src/report/a.cpp', '#include "base/utf.h"', '#include "report/a.h"',
    '#include "text/a.h"', `#include "${publicHeader}"`, '#include "lexicon_data.h"',
    '#include <string_view>', '// #include is a word'), []);
  assert.deepEqual(cpp('core/src/analyze.cpp', '#include "report/report.h"'), []);
  assert.deepEqual(cpp('core/src/model/a.h', '#include <emmintrin.h>', '#include <wasm_simd128.h>'), []);
  assert.deepEqual(faultsOfCpp('core/src/patterns/a.cpp', '#include <re2/re2.h>', ['patterns']), []);
  assert.deepEqual(cpp('tools/cli/main.cpp', '#include "jsonl.h"', '#include <unistd.h>'), []);
});

test('the stages are read from CMakeLists.txt', () => {
  assert.deepEqual(stagesIn('set(X 1)\nset(SOURCELIGHT_STAGES base text model report)\n'), order);
});

const faults = (path, code) => faultsOfWeb(path, code).length;

test('an import against the table is found', () => {
  assert.equal(faults('web/engine/a.ts', "import { x } from '../widget/x.ts';"), 1);
  assert.equal(faults('web/highlight/a.ts', "import type {\n  X,\n} from '../engine/x.ts';"), 1);
  assert.equal(faults('web/widget/a.ts', "import '#wasm';"), 1);
  assert.equal(faults('web/widget/a.ts', "export * from '../page/x.ts';"), 1);
  assert.equal(faults('web/page/a.ts', "const x = await import('../../tools/x.ts');"), 1);
  assert.equal(faults('web/page/a.ts', "new URL('../../core/models/en.slm', import.meta.url)"), 1);
  assert.equal(faults('web/page/a.ts', "import lodash from 'lodash';"), 1);
  assert.equal(faults('web/page/a.ts', "new Worker(new URL('../embed/x.ts', import.meta.url))"), 1);
  assert.equal(faults('web/elsewhere/a.ts', ''), 1);
  assert.equal(faults('web/css.d.ts', "import './page/a.ts';"), 1);
});

test('an import that the table allows is no fault', () => {
  assert.equal(faults('web/engine/a.ts', "import create from '#wasm';\nimport './b.ts';"), 0);
  assert.equal(faults('web/engine/a.ts', "new URL('../../core/models/en.slm', import.meta.url)"), 0);
  assert.equal(faults('web/widget/a.ts', "import type { Report } from '../engine/index.ts';"), 0);
  assert.equal(faults('web/page/a.ts', "import { a } from '../widget/index.ts'; export { a };"), 0);
  assert.equal(faults('web/page/a.ts', "const text = 'export it from here';"), 0);
});
