// The built page, served as a good host serves it: compressed beforehand, so that what is measured
// is the page. Used by the audits beside it.
import { readdir } from 'node:fs/promises';
import { serve } from '../serve/serve.mjs';

/** Gives the page's address, and close(). */
export async function host(folder = 'dist') {
  const { server, address } = await serve(folder, 0, { likeHost: true });
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of names) {
    if (!entry.isFile() || entry.name === 'sourcelight.html') continue;
    const below = (entry.parentPath ?? entry.path).slice(folder.length);
    const response = await fetch(new URL(`.${below}/${entry.name}`, address), {
      headers: { 'Accept-Encoding': 'gzip, br' },
    });
    await response.arrayBuffer();
  }
  const close = () => {
    server.close();
    server.closeAllConnections?.();
  };
  return { address, close };
}
