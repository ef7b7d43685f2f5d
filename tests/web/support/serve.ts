// Serves a folder on a free port as a static host does, under the page's own policy sent as a
// header (which binds workers too), and remembers what was asked for.
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The Content-Security-Policy that index.html states. */
export function pagePolicy(): string {
  const html = readFileSync(join(root, 'index.html'), 'utf8');
  const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html)?.[1];
  if (!policy) throw new Error('index.html states no Content-Security-Policy');
  return policy;
}

export interface Site {
  readonly url: string;
  /** Paths asked for so far. */
  readonly requests: string[];
  close(): Promise<void>;
}

/** With the policy "" none is sent; `others` are headers that go with every file. */
export async function serve(
  folder: string,
  policy = pagePolicy(),
  others: Readonly<Record<string, string>> = {},
): Promise<Site> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    requests.push(path);
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    if (!existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    const type = types[extname(file)] ?? 'application/octet-stream';
    const headers = policy ? { 'Content-Security-Policy': policy } : {};
    response.writeHead(200, { 'Content-Type': type, ...headers, ...others });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    requests,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
