// Serves examples/NAME with the embeds as they stand in web/, by Vite's own server.
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const root = fileURLToPath(new URL('../../../', import.meta.url));

export interface Example {
  readonly url: string;
  close(): Promise<void>;
}

/** `folder`: of another page than that of examples/NAME. */
export async function openFromSource(name: string, folder = `examples/${name}`): Promise<Example> {
  const server = await createServer({
    configFile: false,
    root: `${root}${folder}`,
    // Each of the processes that run tests at once prepares the editors for itself.
    cacheDir: `${root}build/vite-${name}-${process.env['VITEST_POOL_ID'] ?? 0}`,
    logLevel: 'error',
    resolve: {
      alias: [
        { find: /^sourcelight$/, replacement: `${root}web/engine/index.ts` },
        { find: /^sourcelight\/element$/, replacement: `${root}web/widget/index.ts` },
        { find: /^sourcelight\/([\w-]+)$/, replacement: `${root}web/embed/$1/index.ts` },
      ],
    },
    server: { port: 0, host: '127.0.0.1', fs: { allow: [root] } },
  });
  await server.listen();
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error(`Vite serves examples/${name} nowhere.`);
  return { url, close: () => server.close() };
}
