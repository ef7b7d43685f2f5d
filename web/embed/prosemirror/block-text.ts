// What is read of a textblock, and where its units stand: text as it is, a line end for a hard break,
// what a mention shows, nothing for pictures and footnotes. Maps offsets of that text (UTF-16 units) to
// positions inside the block and back. tests/embed/prosemirror/block-text.test.ts holds it.
import type { Node } from 'prosemirror-model';

/** Units that do not stand for one position each. */
interface Gap {
  readonly unit: number;
  readonly units: number;
  readonly position: number;
  readonly positions: number;
}

export class BlockText {
  readonly text: string;
  readonly #gaps: readonly Gap[];

  private constructor(block: Node) {
    const gaps: Gap[] = [];
    let text = '';
    const gap = (read: string, position: number, positions: number): void => {
      if (read.length !== positions) gaps.push({ unit: text.length, units: read.length, position, positions });
      text += read;
    };
    const walk = (parent: Node, start: number): void => {
      parent.forEach((node, offset, index) => {
        const position = start + offset;
        if (node.isText) text += node.text ?? '';
        else if (node.isAtom) gap(readingOf(node, position, parent, index), position, node.nodeSize);
        else {
          gap('', position, 1);
          walk(node, position + 1);
          gap('', position + node.nodeSize - 1, 1);
        }
      });
    };
    walk(block, 0);
    this.text = text;
    this.#gaps = gaps;
  }

  /** Nodes never change, so that each is read once. */
  static of(block: Node): BlockText {
    const known = read.get(block);
    if (known) return known;
    const made = new BlockText(block);
    read.set(block, made);
    return made;
  }

  /** The position before the unit at `offset`: where a span begins. */
  begin(offset: number): number {
    const gap = this.#gaps.findLast(({ unit }) => unit <= offset);
    if (!gap) return offset;
    const after = offset - gap.unit - gap.units;
    return after < 0 ? gap.position : gap.position + gap.positions + after;
  }

  /** The position after the unit that ends at `offset`: where a span ends. */
  end(offset: number): number {
    const gap = this.#gaps.findLast(({ unit }) => unit < offset);
    if (!gap) return offset;
    return gap.position + gap.positions + Math.max(0, offset - gap.unit - gap.units);
  }

  /** The offset of what stands at or after a position. */
  offset(position: number): number {
    const gap = this.#gaps.findLast((one) => one.position < position);
    if (!gap) return position;
    return gap.unit + gap.units + Math.max(0, position - gap.position - gap.positions);
  }
}

const read = new WeakMap<Node, BlockText>();

/** Tiptap keeps an extension's `renderText` here. */
type ToText = (context: { node: Node; pos: number; parent: Node; index: number }) => string;

function readingOf(node: Node, pos: number, parent: Node, index: number): string {
  const { name, spec } = node.type;
  if (spec.linebreakReplacement || name === 'hard_break' || name === 'hardBreak') return '\n';
  if (spec.leafText) return spec.leafText(node);
  const toText = spec['toText'] as ToText | undefined;
  return toText?.({ node, pos, parent, index }) ?? '';
}
