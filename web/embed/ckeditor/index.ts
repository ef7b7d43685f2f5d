// Marks in CKEditor 5: markers that affect no data, shown by the editing view only, so that they
// are neither saved nor copied nor undone. Takes the page's own editor and imports nothing of
// CKEditor. tests/embed/ckeditor holds it, in the real editor.
import type { Span } from '../../engine/report.ts';
import { adoptMarkStyles, HostReader, revealRange, styleRootOf, type Attached, type HostOptions, type Mark } from '../../host/index.ts';
import { markNames } from '../../host/marks.ts';
import { ModelText } from './text.ts';
import type { CKEditor, Emitter, Listener, ModelPosition, ModelRange } from './types.ts';

export type { Attached, HostOptions } from '../../host/index.ts';
export type { CKEditor } from './types.ts';

export interface CKEditorOptions extends HostOptions {
  /** Of an editor with several roots, the one that is read. Default: all, one after the other. */
  readonly rootName?: string;
}

/** Marks the text of `editor` as it stands and changes, until destroy() is called or the editor goes. */
export function attachToCKEditor(editor: CKEditor, options: CKEditorOptions = {}): Attached {
  return new Embed(editor, options);
}

const group = 'sourcelight';
const unseen = { isUndoable: false }; // as undo sees it
const converted = new WeakSet<CKEditor>();
let made = 0;

class Embed implements Attached {
  readonly #editor: CKEditor;
  readonly #rootName: string | undefined;
  readonly #reader: HostReader;
  readonly #listening = new AbortController();
  readonly #unstyle: () => void;
  /** Names of our markers, which no other embed of this editor has. */
  readonly #markers = new Set<string>();
  #text: ModelText;
  /** Where the browser left the caret when marks were painted and the editor had not the focus. */
  #leftAt: ReturnType<typeof domCaret> | null = null;

