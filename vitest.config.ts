// Runs tests/web, tests/embed, tests/package and tests/extension. Browsers are shared and timings measured, so one file runs at a time.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { viewer } from './tools/build/viewer.ts';

export default defineConfig({
  plugins: [viewer(fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, ''))],
  test: {
    include: ['tests/web/**/*.test.ts', 'tests/embed/**/*.test.ts', 'tests/package/**/*.test.ts', 'tests/extension/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
