// Options: what is kept of which pages, and its deletion. tests/extension hold it.
import { h } from '../../widget/dom.ts';
import { forgetReviews, listReviews } from '../kept/reviews.ts';
import { button, section, type Desk } from './section.ts';

export function keptSection(desk: Desk): HTMLElement {
  const { reviews: words } = desk.words.options;
  const list = h('ul', { class: 'list kept' });
  const all = button(words.forgetAll, () => {
    if (confirm(words.sure)) void listReviews().then((kept) => forget(kept.map(({ id }) => id)));
  });
  const heading = h('p', { tabindex: '-1' }, words.meaning);
  const forget = async (addresses: readonly string[]): Promise<void> => {
    await forgetReviews(addresses);
    await show();
    heading.focus(); // What was pressed is gone.
    desk.say(words.forgotten);
  };
  const date = new Intl.DateTimeFormat(desk.language, { dateStyle: 'medium', timeStyle: 'short' });
  const show = async (): Promise<void> => {
    const kept = await listReviews();
    all.hidden = !kept.length;
    const rows = kept.map(({ id, title, updated, reviews }) => {
      const when = words.kept(reviews.length, date.format(new Date(updated)));
      const link = h('a', { href: /^(?:https?|file):/.test(id) ? id : null, rel: 'noreferrer', target: '_blank' }, title || id);
      const page = h('span', {}, link, h('small', {}, id), h('small', {}, when));
      return h('li', {}, page, button(words.forget, () => void forget([id]), words.forgetOf(title || id)));
    });
    list.replaceChildren(...(rows.length ? rows : [h('li', { class: 'none' }, words.none)]));
  };
  void show();
  chrome.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && list.isConnected && Object.keys(changes).some((key) => key !== 'settings')) void show();
  });
  return section(words.title, heading, list, h('p', {}, all));
}
