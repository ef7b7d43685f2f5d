// What makers of pages call boxes: the words in it, and whether it is among the names that Mozilla's
// Readability 0.6 lists (Arc90, Apache-2.0), few of which stand on the pages from which the rest is learned.

/** In lower case; shorter ones are no words. */
export const namesIn = (names: string): string[] =>
  names ? [...new Set(names.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ').toLowerCase().match(/\p{L}{3,20}/gu) ?? [])] : [];

const unlikely =
  /-ad-|ai2html|banner|breadcrumbs|combx|comment|community|cover-wrap|disqus|extra|footer|gdpr|header|legends|menu|related|remark|replies|rss|shoutbox|sidebar|skyscraper|social|sponsor|supplemental|ad-break|agegate|pagination|pager|popup|yom-remote/i;
const likely = /and|article|body|column|content|main|mathjax|shadow/i;
const good = /article|body|content|entry|hentry|h-entry|main|page|pagination|post|text|blog|story/i;
const bad =
  /-ad-|hidden|^hid$| hid$| hid |^hid |banner|combx|comment|com-|contact|footer|gdpr|masthead|media|meta|outbrain|promo|related|scroll|share|shoutbox|sidebar|skyscraper|sponsor|shopping|tags|widget/i;
/** What Readability's scores of boxes begin with. */
export const worthOf: Readonly<Record<string, number>> = {
  div: 5, pre: 3, td: 3, blockquote: 3, address: -3, ol: -3, ul: -3, dl: -3, dd: -3, dt: -3, li: -3, form: -3,
  h1: -5, h2: -5, h3: -5, h4: -5, h5: -5, h6: -5, th: -5,
};

/** Whether each of the four lists has it: 1 or 0. */
export const tellsOf = (names: string): number[] => [unlikely, likely, good, bad].map((list) => +list.test(names));
