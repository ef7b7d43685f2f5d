// Takes a folder; serves its files on 127.0.0.1 and prints the address.
// usage: node serve.mjs FOLDER [--check]   (--check: fetch the page once, say so and stop)
// Nothing outside the folder is served. tests/serve/serve_test.mjs holds it.
import { createServer } from 'node:http';
import { realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const usualPort = 8017;

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** The file of `folder` that a request's URL names; null if the URL makes no sense. */
export function fileOf(folder, url) {
  try {
    const path = decodeURIComponent(url.split(/[?#]/)[0]);
    if (path.includes('\0')) return null;
    // normalize() of an absolute path cannot climb above its root.
    const inside = normalize(`/${path.replaceAll('\\', '/')}`);
    return join(folder, inside.endsWith('/') ? `${inside}index.html` : inside);
  } catch {
    return null;
  }
}

/** The encodings in which a file can be sent, the best first; of what is compressed already, none. */
const encoders = [
  ['br', brotliCompressSync],
  ['gzip', gzipSync],
];

/**
 * How a good static host sends `body`: compressed as the browser likes it, and kept by the browser
 * for good where the name changes with the file. What is compressed once is kept in `done`.
 */
function asHost(file, body, acceptEncoding, done) {
  const lasting = /[\\/]assets[\\/]/.test(file);
  const headers = { 'Cache-Control': lasting ? 'public, max-age=31536000, immutable' : 'no-cache' };
  const [encoding, encode] = encoders.find(([name]) => acceptEncoding.includes(name)) ?? [];
  if (!encode || ['.png', '.woff2'].includes(extname(file))) return { body, headers };
  const key = `${encoding} ${file}`;
  if (!done.has(key)) done.set(key, encode(body));
  return {
    body: done.get(key),
    headers: { ...headers, 'Content-Encoding': encoding, Vary: 'Accept-Encoding' },
  };
}

/**
 * A server of `folder`, listening on 127.0.0.1: on `port`, or on a free one if that is taken.
 * `likeHost`: compressed and with caching, as the page is to be served to the world.
 */
export async function serve(folder, port = usualPort, { likeHost = false } = {}) {
  const done = new Map();
  const server = createServer(async (request, response) => {
    const file = fileOf(folder, request.url);
    try {
      const bytes = await readFile(file ?? '');
      const type = types[extname(file)] ?? 'application/octet-stream';
      const { body, headers } = likeHost
        ? asHost(file, bytes, request.headers['accept-encoding'] ?? '', done)
        : { body: bytes, headers: { 'Cache-Control': 'no-cache' } };
      response.writeHead(200, { 'Content-Type': type, ...headers }).end(body);
    } catch {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n');
    }
  });
  const listen = (wanted) =>
    new Promise((resolve, reject) => {
      server.once('error', reject).listen(wanted, '127.0.0.1', resolve);
    });
  await listen(port).catch((error) => {
    if (error.code !== 'EADDRINUSE') throw error;
    return listen(0);
  });
  return { server, address: `http://127.0.0.1:${server.address().port}/` };
}

/** Fetches the page and all that it names in src and href; gives the number of bytes. */
export async function fetchPage(address) {
  const get = async (url) => {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url} answers ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  };
  const page = await get(address);
  let bytes = page.length;
  for (const [, name] of page.toString().matchAll(/\s(?:src|href)="([^"#]+)"/g)) {
    const url = new URL(name, address);
    if (url.origin === new URL(address).origin) bytes += (await get(url)).length;
  }
  return bytes;
}

async function main([folder, option]) {
  const { server, address } = await serve(folder);
  if (option === '--check') {
    console.log(`The page answers at ${address} (${await fetchPage(address)} bytes).`);
    server.close();
    server.closeAllConnections?.();
    return;
  }
  console.log(`\nSourcelight is at ${address}  (Ctrl-C stops it)`);
}

const called = process.argv[1] && realpathSync(process.argv[1]);
if (called === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
