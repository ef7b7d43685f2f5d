// Other pages made of a page, so that what is learned from a few hundred holds on small pages too, and on
// those whose names say nothing: parts of it are taken away, and names made meaningless. What is left of the
// article is still the article's.

export interface Variant {
  readonly seed: number;
  /** The share of paragraphs and the like that go. */
  readonly thinning: number;
  readonly isOpaque: boolean;
}

export function vary(page: Document, { seed, thinning, isOpaque }: Variant): void {
  const random = generator(seed);
  for (const element of [...page.body.querySelectorAll('*')]) {
    if (!element.isConnected) continue;
    const isSmall = !element.querySelector('p, li, div, section, article') && Boolean(element.textContent?.trim());
    const isBox = /^(?:p|li|h\d|div|section|aside|nav|header|footer|ul|ol|figure|table|form)$/.test(element.localName);
    if (isBox && random() < (isSmall ? thinning : thinning / 8) && !element.querySelector('h1')) element.remove();
  }
  if (!isOpaque) return;
  for (const element of page.body.querySelectorAll('*')) {
    const classes = element.getAttribute('class');
    if (classes) element.setAttribute('class', classes.split(/\s+/).map(opaque).join(' '));
    for (const { name } of [...element.attributes]) {
      if (/^(?:id|role|itemprop|property|name|aria-label|data-.*)$/.test(name)) element.removeAttribute(name);
    }
  }
}

/** Equal names stay equal; digits make of them no word. */
function opaque(name: string): string {
  let hash = 7;
  for (let at = 0; at < name.length; ++at) hash = (hash * 31 + name.charCodeAt(at)) >>> 0;
  return `x${hash}`;
}

/** Numbers from 0 to 1, the same for a seed (mulberry32, Tommy Ettinger 2017). */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
