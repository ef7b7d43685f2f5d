// Options: sites that are left alone. tests/extension hold it.
import { h } from '../../widget/dom.ts';
import { button, section, type Desk } from './section.ts';

export function siteSection(desk: Desk): HTMLElement {
  const { sites: words } = desk.words.options;
  const list = h('ul', { class: 'list' });
  const input = h('input', { type: 'text', id: 'site', autocomplete: 'off', spellcheck: 'false', inputmode: 'url' });
  const show = (): void => {
    const { sites } = desk.settings;
    list.replaceChildren(...(sites.length ? sites.map(row) : [h('li', { class: 'none' }, words.none)]));
  };
  const row = (site: string): HTMLElement => {
    const remove = (): void => {
      void desk.change({ sites: desk.settings.sites.filter((one) => one !== site) });
      show();
      input.focus();
    };
    return h('li', {}, h('span', {}, site), button(desk.catalogue.page.style.remove, remove, words.remove(site)));
  };
  const form = h('form', { class: 'row' }, h('label', { for: 'site' }, words.label), input, h('button', {}, words.add));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const site = siteOf(input.value);
    if (!site) return desk.say(words.wrong(input.value.trim()));
    input.value = '';
    void desk.change({ sites: [...new Set([...desk.settings.sites, site])].sort() });
    show();
  });
  show();
  return section(words.title, h('p', {}, words.meaning), list, form);
}

/** The site of what somebody typed or pasted, as "example.org"; null: it is none. */
export function siteOf(typed: string): string | null {
  const text = typed.trim();
  const address = URL.parse(/^\w+:\/\//.test(text) ? text : `https://${text}`);
  const host = address?.hostname.replace(/^www\.|\.$/g, '') ?? '';
  return /^[^\s.]+(?:\.[^\s.]+)+$|^localhost$|^\[.*\]$/.test(host) ? host : null;
}
