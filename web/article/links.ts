// The hyperlinks of HTML that comes from elsewhere, made fit to be sources: addresses that trackers
// wrap are unwrapped, and those that lead to no document of the web are taken away.
// tests/web/files hold it.

/** Changes the links of `page`, a parsed document; relative ones are of `base`, else lead nowhere. */
export function tidyLinks(page: Document, base?: string): void {
  for (const link of page.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href')?.trim() ?? '';
    if (href.startsWith('#')) continue;
    const target = webAddress(href, base);
    if (target) link.setAttribute('href', target);
    else link.removeAttribute('href');
  }
}

/** The address that a page states for itself, if any. */
export function addressOf(page: Document): string | undefined {
  const stated = [
    page.querySelector('base[href], meta[data-was="base"]')?.getAttribute('href'),
    page.querySelector('link[rel="canonical"]')?.getAttribute('href'),
    page.querySelector('meta[property="og:url"]')?.getAttribute('content'),
  ];
  return stated.find((address) => address && webAddress(address)) ?? undefined;
}

function webAddress(href: string, base?: string): string {
  const url = parse(href, base);
  return url && /^https?:$/.test(url.protocol) ? unwrapped(url).href : '';
}

function parse(href: string, base?: string): URL | null {
  try {
    return new URL(href, base);
  } catch {
    return null;
  }
}

/** Redirects that wrap the address in a parameter: host, path, names of the parameter. */
const wrappers: readonly (readonly [host: RegExp, path: string, names: readonly string[]])[] = [
  [/^(www\.)?google(\.[a-z]{2,3}){1,2}$/, '/url', ['q', 'url']],
  [/\.safelinks\.protection\.outlook\.com$/, '/', ['url']],
  [/^lm?\.(facebook|instagram)\.com$/, '/l.php', ['u']],
];

function unwrapped(url: URL, depth = 0): URL {
  const wrapper = wrappers.find(([host, path]) => host.test(url.hostname) && url.pathname === path);
  const inner = wrapper?.[2].map((name) => url.searchParams.get(name)).find(Boolean);
  const target = inner ? parse(inner) : null;
  if (!target || !/^https?:$/.test(target.protocol) || depth > 3) return url;
  return unwrapped(target, depth + 1);
}
