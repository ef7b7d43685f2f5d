// The post as the block editor shows it, in a frame or not: title and rich texts of all blocks, as
// one text, and where in the DOM its units are. Reads the DOM, never changes it.
// tests/embed/wordpress hold its text against what the editor's store has.
import { DomText, FlatText } from '../../host/index.ts';

const title = '.wp-block-post-title, .editor-post-title';
/** Rich texts that are no running text. */
const silent = ['button', 'code', 'file'].map((name) => `[data-type="core/${name}"]`).join();
/** What is put into a rich text whole: pictures, numbers of footnotes. */
const isObject = (element: Element): boolean => element.getAttribute('contenteditable') === 'false';

/** The element that holds title and blocks; null: none is shown, as in the code editor. */
export function findCanvas(): HTMLElement | null {
  const frame = document.querySelector<HTMLIFrameElement>('iframe[name="editor-canvas"]');
  const blocks = (frame ? frame.contentDocument : document)?.querySelector('.is-root-container');
  return blocks?.closest<HTMLElement>('.editor-styles-wrapper') ?? null;
}

type RichText = { readonly element: Element; readonly dom: DomText };

export class ShownPost {
  readonly #flat: FlatText<RichText>;

  /** Valid until the DOM below `canvas` changes. */
  constructor(canvas: Element) {
    // Where the template is shown around it, the post is a part of the canvas.
    const post = canvas.querySelector('.wp-block-post-content') ?? canvas;
    const texts = [...canvas.querySelectorAll('.rich-text')]
      .filter((element) => element.matches(title) || (post.contains(element) && !element.closest(silent)))
      .map((element) => ({ element, dom: new DomText(element, isObject) }));
    const blocks = texts.map((place) => ({ text: place.dom.text, place })).filter(({ text }) => text.trim());
    this.#flat = new FlatText(blocks);
  }

  get text(): string {
    return this.#flat.text;
  }

  range(begin: number, end: number): Range | null {
    const ranges = this.#flat.pieces([begin, end]).map(({ place, from, to }) => place.dom.range(from, to));
    const [first, last] = [ranges[0], ranges.at(-1)];
    if (first && last) first.setEnd(last.endContainer, last.endOffset);
    return first ?? null;
  }

  /** The offset of a DOM position, as of a caret; null if it is in no text of the post. */
  offsetOf(node: Node, offset: number): number | null {
    let within: number | null = null;
    const block = this.#flat.findBlock(({ dom }) => (within = dom.offsetOf(node, offset)) !== null);
    return within === null ? null : this.#flat.offset(block, within);
  }

  /** WordPress's id of the block at `offset`; null: it is the title. */
  blockAt(offset: number): string | null {
    const element = this.#flat.pieces([offset, offset + 1])[0]?.place.element;
    return element?.matches(title) ? null : (element?.closest<HTMLElement>('[data-block]')?.dataset['block'] ?? null);
  }
}
