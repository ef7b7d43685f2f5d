// The plugin in a plain ProseMirror, with the basic schema.
import type { EditorView } from 'prosemirror-view';
import { editorSuite } from '../support/suite.ts';
import { proseMirrorDriver } from './driver.ts';

editorSuite('ProseMirror', proseMirrorDriver('prosemirror', {
  content: (page) => page.evaluate(() => JSON.stringify((window.example.editor as EditorView).state.doc)),
  destroy: (page) => page.evaluate(() => {
    const view = window.example.editor as EditorView;
    const plugins = view.state.plugins.filter(({ props }) => !props.handleDOMEvents?.compositionstart);
    view.updateState(view.state.reconfigure({ plugins }));
  }),
}));
