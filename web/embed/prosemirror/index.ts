// Marks in ProseMirror, and in Tiptap, as a plugin: decorations in the plugin's state, which follow every
// transaction at once and are replaced when the text has been read. Nothing of it is in the document,
// its history, or what is sent to others. tests/embed/prosemirror and tests/embed/tiptap hold it.
import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import { findEdit } from '../../highlight/edit.ts';
import {
  adoptMarkStyles, FlatText, HostReader, moveMarks, placeHere, styleRootOf, windowOf,
  type Attached, type HostOptions, type Mark,
} from '../../host/index.ts';
import { BlockText } from './block-text.ts';

export type { Attached, HostOptions } from '../../host/index.ts';

/** A textblock's content: its text, and the position in the document where it begins. */
interface Place {
  readonly start: number;
  readonly block: BlockText;
  readonly size: number;
}

/** The plugin's state. */
export interface Marked {
  /** The document as one text. */
  readonly flat: FlatText<Place>;
  readonly marks: readonly Mark[];
  readonly decorations: DecorationSet;
}

/** Of the plugin: for `state.reconfigure()`, Tiptap's `unregisterPlugin()`, and its state. */
export const sourceLightKey = new PluginKey<Marked>('sourcelight');

const markers = new WeakMap<EditorView, Marker>();

/** Marks the claims of the document for as long as the plugin is in the editor's state. */
export function sourceLight(options: HostOptions = {}): Plugin<Marked> {
  const composing = (is: boolean) => (view: EditorView): void => markers.get(view)?.compose(is);
  const plugin: Plugin<Marked> = new Plugin<Marked>({
    key: sourceLightKey,
    state: {
      init: (_config, { doc }) => mark(doc, flatten(doc), []),
      apply: follow,
    },
    props: {
      decorations: (state) => sourceLightKey.getState(state)?.decorations,
      handleClick: (view, position) => {
        if (view.state.selection.empty) markers.get(view)?.point(position, false);
        return false; // the click does what it does besides
      },
      handleKeyDown: (view, event) => {
        if (event.key !== 'Enter' || !event.altKey || !view.state.selection.empty) return false;
        return markers.get(view)?.point(view.state.selection.head, true) ?? false;
      },
      handleDOMEvents: { compositionstart: composing(true), compositionend: composing(false) },
    },
    view: (view) => {
      const marker = markers.get(view) ?? new Marker(view, plugin, options);
      markers.set(view, marker);
      return marker.stay();
    },
  });
  return plugin;
}

/** What the plugin gives besides its marks; null: it is not in this editor. */
export const attachedOf = (view: EditorView): Attached | null => markers.get(view) ?? null;

/** The plugin at work in one view. */
class Marker implements Attached {
  readonly #view: EditorView;
  readonly #plugin: Plugin<Marked>;
  readonly #reader: HostReader;
  #root: Document | ShadowRoot | null = null;
  #unstyle = (): void => {};
  #leaving = false;

  constructor(view: EditorView, plugin: Plugin<Marked>, options: HostOptions) {
    this.#view = view;
    this.#plugin = plugin;
    this.#reader = new HostReader(
      {
        paint: (marks) => this.#paint(marks),
        reveal: ([begin, end]) => this.#reveal(begin, end),
        focus: () => view.focus(),
        get view() {
          return windowOf(view.dom);
        },
      },
      options,
    );
    this.update();
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

  /** The view has a new state. */
  update(): void {
    const text = this.#state?.flat.text;
    if (text !== undefined) this.#reader.changed(text);
  }

  compose(composing: boolean): void {
    this.#reader.composing = composing;
  }

  /** Opens the card of the mark at a position of the document, if there is one. */
  point(position: number, byKey: boolean): boolean {
    const { flat } = this.#state ?? {};
    const index = flat?.findBlock(({ start, size }) => start <= position && position <= start + size) ?? -1;
    const place = flat?.place(index);
    if (!flat || !place) return this.#reader.point(null, new DOMRect());
    const { left, top, right, bottom } = this.#view.coordsAtPos(position);
    const offset = flat.offset(index, place.block.offset(position - place.start));
    const words = new DOMRect(left, top, right - left, bottom - top);
    return this.#reader.point(offset, placeHere(words, windowOf(this.#view.dom)), byKey);
  }

