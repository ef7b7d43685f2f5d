// Marks in CodeMirror 6, as an extension: each is a diagnostic of a linter of its own, beside those of
// other linters, so that the lint panel, its keys and gutter work with it. Only the claim that is chosen
// has a decoration besides. tests/embed/codemirror holds it.
import { forceLinting, linter, type Diagnostic } from '@codemirror/lint';
import { StateEffect, Transaction, type Extension } from '@codemirror/state';
import {
  closeHoverTooltips, Decoration, EditorView, keymap, ViewPlugin, type DecorationSet, type ViewUpdate,
} from '@codemirror/view';
import type { ClaimStatus, Severity } from '../../engine/report.ts';
import {
  adoptMarkStyles, HostReader, placeHere, styleRootOf, windowOf, type Attached, type HostOptions, type Mark,
} from '../../host/index.ts';

export type { Attached, HostOptions } from '../../host/index.ts';

const source = 'Sourcelight';

const severities: Record<ClaimStatus, Severity | 'hint'> = {
  none: 'hint',
  named: 'hint',
  unnamed: 'info',
  hidden: 'warning',
  unsourced: 'warning',
};

/** What is to be shown has changed; true: the diagnostics have. */
const shown = StateEffect.define<boolean>();

const isNew = (transaction: Transaction): boolean =>
  transaction.effects.some((effect) => effect.is(shown) && effect.value);

const markers = new WeakMap<EditorView, Marker>();

/** Marks the claims of the document for as long as the extension is in the editor's state. */
export function sourceLight(options: HostOptions = {}): Extension {
  return ViewPlugin.define((view) => new Marker(view, options), {
    decorations: ({ chosen }) => chosen,
    eventHandlers: {
      compositionstart() {
        this.compose(true);
      },
      compositionend() {
        this.compose(false);
      },
      click(event, view) {
        if (!view.state.selection.main.empty) return;
        this.point(view.posAtCoords({ x: event.clientX, y: event.clientY }), false);
      },
    },
    provide: () => [
      linter((view) => markers.get(view)?.diagnostics() ?? [], {
        needsRefresh: ({ transactions }) => transactions.some(isNew),
      }),
      keymap.of([{
        key: 'Alt-Enter',
        run: (view) => markers.get(view)?.point(view.state.selection.main.from, true) ?? false,
      }]),
      theme,
    ],
  });
}

/** What the extension gives besides its marks; null: it is not in this editor. */
export const attachedOf = (view: EditorView): Attached | null => markers.get(view)?.attached ?? null;

/** The extension at work in one view. */
class Marker {
  readonly attached: Attached;
  chosen: DecorationSet = Decoration.none;
  readonly #view: EditorView;
  readonly #reader: HostReader;
  readonly #hasCard: boolean;
  #ended = false;
  /** What the diagnostics are of. */
  #report: HostReader['report'] = null;
  #root: Document | ShadowRoot | null = null;
  #unstyle = (): void => {};

  constructor(view: EditorView, options: HostOptions) {
    this.#view = view;
    this.#hasCard = options.card !== false;
    this.#reader = new HostReader(
      {
        // It may be in the midst of an update, which allows no other.
        paint: () => queueMicrotask(() => this.#show()),
        reveal: ([begin]) => view.dispatch({
          effects: EditorView.scrollIntoView(Math.min(begin, view.state.doc.length)),
        }),
        focus: () => view.focus(),
        get view() {
          return windowOf(view.dom);
        },
      },
      options,
    );
    const reader = this.#reader;
    this.attached = {
      get report() {
        return reader.report;
      },
      select: (claim) => reader.select(claim),
      refresh: () => reader.refresh(),
      // The extension stays in its place, and marks nothing any more.
      destroy: () => {
        this.#end();
        this.#dispatch(true);
      },
    };
    reader.changed(view.state.doc.toString());
    markers.set(view, this);
  }

  update({ docChanged, changes, state, transactions }: ViewUpdate): void {
    if (docChanged) {
      this.chosen = this.chosen.map(changes);
      this.#reader.changed(state.doc.toString());
    }
    if (transactions.some(({ effects }) => effects.some((effect) => effect.is(shown)))) this.#choose();
  }

  compose(composing: boolean): void {
    this.#reader.composing = composing;
  }

  /** Opens the card of the mark at a position, if there is one. */
  point(position: number | null, byKey: boolean): boolean {
    const place = position === null ? null : this.#view.coordsAtPos(position);
    if (!place) return this.#reader.point(null, new DOMRect());
    const { left, top, right, bottom } = place;
    const words = placeHere(new DOMRect(left, top, right - left, bottom - top), windowOf(this.#view.dom));
    const met = this.#reader.point(position, words, byKey);
    // The card stands in the place of CodeMirror's own tooltip.
    if (met && this.#hasCard) this.#view.dispatch({ effects: closeHoverTooltips });
    return met;
  }

  diagnostics(): Diagnostic[] {
    if (this.#ended) return [];
    return this.#reader.marks.filter(isLasting).map((mark) => ({
      from: mark.span[0],
      to: mark.span[1],
      severity: this.#severity(mark),
      message: this.#reader.describe(mark),
      markClass: `sourcelight-${mark.name}`,
      source,
    }));
  }

  /** The extension is taken off, or the view destroyed: told by CodeMirror. */
  destroy(): void {
    this.#end();
    if (markers.get(this.#view) === this) markers.delete(this.#view);
    // Other linters go on, in a list that still has these diagnostics.
    queueMicrotask(() => forceLinting(this.#view));
  }

  #end(): void {
    this.#ended = true;
    this.#reader.destroy();
    this.#unstyle();
  }

  #severity({ name, finding }: Mark): Diagnostic['severity'] {
    const found = finding === null ? null : this.#reader.report?.findings[finding];
    return found?.severity ?? (name in severities ? severities[name as ClaimStatus] : 'info');
  }

  #show(): void {
    // What is composed is read again at its end.
    if (this.#ended || this.#view.composing) return;
    this.#style();
    const { report } = this.#reader;
    const isNew = report !== this.#report;
    this.#report = report;
    this.#dispatch(isNew);
  }

  #dispatch(isNew: boolean): void {
    const annotations = Transaction.addToHistory.of(false);
    this.#view.dispatch({ effects: shown.of(isNew), annotations });
    if (isNew) forceLinting(this.#view);
  }

  #choose(): void {
    const marks = this.#ended ? [] : this.#reader.marks.filter((mark) => !isLasting(mark));
    const chosen = marks.map(({ name, span }) => Decoration.mark({ class: `sourcelight-${name}` }).range(...span));
    this.chosen = Decoration.set(chosen, true);
  }

  // An editor may be made first and put into the page, or a shadow root, later.
  #style(): void {
    const root = styleRootOf(this.#view.dom);
    if (root === this.#root) return;
    this.#unstyle();
    this.#unstyle = adoptMarkStyles(root);
    this.#root = root;
  }
}

const isLasting = ({ name }: Mark): boolean => name !== 'selected' && name !== 'unsure';

// The underline is the one of the status. Where another linter finds something worse, its is seen too.
const theme = EditorView.baseTheme(Object.fromEntries(
  Object.entries(severities).map(([status, severity]) => [
    `.cm-lintRange-${severity}.sourcelight-${status}`,
    { backgroundImage: 'none', paddingBottom: '0' },
  ]),
));
