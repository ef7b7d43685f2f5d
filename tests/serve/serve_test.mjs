// Holds tools/serve: what ./dev demo serves, and what it never does.
import assert from 'node:assert/strict';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fetchPage, fileOf, serve } from '../../tools/serve/serve.mjs';

let root;
let open = [];

async function serving(port, options) {
  const { server, address } = await serve(join(root, 'dist'), port, options);
  open.push(server);
  return address;
}

before(async () => {
  root = await mkdtemp(join(tmpdir(), 'sourcelight-serve-'));
  await mkdir(join(root, 'dist', 'assets'), { recursive: true });
  await writeFile(join(root, 'secret.txt'), 'not to be served');
  await writeFile(join(root, 'dist', 'index.html'), '<script src="./assets/a b.js"></script>');
  await writeFile(join(root, 'dist', 'assets', 'a b.js'), 'export {};');
  await writeFile(join(root, 'dist', 'core.wasm'), 'wasm');
});

after(async () => {
  for (const server of open) server.close();
  await rm(root, { recursive: true });
});

test('the page stands at the address itself', async () => {
  const response = await fetch(await serving(0));
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('content-type'), 'text/html; charset=utf-8');
});

test('wasm has the type that browsers compile while it streams in', async () => {
  const response = await fetch(`${await serving(0)}core.wasm?v=1`);
  assert.equal(response.headers.get('content-type'), 'application/wasm');
});

test('nothing outside the folder is served, however the path is written', async () => {
  const port = Number(new URL(await serving(0)).port);
  for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/..%5csecret.txt', '/%00', '/%zz']) {
    const status = await new Promise((resolve, reject) => {
      request({ port, host: '127.0.0.1', path }, (answer) => resolve(answer.resume().statusCode))
        .on('error', reject)
        .end();
    });
    assert.equal(status, 404, path);
  }
  assert.equal(fileOf('/site', '/../../etc/passwd'), '/site/etc/passwd');
});

test('a port that is taken gives another one', async () => {
  const first = createServer().listen(0, '127.0.0.1');
  open.push(first);
  await new Promise((resolve) => first.once('listening', resolve));
  const taken = first.address().port;
  const address = await serving(taken);
  assert.notEqual(Number(new URL(address).port), taken);
  assert.equal((await fetch(address)).status, 200);
});

test('like a host, it compresses as the browser likes, and names that change are kept for good', async () => {
  const address = await serving(0, { likeHost: true });
  for (const encoding of ['br', 'gzip']) {
    const response = await fetch(address, { headers: { 'Accept-Encoding': encoding } });
    assert.equal(response.headers.get('content-encoding'), encoding);
    assert.equal(response.headers.get('cache-control'), 'no-cache');
    assert.equal(await response.text(), '<script src="./assets/a b.js"></script>');
  }
  const plain = await fetch(`${address}assets/a b.js`, { headers: { 'Accept-Encoding': 'identity' } });
  assert.equal(plain.headers.get('content-encoding'), null);
  assert.match(plain.headers.get('cache-control'), /immutable/);
});

test('the check fetches what the page names, and fails if that is missing', async () => {
  const address = await serving(0);
  assert.ok((await fetchPage(address)) > 40);
  await rm(join(root, 'dist', 'assets', 'a b.js'));
  await assert.rejects(fetchPage(address), /answers 404/);
});
