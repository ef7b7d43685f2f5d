// The service worker: keeps what a visitor needs of this version, answers from it, and lets a
// newer version in only when the page says so. Nothing comes from elsewhere.
// tests/web/build/offline.test.ts holds it.
import { precacheAndRoute } from 'workbox-precaching';
import { files } from 'virtual:precache';
import { hasSimd } from '../engine/simd.ts';

/** What this file uses of a service worker's surroundings, which TypeScript has in no DOM page. */
interface ServiceWorkerSelf {
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'activate', run: (event: { waitUntil(done: Promise<void>): void }) => void): void;
  addEventListener(type: 'message', run: (event: { readonly data: unknown }) => void): void;
}
const worker = self as unknown as ServiceWorkerSelf;

const engine = hasSimd() ? 'simd' : 'scalar';
precacheAndRoute(
  files.filter((file) => !file.engine || file.engine === engine),
  // The page is the same whatever stands behind the question mark.
  { ignoreURLParametersMatching: [/./] },
);

// The first visit's page can load its remaining parts offline too.
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('message', ({ data }) => {
  if (data === 'apply') void worker.skipWaiting();
});
