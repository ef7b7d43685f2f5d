// A list that is shown again and again with few changes: entries that are the same keep their
// elements, and with them focus and scroll; new ones are made in slices, so that a long list never
// holds the page up. Arrow keys go from entry to entry. tests/web/page hold it.
import { h } from './dom.ts';

/** What is shown of one claim: entries with equal keys look the same. */
export interface Entry {
  readonly key: string;
  readonly claim: number;
  readonly attribution?: number;
  /** An element of class `entry` that holds a button of class `item`. */
  make(): HTMLElement;
}

const slice = 40; // entries made at once

export class KeyedList {
  readonly element = h('ol', { class: 'entries' });
  #entries: readonly Entry[] = [];
  /** What each `<li>` shows. */
  readonly #entryOf = new WeakMap<Element, Entry>();
  #marked: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.element.addEventListener('keydown', (event) => this.#walk(event));
  }

  show(entries: readonly Entry[]): void {
    clearTimeout(this.#timer);
    const focused = this.#items().findIndex((item) => item.matches(':focus'));
    this.#entries = entries;
    const wanted = new Map<string, number>();
    for (const { key } of entries) wanted.set(key, (wanted.get(key) ?? 0) + 1);
    const old = new Map<string, Element[]>();
    // What is not shown any more goes first: else all that follows it would have to move.
    for (const element of [...this.element.children]) {
      const key = this.#entryOf.get(element)?.key ?? '';
      const same = old.get(key) ?? [];
      if (same.length === (wanted.get(key) ?? 0)) element.remove();
      else old.set(key, [...same, element]);
    }
    this.#place(0, this.element.firstElementChild, old, focused);
  }

  /** The entry that `target` stands in. */
  entryOf(target: EventTarget | null): Entry | undefined {
    const element = target instanceof Element ? target.closest('li') : null;
    // What was pressed may be gone, where the list was drawn anew just before.
    return element?.isConnected ? this.#entryOf.get(element) : undefined;
  }

  /** Says which entries belong to the selected claim; gives the first of them. */
  mark(claim: number | null): HTMLElement | null {
    this.#marked = claim;
    const items = this.#items().filter((item) => this.#markItem(item));
    const focused = items.find((item) => item.matches(':focus'));
    const first = focused ?? items[0] ?? null;
    if (first) this.#makeReachable(first);
    return first;
  }

  /** Puts the entries from index `at` on before `next`, with the elements that are there already. */
  #place(at: number, next: Element | null, old: Map<string, Element[]>, focused: number): void {
    let made = 0;
    for (; at < this.#entries.length && made < slice; ++at) {
      const entry = this.#entries[at];
      if (!entry) break;
      let element = old.get(entry.key)?.shift();
      if (!element) {
        element = h('li', {}, entry.make());
        ++made;
      }
      this.#entryOf.set(element, entry);
      // An element that comes later now does not make all others move before it.
      if (next && next !== element && next.nextElementSibling === element) next = element;
      if (element === next) next = next.nextElementSibling;
      else this.element.insertBefore(element, next);
    }
    if (at < this.#entries.length) {
      this.#timer = setTimeout(() => this.#place(at, next, old, focused));
    }
    this.#settle(focused);
  }

  #settle(focused: number): void {
    const items = this.#items();
    for (const item of items) this.#markItem(item);
    // The focus of an entry that is gone goes to the one in its place.
    if (focused >= 0 && !items.some((item) => item.matches(':focus'))) {
      items[Math.min(focused, items.length - 1)]?.focus({ preventScroll: true });
    }
    const [first] = items;
    if (first && !items.some((item) => item.tabIndex === 0)) first.tabIndex = 0;
  }

  #markItem(item: HTMLElement): boolean {
    const current = this.#marked !== null && this.entryOf(item)?.claim === this.#marked;
    if (current) item.setAttribute('aria-current', 'true');
    else if (item.hasAttribute('aria-current')) item.removeAttribute('aria-current');
    return current;
  }

  #items(): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>('.item')];
  }

  /** Of all items, Tab goes to `target`; arrow keys lead to the others. */
  #makeReachable(target: HTMLElement): void {
    for (const item of this.element.querySelectorAll('.item[tabindex="0"]')) {
      if (item !== target) item.setAttribute('tabindex', '-1');
    }
    target.tabIndex = 0;
  }

  #walk(event: KeyboardEvent): void {
    const items = this.#items();
    const at = items.findIndex((item) => item.matches(':focus'));
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: items.length - 1,
    };
    const target = items[steps[event.key] ?? -1];
    if (at < 0 || !target) return;
    event.preventDefault();
    this.#makeReachable(target);
    target.focus();
  }
}
