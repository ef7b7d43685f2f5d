// How earlier fact-checks of a similar claim are shown: in the card of the claim and in the list of the tab.
// tests/web/check/facts-view.test.ts holds it.
import type { Match } from '../../check/fact-checks.ts';
import type { CheckFactWords } from '../../words/en/check-facts.ts';
import { h } from '../dom.ts';

/** "A similar claim was checked before:" and the fact-checks. It never says what that means for the article. */
export function matchesElement(words: CheckFactWords, matches: readonly Match[]): HTMLElement {
  return h('div', { class: 'matches' }, h('p', {}, words.similar), h('ul', {}, ...matches.map((match) => matchElement(words, match))));
}

function matchElement(words: CheckFactWords, { check }: Match): HTMLElement {
  const { claim, verdict, publisher, url, date, author } = check;
  const from = words.by(publisher, date);
  const item = h(
    'li',
    { class: 'cited' },
    h('p', { class: 'verdict' }, verdict),
    h('p', { class: 'claim' }, claim),
  );
  const meta = [from, author && words.saidBy(author)].filter(Boolean).join(' · ');
  if (meta) item.append(h('p', { class: 'meta' }, meta));
  if (url) {
    const label = publisher ? words.readOf(publisher) : words.read;
    item.append(h('a', { href: url, target: '_blank', rel: 'noopener noreferrer', 'aria-label': `${label}: ${claim}` }, words.read));
  }
  return item;
}
