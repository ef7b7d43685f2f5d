// Makes editors for extension.test.ts, with the extension and without, beside another linter.
import { collab, getSyncedVersion, receiveUpdates, sendableUpdates } from '@codemirror/collab';
import { defaultKeymap, history, historyKeymap, undoDepth } from '@codemirror/commands';
import { forEachDiagnostic, linter, lintKeymap, type Diagnostic } from '@codemirror/lint';
import { Compartment } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { createEngine } from '../../../../web/engine/index.ts';
import { attachedOf, sourceLight, type HostOptions } from '../../../../web/embed/codemirror/index.ts';

const engine = createEngine();
const place = new Compartment();
let views: EditorView[] = [];
let spelled = 0;

/** Finds fault with the old mill. */
const spelling = linter(({ state }): Diagnostic[] => {
  ++spelled;
  const from = state.doc.toString().indexOf('old mill');
  return from < 0 ? [] : [{ from, to: from + 8, severity: 'error', message: 'Spelling', source: 'speller' }];
}, { delay: 50 });

/** An editor in the page; `options` null: without the extension. */
function make(doc: string, options: HostOptions | null = {}): EditorView {
  const view = new EditorView({
    parent: document.body,
    doc,
    extensions: [
      history(), collab(), spelling, EditorView.lineWrapping,
      keymap.of([...defaultKeymap, ...historyKeymap, ...lintKeymap]),
      place.of(options ? sourceLight({ engine, delay: 50, ...options }) : []),
    ],
  });
  views.push(view);
  return view;
}

function clear(): void {
  for (const view of views) view.destroy();
  views = [];
  document.body.replaceChildren();
}

/** What is found: by whom, how bad, and where it stands. */
function found({ state }: EditorView, by = 'Sourcelight'): { severity: string; words: string; message: string }[] {
  const all: { severity: string; words: string; message: string }[] = [];
  forEachDiagnostic(state, ({ source, severity, message }, from, to) => {
    if (source === by) all.push({ severity, message, words: state.sliceDoc(from, to) });
  });
  return all;
}

/** Waits until it has been read, and says so. */
async function read(view: EditorView): Promise<void> {
  for (let times = 0; times < 500 && !found(view).length; ++times) await new Promise((done) => setTimeout(done, 20));
  if (!found(view).length) throw new Error('It is not read.');
}

/** What is sent of one editor's changes to the other. */
function send(from: EditorView, to: EditorView): number {
  const updates = sendableUpdates(from.state);
  if (updates.length) for (const view of [from, to]) view.dispatch(receiveUpdates(view.state, updates));
  return updates.length;
}

const remove = (view: EditorView): void => view.dispatch({ effects: place.reconfigure([]) });

const kit = {
  make, clear, found, read, send, remove, undoDepth, attachedOf,
  version: ({ state }: EditorView) => getSyncedVersion(state),
  spelled: () => spelled,
};
export type CodeMirrorKit = typeof kit;
declare global {
  interface Window {
    codeMirror: CodeMirrorKit;
    codeView: EditorView;
  }
}
window.codeMirror = kit;
