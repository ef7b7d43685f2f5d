// Tells when a page has changed and rested: new text, other colours, or another address without a new
// page. How long it waits grows with what a look at the page costs. tests/extension hold it.
import { flatRoots, isElement, isOurs } from '../../article/flat-tree.ts';

const leastRest = 300; // milliseconds
const mostRest = 1500;
const restPerCost = 8; // so that looking takes an eighth of the time at most
const longestWait = 4; // rests, on a page that never comes to one

const watched = {
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ['class', 'data-theme', 'hidden', 'open', 'style', 'aria-hidden', 'slot', 'src'],
  subtree: true,
};

export class Changes {
  readonly #look: () => void;
  readonly #around: () => Node | null;
  readonly #observer = new MutationObserver((records) => {
    const around = this.#around();
    if (records.some((record) => matters(record, around))) this.#changed();
  });
  #roots = new Set<Node>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since: number | null = null;
  #rest = leastRest;
  readonly #listening = new AbortController();

  /** `look`: is called when the page has changed; `around`: what the article is in, where that is known. */
  constructor(look: () => void, around: () => Node | null) {
    this.#look = look;
    this.#around = around;
    const { signal } = this.#listening;
    for (const type of ['popstate', 'hashchange', 'load']) addEventListener(type, this.#changed, { signal });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', this.#changed, { signal });
    this.#watch(document);
  }

  stop(): void {
    this.#observer.disconnect();
    this.#listening.abort();
    clearTimeout(this.#timer);
  }

  /** Watches frames and shadow roots too, all that there are by now. */
  watchAll(): void {
    for (const root of flatRoots(document)) this.#watch(root);
  }

  #watch(root: Document | ShadowRoot): void {
    if (this.#roots.has(root)) return;
    this.#roots.add(root);
    this.#observer.observe(root, watched);
    const { signal } = this.#listening;
    root.addEventListener('load', this.#loaded, { capture: true, signal });
  }

  // A frame has another document then.
  readonly #loaded = ({ target }: Event): void => {
    if ((target as Node | null)?.nodeName.toLowerCase() === 'iframe') this.#changed();
  };

  readonly #changed = (): void => {
    const now = performance.now();
    this.#since ??= now;
    if (now - this.#since > longestWait * this.#rest && this.#timer) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#rested(), this.#rest);
  };

  #rested(): void {
    const begun = performance.now();
    this.#timer = undefined;
    this.#since = null;
    this.watchAll();
    this.#look();
    this.#rest = Math.min(mostRest, Math.max(leastRest, restPerCost * (performance.now() - begun)));
  }
}

// Pictures, clocks, bars that follow the window and the like change all the time. Other text may come
// anywhere; what is there is shown or hidden in the article, or by a class of what is around it.
function matters({ type, target, attributeName, addedNodes, removedNodes }: MutationRecord, around: Node | null): boolean {
  if (type !== 'childList') {
    const isNear = !around || around.contains(target) || (attributeName !== 'style' && target.contains(around));
    return isNear && (isBox(target) || type === 'characterData' || target.hasChildNodes());
  }
  return [...addedNodes, ...removedNodes].some((node) => {
    if (isElement(node) && isOurs(node)) return false;
    return Boolean(node.textContent?.trim()) || isBox(node);
  });
}

/** Whether it may hold text that is not below it: a frame, or what has a shadow root. */
const isBox = (node: Node): boolean => isElement(node) && /^iframe$|^slot$|-/.test(node.localName);
