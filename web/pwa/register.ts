// Lets the page work offline after the first visit, and says when a new version is ready; where
// there are no service workers (a page that is a file, a private window), nothing happens.
// tests/web/build/offline.test.ts holds it.

export interface OfflineEvents {
  /** From now on the page opens without a network; `first`: it could not before this visit. */
  onReady(first: boolean): void;
  /** A new version waits. `apply` loads it in place of this one: keep what was typed before. */
  onNewVersion(apply: () => void): void;
}

/** To be called when the page has loaded what it needs: what it keeps is fetched from then on. */
export async function startOffline(events: OfflineEvents): Promise<void> {
  if (!/^https?:$/.test(location.protocol) || !navigator.serviceWorker) return;
  try {
    await pageLoaded();
    const address = new URL('./sw.js', document.baseURI);
    const registration = await navigator.serviceWorker.register(address, { updateViaCache: 'none' });
    const first = !registration.active;
    watch(registration, events);
    await navigator.serviceWorker.ready;
    events.onReady(first);
  } catch {
    // The browser keeps nothing here, or the network is gone already: the page works on as it is.
  }
}

function pageLoaded(): Promise<void> {
  return new Promise((resolve) => {
    if (document.readyState === 'complete') resolve();
    else addEventListener('load', () => resolve(), { once: true });
  });
}

function watch(registration: ServiceWorkerRegistration, events: OfflineEvents): void {
  const container = navigator.serviceWorker;
  let controlled = container.controller !== null;
  let applying = false;
  const reload = (): void => location.reload();

  const tell = (waiting: ServiceWorker): void => {
    events.onNewVersion(() => {
      applying = true;
      if (waiting.state === 'installed') waiting.postMessage('apply');
      else reload();
    });
  };
  if (registration.waiting && registration.active) tell(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const coming = registration.installing;
    coming?.addEventListener('statechange', () => {
      if (coming.state === 'installed' && registration.active) tell(coming);
    });
  });

  container.addEventListener('controllerchange', () => {
    if (applying) reload();
    // Another tab has put the new version in place; this one still shows the old.
    else if (controlled) events.onNewVersion(reload);
    controlled = true;
  });
}
