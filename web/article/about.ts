// What a page says of its article besides showing it: its titles, its description, and the whole text
// where schema.org's `articleBody` gives it.

export interface About {
  /** Also without the name of the site. */
  readonly titles: readonly string[];
  readonly descriptions: readonly string[];
  /** '': the page gives none. */
  readonly body: string;
}

export function aboutOf(page: Document): About {
  const meta = (names: readonly string[]): string[] => names.flatMap((name) =>
    [...page.querySelectorAll(`meta[property="${name}"], meta[name="${name}"]`)].map((element) => element.getAttribute('content') ?? ''));
  const things = thingsOf(page);
  const said = (name: string): string[] => things.flatMap((thing) => (typeof thing[name] === 'string' ? [plain(thing[name])] : []));
  const stated = [...meta(['og:title', 'twitter:title']), ...said('headline')];
  const [longest = ''] = page.title.split(/\s[|\-–—·»:]\s/).sort((one, other) => other.length - one.length);
  return {
    titles: [page.title, longest, ...stated].filter((title) => title.trim()),
    descriptions: [...meta(['description', 'og:description', 'twitter:description']), ...said('description')].filter((one) => one.trim()),
    body: said('articleBody').sort((one, other) => other.length - one.length)[0] ?? '',
  };
}

type Thing = Readonly<Record<string, unknown>>;

/** All objects of the page's JSON-LD. */
function thingsOf(page: Document): Thing[] {
  const things: Thing[] = [];
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      collect(JSON.parse(script.textContent ?? ''), things, 0);
    } catch {
      // Others' mistakes are no concern of the reader's.
    }
  }
  return things;
}

function collect(value: unknown, things: Thing[], depth: number): void {
  if (typeof value !== 'object' || value === null || depth > 6 || things.length > 500) return;
  if (Array.isArray(value)) return value.forEach((one) => collect(one, things, depth + 1));
  things.push(value as Thing);
  for (const inner of Object.values(value)) collect(inner, things, depth + 1);
}

/** Without tags and entities, which some write into it. */
const plain = (text: string): string => text.replace(/<[^<>]*>/g, ' ').replace(/&[a-z]+;|&#\w+;/gi, ' ');