  constructor(editor: CKEditor, options: CKEditorOptions) {
    this.#editor = editor;
    this.#rootName = options.rootName;
    showMarkers(editor);
    const [editable] = editor.editing.view.domRoots.values();
    this.#unstyle = adoptMarkStyles(styleRootOf(editable ?? document.body));
    this.#text = this.#readModel();
    this.#reader = new HostReader(
      {
        paint: (marks) => this.#paint(marks),
        reveal: (span) => {
          const range = this.#domRange(span);
          if (range) revealRange(range);
        },
        focus: () => editor.editing.view.focus(),
      },
      options,
    );
    this.#listen();
    this.#reader.changed(this.#text.text);
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
    if (this.#listening.signal.aborted) return;
    this.#listening.abort();
    this.#reader.destroy();
    this.#unstyle();
    if (this.#editor.state !== 'destroyed') this.#paint([]);
  }

  #readModel(): ModelText {
    return new ModelText(this.#editor.model, this.#rootName);
  }

  #listen(): void {
    const { signal } = this.#listening;
    const { model, editing: { view } } = this.#editor;
    const on = (emitter: Emitter, name: string, then: Listener): void => {
      emitter.on(name, then, { priority: 'high' });
      signal.addEventListener('abort', () => emitter.off(name, then));
    };
    on(this.#editor, 'destroy', () => this.destroy());
    on(model.document, 'change:data', () => this.#changed());
    on(view.document, 'change:isFocused', () => this.#keepCaret());
    on(view.document, 'compositionstart', () => (this.#reader.composing = true));
    on(view.document, 'compositionend', () => (this.#reader.composing = false));
    on(view.document, 'keydown', (event, data) => {
      if (data.domEvent.key !== 'Enter' || !data.altKey || data.domEvent.isComposing) return;
      if (!this.#point(model.document.selection.getFirstPosition(), true)) return;
      data.preventDefault();
      event.stop();
    });
    // Not of the editables, which come and go where an editor has several roots.
    document.addEventListener('click', (event) => this.#click(event), { signal });
  }

  #changed(): void {
    const before = this.#text.text;
    this.#text = this.#readModel();
    const marks = this.#reader.changed(this.#text.text);
    // The same words may have been put in anew, without the markers they had.
    if (this.#text.text === before && !this.#editor.editing.view.document.isComposing) this.#paint(marks);
  }

  /** Leaves markers alone that stand where they should: the view is not drawn anew around a caret. */
  #paint(marks: readonly Mark[]): void {
    const { model, editing: { view } } = this.#editor;
    model.enqueueChange(unseen, (writer) => {
      const text = this.#readModel();
      // There was an edit since, which is told, and read, next.
      if (marks.length && text.text !== this.#text.text) return;
      const wanted = new Map<string, [name: string, range: ModelRange]>();
      for (const { name, span } of marks) {
        for (const range of text.ranges(span)) wanted.set(keyOf(name, range), [name, range]);
      }
      for (const marker of this.#markers) {
        const range = model.markers.get(marker)?.getRange();
        if (range && wanted.delete(keyOf(nameOf(marker), range))) continue;
        this.#markers.delete(marker);
        if (range) writer.removeMarker(marker);
      }
      for (const [name, range] of wanted.values()) {
        const marker = `${group}:${name}:${++made}`;
        writer.addMarker(marker, { range, usingOperation: false, affectsData: false });
        this.#markers.add(marker);
      }
    });
    this.#leftAt = view.document.isFocused ? null : domCaret();
  }

  /**
   * CKEditor draws no caret without the focus, so that nodes that come and go move it, and takes it
   * from there when the focus is back. Unless the person has put it elsewhere, it stays where it was.
   */
  #keepCaret(): void {
    const { model, editing: { view } } = this.#editor;
    const [node, offset] = domCaret();
    const moved = this.#leftAt?.[0] === node && this.#leftAt[1] === offset;
    this.#leftAt = null;
    if (!moved) return;
    const [...ranges] = model.document.selection.getRanges();
    queueMicrotask(() => {
      model.enqueueChange(unseen, (writer) => writer.setSelection(ranges));
      view.forceRender();
    });
  }

  #click(event: MouseEvent): void {
    const { view, mapper } = this.#editor.editing;
    const path = event.composedPath();
    const editable = [...view.domRoots.values()].find((root) => path.includes(root));
    const selection = editable?.ownerDocument.getSelection();
    if (!selection?.isCollapsed || !selection.focusNode || !editable?.contains(selection.focusNode)) return;
    // Not the model's selection, which may follow only later.
    const at = view.domConverter.domPositionToView(selection.focusNode, selection.focusOffset);
    this.#point(at && mapper.toModelPosition(at), false);
  }

  /** Opens the card of the mark at a position. */
  #point(position: ModelPosition | null, byKey: boolean): boolean {
    const offset = position && this.#text.offsetOf(position);
    const range = offset === null ? null : (this.#domRange([offset, offset + 1]) ?? this.#domRange([offset - 1, offset]));
    return this.#reader.point(offset, range?.getBoundingClientRect() ?? new DOMRect(), byKey);
  }

  /** Where a span begins on the page; null: nowhere. */
  #domRange(span: Span): Range | null {
    const { view, mapper } = this.#editor.editing;
    const [range] = this.#text.ranges(span);
    if (!range || !view.domRoots.has(rootNameOf(range))) return null;
    return view.domConverter.viewRangeToDom(mapper.toViewRange(range));
  }
}

/** Once an editor: a converter cannot be taken out again. Without markers it does nothing. */
function showMarkers(editor: CKEditor): void {
  if (converted.has(editor)) return;
  converted.add(editor);
  editor.conversion.for('editingDowncast').markerToHighlight({
    model: group,
    view: ({ markerName }) => {
      const name = nameOf(markerName);
      // Around links, bold and the like, whose priority is 5 or more: marks are not cut into pieces.
      const priority = (1 + markNames.findIndex((one) => one === name)) / markNames.length;
      return { classes: `${group}-${name}`, priority };
    },
  });
}

const nameOf = (marker: string): string => marker.split(':')[1] ?? '';
const rootNameOf = ({ root }: ModelRange): string => root.rootName ?? '';
const keyOf = (name: string, range: ModelRange): string =>
  [name, rootNameOf(range), range.start.path, range.end.path].join(' ');

/** Where the caret stands in the DOM: not always where the model has it. */
function domCaret(): readonly [node: Node | null, offset: number] {
  const selection = document.getSelection();
  return [selection?.focusNode ?? null, selection?.focusOffset ?? 0];
}
