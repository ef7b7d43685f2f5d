// What the embed uses of a CKEditor 5 (48), described by shape: nothing of CKEditor, which is GPL
// or commercial, is imported here. tests/embed/ckeditor/driver.ts holds it against the real types.

/** A text, if it has `data`; otherwise an element. */
export interface ModelNode {
  readonly endOffset: number | null;
  readonly data?: string;
  readonly name?: string;
  getChildren?(): Iterable<ModelNode>;
}

export type ModelElement = ModelNode & Required<Pick<ModelNode, 'getChildren'>>;

export interface ModelPosition {
  readonly parent: object;
  readonly offset: number;
  readonly path: readonly number[];
}

export interface ModelRange {
  readonly root: { readonly rootName?: string };
  readonly start: ModelPosition;
  readonly end: ModelPosition;
}

interface ModelWriter {
  addMarker(name: string, options: { range: ModelRange; usingOperation: boolean; affectsData?: boolean }): unknown;
  removeMarker(name: string): void;
  setSelection(ranges: object | null): void;
}

/** `data` is of key events only. */
export type Listener = (
  event: { stop(): void },
  data: { readonly altKey: boolean; readonly domEvent: KeyboardEvent; preventDefault(): void },
) => void;

export interface Emitter {
  on(name: string, then: Listener, options?: { priority: 'high' }): void;
  off(name: string, then: Listener): void;
}

export interface Model {
  readonly document: Emitter & {
    readonly selection: { getFirstPosition(): ModelPosition | null; getRanges(): Iterable<ModelRange> };
    getRootNames(): string[];
    getRoot(name?: string): ModelElement | null;
  };
  readonly markers: { get(name: string): { getRange(): ModelRange } | null };
  readonly schema: { isInline(element: string): boolean };
  enqueueChange(batch: { isUndoable: boolean }, change: (writer: ModelWriter) => void): void;
  createPositionAt(element: object, offset: number): ModelPosition;
  createRange(start: ModelPosition, end?: ModelPosition): ModelRange;
}

/** Any editor of CKEditor 5: classic, inline, balloon, decoupled, multi-root. */
export interface CKEditor extends Emitter {
  readonly state: string;
  readonly model: Model;
  /** Positions and ranges of its view are only handed on. */
  readonly editing: {
    readonly mapper: { toModelPosition(position: object): ModelPosition; toViewRange(range: ModelRange): object };
    readonly view: {
      readonly document: Emitter & { readonly isComposing: boolean; readonly isFocused: boolean };
      readonly domRoots: ReadonlyMap<string, HTMLElement>;
      readonly domConverter: {
        domPositionToView(node: Node, offset: number): object | null;
        viewRangeToDom(range: object): Range;
      };
      focus(): void;
      forceRender(): void;
    };
  };
  readonly conversion: {
    for(group: 'editingDowncast'): {
      markerToHighlight(highlight: {
        model: string;
        view: (data: { markerName: string }) => { classes: string; priority: number };
      }): unknown;
    };
  };
}
