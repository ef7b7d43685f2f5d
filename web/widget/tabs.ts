// The views beside the text, one shown at a time: a tab list by the ARIA pattern. Only the view
// that is open is drawn. tests/web/page hold it.
import { h } from './dom.ts';

export interface View {
  readonly element: HTMLElement;
  /** Draws it anew. */
  draw(): void;
}

export class Tabs<Name extends string> {
  readonly element: HTMLElement;
  /** Another view was opened. */
  onOpen: () => void = () => {};

  readonly #views: Readonly<Record<Name, View>>;
  readonly #buttons: Readonly<Record<Name, HTMLButtonElement>>;
  readonly #list: HTMLElement;
  readonly #panel = h('div', { class: 'panel', part: 'panel', role: 'tabpanel', id: 'panel', tabindex: '0' });
  #open: Name;

  constructor(label: string, names: Readonly<Record<Name, string>>, views: Readonly<Record<Name, View>>) {
    this.#views = views;
    const all = Object.keys(names) as Name[];
    this.#open = all[0] as Name;
    const make = (name: Name): [Name, HTMLButtonElement] => [name, this.#makeButton(name, names[name])];
    this.#buttons = Object.fromEntries(all.map(make)) as Record<Name, HTMLButtonElement>;
    this.#list = h(
      'div',
      { class: 'tabs', part: 'tabs', role: 'tablist', 'aria-label': label },
      ...all.map((name) => this.#buttons[name]),
    );
    this.#list.addEventListener('keydown', (event) => this.#walk(event, all));
    this.element = h('section', { class: 'views' }, this.#list, this.#panel);
    this.open(this.#open);
  }

  get opened(): Name {
    return this.#open;
  }

  open(name: Name): void {
    this.#open = name;
    for (const [other, button] of Object.entries<HTMLButtonElement>(this.#buttons)) {
      button.ariaSelected = String(other === name);
      button.tabIndex = other === name ? 0 : -1;
    }
    this.#showTab(this.#buttons[name]);
    this.#panel.setAttribute('aria-labelledby', `tab-${name}`);
    const { element } = this.#views[name];
    if (this.#panel.firstChild !== element) this.#panel.replaceChildren(element);
    this.#panel.scrollTop = 0;
    this.draw();
    this.onOpen();
  }

  /** Takes a view away that there is nothing for. */
  remove(name: Name): void {
    this.#buttons[name].remove();
  }

  draw(): void {
    this.#views[this.#open].draw();
  }

  /** The number beside a tab's name; 0: none. */
  setCount(name: Name, text: string): void {
    const count = this.#buttons[name].querySelector('.count');
    if (count && count.textContent !== text) count.textContent = text;
  }

  /** Scrolls the panel alone, never the page, so that `item` is in sight. */
  reveal(item: HTMLElement): void {
    const inside = this.#panel.getBoundingClientRect();
    const { top, bottom } = item.getBoundingClientRect();
    if (top < inside.top) this.#panel.scrollTop += top - inside.top;
    else if (bottom > inside.bottom) this.#panel.scrollTop += bottom - inside.bottom;
  }

  /** Scrolls the row of tabs alone, so that this one is in its middle, beside its neighbours. */
  #showTab({ offsetLeft, offsetWidth }: HTMLElement): void {
    const list = this.#list;
    list.scrollLeft = offsetLeft - (list.clientWidth - offsetWidth) / 2;
  }

  #makeButton(name: Name, label: string): HTMLButtonElement {
    const button = h(
      'button',
      { type: 'button', role: 'tab', id: `tab-${name}`, 'aria-controls': 'panel' },
      label,
      ' ',
      h('span', { class: 'count' }),
    );
    button.addEventListener('click', () => this.open(name));
    return button;
  }

  #walk(event: KeyboardEvent, names: readonly Name[]): void {
    const all = names.filter((name) => this.#buttons[name].isConnected);
    const at = all.indexOf(this.#open);
    const steps: Record<string, number> = {
      ArrowRight: (at + 1) % all.length,
      ArrowLeft: (at + all.length - 1) % all.length,
      Home: 0,
      End: all.length - 1,
    };
    const name = all[steps[event.key] ?? -1];
    if (!name) return;
    event.preventDefault();
    this.open(name);
    this.#buttons[name].focus();
  }
}
