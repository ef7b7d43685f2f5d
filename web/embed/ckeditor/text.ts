// The text of a CKEditor's model, wherever it stands: paragraphs, headings, list items, cells,
// quotes, captions. Maps it to positions of the model and back. tests/embed/ckeditor holds it.
import { FlatText, type Block } from '../../host/index.ts';
import type { Span } from '../../engine/report.ts';
import type { Model, ModelElement, ModelNode, ModelPosition, ModelRange } from './types.ts';

/** A run of text in an element, between the blocks that may stand in it too. */
interface Place {
  readonly element: ModelElement;
  readonly offset: number;
  readonly length: number;
}

export class ModelText {
  readonly #model: Model;
  readonly #flat: FlatText<Place>;

  /** `rootName`: the one root that is read; without it, all are. */
  constructor(model: Model, rootName?: string) {
    const names = rootName === undefined ? model.document.getRootNames() : [rootName];
    const roots = names.map((name) => model.document.getRoot(name)).filter((root) => root !== null);
    this.#model = model;
    this.#flat = new FlatText(roots.flatMap((root) => blocksIn(root, model.schema)));
  }

  get text(): string {
    return this.#flat.text;
  }

  /** The ranges that a span stands in, a block each. */
  ranges(span: Span): ModelRange[] {
    return this.#flat.pieces(span).map(({ place: { element, offset }, from, to }) => {
      const at = (unit: number): ModelPosition => this.#model.createPositionAt(element, offset + unit);
      return this.#model.createRange(at(from), at(to));
    });
  }

  /** The offset of a position; null: no text is there. */
  offsetOf({ parent, offset }: ModelPosition): number | null {
    let within = 0;
    const block = this.#flat.findBlock((place) => {
      within = offset - place.offset;
      return place.element === parent && within >= 0 && within <= place.length;
    });
    return block < 0 ? null : this.#flat.offset(block, within);
  }
}

function blocksIn(element: ModelElement, schema: Model['schema']): Block<Place>[] {
  const blocks: Block<Place>[] = [];
  let [text, offset] = ['', 0];
  const end = (): void => {
    if (text) blocks.push({ text, place: { element, offset, length: text.length } });
    text = '';
  };
  for (const node of element.getChildren()) {
    if (node.data !== undefined) text += node.data;
    else if (schema.isInline(node.name ?? '')) text += node.name === 'softBreak' ? '\n' : inlineObject;
    else {
      end();
      if (isElement(node)) blocks.push(...blocksIn(node, schema));
      offset = node.endOffset ?? 0;
    }
  }
  end();
  return blocks;
}

const inlineObject = '\ufffc'; // Unicode's own stand-in for one, a unit long as in the model

const isElement = (node: ModelNode): node is ModelElement => node.getChildren !== undefined;
