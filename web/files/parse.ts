// HTML that comes from elsewhere as a document in which nothing runs, is fetched or is styled, from
// which what is hidden is gone, and that no nesting makes slow. tests/web/files hold it.

const tags = /<[a-z][^<>]*>/gi;
const inline = /([\s"'/])(style|on[a-z]+)(?=\s*=)/gi;

// Said in the markup itself; style sheets are not applied. Word's lists carry their bullets as text.
const unseen = /(^|;)\s*(display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-list\s*:\s*ignore)\b/i;

/** A `<base>` is a `<meta data-was="base">` in it. */
export function parseHtml(html: string): Document {
  // A page's policy holds for what it parses, too, and browsers complain of each style and handler.
  const quiet = html.replace(tags, (tag) => tag.replace(inline, '$1data-$2'));
  const page = new DOMParser().parseFromString(plainer(quiet), 'text/html');
  for (const element of page.querySelectorAll('noframes, [data-style]')) {
    if (element.tagName === 'NOFRAMES' || unseen.test(element.getAttribute('data-style') ?? '')) element.remove();
  }
  return page;
}

const maxDepth = 400;

// Elements that are empty, that close each other, or whose content is no markup: they do not nest.
const flat = new Set(
  ('a p li dt dd tr td th thead tbody tfoot option br hr wbr img input meta link source col embed area base param ' +
    'track html head body script style title textarea noscript').split(' '),
);
const phrases = /^(b|i|u|s|em|strong|span|font|small|big|sub|sup|code|tt|mark|q|cite|label|del|ins)$/i;

// What the page's policy forbids, under a name that is parsed alike and means nothing.
const renamed: Readonly<Record<string, string>> = { style: 'noframes', base: 'meta data-was="base"' };

/** Browsers take minutes over 100,000 nested elements: those too deep become empty ones. */
function plainer(html: string): string {
  let depth = 0;
  return html.replace(/<(\/?)([a-z][^\s/<>]*)/gi, (tag: string, slash: string, name: string) => {
    const lower = name.toLowerCase();
    if (flat.has(lower)) return Object.hasOwn(renamed, lower) ? `<${slash}${renamed[lower]}` : tag;
    if (!slash) depth++;
    const deep = depth > maxDepth;
    if (slash && depth > 0) depth--;
    return deep ? `<${slash}${phrases.test(name) ? 'wbr' : 'hr'}` : tag;
  });
}
