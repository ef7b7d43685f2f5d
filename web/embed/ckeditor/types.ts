// What the embed uses of a CKEditor 5 (48), described by shape: nothing of CKEditor, which is GPL
// or commercial, is imported here. tests/embed/ckeditor/driver.ts holds it against the real types.

/** A text, if it has `data`; otherwise an element. */
export interface ModelNode {
  readonly endOffset: number | null;
  readonly data?: string;
  readonly name?: string;
  getChildren?(): Iterable<ModelNode>;
}

export interface ModelElement extends ModelNode {
  getChildren(): Iterable<ModelNode>;
}

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

export interface ModelWriter {
  addMarker(
    name: string,
    options: { range: ModelRange; usingOperation: boolean; affectsData?: boolean },
  ): unknown;
  removeMarker(name: string): void;
}

export interface Emitter {
  on(name: string, then: (event: EventInfo, data: KeyData) => void, options?: { priority: 'high' }): void;
  off(name: string, then: (event: EventInfo, data: KeyData) => void): void;
}

export interface EventInfo {
  stop(): void;
}

/** Of key events only. */
export interface KeyData {
  readonly altKey: boolean;
  readonly domEvent: KeyboardEvent;
  preventDefault(): void;
}

interface Model {
  readonly document: Emitter & {
    readonly selection: { getFirstPosition(): ModelPosition | null };
    getRootNames(): string[];
    getRoot(name?: string): ModelElement | null;
  };
  readonly markers: { get(name: string): { getRange(): ModelRange } | null };
  readonly schema: { isInline(element: string): boolean };
  enqueueChange(batch: { isUndoable: boolean }, change: (writer: ModelWriter) => void): void;
  createPositionAt(element: object, offset: number): ModelPosition;
  createRange(start: ModelPosition, end: ModelPosition): ModelRange;
}

/** Positions and ranges of the editor's view are only handed on. */
interface Editing {
  readonly mapper: {
    toModelPosition(position: object): ModelPosition;
    toViewRange(range: ModelRange): object;
  };
  readonly view: {
    readonly document: Emitter;
    readonly domRoots: ReadonlyMap<string, HTMLElement>;
    readonly domConverter: {
      domPositionToView(node: Node, offset: number): object | null;
      viewRangeToDom(range: object): Range;
    };
    focus(): void;
  };
}

interface Highlight {
  readonly model: string;
  readonly view: (data: { markerName: string }) => { classes: string; priority: number };
}

/** Any editor of CKEditor 5: classic, inline, balloon, decoupled, multi-root. */
export interface CKEditor {
  readonly model: Model;
  readonly editing: Editing;
  readonly conversion: { for(group: 'editingDowncast'): { markerToHighlight(highlight: Highlight): unknown } };
  on(name: string, then: () => void): void;
  off(name: string, then: () => void): void;
}
