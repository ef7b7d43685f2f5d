// A list of entries that are buttons: Tab reaches one of them, arrow keys go from there to the others.
// tests/web/check/view.test.ts and tests/web/compare/view.test.ts hold it.

const wanted = 'button.result';

export class Roving {
  readonly #list: HTMLElement;

  constructor(list: HTMLElement) {
    this.#list = list;
    list.addEventListener('keydown', (event) => this.#walk(event));
    list.addEventListener('focusin', (event) => this.#makeReachable(event.target as HTMLElement));
  }

  /** Which entry has the focus; -1: none. */
  get focused(): number {
    return this.#items().findIndex((item) => item.matches(':focus'));
  }

  /** The entries are others now: the one in the place of that which had the focus gets it. */
  settle(focused: number): void {
    const items = this.#items();
    const reachable = items[Math.min(Math.max(0, focused), items.length - 1)];
    if (reachable) this.#makeReachable(reachable);
    if (focused >= 0) reachable?.focus({ preventScroll: true });
  }

  #items(): HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>(wanted)];
  }

  #makeReachable(target: HTMLElement): void {
    if (!target.matches(wanted)) return;
    for (const item of this.#list.querySelectorAll(`${wanted}[tabindex="0"]`)) if (item !== target) item.setAttribute('tabindex', '-1');
    target.tabIndex = 0;
  }

  #walk(event: KeyboardEvent): void {
    const items = this.#items();
    const at = this.focused;
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 };
    const target = items[steps[event.key] ?? -1];
    if (at < 0 || !target) return;
    event.preventDefault();
    target.focus();
  }
}
