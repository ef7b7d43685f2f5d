// Marks in anything that can be written in: a plain contenteditable, or the root element of Lexical,
// Quill and their like. Paints CSS highlights, so that neither the DOM nor the editor knows of it.
// tests/embed/editable holds it, in the real editors.
import { DomHost, type Attached, type DomHostOptions } from '../../host/index.ts';

export type { Attached, HostOptions } from '../../host/index.ts';

export type EditableOptions = DomHostOptions;

/**
 * Marks the text of `root` as it stands and changes, until destroy() is called. Throws a TypeError
 * for what has no text that could be marked, as a <textarea>.
 */
export function attachToEditable(root: HTMLElement, options: EditableOptions = {}): Attached {
  const misfit = misfitOf(root);
  if (misfit) throw new TypeError(`attachToEditable() ${misfit}`);
  return new DomHost(root, options);
}

// Not by its class, which a frame has of its own; and a page's script may give anything.
function misfitOf(root: HTMLElement | null): string | null {
  if (root?.nodeType !== 1) return `needs an element, and was given ${root === null ? 'null' : typeof root}.`;
  const name = root.tagName.toLowerCase();
  if (name === 'textarea' || name === 'input') {
    return (
      `cannot mark words inside ${name === 'input' ? 'an' : 'a'} <${name}>: a browser lets nobody paint there. Put an element with ` +
      'contenteditable="plaintext-only" or a <source-light editable> in its place.'
    );
  }
  if (name === 'iframe') return 'needs the element that is written in, as frame.contentDocument.body, not its <iframe>.';
  return null;
}
