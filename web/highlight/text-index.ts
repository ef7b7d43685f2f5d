// Offsets into a piece of DOM's text (UTF-16 units over its text nodes in order) <-> DOM ranges.
// Reads the DOM, never changes it. tests/web/highlight/text-index.ts holds it in a browser.

export class TextIndex {
  readonly #root: Node;
  readonly #nodes: Text[] = [];
  /** Offset of each node's first unit, and at the end the length of all. */
  readonly #starts: number[] = [];

  /** Valid until text nodes under `root` come, go or change. */
  constructor(root: Node) {
    this.#root = root;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let length = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      this.#nodes.push(node as Text);
      this.#starts.push(length);
      length += (node as Text).length;
    }
    this.#starts.push(length);
  }

  get length(): number {
    return this.#starts[this.#nodes.length] ?? 0;
  }

  /** The range of [begin, end), cut to the text there is; null if nothing of it is left. */
  range(begin: number, end: number): Range | null {
    const from = Math.max(0, begin);
    const to = Math.min(end, this.length);
    if (!(from < to)) return null;
    const first = this.#indexOf(from);
    const last = this.#indexOf(to - 1);
    const [firstNode, lastNode] = [this.#nodes[first], this.#nodes[last]];
    if (!firstNode || !lastNode) return null;
    const range = new Range();
    range.setStart(firstNode, from - (this.#starts[first] ?? 0));
    range.setEnd(lastNode, to - (this.#starts[last] ?? 0));
    return range;
  }

  /** The offset of a DOM position (as of a caret); null if it is not inside the root. */
  offsetOf(node: Node, offset: number): number | null {
    if (!this.#root.contains(node)) return null;
    const before = new Range();
    before.setStart(this.#root, 0);
    before.setEnd(node, offset);
    return before.toString().length;
  }

  /** Index of the node that holds the unit at `offset`. */
  #indexOf(offset: number): number {
    let low = 0;
    let high = this.#nodes.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
