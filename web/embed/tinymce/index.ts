// Marks in TinyMCE 8, in its frame or inline: CSS highlights over what it shows, so that content,
// dirty state and undo levels stay TinyMCE's own. Takes the page's instance and imports nothing of
// TinyMCE, which is under the GPL. tests/embed/tinymce holds it, in the real editor.
import { DomHost, type Attached, type HostOptions } from '../../host/index.ts';

export type { Attached, HostOptions } from '../../host/index.ts';

/** What is asked of a TinyMCE editor; `tinymce.Editor` has it. */
export interface TinyMCEEditor {
  readonly initialized: boolean;
  readonly removed: boolean;
  getBody(): HTMLElement;
  focus(): void;
  on(event: string, then: () => void): unknown;
  off(event: string, then: () => void): unknown;
}

/**
 * Marks the text of `editor` as it stands and changes, until destroy() is called or the editor is
 * removed. One that is not initialised yet is waited for.
 */
export function attachToTinyMCE(editor: TinyMCEEditor, options: HostOptions = {}): Attached {
  return new InTinyMCE(editor, options);
}

class InTinyMCE implements Attached {
  readonly #editor: TinyMCEEditor;
  readonly #options: HostOptions;
  #host: DomHost | null = null;

  constructor(editor: TinyMCEEditor, options: HostOptions) {
    this.#editor = editor;
    this.#options = options;
    if (editor.removed) return;
    editor.on('remove', this.#end);
    if (editor.initialized) this.#begin();
    else editor.on('init', this.#begin);
  }

  get report() {
    return this.#host?.report ?? null;
  }

  select(claim: number | null): void {
    this.#host?.select(claim);
  }

  refresh(): void {
    this.#host?.refresh();
  }

  destroy(): void {
    this.#end();
  }

  readonly #begin = (): void => {
    const editor = this.#editor;
    this.#host = new DomHost(editor.getBody(), { ...this.#options, skip: isHelper }, () => editor.focus());
  };

  readonly #end = (): void => {
    this.#editor.off('init', this.#begin);
    this.#editor.off('remove', this.#end);
    this.#host?.destroy();
  };
}

/** What TinyMCE puts beside the text and saves nothing of: carets, bars of tables, bookmarks. */
const isHelper = (element: Element): boolean =>
  element.matches('[data-mce-bogus="all"], [data-mce-caret], [data-mce-type="bookmark"]');
