// The packed package in projects of others: built and served by Vite, built by webpack, and as plain
// modules from a folder. Each page reads a text in a real Chromium, with the model.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { build, createServer } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import webpack from 'webpack';
import { makePackage } from '../../tools/build/package.ts';
import { launch } from '../web/support/browser.ts';
import { serve } from '../web/support/serve.ts';
import { makeProject, page, readsTwice, writeFiles } from './support/project.ts';
import { expectReadings } from './support/readings.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
  await makePackage();
}, 300_000);
afterAll(() => browser.close());

const config = `export default { optimizeDeps: { exclude: ['sourcelight'] } };\n`;

test('Vite: the built page reads, and so does the one of the development server', async () => {
  const folder = await makeProject('vite', {
    'index.html': page('/main.js'),
    'main.js': readsTwice(),
    'vite.config.js': config,
  });
  await build({ root: folder, logLevel: 'error' });
  const site = await serve(join(folder, 'dist'), '');
  await expectReadings(browser, site.url).finally(() => site.close());
  expect(site.requests.filter((path) => /\.(wasm|slm)$|worker/.test(path))).toHaveLength(3);

  const server = await createServer({
    root: folder,
    logLevel: 'error',
    server: { port: 0, host: '127.0.0.1' },
  });
  await server.listen();
  const url = server.resolvedUrls?.local[0] ?? '';
  await expectReadings(browser, url).finally(() => server.close());
});

test('Vite: who needs one function bundles little more than that', async () => {
  const folder = await makeProject('vite-shakes', {
    'main.js': `import { isAbort } from 'sourcelight';\nexport const is = isAbort(new Error());\n`,
  });
  await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    build: {
      rollupOptions: {
        input: join(folder, 'main.js'),
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: 'main.js' },
      },
    },
  });
  expect(statSync(join(folder, 'dist/main.js')).size).toBeLessThan(400);
});

test('webpack: the built page reads', async () => {
  const folder = await makeProject('webpack', { 'main.js': readsTwice() });
  await bundle({
    mode: 'production',
    context: folder,
    entry: './main.js',
    performance: false,
    output: { path: join(folder, 'dist') },
  });
  writeFiles(join(folder, 'dist'), { 'index.html': page('main.js') });
  const site = await serve(join(folder, 'dist'), '');
  await expectReadings(browser, site.url).finally(() => site.close());
});

function bundle(configuration: webpack.Configuration): Promise<void> {
  return new Promise((resolve, reject) => {
    webpack(configuration, (error, stats) => {
      const problems = stats?.toJson({ all: false, errors: true, warnings: true });
      const said = [...(problems?.errors ?? []), ...(problems?.warnings ?? [])];
      if (error) reject(error);
      else if (said.length) reject(new Error(said.map(({ message }) => message).join('\n')));
      else resolve();
    });
  });
}
