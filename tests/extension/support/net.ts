// All that a browser asks for, through a proxy: hosts ending in ".example" are the folder of pages,
// others are refused. What is asked for is written down, so that "nothing is requested" is measured.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.xhtml': 'application/xhtml+xml',
  '.txt': 'text/plain; charset=utf-8',
};

/** What browsers ask for of their own accord, with no extension and no page: their makers' hosts. */
const browsersOwn = /^(?:[\w-]+\.)*(?:google|googleapis|gstatic|mozilla|firefox)\.(?:com|net|org)(?::\d+)?$/;

export interface Net {
  /** Port of the proxy on 127.0.0.1. */
  readonly port: number;
  /** "GET http://news.example/plain.html" or "CONNECT host:443", in order. */
  readonly requests: string[];
  /** Those of them, since the beginning, that went anywhere else than to the pages. */
  readonly elsewhere: readonly string[];
  /** Serves `text` at `path` of every host, besides the files of the folder. */
  put(path: string, text: string): void;
  close(): Promise<void>;
}

export async function openNet(folder: string): Promise<Net> {
  const requests: string[] = [];
  const elsewhere: string[] = [];
  const made = new Map<string, string>();
  const note = (method: string, what: string, host: string): void => {
    if (browsersOwn.test(host)) return;
    requests.push(`${method} ${what}`);
    if (method !== 'GET' || !/\.example$/.test(host)) elsewhere.push(`${method} ${what}`);
  };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://direct.invalid');
    note(request.method ?? 'GET', url.href, url.host);
    const path = normalize(decodeURIComponent(url.pathname));
    const file = join(folder, path);
    const text = made.get(path) ?? (existsSync(file) && extname(file) ? readFileSync(file) : null);
    if (!url.hostname.endsWith('.example') || text === null) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': types[extname(path)] ?? 'text/plain' }).end(text);
  });
  server.on('connect', (request, socket) => {
    note('CONNECT', request.url ?? '', request.url ?? '');
    socket.on('error', () => {});
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    elsewhere,
    put: (path, text) => void made.set(path, text),
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}
