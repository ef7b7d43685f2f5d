// Whether this browser keeps an archive of fact-checks, known without opening it: the page asks for each Report.
// tests/web/check/facts-view.test.ts holds it.

const flag = 'sourcelight.fact-checks';

export function hasFactChecks(): boolean {
  try {
    return localStorage.getItem(flag) !== null;
  } catch {
    return false;
  }
}

/** Where the browser refuses, the archive is looked at once the tab is opened. */
export function rememberFactChecks(isThere: boolean): void {
  try {
    if (isThere) localStorage.setItem(flag, '1');
    else localStorage.removeItem(flag);
  } catch {
    return;
  }
}
