// Makes editors for plugin.test.ts, with the plugin and without, and counts what they dispatch.
import { collab, receiveTransaction, sendableSteps } from 'prosemirror-collab';
import { baseKeymap, toggleMark } from 'prosemirror-commands';
import { history, undoDepth } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { DOMSerializer } from 'prosemirror-model';
import { schema } from 'prosemirror-schema-basic';
import { EditorState, Plugin, TextSelection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import 'prosemirror-view/style/prosemirror.css';
import { createEngine } from '../../../../web/engine/index.ts';
import { attachedOf, sourceLight, sourceLightKey, type HostOptions } from '../../../../web/embed/prosemirror/index.ts';

const engine = createEngine();
let views: EditorView[] = [];

/** An editor in the page, or in a frame's; `options` null: without the plugin. */
function make(paragraphs: readonly string[], options: HostOptions | null = {}, page: Document = document): EditorView {
  const place = page.body.appendChild(page.createElement('div'));
  const view = new EditorView(place, {
    state: EditorState.create({
      doc: schema.node('doc', null, paragraphs.map((words) => schema.node('paragraph', null, words ? [schema.text(words)] : []))),
      plugins: [
        history(), collab({ version: 0 }), keymap(baseKeymap),
        ...(options ? [sourceLight({ engine, ...options })] : []),
      ],
    }),
  });
  views.push(view);
  return view;
}

function clear(): void {
  for (const view of views) view.destroy();
  views = [];
  document.body.replaceChildren();
}

/** What would be saved. */
function saved({ state }: EditorView): string {
  const html = document.createElement('div');
  html.append(DOMSerializer.fromSchema(schema).serializeFragment(state.doc.content));
  return `${html.innerHTML}\n${JSON.stringify(state.doc)}`;
}

/** Words of the document that are marked, as the plugin's state has them. */
const marked = ({ state }: EditorView): string[] =>
  (sourceLightKey.getState(state)?.decorations.find() ?? []).map(({ from, to }) => state.doc.textBetween(from, to));

/** Waits until it has been read. */
async function read(view: EditorView): Promise<void> {
  for (let times = 0; times < 500 && !attachedOf(view)?.report; ++times) await new Promise((done) => setTimeout(done, 20));
  if (!attachedOf(view)?.report) throw new Error('It is not read.');
}

/** What is sent of one editor's steps to the other. */
function send(from: EditorView, to: EditorView): number {
  const sendable = sendableSteps(from.state);
  if (!sendable) return 0;
  const ids = sendable.steps.map(() => sendable.clientID);
  for (const view of [from, to]) view.dispatch(receiveTransaction(view.state, sendable.steps, ids));
  return ids.length;
}

const kit = {
  make, clear, saved, marked, read, send, undoDepth, sendableSteps, attachedOf, sourceLightKey, TextSelection, Plugin,
  bold: toggleMark(schema.marks.strong),
};
export type Kit = typeof kit;
declare global {
  interface Window {
    kit: Kit;
    view: EditorView;
    other: EditorView;
  }
}
window.kit = kit;
