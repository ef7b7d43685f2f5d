// Marks in WordPress's block editor while a post is written: painted over what the editor shows,
// with CSS highlights, so that neither blocks nor saved content nor history know of it.
// tests/embed/wordpress hold it in a real WordPress.
import { DomMarks, HostReader, placeHere, revealRange, type Attached, type HostOptions } from '../../host/index.ts';
import { findCanvas, ShownPost } from './shown-post.ts';
import type { Wp } from './wp.ts';

export type { Attached, HostOptions } from '../../host/index.ts';
export type { Wp } from './wp.ts';

/** Marks the post that is open in the block editor, until destroy() is called. `wp`: the page's own. */
export function attachToBlockEditor(wp: Wp, options: HostOptions = {}): Attached {
  return new BlockEditor(wp, options);
}

class BlockEditor implements Attached {
  readonly #wp: Wp;
  readonly #reader: HostReader;
  readonly #views = new MutationObserver(() => this.#look());
  // React shows edits of any origin when it likes, and may show them in new elements.
  readonly #texts = new MutationObserver(() => this.#read());
  /** What is shown; another when the editor changes its view. */
  #view: { root: HTMLElement; marks: DomMarks; leaving: AbortController; post: ShownPost } | null = null;

  constructor(wp: Wp, options: HostOptions) {
    this.#wp = wp;
    const shown = () => this.#view;
    this.#reader = new HostReader({
      get view() {
        return shown()?.root.ownerDocument.defaultView ?? window;
      },
      get problem() {
        return shown()?.marks.problem ?? null;
      },
      paint: (marks) => this.#view?.marks.paint(this.#view.post, marks),
      reveal: ([begin, end]) => this.#reveal(begin, end),
      focus: () => this.#focus(),
    }, options);
    this.#views.observe(document.body, { childList: true, subtree: true });
    // A frame has nothing in it yet when it comes.
    document.addEventListener('load', this.#look, true);
    this.#look();
  }

  get report() {
    return this.#reader.report;
  }

  select(claim: number | null): void {
    this.#reader.select(claim);
  }

  refresh(): void {
    this.#reader.refresh();
  }

  destroy(): void {
    document.removeEventListener('load', this.#look, true);
    this.#views.disconnect();
    this.#leave();
    this.#reader.destroy();
  }

  readonly #look = (): void => {
    const root = findCanvas();
    if (root === (this.#view?.root ?? null)) return;
    this.#leave();
    if (root) this.#enter(root);
  };

  #enter(root: HTMLElement): void {
    const leaving = new AbortController();
    const { signal } = leaving;
    root.addEventListener('compositionstart', () => (this.#reader.composing = true), { signal });
    root.addEventListener('compositionend', () => (this.#reader.composing = false), { signal });
    root.addEventListener('click', () => this.#point(false), { signal });
    // Before the editor, which would make a new block of it.
    root.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !event.altKey || event.isComposing || !this.#point(true)) return;
      event.preventDefault();
      event.stopPropagation();
    }, { signal, capture: true });
    this.#texts.observe(root, { childList: true, characterData: true, subtree: true });
    this.#view = { root, marks: new DomMarks(root), leaving, post: new ShownPost(root) };
    this.#read();
  }

  #leave(): void {
    this.#texts.disconnect();
    this.#view?.leaving.abort();
    this.#view?.marks.destroy();
    this.#view = null;
    this.#reader.composing = false;
  }

  #read(): void {
    if (!this.#view) return;
    const post = (this.#view.post = new ShownPost(this.#view.root));
    this.#view.marks.paint(post, this.#reader.changed(post.text));
  }

  /** Opens the card where the caret is. */
  #point(byKey: boolean): boolean {
    const { root, post } = this.#view ?? {};
    const selection = root?.ownerDocument.getSelection();
    const node = selection?.isCollapsed ? selection.focusNode : null;
    const offset = node && selection ? post?.offsetOf(node, selection.focusOffset) : null;
    const letter = typeof offset === 'number' && (post?.range(offset, offset + 1) ?? post?.range(offset - 1, offset));
    if (!letter || typeof offset !== 'number') return false;
    return this.#reader.point(offset, placeHere(letter.getBoundingClientRect(), root?.ownerDocument.defaultView ?? null), byKey);
  }

  #reveal(begin: number, end: number): void {
    const { post } = this.#view ?? {};
    const block = post?.blockAt(begin);
    // null: the keyboard stays where it is, in the list of claims.
    if (block) this.#wp.data.dispatch('core/block-editor').selectBlock(block, null);
    const range = post?.range(begin, end);
    if (range) revealRange(range);
  }

  #focus(): void {
    const node = this.#view?.root.ownerDocument.getSelection()?.focusNode;
    node?.parentElement?.closest<HTMLElement>('[contenteditable="true"]')?.focus();
  }
}
