// examples/react and examples/vue against the packed package: types that follow from the manifest take
// what the element has and nothing else, and the pages set properties and hear events.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../tools/build/package.ts';
import { openExample, type Example } from '../embed/support/example.ts';
import { launch, open, reportOf } from '../web/support/browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Lines of which each has a mistake: where the types let one pass, its "expected error" is one. */
const wrong = {
  react: {
    checker: 'typescript/bin/tsc',
    file: 'wrong.tsx',
    text: `export const wrong = [
  // @ts-expect-error: a text is no number
  <source-light key="1" text={1} />,
  // @ts-expect-error: there is no such event
  <source-light key="2" onreported={() => {}} />,
  // @ts-expect-error: a claim has a number
  <source-light key="3" onclaim-select={({ detail }) => detail.claim?.toUpperCase()} />,
  // @ts-expect-error: it can only be read
  <source-light key="4" summary="" />,
];
`,
  },
  vue: {
    checker: 'vue-tsc/bin/vue-tsc.js',
    file: 'wrong.vue',
    text: `<script setup lang="ts">
const hear = (text: string): string => text;
</script>

<template>
  <!-- @vue-expect-error: a text is no number -->
  <source-light :text="1" />
  <!-- @vue-expect-error: a claim has a number -->
  <source-light @claim-select="hear($event.detail.claim)" />
</template>
`,
  },
} as const;

describe.each(['react', 'vue'] as const)('In %s', (name) => {
  let example: Example;
  beforeAll(async () => {
    example = await openExample(name);
  }, 300_000);
  afterAll(() => example.close());

  test('the types take what the element has, and nothing else', () => {
    const { checker, file, text } = wrong[name];
    const folder = join(root, 'build/examples', name);
    writeFileSync(join(folder, file), text);
    const run = (): string => {
      try {
        return execFileSync(process.execPath, [join(root, 'node_modules', checker), '-p', folder], { encoding: 'utf8' });
      } catch (reason) {
        return (reason as { stdout: string }).stdout;
      }
    };
    expect(run()).toBe('');
  });

  test('the page sets text and house style, and hears of Report and selection', async () => {
    const { page, complaints } = await open(browser, example.url);
    const report = await reportOf(page);
    expect(report.findings.map(({ rule }) => rule)).toEqual(['cost']);
    await expect.poll(() => page.locator('#summary').textContent()).toBe(report.summary.text);
    expect(await page.evaluate(() => document.querySelector('source-light')?.hasAttribute('private'))).toBe(true);
    await page.getByRole('button', { name: 'Next claim' }).click();
    await page.getByText('Claim 1 is selected.').waitFor();
    await page.keyboard.press('Escape');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('the example has the versions that it is tested with', () => {
    const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<string, Record<string, string>>;
    const { devDependencies: ours = {} } = read('package.json');
    const { dependencies, devDependencies } = read(`examples/${name}/package.json`);
    for (const [other, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      if (other !== 'sourcelight') expect(version, other).toBe(ours[other]);
    }
  });
});
