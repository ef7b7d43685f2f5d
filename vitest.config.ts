// Runs all tests/**/*.test.ts: two files at a time, and then one by one those that measure how long
// something takes.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { viewer } from './tools/build/viewer.ts';

const all = ['tests/**/*.test.ts'];

/** These hold budgets in milliseconds of the clock, or drive a browser that suffers from a busy computer. */
const measuring = [
  'tests/**/quick.test.ts',
  'tests/web/check/note-places.test.ts',
  'tests/web/compare/compare.test.ts',
  'tests/web/engine/browser.test.ts',
  'tests/web/page/webkit.test.ts',
  'tests/web/page/work.test.ts',
  'tests/web/review/book-long.test.ts',
  'tests/embed/codemirror/extension.test.ts',
  'tests/embed/host/dom-host.test.ts',
  'tests/embed/prosemirror/plugin.test.ts',
  'tests/extension/firefox.test.ts',
  'tests/extension/hard.test.ts',
  'tests/extension/speed.test.ts',
];

export default defineConfig({
  plugins: [viewer(fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, ''))],
  test: {
    pool: 'forks',
    poolOptions: { forks: { minForks: 1, maxForks: 2 } },
    testTimeout: 60_000,
    expect: { poll: { timeout: 5_000 } },
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'together', include: all, exclude: measuring, sequence: { groupOrder: 0 } } },
      {
        extends: true,
        test: {
          name: 'measuring',
          include: measuring,
          sequence: { groupOrder: 1 },
          poolOptions: { forks: { singleFork: true } },
        },
      },
    ],
  },
});
