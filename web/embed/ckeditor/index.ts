// Marks in CKEditor 5: markers that affect no data, shown by the editing view only, so that they
// are neither saved nor copied nor undone. Takes the page's own editor and imports nothing of
// CKEditor. tests/embed/ckeditor holds it, in the real editor.
import { markNames } from '../../host/marks.ts';
import { adoptMarkStyles, HostReader, styleRootOf, type Attached, type HostOptions, type Mark } from '../../host/index.ts';
import type { Span } from '../../engine/report.ts';
import { ModelText } from './text.ts';
import type { CKEditor, EventInfo, KeyData, ModelPosition, ModelRange } from './types.ts';

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
const converted = new WeakSet<CKEditor>();
let made = 0;

class Embed implements Attached {
  readonly #editor: CKEditor;
  readonly #rootName: string | undefined;
  readonly #reader: HostReader;
  readonly #listening = new AbortController();
  readonly #unstyle: (() => void)[];
  #text: ModelText;
  /** Names of our markers, which no other embed of this editor has. */
  readonly #markers = new Set<string>();
  #composing = false;

  constructor(editor: CKEditor, options: CKEditorOptions) {
    this.#editor = editor;
    this.#rootName = options.rootName;
    showMarkers(editor);
    const editables = [...editor.editing.view.domRoots.values()];
    const styled = new Set(editables.length ? editables.map(styleRootOf) : [document]);
    this.#unstyle = [...styled].map(adoptMarkStyles);
    this.#text = this.#readModel();
    this.#reader = new HostReader(
      {
        paint: (marks) => this.#paint(marks),
        reveal: (span) => this.#domRange(span)?.startContainer.parentElement?.scrollIntoView({ block: 'nearest' }),
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
    this.#end();
    this.#editor.model.enqueueChange({ isUndoable: false }, (writer) => {
      for (const name of this.#markers) if (this.#editor.model.markers.get(name)) writer.removeMarker(name);
      this.#markers.clear();
    });
  }

  // Markers need not be taken from an editor that goes itself.
  #end(): void {
    this.#listening.abort();
    this.#reader.destroy();
    for (const unstyle of this.#unstyle) unstyle();
  }

  #readModel(): ModelText {
    return new ModelText(this.#editor.model, this.#rootName);
  }

  #listen(): void {
    const { signal } = this.#listening;
    const { editing, model } = this.#editor;
    const on = (emitter: Pick<typeof model.document, 'on' | 'off'>, name: string, then: (event: EventInfo, data: KeyData) => void): void => {
      emitter.on(name, then, { priority: 'high' });
      signal.addEventListener('abort', () => emitter.off(name, then));
    };
    on(model.document, 'change:data', () => this.#changed());
    on(editing.view.document, 'compositionstart', () => this.#compose(true));
    on(editing.view.document, 'compositionend', () => this.#compose(false));
    on(editing.view.document, 'keydown', (event, data) => {
      if (data.domEvent.key !== 'Enter' || !data.altKey) return;
      if (!this.#point(model.document.selection.getFirstPosition(), true)) return;
      data.preventDefault();
      event.stop();
    });
    const gone = (): void => this.#end();
    this.#editor.on('destroy', gone);
    signal.addEventListener('abort', () => this.#editor.off('destroy', gone));
    // Editors come to have more roots, and lose them: their page stays.
    document.addEventListener('click', (event) => this.#click(event), { signal });
  }

  #changed(): void {
    const before = this.#text.text;
    this.#text = this.#readModel();
    const marks = this.#reader.changed(this.#text.text);
    // The same words may have been put in anew, without the markers they had.
    if (this.#text.text === before && !this.#composing) this.#paint(marks);
  }

  #compose(composing: boolean): void {
    this.#composing = composing;
    this.#reader.composing = composing;
  }

  /** Leaves markers alone that stand where they should: the view is not drawn anew around a caret. */
  #paint(marks: readonly Mark[]): void {
    const { model } = this.#editor;
    model.enqueueChange({ isUndoable: false }, (writer) => {
      const text = this.#readModel();
      // There was an edit since, which is told, and read, next.
      if (this.#listening.signal.aborted || text.text !== this.#text.text) return;
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
