// Drives the CKEditor of examples/ckeditor, for the suite and for what only CKEditor has. Also
// holds the shapes in web/embed/ckeditor/types.ts against CKEditor's own types, when they are checked.
import type { ClassicEditor, ModelElement, MultiRootEditor } from 'ckeditor5';
import type { CKEditor, CKEditorOptions } from '../../../web/embed/ckeditor/index.ts';
import type { Attached } from '../../../web/host/index.ts';
import { defineRangeOf, placeOfWords } from '../support/highlights.ts';
import { openExample } from '../support/example.ts';
import type { Driver } from '../support/suite.ts';

export const fits: (editor: ClassicEditor | MultiRootEditor) => CKEditor = (editor) => editor;

/** What examples/ckeditor leaves in `window.example`. */
export interface CKEditorExample {
  readonly editor: ClassicEditor;
  attached: Attached;
  attach(options?: CKEditorOptions): Attached;
  /** What was saved so far. */
  readonly saved: string[];
}

const editable = '.ck-editor__editable';

export const driver: Driver = {
  open: () => openExample('ckeditor'),
  content: (page) => page.evaluate(() => (window.example as CKEditorExample).editor.getData()),
  text: async (page) => {
    await page.waitForFunction(() => window.example);
    return page.evaluate(textOfModel);
  },
  painted: (page) => page.evaluate(paintedInView),
  caretAtEnd: (page) => page.evaluate(() => {
    const { model, editing } = (window.example as CKEditorExample).editor;
    const root = model.document.getRoot()!;
    const last = root.getChild(root.childCount - 1) as ModelElement;
    // By way of the beginning: a caret that moves ends the undo step, as a click does.
    model.change((writer) => writer.setSelection(root.getChild(0) as ModelElement, 0));
    model.change((writer) => writer.setSelection(last, 'end'));
    editing.view.focus();
  }),
  select: (page, words) => page.evaluate(selectInModel, words),
  placeOf: async (page, words) => {
    await page.evaluate(defineRangeOf);
    return placeOfWords(page, editable, words);
  },
  edit: (page, at, remove, insert) => page.evaluate(editFromElsewhere, [at, remove, insert] as const),
  destroy: (page) => page.evaluate(() => window.example.attached.destroy()),
  traces: (page) => page.evaluate(() => [
    ...[...(window.example as CKEditorExample).editor.model.markers].map(({ name }) => `marker ${name}`),
    ...document.adoptedStyleSheets.map(() => 'a style sheet'),
    ...[...document.querySelectorAll('[data-sourcelight], [class*=sourcelight]')].map((element) => element.outerHTML),
  ]),
};

/** The model's text as its blocks stand, read without the embed. */
function textOfModel(): string {
  const { model } = (window.example as CKEditorExample).editor;
  const blocks = new Map<unknown, string>();
  for (const root of model.document.getRoots()) {
    for (const item of model.createRangeIn(root).getItems()) {
      const text = item.is('$textProxy') ? item.data : item.is('element', 'softBreak') ? '\n' : '';
      if (text) blocks.set(item.parent, (blocks.get(item.parent) ?? '') + text);
    }
  }
  return [...blocks.values()].join('\n\n');
}

export function paintedInView(): Record<string, string> {
  const painted: Record<string, string> = {};
  const walker = document.createTreeWalker(document.querySelector('.ck-editor__editable')!, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const names = new Set<string>();
    let element = walker.currentNode.parentElement;
    for (; element; element = element.parentElement) {
      for (const name of element.classList) if (name.startsWith('sourcelight-')) names.add(name.slice('sourcelight-'.length));
    }
    const words = (walker.currentNode as Text).data.replace(/[\s\u200b\u2060\ufeff]+/g, '');
    for (const name of names) painted[name] = (painted[name] ?? '') + words;
  }
  return painted;
}

function selectInModel(words: string): void {
  const { editor } = window.example as CKEditorExample;
  const { model } = editor;
  for (const { item } of model.createRangeIn(model.document.getRoot()!)) {
    if (!item.is('element')) continue;
    const text = [...item.getChildren()].map((node) => (node.is('$text') ? node.data : ' ')).join('');
    const at = text.indexOf(words);
    if (at < 0 || !model.schema.checkChild(item, '$text')) continue;
    const position = (offset: number) => model.createPositionAt(item, offset);
    model.change((writer) => writer.setSelection(writer.createRange(position(at), position(at + words.length))));
    editor.editing.view.focus();
    return;
  }
  throw new Error(`“${words}” stands in no block.`);
}

/** As the changes of another person come: in a batch that is not local and not undone here. */
function editFromElsewhere([share, remove, insert]: readonly [number, number, string]): void {
  const { model } = (window.example as CKEditorExample).editor;
  const root = model.document.getRoot()!;
  const blocks = [...model.createRangeIn(root).getItems()].filter(
    (item): item is ModelElement => item.is('element') && model.schema.checkChild(item, '$text'),
  );
  const block = blocks[Math.floor(share * blocks.length)];
  if (!block) return;
  const at = Math.floor(((share * blocks.length) % 1) * (block.maxOffset + 1));
  model.enqueueChange({ isUndoable: false, isLocal: false }, (writer) => {
    const from = writer.createPositionAt(block, at);
    if (insert === '\n') return void writer.split(from);
    const to = writer.createPositionAt(block, Math.min(at + remove, block.maxOffset));
    if (to.isAfter(from)) writer.remove(writer.createRange(from, to));
    if (insert) writer.insertText(insert, writer.createPositionAt(block, at));
  });
}