  /**
   * Whenever any plugin comes or goes, ProseMirror takes off the views of all, and makes new ones:
   * then this one stays, with its engine and its Report.
   */
  stay(): { update(): void; destroy(): void } {
    this.#leaving = false;
    return { update: () => this.update(), destroy: () => this.#leave() };
  }

  #leave(): void {
    if (!this.#view.state.plugins.includes(this.#plugin)) return this.#left();
    this.#leaving = true;
    queueMicrotask(() => {
      if (this.#leaving) this.#left();
    });
  }

  #left(): void {
    this.#end();
    if (markers.get(this.#view) === this) markers.delete(this.#view);
  }

  destroy(): void {
    this.#end();
    this.#paint([]);
  }

  #end(): void {
    this.#reader.destroy();
    this.#unstyle();
    this.#unstyle = () => {};
    this.#root = null;
  }

  get #state(): Marked | undefined {
    return sourceLightKey.getState(this.#view.state);
  }

  #paint(marks: readonly Mark[]): void {
    const view = this.#view;
    const state = view.isDestroyed ? undefined : this.#state;
    // What is composed is read again at its end.
    if (!state || view.composing || !(marks.length || state.marks.length)) return;
    if (marks.length) this.#style();
    view.dispatch(view.state.tr.setMeta(sourceLightKey, marks).setMeta('addToHistory', false));
  }

  // An editor may be made first and put into the page, or a shadow root, later.
  #style(): void {
    const root = styleRootOf(this.#view.dom);
    if (root === this.#root) return;
    this.#unstyle();
    this.#unstyle = adoptMarkStyles(root);
    this.#root = root;
  }

  #reveal(begin: number, end: number): void {
    const [piece] = this.#state?.flat.pieces([begin, end]) ?? [];
    if (!piece) return;
    const { node } = this.#view.domAtPos(positions(piece)[0], 1);
    const element = node.nodeType === node.ELEMENT_NODE ? (node as Element) : node.parentElement;
    element?.scrollIntoView({ block: 'nearest' });
  }
}

/** The textblocks of a document, in their order. */
function flatten(doc: Node): FlatText<Place> {
  const blocks: { text: string; place: Place }[] = [];
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    const block = BlockText.of(node);
    blocks.push({ text: block.text, place: { start: position + 1, block, size: node.content.size } });
    return false;
  });
  return new FlatText(blocks);
}

type FlatPiece = ReturnType<FlatText<Place>['pieces']>[number];

const positions = ({ place: { start, block }, from, to }: FlatPiece): [number, number] =>
  [start + block.begin(from), start + block.end(to)];

function mark(doc: Node, flat: FlatText<Place>, marks: readonly Mark[]): Marked {
  const decorations = marks.flatMap(({ name, span }) =>
    flat.pieces(span).map((piece) => Decoration.inline(...positions(piece), { class: `sourcelight-${name}` })),
  );
  return { flat, marks, decorations: DecorationSet.create(doc, decorations) };
}

function follow(transaction: Transaction, before: Marked, _old: EditorState, { doc }: EditorState): Marked {
  const told = transaction.getMeta(sourceLightKey) as readonly Mark[] | undefined;
  if (!told && !transaction.docChanged) return before;
  const flat = transaction.docChanged ? flatten(doc) : before.flat;
  if (told) return mark(doc, flat, told);
  const edit = findEdit(before.flat.text, flat.text);
  const marks = edit ? moveMarks(before.marks, edit) : before.marks;
  const decorations = before.decorations.map(transaction.mapping, doc);
  // Yjs puts the whole document anew for the smallest change of somebody else.
  if (decorations.find().length < marks.length) return mark(doc, flat, marks);
  return { flat, marks, decorations };
}
