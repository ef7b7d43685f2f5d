// When a web page says that its article was published: schema.org's datePublished, in JSON-LD or in the page itself,
// or what Open Graph calls article:published_time. tests/web/article/published.test.ts holds it.

const iso = /^\d{4}-\d{2}-\d{2}(?=$|[T ])/;

/** The day as ISO 8601 (`2026-03-05`), by the page's own clock; '' where none is told, or two places tell several. */
export function publishedOn(page: ParentNode): string {
  const told = new Set([...inLinkedData(page), ...inMarkup(page)].flatMap((date) => iso.exec(date.trim())?.[0] ?? []));
  const [day, other] = told;
  return day !== undefined && other === undefined ? day : '';
}

const places = [
  ['meta[property="article:published_time"]', 'content'],
  ['meta[itemprop="datePublished"]', 'content'],
  ['time[itemprop="datePublished"]', 'datetime'],
] as const;

function inMarkup(page: ParentNode): string[] {
  return places.flatMap(([selector, attribute]) => page.querySelector(selector)?.getAttribute(attribute) ?? []);
}

/** Of the first of its things that has one: others are of comments, of what else there is to read. */
function inLinkedData(page: ParentNode): string[] {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const date = dateIn(parsed(script.textContent ?? ''), 0);
    if (date) return [date];
  }
  return [];
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** In a thing, or in the things of a list or of an `@graph`. */
function dateIn(value: unknown, depth: number): string {
  if (typeof value !== 'object' || value === null || depth > 3) return '';
  if (Array.isArray(value)) {
    for (const one of value) {
      const date = dateIn(one, depth + 1);
      if (date) return date;
    }
    return '';
  }
  const { datePublished, '@graph': graph } = value as Record<string, unknown>;
  return typeof datePublished === 'string' ? datePublished : dateIn(graph, depth + 1);
}
